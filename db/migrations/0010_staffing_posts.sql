create schema staffing;
grant usage on schema staffing to rost_app;

create table staffing.post (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  organisation_id bigint not null,
  position_id bigint not null,
  planned numeric not null check (planned >= 0),
  filled numeric not null check (filled >= 0 and filled <= planned),
  on_day date not null,
  source_id bigint, source_row int, origins jsonb,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, organisation_id, position_id, on_day),
  foreign key (tenant_id, organisation_id) references registry.organisation,
  foreign key (tenant_id, position_id) references registry.position
);
call platform.secure('staffing.post');
