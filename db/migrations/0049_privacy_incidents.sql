-- Leaks and losses of data, with the clocks of the supervisory authority: 24 hours for the first notice, 72 for the findings.
create table privacy.incident (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  title text not null check (length(title) between 3 and 200),
  happened_at timestamptz not null,
  known_at timestamptz not null check (known_at >= happened_at),
  -- Which data, of how many people; null: nobody knows yet.
  data text not null check (length(data) <= 2000),
  people int check (people >= 0),
  causes text check (length(causes) <= 4000),
  measures text check (length(measures) <= 4000),
  -- When the authority was told at first, and when what was found.
  notified_at timestamptz,
  findings_at timestamptz,
  closed_at timestamptz,
  entered_by bigint,
  created_at timestamptz not null default now(),
  version int not null default 1,
  primary key (tenant_id, id)
);
create index incident_open on privacy.incident (tenant_id, known_at) where closed_at is null;
call platform.secure('privacy.incident');
revoke delete on privacy.incident from rost_app;
