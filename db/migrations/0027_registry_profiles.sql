-- How the files of one source are read: its columns, and what was answered once and for all. Changed by hand only.
create table registry.profile (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  name text not null check (name <> ''),
  -- Names are compared without case.
  key text not null,
  settings jsonb not null,
  version int not null default 1,
  changed_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, key)
);
call platform.secure('registry.profile');

-- The profile a load was begun with, as it was then.
alter table registry.load add column profile jsonb;

-- Cells as they were before a profile set them right: rows of a sheet by the hundred, sealed. Kept for 90 days.
create table registry.kept_cells (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  source_id bigint not null,
  first_row int not null,
  last_row int not null,
  sealed_cells bytea not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, source_id) references registry.source
);
-- Sealed, and as short as it gets.
alter table registry.kept_cells alter column sealed_cells set storage external;
create index kept_cells_source on registry.kept_cells (tenant_id, source_id, first_row);
create index kept_cells_age on registry.kept_cells (tenant_id, created_at);
call platform.secure('registry.kept_cells');
