-- What organisations ask the centre to hold for them, and the event that answers it.
create table activities.event_request (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  organisation_id bigint not null,
  title text not null check (length(title) between 3 and 300),
  form_id bigint,
  about text not null default '' check (length(about) <= 2000),
  -- About how many would come.
  people int check (people between 1 and 100000),
  -- When it is wished for; either end may be open.
  from_on date,
  until_on date,
  place text not null check (place in ('any', 'own', 'centre', 'online')),
  -- Answered is a request that has an event which was not cancelled.
  state text not null check (state in ('asked', 'returned', 'declined', 'withdrawn')),
  event_id bigint,
  -- Why it was sent back or declined.
  word text check (length(word) between 3 and 500),
  asked_on date not null,
  asked_by bigint,
  answered_on date,
  answered_by bigint,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, organisation_id) references registry.organisation,
  foreign key (tenant_id, event_id) references activities.event on delete set null (event_id),
  check (until_on >= from_on),
  check ((word is not null) = (state in ('returned', 'declined'))),
  check (event_id is null or state = 'asked')
);
create index event_request_state on activities.event_request (tenant_id, state, asked_on);
create index event_request_organisation on activities.event_request (tenant_id, organisation_id);
create index event_request_event on activities.event_request (tenant_id, event_id);
call platform.secure('activities.event_request');
