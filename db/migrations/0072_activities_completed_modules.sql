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
