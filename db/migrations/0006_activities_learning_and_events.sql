create schema activities;
grant usage on schema activities to rost_app;

create table activities.learning (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  person_id bigint not null,
  programme_id bigint not null,
  kind text not null check (kind in ('upskilling', 'retraining')),
  form text not null check (form in ('in_person', 'distance', 'blended')),
  provider_id bigint not null,
  hours numeric not null check (hours > 0),
  topic_id bigint,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  document_number text,
  source_id bigint, source_row int, origins jsonb,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, programme_id, starts_on, ends_on),
  foreign key (tenant_id, person_id) references registry.person
);
create index learning_ends on activities.learning (tenant_id, ends_on);
call platform.secure('activities.learning');

create table activities.event (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  code text not null,
  code_key text not null,
  title text not null,
  kind_id bigint not null,
  held_on date not null,
  organiser_id bigint not null,
  level text not null check (level in ('district', 'organisation')),
  topic_id bigint,
  audience_id bigint,
  source_id bigint, source_row int, origins jsonb,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code_key),
  foreign key (tenant_id, organiser_id) references registry.organisation
);
create index event_held on activities.event (tenant_id, held_on);
create index event_organiser on activities.event (tenant_id, organiser_id);
call platform.secure('activities.event');

create table activities.attendance (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  event_id bigint not null,
  person_id bigint not null,
  source_id bigint, source_row int, origins jsonb,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, event_id, person_id),
  foreign key (tenant_id, event_id) references activities.event,
  foreign key (tenant_id, person_id) references registry.person
);
create index attendance_person on activities.attendance (tenant_id, person_id);
call platform.secure('activities.attendance');
