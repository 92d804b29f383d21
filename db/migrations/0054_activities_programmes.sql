-- A programme lives from what somebody asked for, or monitoring found, to the register and out of it; each step stays.
alter table activities.programme
  -- As learning names it, once it is in the register: until then nobody can have completed it.
  alter column value_id drop not null,
  -- Whoever asks for a programme need not know how long it takes.
  alter column hours drop not null,
  add column title text not null check (title <> '' and length(title) <= 300),
  -- What it is for: what the organisation asks for, or what monitoring found.
  add column reason text not null default '' check (length(reason) <= 2000),
  add column requested_by bigint,
  add column indicator_id bigint,
  -- People may take it by themselves, without a group.
  add column self_study boolean not null default false,
  -- Of the elective modules a learner takes so many.
  add column electives int not null default 0 check (electives >= 0),
  -- 1, and one more for each that is renewed from another.
  add column edition int not null default 1 check (edition > 0),
  -- How many times it went to the reviewers.
  add column round int not null default 0 check (round >= 0),
  add column order_number text check (length(order_number) <= 60),
  add column order_on date,
  add column created_at timestamptz not null default now(),
  drop constraint programme_state_check,
  drop constraint programme_check1,
  drop constraint programme_check2,
  add check (state in ('requested', 'declined', 'draft', 'review', 'approved', 'registered', 'retired')),
  -- Order of the ministry of 24.03.2025 № 266, clause 18.
  add check (state in ('requested', 'declined', 'draft')
    or hours is not null and hours >= case kind when 'upskilling' then 16 else 250 end),
  add check (state not in ('approved', 'registered', 'retired') or order_number is not null and order_on is not null),
  add check (state not in ('registered', 'retired')
    or number is not null and registered_on is not null and value_id is not null),
  add foreign key (tenant_id, topic_id) references registry.classifier_value (tenant_id, id),
  add foreign key (tenant_id, requested_by) references registry.organisation,
  add foreign key (tenant_id, indicator_id) references indicators.indicator (tenant_id, id);
create unique index programme_number on activities.programme (tenant_id, lower(number)) where state = 'registered';
create unique index programme_renewal on activities.programme (tenant_id, renews_id)
  where renews_id is not null and state <> 'declined';
create index programme_requested on activities.programme (tenant_id, requested_by) where requested_by is not null;

-- What a programme consists of, in its order.
create table activities.programme_module (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  programme_id bigint not null,
  place int not null check (place > 0),
  title text not null check (title <> '' and length(title) <= 300),
  hours numeric not null check (hours > 0),
  form text not null check (form in ('in_person', 'distance', 'self')),
  elective boolean not null default false,
  primary key (tenant_id, id),
  unique (tenant_id, programme_id, place),
  foreign key (tenant_id, programme_id) references activities.programme on delete cascade
);
call platform.secure('activities.programme_module');

-- Who carries it out, the leading one first: an organisation of the district, or one from elsewhere by name.
create table activities.programme_provider (
  tenant_id int not null default platform.tenant() references registry.district,
  programme_id bigint not null,
  place int not null check (place > 0),
  organisation_id bigint,
  outside text check (outside <> '' and length(outside) <= 300),
  primary key (tenant_id, programme_id, place),
  foreign key (tenant_id, programme_id) references activities.programme on delete cascade,
  foreign key (tenant_id, organisation_id) references registry.organisation,
  check (num_nonnulls(organisation_id, outside) = 1)
);
call platform.secure('activities.programme_provider');

-- What became of it, step by step, and why.
create table activities.programme_step (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  programme_id bigint not null,
  state text not null,
  said text not null default '' check (length(said) <= 2000),
  account_id bigint,
  at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, programme_id) references activities.programme on delete cascade
);
create index programme_step_of on activities.programme_step (tenant_id, programme_id, id);
call platform.secure('activities.programme_step');
revoke delete, update on activities.programme_step from rost_app;

-- Who was asked for an opinion, each time it went out, and what they said.
create table activities.programme_review (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  programme_id bigint not null,
  round int not null check (round > 0),
  person_id bigint not null,
  due_on date not null,
  verdict text check (verdict in ('recommended', 'remarks')),
  remarks text not null default '' check (length(remarks) <= 4000),
  given_at timestamptz,
  -- The account that wrote down what came on paper; null where the reviewer did it.
  entered_by bigint,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, programme_id, round, person_id),
  foreign key (tenant_id, programme_id) references activities.programme on delete cascade,
  foreign key (tenant_id, person_id) references registry.person,
  check ((verdict is null) = (given_at is null)),
  check (verdict is distinct from 'remarks' or remarks <> '')
);
create index programme_review_person on activities.programme_review (tenant_id, person_id);
call platform.secure('activities.programme_review');
