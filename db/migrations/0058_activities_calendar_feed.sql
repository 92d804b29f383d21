-- The secret address under which the calendar of a telephone reads the events of the owner of an account; one each.
create table activities.calendar_feed (
  tenant_id int not null default platform.tenant() references registry.district,
  account_id bigint not null references identity.account on delete cascade,
  secret_hash bytea not null unique,
  created_at timestamptz not null default now(),
  primary key (tenant_id, account_id)
);
call platform.secure('activities.calendar_feed');

-- Whose events the address shows: nobody's once the account is disabled or its grants have ended.
create function activities.calendar_of(secret_hash bytea)
  returns table (tenant int, zone text, language text, people bigint[])
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select g.tenant_id, g.time_zone, a.language, array_agg(distinct g.person_id)
  from activities.calendar_feed f
  join identity.account a on a.id = f.account_id and a.disabled_at is null
  join registry.grant_in_force g on g.tenant_id = f.tenant_id and g.account_id = f.account_id
  where f.secret_hash = calendar_of.secret_hash and g.person_id is not null
  group by g.tenant_id, g.time_zone, a.language
$$;
revoke execute on function activities.calendar_of from public;
grant execute on function activities.calendar_of to rost_app;
