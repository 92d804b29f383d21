-- Programmes of further training, and events from the first plan on. What files tell has been held already.
create table activities.programme (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  -- As learning names it: what is on record of who completed it anywhere stands under the same word.
  value_id bigint not null,
  kind text not null check (kind in ('upskilling', 'retraining')),
  form text not null check (form in ('in_person', 'distance', 'blended')),
  hours numeric not null check (hours > 0),
  topic_id bigint,
  about text not null default '' check (length(about) <= 4000),
  state text not null default 'requested'
    check (state in ('requested', 'draft', 'review', 'approved', 'registered', 'retired')),
  -- Under which it stands in the register, and from when until when.
  number text check (length(number) <= 60),
  registered_on date,
  valid_until date check (valid_until >= registered_on),
  -- The programme it was renewed from.
  renews_id bigint,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, value_id) references registry.classifier_value (tenant_id, id),
  foreign key (tenant_id, renews_id) references activities.programme,
  -- Order of the ministry of 24.03.2025 № 266, clause 18.
  check (state in ('requested', 'draft') or hours >= case kind when 'upskilling' then 16 else 250 end),
  check (state not in ('registered', 'retired') or registered_on is null or number is not null)
);
create index programme_state on activities.programme (tenant_id, state);
call platform.secure('activities.programme');

-- Where events take place, of an organisation or of nobody here.
create table activities.room (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  organisation_id bigint not null,
  name text not null check (name <> '' and length(name) <= 200),
  seats int check (seats > 0),
  equipment text not null default '' check (length(equipment) <= 1000),
  retired_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, organisation_id, name),
  foreign key (tenant_id, organisation_id) references registry.organisation
);
call platform.secure('activities.room');

-- Events that belong together under one theme.
create table activities.series (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  title text not null check (title <> '' and length(title) <= 300),
  about text not null default '' check (length(about) <= 4000),
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, title)
);
call platform.secure('activities.series');

alter table activities.event
  add column state text not null default 'held' check (state in ('draft', 'announced', 'held', 'cancelled')),
  add column format text check (format in ('in_person', 'online', 'hybrid')),
  add column about text not null default '' check (length(about) <= 4000),
  add column hours numeric check (hours > 0),
  -- A run of a programme, or part of a series; a part of a larger event, or one done over on request.
  add column programme_id bigint,
  add column series_id bigint,
  add column part_of bigint,
  add column on_request boolean not null default false,
  add column last_on date check (last_on >= held_on),
  add column seats int check (seats > 0),
  -- What was agreed to with who holds it elsewhere: where, and by which link.
  add column place text check (length(place) <= 300),
  add column link text check (length(link) <= 1000),
  add column recording text check (length(recording) <= 1000),
  -- For who could not be there: what to do instead, and until when.
  add column instead text check (length(instead) <= 1000),
  add column instead_until date,
  add column responsible bigint,
  add column announced_at timestamptz,
  add column closed_at timestamptz,
  -- Why it does not take place.
  add column cancelled_for text check (length(cancelled_for) <= 1000),
  add foreign key (tenant_id, programme_id) references activities.programme,
  add foreign key (tenant_id, series_id) references activities.series,
  add foreign key (tenant_id, part_of) references activities.event,
  add check (part_of <> id);
create index event_ahead on activities.event (tenant_id, state, held_on) where state <> 'held';
create index event_programme on activities.event (tenant_id, programme_id) where programme_id is not null;
create index event_series on activities.event (tenant_id, series_id) where series_id is not null;
create index event_part_of on activities.event (tenant_id, part_of) where part_of is not null;

-- The meetings of an event; one of an hour or thirty of a course.
create table activities.meeting (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  event_id bigint not null,
  title text not null default '' check (length(title) <= 300),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours'),
  room_id bigint,
  link text check (length(link) <= 1000),
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, event_id) references activities.event on delete cascade,
  foreign key (tenant_id, room_id) references activities.room
);
create index meeting_event on activities.meeting (tenant_id, event_id, starts_at);
create index meeting_starts on activities.meeting (tenant_id, starts_at);
create index meeting_room on activities.meeting (tenant_id, room_id, starts_at) where room_id is not null;
call platform.secure('activities.meeting');

-- Who speaks, shows or trains at an event: somebody of the district, or a guest by name.
create table activities.speaker (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  event_id bigint not null,
  meeting_id bigint,
  person_id bigint,
  guest text check (guest <> '' and length(guest) <= 200),
  topic text not null default '' check (length(topic) <= 300),
  source_id bigint, source_row int, origins jsonb,
  primary key (tenant_id, id),
  foreign key (tenant_id, event_id) references activities.event on delete cascade,
  foreign key (tenant_id, meeting_id) references activities.meeting on delete cascade,
  foreign key (tenant_id, person_id) references registry.person,
  check (num_nonnulls(person_id, guest) = 1)
);
create index speaker_event on activities.speaker (tenant_id, event_id);
create index speaker_person on activities.speaker (tenant_id, person_id) where person_id is not null;
call platform.secure('activities.speaker');
