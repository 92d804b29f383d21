create schema home;
grant usage on schema home to rost_app;

-- How many minutes what is asked of teachers is meant to take, by kind; of the kinds a district says nothing of, the usual.
create table home.asked_minutes (
  tenant_id int primary key default platform.tenant() references registry.district,
  minutes jsonb not null check (jsonb_typeof(minutes) = 'object'),
  version int not null default 2
);
call platform.secure('home.asked_minutes');
revoke delete on home.asked_minutes from rost_app;
