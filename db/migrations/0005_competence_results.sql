create schema competence;
grant usage on schema competence to rost_app;

create table competence.diagnostic_result (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  person_id bigint not null,
  diagnostic_id bigint not null,
  area text not null check (area in ('subject', 'methodical', 'psychological', 'communicative', 'ict')),
  taken_on date not null,
  score numeric not null,
  maximum numeric not null check (maximum > 0),
  passed boolean not null,
  source_id bigint, source_row int, origins jsonb,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, diagnostic_id, area, taken_on),
  check (score between 0 and maximum),
  foreign key (tenant_id, person_id) references registry.person
);
create index diagnostic_result_taken on competence.diagnostic_result (tenant_id, taken_on);
call platform.secure('competence.diagnostic_result');
