-- Series of events become a list of the district like forms and topics: populations can name them, and there is one
-- place to rename or retire a value. The keys are those of registry/text.ts, near enough for titles typed on a page.
insert into registry.classifier_value (tenant_id, kind, key, label)
select tenant_id, 'event_series',
  regexp_replace(replace(lower(regexp_replace(title, '\s+', ' ', 'g')), 'ё', 'е'), '[‐-―−]', '-', 'g'), title
from activities.series
on conflict (tenant_id, kind, key) do nothing;

alter table activities.event drop constraint event_tenant_id_series_id_fkey;
update activities.event e set series_id = (
  select v.id from activities.series s
  join registry.classifier_value v on v.tenant_id = s.tenant_id and v.kind = 'event_series'
    and v.key = regexp_replace(replace(lower(regexp_replace(s.title, '\s+', ' ', 'g')), 'ё', 'е'), '[‐-―−]', '-', 'g')
  where s.tenant_id = e.tenant_id and s.id = e.series_id)
where e.series_id is not null;
alter table activities.event
  add constraint event_series foreign key (tenant_id, series_id) references registry.classifier_value not valid;
drop table activities.series;
