-- What is known of a form of events beside its name: whether people take part in it actively. Of the others nobody said.
create table activities.form (
  tenant_id int not null default platform.tenant() references registry.district,
  value_id bigint not null,
  interactive boolean not null,
  primary key (tenant_id, value_id),
  foreign key (tenant_id, value_id) references registry.classifier_value (tenant_id, id)
);
call platform.secure('activities.form');

-- What stays of an event for who was there and who was not: presentations, tasks, articles, where they are kept.
create table activities.material (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  event_id bigint not null,
  title text not null check (title <> '' and length(title) <= 300),
  link text not null check (length(link) <= 1000),
  primary key (tenant_id, id),
  foreign key (tenant_id, event_id) references activities.event on delete cascade
);
create index material_event on activities.material (tenant_id, event_id);
call platform.secure('activities.material');
