-- How long somebody was at a meeting: the whole of it, from when until when, or so many minutes; and how it became known.
alter table activities.presence
  add column came_at timestamptz,
  add column left_at timestamptz,
  add column minutes int check (minutes between 0 and 1440),
  add column told_by text not null default 'code' check (told_by in ('code', 'list', 'file')),
  add check (minutes is null or (came_at is null and left_at is null)),
  add check (left_at >= came_at);

-- Of the minutes of its meetings so many hundredths make attendance of an event.
alter table activities.event add column least_share int not null default 50 check (least_share between 1 and 100);

-- Guests of an event by name: nobody of the district, and not kept for longer than the sheet is of use. How many there were stays.
create table activities.guest (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  event_id bigint not null,
  name text not null check (name <> '' and length(name) <= 200),
  organisation text not null default '' check (length(organisation) <= 300),
  primary key (tenant_id, id),
  unique (tenant_id, event_id, name, organisation),
  foreign key (tenant_id, event_id) references activities.event on delete cascade
);
call platform.secure('activities.guest');

-- As counted when it was held.
alter table activities.event add column guests int check (guests >= 0);
