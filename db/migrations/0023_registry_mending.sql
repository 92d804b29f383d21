-- Files of any names: which sheet of the exchange folder a source was recognised as; null where its name says so.
alter table registry.source add column declared_file text;
alter table registry.source add column declared_sheet text;

-- A load of rows mended in the browser, and the load whose rows they are.
alter table registry.load add column mends bigint;
alter table registry.load add foreign key (tenant_id, mends) references registry.load;

-- A row somebody decided not to load.
alter table registry.faulty_row add column left_out_at timestamptz;

-- Tries to mend a faulty row by typing: what was typed, and what a load made of it.
create table registry.mending (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  load_id bigint not null,
  faulty_row_id bigint not null,
  sealed_cells bytea not null,
  outcome text not null default 'checking' check (outcome in ('checking', 'taken', 'refused', 'repeated', 'failed')),
  column_name text,
  code text,
  primary key (tenant_id, id),
  foreign key (tenant_id, load_id) references registry.load,
  foreign key (tenant_id, faulty_row_id) references registry.faulty_row on delete cascade,
  unique (tenant_id, load_id, faulty_row_id)
);
create index mending_row on registry.mending (tenant_id, faulty_row_id, id);
call platform.secure('registry.mending');
