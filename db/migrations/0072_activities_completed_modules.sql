alter table activities.programme validate constraint programme_audience_check;
alter table activities.programme validate constraint programme_competences_check;
alter table activities.programme validate constraint programme_results_check;

-- Of which modules a run consists, where it does not carry out all of its programme: everybody takes each of them.
create table activities.run_module (
  tenant_id int not null default platform.tenant() references registry.district,
  event_id bigint not null,
  module_id bigint not null,
  primary key (tenant_id, event_id, module_id),
  foreign key (tenant_id, event_id) references activities.event on delete cascade,
  foreign key (tenant_id, module_id) references activities.programme_module
);
create index run_module_module on activities.run_module (tenant_id, module_id);
call platform.secure('activities.run_module');

-- Which modules of a programme somebody completed, and in which run.
create table activities.completed_module (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  event_id bigint not null,
  person_id bigint not null,
  module_id bigint not null,
  -- As the list of the district calls it, over all editions of the programme.
  value_id bigint not null,
  completed_on date not null,
  primary key (tenant_id, id),
  unique (tenant_id, event_id, person_id, module_id),
  -- A run that is opened again has completed nothing yet.
  foreign key (tenant_id, event_id) references activities.run_closing on delete cascade,
  foreign key (tenant_id, person_id) references registry.person,
  foreign key (tenant_id, module_id) references activities.programme_module,
  foreign key (tenant_id, value_id) references registry.classifier_value (tenant_id, id)
);
create index completed_module_person on activities.completed_module (tenant_id, person_id, completed_on);
create index completed_module_module on activities.completed_module (tenant_id, module_id);
call platform.secure('activities.completed_module');

-- Who completed a programme module by module, in several runs: learning and document came at once.
create table activities.programme_completion (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  programme_id bigint not null,
  person_id bigint not null,
  -- The last day of the last module.
  completed_on date not null,
  -- Null where a file had told of the same.
  learning_id bigint,
  batch_id bigint,
  primary key (tenant_id, id),
  unique (tenant_id, programme_id, person_id),
  foreign key (tenant_id, programme_id) references activities.programme,
  foreign key (tenant_id, person_id) references registry.person
);
create index programme_completion_person on activities.programme_completion (tenant_id, person_id);
call platform.secure('activities.programme_completion');
