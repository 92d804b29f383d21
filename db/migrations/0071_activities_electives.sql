alter table activities.event
  -- The last day on which learners of a run choose their elective modules; null: the day it begins.
  add column choose_by date;

-- Which elective modules a learner of a run takes.
create table activities.module_choice (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  event_id bigint not null,
  person_id bigint not null,
  module_id bigint not null,
  chosen_at timestamptz not null default now(),
  -- The account that chose for them; null where the learner did.
  chosen_by bigint,
  primary key (tenant_id, id),
  unique (tenant_id, event_id, person_id, module_id),
  foreign key (tenant_id, event_id) references activities.event on delete cascade,
  foreign key (tenant_id, person_id) references registry.person,
  foreign key (tenant_id, module_id) references activities.programme_module
);
create index module_choice_person on activities.module_choice (tenant_id, person_id);
create index module_choice_module on activities.module_choice (tenant_id, module_id);
call platform.secure('activities.module_choice');

-- What the text of a programme says beside its aim and its modules.
alter table activities.programme
  add column audience text not null default '',
  add column competences text not null default '',
  add column results text not null default '',
  add constraint programme_audience_check check (length(audience) <= 2000) not valid,
  add constraint programme_competences_check check (length(competences) <= 4000) not valid,
  add constraint programme_results_check check (length(results) <= 4000) not valid;
