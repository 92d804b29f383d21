create schema talent;
grant usage on schema talent to rost_app;

create table talent.pool_membership (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  kind_id bigint not null,
  person_id bigint not null,
  from_on date not null,
  to_on date check (to_on >= from_on),
  ground text,
  source_id bigint, source_row int, origins jsonb,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, kind_id, person_id, from_on),
  foreign key (tenant_id, person_id) references registry.person
);
create index pool_membership_person on talent.pool_membership (tenant_id, person_id);
call platform.secure('talent.pool_membership');
