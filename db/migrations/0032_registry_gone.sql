-- What somebody decided about a place of work that a compared file does not name any more. It belongs to the load: it takes
-- effect along with it (or at once, when the load stands already) and goes with it when that is taken back.
create table registry.gone_decision (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  load_id bigint not null,
  employment_id bigint not null,
  -- Which sheet of the comparison misses it, from 0, and where else that names the person.
  sheet int not null,
  code text not null,
  decision text not null check (decision in ('dismissed', 'moved', 'leave', 'here')),
  -- The last day of who was dismissed, the first day elsewhere, the first and last day of a leave.
  on_day date,
  until_day date check (until_day >= on_day),
  reason text,
  organisation_id bigint,
  leave_kind_id bigint,
  -- The place of work as it was when somebody decided: once it is another one, that holds no longer.
  version int not null,
  account_id bigint,
  at timestamptz not null default now(),
  applied_at timestamptz,
  undone_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, load_id) references registry.load,
  check (decision = 'here' or on_day is not null)
);
create unique index gone_decision_in_force on registry.gone_decision (tenant_id, load_id, employment_id)
  where undone_at is null;
create index gone_decision_employment on registry.gone_decision (tenant_id, employment_id) where undone_at is null;
call platform.secure('registry.gone_decision');

-- What loads changed is told on the card.
create index load_image_object on registry.load_image (tenant_id, object_id);

-- The decision that made this change, and that kept this image.
alter table registry.revision add column decision_id bigint;
alter table registry.load_image add column decision_id bigint;
