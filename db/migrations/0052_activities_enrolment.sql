-- How people come to an event: whom its rule takes, who agrees, how many of one organisation, until when.
create table activities.admission (
  tenant_id int not null default platform.tenant() references registry.district,
  event_id bigint not null,
  -- A population of people; null: whoever wants to.
  rule jsonb,
  -- Their organisation agrees before they get a seat.
  by_approval boolean not null default false,
  -- At most so many of one organisation.
  quota int check (quota > 0),
  -- Null: until it begins.
  closes_at timestamptz,
  -- So long a seat that became free is kept for who is next in line.
  offer_hours int not null default 24 check (offer_hours between 1 and 168),
  version int not null default 1,
  primary key (tenant_id, event_id),
  foreign key (tenant_id, event_id) references activities.event on delete cascade
);
call platform.secure('activities.admission');

create table activities.enrolment (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  event_id bigint not null,
  person_id bigint not null,
  -- Which counts them among its own; null: of somebody employed nowhere just then.
  organisation_id bigint,
  state text not null check (state in ('asked', 'waiting', 'offered', 'enrolled', 'declined', 'cancelled')),
  -- In the order of asking, by event; who comes back later has a later one.
  place int not null check (place > 0),
  asked_at timestamptz not null default now(),
  -- Who sends them, and why; null: they asked themselves.
  nominated_by bigint,
  reason text not null default '' check (length(reason) <= 1000),
  approved_by bigint,
  -- Until when a seat that became free is kept for them.
  offered_until timestamptz,
  -- Who ended it: they, their organisation, or the day their offer ran out.
  ended_by text check (ended_by in ('person', 'organisation', 'offer')),
  ended_for text check (length(ended_for) <= 1000),
  changed_at timestamptz not null default now(),
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, event_id, person_id),
  unique (tenant_id, event_id, place),
  foreign key (tenant_id, event_id) references activities.event on delete cascade,
  foreign key (tenant_id, person_id) references registry.person,
  foreign key (tenant_id, organisation_id) references registry.organisation,
  check ((state = 'offered') = (offered_until is not null)),
  check ((state in ('declined', 'cancelled')) = (ended_by is not null))
);
create index enrolment_person on activities.enrolment (tenant_id, person_id, event_id);
create index enrolment_asked on activities.enrolment (tenant_id, organisation_id) where state = 'asked';
create index enrolment_offered on activities.enrolment (tenant_id, offered_until) where state = 'offered';
call platform.secure('activities.enrolment');
