-- What an indicator is called where a line must do; null where its title is short enough.
alter table indicators.definition
  add column short_ru text,
  add column short_en text;
