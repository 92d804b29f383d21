-- When nobody is written to: between these hours, and on days off where the district says so. The same hour twice: at any hour.
create table activities.quiet_hours (
  tenant_id int primary key default platform.tenant() references registry.district,
  from_time time not null,
  until_time time not null,
  days_off boolean not null,
  version int not null default 2
);
call platform.secure('activities.quiet_hours');
revoke delete on activities.quiet_hours from rost_app;

-- What the owner of an account wants to be written of, and when; who said nothing is written of everything.
create table activities.telling (
  tenant_id int not null default platform.tenant() references registry.district,
  account_id bigint not null references identity.account on delete cascade,
  invitations boolean not null,
  day_before boolean not null,
  hour_before boolean not null,
  -- Quiet hours of their own; null: those of the district.
  from_time time,
  until_time time,
  days_off boolean,
  primary key (tenant_id, account_id),
  check (num_nonnulls(from_time, until_time, days_off) in (0, 3))
);
call platform.secure('activities.telling');

-- Whom an event was announced to, as they were chosen.
create table activities.invitation (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  event_id bigint not null,
  population jsonb not null,
  words text not null default '' check (length(words) <= 1000),
  invited_by bigint,
  invited_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, event_id) references activities.event on delete cascade
);
create index invitation_event on activities.invitation (tenant_id, event_id, id);
call platform.secure('activities.invitation');

-- Letters about events: each goes out once. What they say is written when they go, of what is known then.
create table activities.letter (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  account_id bigint not null references identity.account on delete cascade,
  event_id bigint not null,
  kind text not null check (kind in ('invitation', 'day_before', 'hour_before', 'changed', 'cancelled')),
  -- An account has one letter of this name.
  once text not null,
  invitation_id bigint,
  -- The beginning a reminder is about.
  begins_at timestamptz,
  due_at timestamptz not null,
  -- unsure: it was handed to the mail server just when the server here stopped; void: it had nothing to say any more.
  state text not null default 'due' check (state in ('due', 'sending', 'sent', 'unsure', 'refused', 'void')),
  tries int not null default 0,
  tried_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, account_id, once),
  foreign key (tenant_id, event_id) references activities.event on delete cascade,
  foreign key (tenant_id, invitation_id) references activities.invitation on delete cascade,
  check ((kind = 'invitation') = (invitation_id is not null)),
  check ((kind in ('day_before', 'hour_before')) = (begins_at is not null))
);
create index letter_due on activities.letter (tenant_id, due_at) where state in ('due', 'sending');
create index letter_event on activities.letter (tenant_id, event_id);
create index letter_age on activities.letter (tenant_id, due_at);
call platform.secure('activities.letter');

-- Who was told of an event, and how, or that they could not be; of one event nobody is told twice.
create table activities.invited (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  invitation_id bigint not null,
  event_id bigint not null,
  person_id bigint not null,
  -- By a letter; in Rost alone, for there is no address; not at all, for there is no account or they want no invitations.
  way text not null check (way in ('letter', 'page', 'nobody', 'unsubscribed')),
  letter_id bigint,
  primary key (tenant_id, id),
  unique (tenant_id, event_id, person_id),
  foreign key (tenant_id, invitation_id) references activities.invitation on delete cascade,
  foreign key (tenant_id, event_id) references activities.event on delete cascade,
  foreign key (tenant_id, person_id) references registry.person,
  foreign key (tenant_id, letter_id) references activities.letter on delete set null (letter_id)
);
create index invited_invitation on activities.invited (tenant_id, invitation_id);
create index invited_person on activities.invited (tenant_id, person_id);
create index invited_letter on activities.invited (tenant_id, letter_id) where letter_id is not null;
call platform.secure('activities.invited');
