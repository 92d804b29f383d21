-- Courses a school plans for its people in a year: whom, why, of what, when and for what money; and what became of it.
create table activities.course_plan (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  organisation_id bigint not null,
  -- Of the calendar: money is given by it.
  year int not null check (year between 2000 and 2199),
  state text not null default 'draft' check (state in ('draft', 'proposed', 'agreed')),
  -- What there is for courses; null: nobody has said.
  budget_money numeric(12, 2) check (budget_money >= 0),
  extra_money numeric(12, 2) check (extra_money >= 0),
  -- Why the head sent it back.
  returned_for text check (length(returned_for) <= 1000),
  agreed_on date,
  agreed_by bigint,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, organisation_id, year),
  foreign key (tenant_id, organisation_id) references registry.organisation,
  check ((state = 'agreed') = (agreed_on is not null))
);
create index course_plan_year on activities.course_plan (tenant_id, year, state);
call platform.secure('activities.course_plan');

create table activities.course_plan_line (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  plan_id bigint not null,
  person_id bigint not null,
  topic_id bigint,
  reason text not null check (reason in ('expiry', 'deficit', 'wish', 'monitoring')),
  note text not null default '' check (length(note) <= 1000),
  -- The programme as learning will name it: whether it is in the register of the district, or from elsewhere.
  value_id bigint,
  programme_id bigint,
  provider_id bigint,
  month int not null check (month between 1 and 12),
  hours numeric not null check (hours > 0 and hours <= 2000),
  form text not null check (form in ('in_person', 'distance', 'blended')),
  funding text not null check (funding in ('budget', 'extra', 'free')),
  -- Null: not known yet.
  price numeric(12, 2) check (price >= 0),
  -- Where they are enrolled for it.
  event_id bigint,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references activities.course_plan on delete cascade,
  foreign key (tenant_id, person_id) references registry.person,
  foreign key (tenant_id, topic_id) references registry.classifier_value (tenant_id, id),
  foreign key (tenant_id, value_id) references registry.classifier_value (tenant_id, id),
  foreign key (tenant_id, provider_id) references registry.classifier_value (tenant_id, id),
  foreign key (tenant_id, programme_id) references activities.programme,
  foreign key (tenant_id, event_id) references activities.event on delete set null (event_id),
  check (topic_id is not null or value_id is not null),
  check (programme_id is null or value_id is not null),
  check (funding <> 'free' or price is null)
);
create index course_plan_line_plan on activities.course_plan_line (tenant_id, plan_id, month);
create index course_plan_line_person on activities.course_plan_line (tenant_id, person_id);
create index course_plan_line_event on activities.course_plan_line (tenant_id, event_id) where event_id is not null;
call platform.secure('activities.course_plan_line');

-- After how many months further training is due again, and from how many hours it counts; no row: as the law has it.
create table activities.training_rule (
  tenant_id int primary key default platform.tenant() references registry.district,
  months int not null check (months between 12 and 120),
  least_hours int not null check (least_hours between 1 and 250),
  version int not null default 2
);
call platform.secure('activities.training_rule');
revoke delete on activities.training_rule from rost_app;
