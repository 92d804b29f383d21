-- What an organisation wrote of its staff into the form of state statistics, to be held against the registry.
create table registry.state_form (
  tenant_id int not null default platform.tenant(),
  organisation_id bigint not null,
  -- The year of the form; ages are those of 1 January after it.
  year int not null check (year between 2000 and 2100),
  -- On which day the people were counted.
  staff_on date not null,
  -- {"all": 45, "age25": 3, …}: what was written in each line.
  told jsonb not null,
  account_id bigint,
  at timestamptz not null default now(),
  version int not null default 1,
  primary key (tenant_id, organisation_id, year),
  foreign key (tenant_id, organisation_id) references registry.organisation on delete cascade,
  check (extract(year from staff_on) between year and year + 1)
);
call platform.secure('registry.state_form');

-- How many people there were something to mend about, day by day; written where it changed.
create table registry.quality_day (
  tenant_id int not null default platform.tenant(),
  organisation_id bigint not null,
  on_day date not null,
  people int not null,
  doubtful int not null,
  primary key (tenant_id, organisation_id, on_day),
  foreign key (tenant_id, organisation_id) references registry.organisation on delete cascade
);
call platform.secure('registry.quality_day');
