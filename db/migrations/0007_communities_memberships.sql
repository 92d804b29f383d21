create schema communities;
grant usage on schema communities to rost_app;

create table communities.community (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  code text not null,
  code_key text not null,
  title text not null,
  kind_id bigint not null,
  level text not null check (level in ('district', 'organisation')),
  source_id bigint, source_row int, origins jsonb,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code_key)
);
call platform.secure('communities.community');

create table communities.membership (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  community_id bigint not null,
  person_id bigint not null,
  role_id bigint,
  from_on date not null,
  to_on date check (to_on >= from_on),
  source_id bigint, source_row int, origins jsonb,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, community_id, person_id, from_on),
  foreign key (tenant_id, community_id) references communities.community,
  foreign key (tenant_id, person_id) references registry.person
);
create index membership_person on communities.membership (tenant_id, person_id);
call platform.secure('communities.membership');
