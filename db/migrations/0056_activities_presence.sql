-- Who was at which meeting, as they said themselves by the code on its screen. Facts of attendance are made of it when the
-- event was held.
create table activities.presence (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  meeting_id bigint not null,
  person_id bigint not null,
  marked_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, meeting_id, person_id),
  foreign key (tenant_id, meeting_id) references activities.meeting,
  foreign key (tenant_id, person_id) references registry.person
);
create index presence_person on activities.presence (tenant_id, person_id);
call platform.secure('activities.presence');

-- Whether the code marks also who comes without a seat.
alter table activities.admission add column walk_in boolean not null default false;
