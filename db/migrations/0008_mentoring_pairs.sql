create schema mentoring;
grant usage on schema mentoring to rost_app;

create table mentoring.pair (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  mentor_id bigint not null,
  mentee_id bigint not null check (mentee_id <> mentor_id),
  form_id bigint,
  from_on date not null,
  to_on date check (to_on >= from_on),
  source_id bigint, source_row int, origins jsonb,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, mentor_id, mentee_id, from_on),
  foreign key (tenant_id, mentor_id) references registry.person,
  foreign key (tenant_id, mentee_id) references registry.person
);
create index pair_mentee on mentoring.pair (tenant_id, mentee_id);
call platform.secure('mentoring.pair');
