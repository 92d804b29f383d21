-- Whether the centre says that what an organisation held for its own people counts: asked, attested, sent back, revoked.
create table activities.attesting (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  event_id bigint not null,
  state text not null check (state in ('none', 'asked', 'attested', 'returned', 'revoked')),
  asked_on date,
  asked_by bigint,
  -- How many were there when it was asked; a file may bring others later.
  people int check (people > 0),
  -- Why it was sent back or revoked.
  word text check (length(word) between 3 and 500),
  decided_on date,
  decided_by bigint,
  -- Counts from two: one is an event of which nothing was asked.
  version int not null default 2,
  primary key (tenant_id, id),
  unique (tenant_id, event_id),
  foreign key (tenant_id, event_id) references activities.event on delete cascade,
  check (state = 'none' or (asked_on is not null and people is not null)),
  check ((word is not null) = (state in ('returned', 'revoked'))),
  check ((decided_on is not null) = (state in ('attested', 'returned', 'revoked')))
);
create index attesting_state on activities.attesting (tenant_id, state);
call platform.secure('activities.attesting');

-- What a district wants of attesting; no row: it is offered and nobody has to.
create table activities.in_house_rule (
  tenant_id int primary key default platform.tenant() references registry.district,
  required boolean not null,
  -- Whether a link to what came of it is needed.
  evidence boolean not null,
  -- Until when it may be asked: so many days behind the event, and behind the end of its year; null: at any time.
  within_days int check (within_days between 1 and 366),
  year_days int check (year_days between 0 and 366),
  version int not null default 2
);
call platform.secure('activities.in_house_rule');
revoke delete on activities.in_house_rule from rost_app;
