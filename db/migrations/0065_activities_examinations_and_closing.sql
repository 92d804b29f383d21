alter table activities.enrolment validate constraint enrolment_state_check;
alter table activities.enrolment validate constraint enrolment_left_check;

-- What the learners of a run are examined in.
create table activities.examination (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  event_id bigint not null,
  title text not null check (title <> '' and length(title) <= 300),
  kind text not null check (kind in ('test', 'credit', 'final')),
  -- The first day on which it is taken; who takes it again does so later.
  held_on date not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, event_id) references activities.event on delete cascade
);
create index examination_event on activities.examination (tenant_id, event_id, held_on);
call platform.secure('activities.examination');

-- Who examines: somebody of the district, or from elsewhere by name.
create table activities.examiner (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  examination_id bigint not null,
  person_id bigint,
  outside text check (outside <> '' and length(outside) <= 200),
  -- Where who is from elsewhere comes from.
  organisation text not null default '' check (length(organisation) <= 300),
  primary key (tenant_id, id),
  unique (tenant_id, examination_id, person_id),
  foreign key (tenant_id, examination_id) references activities.examination on delete cascade,
  foreign key (tenant_id, person_id) references registry.person,
  check (num_nonnulls(person_id, outside) = 1)
);
create index examiner_person on activities.examiner (tenant_id, person_id) where person_id is not null;
call platform.secure('activities.examiner');

-- What came of it, attempt by attempt; the last one counts.
create table activities.examination_result (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  examination_id bigint not null,
  person_id bigint not null,
  attempt int not null check (attempt > 0),
  on_day date not null,
  outcome text not null check (outcome in ('credited', 'not_credited', 'absent')),
  primary key (tenant_id, id),
  unique (tenant_id, examination_id, person_id, attempt),
  foreign key (tenant_id, examination_id) references activities.examination on delete cascade,
  foreign key (tenant_id, person_id) references registry.person
);
create index examination_result_person on activities.examination_result (tenant_id, person_id);
call platform.secure('activities.examination_result');

-- A run that was closed: its learners were told apart into who completed it and who did not.
create table activities.run_closing (
  tenant_id int not null default platform.tenant() references registry.district,
  event_id bigint not null,
  closed_by bigint,
  -- The documents given with it; null where none were: then it can be opened again.
  batch_id bigint,
  primary key (tenant_id, event_id),
  foreign key (tenant_id, event_id) references activities.event on delete cascade
);
call platform.secure('activities.run_closing');

create table activities.completion (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  event_id bigint not null,
  person_id bigint not null,
  completed boolean not null,
  -- Why it is not as the rule of the run would have it.
  overruled_for text check (overruled_for <> '' and length(overruled_for) <= 1000),
  -- What it counts as; null: not completed, or a file had told of it before.
  learning_id bigint,
  primary key (tenant_id, id),
  unique (tenant_id, event_id, person_id),
  foreign key (tenant_id, event_id) references activities.run_closing on delete cascade,
  foreign key (tenant_id, person_id) references registry.person
);
create index completion_person on activities.completion (tenant_id, person_id);
create index completion_learning on activities.completion (tenant_id, learning_id) where learning_id is not null;
call platform.secure('activities.completion');
