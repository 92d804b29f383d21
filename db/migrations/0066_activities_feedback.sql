-- What whoever was at an event is asked of it. Each wording is an edition of its own, so that answers stay with the
-- questions they were given to.
create table activities.feedback_form (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  stage text not null check (stage in ('end', 'later')),
  edition int not null check (edition >= 1),
  -- In their order; none: nobody is asked.
  questions jsonb not null check (jsonb_typeof(questions) = 'array'),
  primary key (tenant_id, id),
  unique (tenant_id, stage, edition)
);
call platform.secure('activities.feedback_form');

-- That people were asked of an event, and how many of them answered.
create table activities.feedback_asking (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  event_id bigint not null,
  stage text not null check (stage in ('end', 'later')),
  form_id bigint not null,
  asked_on date not null,
  -- The last day on which an answer is taken; what came is shown from the next day on.
  closes_on date not null check (closes_on >= asked_on),
  asked int not null default 0,
  answered int not null default 0 check (answered <= asked),
  primary key (tenant_id, id),
  unique (tenant_id, event_id, stage),
  foreign key (tenant_id, event_id) references activities.event on delete cascade,
  foreign key (tenant_id, form_id) references activities.feedback_form
);
create index feedback_asking_open on activities.feedback_asking (tenant_id, closes_on);
call platform.secure('activities.feedback_asking');

-- Who was asked, and whether they are done with it: neither what they said nor when.
create table activities.feedback_request (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  event_id bigint not null,
  stage text not null,
  person_id bigint not null,
  asked_on date not null,
  state text not null default 'asked' check (state in ('asked', 'answered', 'dismissed')),
  primary key (tenant_id, id),
  unique (tenant_id, event_id, stage, person_id),
  foreign key (tenant_id, event_id, stage) references activities.feedback_asking (tenant_id, event_id, stage) on delete cascade,
  foreign key (tenant_id, person_id) references registry.person
);
create index feedback_request_person on activities.feedback_request (tenant_id, person_id);
create index feedback_request_asked on activities.feedback_request (tenant_id, asked_on);
call platform.secure('activities.feedback_request');

-- What was said. Nothing leads from here to a person: no number that grows, no moment, no sheet that holds the answers of
-- one of them together.
create table activities.feedback_answer (
  tenant_id int not null default platform.tenant() references registry.district,
  id uuid not null default gen_random_uuid(),
  asking_id bigint not null,
  -- Its place in the form, from 0.
  question int not null check (question >= 0),
  mark int check (mark between 1 and 5),
  words text check (words <> '' and length(words) <= 1000),
  primary key (tenant_id, id),
  foreign key (tenant_id, asking_id) references activities.feedback_asking on delete cascade,
  check (num_nonnulls(mark, words) = 1)
);
create index feedback_answer_asking on activities.feedback_answer (tenant_id, asking_id, question);
call platform.secure('activities.feedback_answer');

alter table activities.letter
  drop constraint letter_kind_check,
  add constraint letter_kind_check check (kind in
    ('invitation', 'day_before', 'hour_before', 'changed', 'cancelled', 'feedback', 'feedback_later')) not valid;

-- Whether they are written to for feedback; it is asked of them in Rost in any case.
alter table activities.telling add column feedback boolean not null default true;
