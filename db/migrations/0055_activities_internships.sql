-- Internships: models of them, places that take people, and what somebody does at one of them.
create table activities.internship_model (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  title text not null check (title <> '' and length(title) <= 300),
  -- At a distance, over the screen.
  virtual boolean not null default false,
  about text not null default '' check (length(about) <= 4000),
  hours numeric not null check (hours > 0),
  tasks text[] not null default '{}' check (cardinality(tasks) <= 40),
  retired boolean not null default false,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, title)
);
call platform.secure('activities.internship_model');

-- Who takes people: an organisation of the district, or one from elsewhere by name.
create table activities.internship_host (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  organisation_id bigint,
  outside text check (outside <> '' and length(outside) <= 300),
  -- So many at once.
  places int not null check (places > 0),
  equipment text not null default '' check (length(equipment) <= 1000),
  contact text not null default '' check (length(contact) <= 300),
  retired boolean not null default false,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, organisation_id),
  unique (tenant_id, outside),
  foreign key (tenant_id, organisation_id) references registry.organisation,
  check (num_nonnulls(organisation_id, outside) = 1)
);
call platform.secure('activities.internship_host');

create table activities.internship (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  person_id bigint not null,
  model_id bigint not null,
  host_id bigint not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  state text not null default 'arranged' check (state in ('arranged', 'finished', 'cancelled')),
  -- As the model had them when it was arranged: what is done, and on which day it was.
  tasks jsonb not null default '[]',
  finished_on date check (finished_on >= starts_on),
  -- What it counts as, once it is finished.
  learning_id bigint,
  cancelled_for text check (length(cancelled_for) <= 1000),
  arranged_by bigint,
  version int not null default 1,
  primary key (tenant_id, id),
  -- So that the log follows when the card of the intern is merged or split.
  unique (tenant_id, id, person_id),
  foreign key (tenant_id, person_id) references registry.person,
  foreign key (tenant_id, model_id) references activities.internship_model,
  foreign key (tenant_id, host_id) references activities.internship_host,
  check ((state = 'finished') = (finished_on is not null)),
  check ((state = 'cancelled') = (cancelled_for is not null))
);
create index internship_person on activities.internship (tenant_id, person_id);
create index internship_host_at on activities.internship (tenant_id, host_id, starts_on);
create index internship_state on activities.internship (tenant_id, state, starts_on);
call platform.secure('activities.internship');

-- Who guides the intern there: somebody of the district, or a guest by name.
create table activities.internship_supervisor (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  internship_id bigint not null,
  person_id bigint,
  guest text check (guest <> '' and length(guest) <= 200),
  primary key (tenant_id, id),
  unique (tenant_id, internship_id),
  foreign key (tenant_id, internship_id) references activities.internship on delete cascade,
  foreign key (tenant_id, person_id) references registry.person,
  check (num_nonnulls(person_id, guest) = 1)
);
create index internship_supervisor_person on activities.internship_supervisor (tenant_id, person_id)
  where person_id is not null;
call platform.secure('activities.internship_supervisor');

-- What was done day by day.
create table activities.internship_entry (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  internship_id bigint not null,
  person_id bigint not null,
  on_day date not null,
  what text not null check (what <> '' and length(what) <= 1000),
  minutes int not null check (minutes between 1 and 1440),
  entered_by bigint,
  primary key (tenant_id, id),
  foreign key (tenant_id, internship_id, person_id) references activities.internship (tenant_id, id, person_id)
    on delete cascade on update cascade
);
create index internship_entry_of on activities.internship_entry (tenant_id, internship_id, on_day);
call platform.secure('activities.internship_entry');

-- What somebody learned at an internship counts as learning, of its own kind.
alter table activities.learning
  drop constraint learning_kind_check,
  add constraint learning_kind_check check (kind in ('upskilling', 'retraining', 'internship'));
