-- Indicators as versioned definitions in the language of populations, and snapshots that freeze their figures.
create schema indicators;
grant usage on schema indicators to rost_app, rost_region;

create table indicators.indicator (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  code text not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
call platform.secure('indicators.indicator');

-- A definition is never changed: a new version replaces it from a day on, with the order that says so.
create table indicators.definition (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  indicator_id bigint not null,
  version int not null,
  title_ru text not null,
  title_en text not null,
  body jsonb not null,
  valid_from date not null,
  -- The last day on which it is in force; open while nothing replaces or retires it.
  valid_until date check (valid_until >= valid_from),
  order_reference text,
  created_at timestamptz not null default now(),
  created_by bigint,
  primary key (tenant_id, id),
  unique (tenant_id, indicator_id, version),
  foreign key (tenant_id, indicator_id) references indicators.indicator
);
create unique index definition_current on indicators.definition (tenant_id, indicator_id) where valid_until is null;
call platform.secure('indicators.definition');

create table indicators.snapshot (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  on_date date not null,
  title text not null,
  taken_at timestamptz not null default now(),
  taken_by bigint,
  version int not null default 1,
  primary key (tenant_id, id)
);
call platform.secure('indicators.snapshot');

create table indicators.snapshot_value (
  tenant_id int not null default platform.tenant(),
  snapshot_id bigint not null,
  definition_id bigint not null,
  on_date date not null,
  -- '' and '' for the total.
  slice text not null,
  key text not null,
  label text not null,
  numerator double precision not null,
  denominator double precision,
  primary key (tenant_id, snapshot_id, definition_id, on_date, slice, key),
  foreign key (tenant_id, snapshot_id) references indicators.snapshot on delete cascade,
  foreign key (tenant_id, definition_id) references indicators.definition
);
call platform.secure('indicators.snapshot_value');

-- Who made the figure: ids only. A later erasure or correction leaves the published figure as it was.
create table indicators.snapshot_member (
  tenant_id int not null default platform.tenant(),
  snapshot_id bigint not null,
  definition_id bigint not null,
  on_date date not null,
  -- 'of': denominator (or the population of a count); 'numerator' where a ratio counts another population
  role text not null check (role in ('of', 'numerator')),
  subject_id bigint not null,
  counted boolean not null,
  organisation_id bigint not null,
  slice_ids bigint[] not null default '{}',
  -- Rows that are the evidence: [["schema.table", id], …].
  evidence jsonb,
  primary key (tenant_id, snapshot_id, definition_id, on_date, role, subject_id),
  foreign key (tenant_id, snapshot_id) references indicators.snapshot on delete cascade,
  foreign key (tenant_id, definition_id) references indicators.definition
);
call platform.secure('indicators.snapshot_member');

-- What a region may see of its districts: figures, never people.
create view indicators.region_value as
  select s.tenant_id, s.id as snapshot_id, s.on_date as snapshot_date, s.title, i.code, v.on_date, v.numerator, v.denominator
  from indicators.snapshot s
  join indicators.snapshot_value v on v.tenant_id = s.tenant_id and v.snapshot_id = s.id and v.slice = ''
  join indicators.definition d on d.tenant_id = v.tenant_id and d.id = v.definition_id
  join indicators.indicator i on i.tenant_id = d.tenant_id and i.id = d.indicator_id;
grant select on indicators.region_value to rost_region;
