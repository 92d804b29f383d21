-- A programme somebody takes by themselves, without a group: until when, who helps them, and which modules they passed.
create table activities.self_study (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  person_id bigint not null,
  programme_id bigint not null,
  -- Some modules of the programme, not all of it.
  is_part boolean not null default false,
  starts_on date not null,
  -- Until when.
  ends_on date not null check (ends_on >= starts_on),
  state text not null check (state in ('asked', 'going', 'finished', 'declined', 'cancelled')),
  -- Which modules it is made of; from which day on one is passed, and what shows it.
  modules jsonb not null check (jsonb_typeof(modules) = 'array'),
  -- Why it was declined or called off.
  ended_for text check (length(ended_for) between 3 and 1000),
  ended_on date,
  finished_on date check (finished_on >= starts_on),
  -- Who took the attestation at the end.
  examiner text check (examiner <> '' and length(examiner) <= 200),
  -- What it counts as; null where a file had told of the same, and for a part.
  learning_id bigint,
  batch_id bigint,
  arranged_by bigint,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references registry.person,
  foreign key (tenant_id, programme_id) references activities.programme,
  check ((state = 'finished') = (finished_on is not null)),
  check ((state = 'finished') = (examiner is not null)),
  check ((state in ('declined', 'cancelled')) = (ended_for is not null)),
  check ((ended_for is null) = (ended_on is null))
);
create index self_study_person on activities.self_study (tenant_id, person_id);
create index self_study_programme on activities.self_study (tenant_id, programme_id, state);
create index self_study_state on activities.self_study (tenant_id, state, ends_on);
create index self_study_learning on activities.self_study (tenant_id, learning_id) where learning_id is not null;
call platform.secure('activities.self_study');

-- Who helps them, and says what is passed.
create table activities.self_study_tutor (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  self_study_id bigint not null,
  person_id bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, self_study_id),
  foreign key (tenant_id, self_study_id) references activities.self_study on delete cascade,
  foreign key (tenant_id, person_id) references registry.person
);
create index self_study_tutor_person on activities.self_study_tutor (tenant_id, person_id);
call platform.secure('activities.self_study_tutor');

-- Modules are completed in a run or by oneself.
alter table activities.completed_module
  alter column event_id drop not null,
  add column self_study_id bigint,
  add constraint completed_module_self_study foreign key (tenant_id, self_study_id)
    references activities.self_study on delete cascade not valid,
  add constraint completed_module_where check (num_nonnulls(event_id, self_study_id) = 1) not valid;

-- Learning has a further form: by oneself.
alter table activities.learning
  drop constraint learning_form_check,
  add constraint learning_form_check check (form in ('in_person', 'distance', 'blended', 'self')) not valid;

-- Who joined a run after it began: from which day on its journal is about them.
alter table activities.enrolment add column joined_on date;
