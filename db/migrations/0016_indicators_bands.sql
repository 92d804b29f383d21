-- From which value on a figure is good, and below which somebody should look at it; set by the district, one per indicator.
create table indicators.band (
  tenant_id int not null default platform.tenant(),
  indicator_id bigint not null,
  better text not null check (better in ('higher', 'lower')),
  -- Per cent of a share, else the value itself.
  good double precision not null,
  warn double precision not null,
  plan double precision,
  version int not null default 1,
  primary key (tenant_id, indicator_id),
  foreign key (tenant_id, indicator_id) references indicators.indicator,
  check (case better when 'higher' then warn <= good else warn >= good end)
);
call platform.secure('indicators.band');
