-- Who may: a grant gives an account a role over a district, an organisation of it or a person of it. Ended, never removed.
create table registry.grant (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  account_id bigint not null references identity.account,
  -- A role of the access matrix.
  role text not null,
  organisation_id bigint,
  person_id bigint,
  from_on date not null,
  to_on date check (to_on >= from_on),
  created_at timestamptz not null default now(),
  -- Taken away before its last day; from this moment it is not in force.
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, organisation_id) references registry.organisation,
  foreign key (tenant_id, person_id) references registry.person
);
create index grant_account on registry.grant (account_id);
create index grant_organisation on registry.grant (tenant_id, organisation_id);
create index grant_person on registry.grant (tenant_id, person_id);
call platform.secure('registry.grant');
revoke delete on registry.grant from rost_app;

-- A role over every district of a region. It belongs to no district, so only a connection without one reaches it:
-- whatever runs for a district can neither see nor give it.
create table registry.region_grant (
  id bigint generated always as identity primary key,
  account_id bigint not null references identity.account,
  role text not null,
  region_id int not null references registry.region,
  from_on date not null,
  to_on date check (to_on >= from_on),
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create index region_grant_account on registry.region_grant (account_id);
alter table registry.region_grant enable row level security;
create policy no_tenant on registry.region_grant to rost_app
  using ((select platform.tenant()) is null) with check ((select platform.tenant()) is null);
grant select, insert, update on registry.region_grant to rost_app;

-- Each grant and whether it is in force today (the day of its district). One over an organisation that names a person
-- holds only while that person is employed there. Row security is that of the reader.
create view registry.grant_state with (security_invoker = true) as
  select g.*, d.code as district, d.time_zone,
    g.ended_at is null and g.from_on <= t.today and (g.to_on is null or g.to_on >= t.today)
      and (g.organisation_id is null or g.person_id is null or exists (
        select from registry.employment e
        where e.tenant_id = g.tenant_id and e.person_id = g.person_id and e.organisation_id = g.organisation_id
          and e.hired_on <= t.today and (e.dismissed_on is null or e.dismissed_on >= t.today))) as in_force
  from registry.grant g
  join registry.district d on d.id = g.tenant_id
  cross join lateral (select (now() at time zone d.time_zone)::date as today) as t;
grant select on registry.grant_state to rost_app;

-- Every grant in force, one row per district it reaches. It sees all districts, so the application cannot read it; the
-- functions below answer from it.
create view registry.grant_in_force as
  select account_id, tenant_id, district, time_zone, role, organisation_id, person_id, null::int as region_id
  from registry.grant_state
  where in_force
  union all
  select r.account_id, d.id, d.code, d.time_zone, r.role, null, null, r.region_id
  from registry.region_grant r
  join registry.district d on d.region_id = r.region_id
  cross join lateral (select (now() at time zone d.time_zone)::date as today) as t
  where r.ended_at is null and r.from_on <= t.today and (r.to_on is null or r.to_on >= t.today);

-- Who asks, in one call: the account behind the hash of a session's or an API token's secret, the chosen district (by its
-- code, else the only one the account reaches) and the grants in force there, shaped as the Actor of the application.
-- One row, all nulls when the secret is unknown, spent or of a disabled account. Depends on no setting of the connection.
create function registry.resolve_actor(token_hash bytea, kind text, district_code text,
    out account bigint, out credential bigint, out language text, out stale boolean,
    out tenant int, out zone text, out grants json)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if kind = 'session' then
    select a.id, s.id, a.language, s.last_seen_at < now() - interval '5 minutes'
    into account, credential, language, stale
    from identity.session s join identity.account a on a.id = s.account_id
    where s.token_hash = resolve_actor.token_hash and s.expires_at > now() and a.disabled_at is null;
  else
    select a.id, t.id, a.language, coalesce(t.last_used_at < now() - interval '5 minutes', true)
    into account, credential, language, stale
    from identity.api_token t join identity.account a on a.id = t.account_id
    where t.token_hash = resolve_actor.token_hash and t.revoked_at is null and t.expires_at > now()
      and a.disabled_at is null;
  end if;
  if account is null then
    return;
  end if;
  select m.tenant_id, min(m.time_zone), json_agg(json_build_object('role', m.role, 'region', m.region_id,
    'tenant', m.tenant_id, 'organisation', m.organisation_id, 'person', m.person_id))
  into tenant, zone, grants
  from (
    select f.*, min(f.tenant_id) over () = max(f.tenant_id) over () as only_one
    from registry.grant_in_force f
    where f.account_id = resolve_actor.account and (district_code is null or f.district = district_code)
  ) as m
  where m.only_one
  group by m.tenant_id;
end $$;

-- The districts an account may choose between today.
create function registry.districts_of(account bigint)
  returns table (code text, name text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct d.code, d.name
  from registry.grant_in_force f join registry.district d on d.id = f.tenant_id
  where f.account_id = districts_of.account
  order by d.name, d.code
$$;

-- Which of these accounts have a grant, now or later, outside the connection's district. A district's administrator may
-- give and take grants of such an account in the own district, but not touch the account: whoever can sign in as it
-- would reach the other district.
create function registry.accounts_elsewhere(accounts bigint[])
  returns setof bigint
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select g.account_id from registry.grant g
  where g.account_id = any (accounts) and g.tenant_id is distinct from platform.tenant()
    and g.ended_at is null and (g.to_on is null or g.to_on >= current_date - 1)
  union
  select r.account_id from registry.region_grant r
  where r.account_id = any (accounts) and r.ended_at is null and (r.to_on is null or r.to_on >= current_date - 1)
$$;

revoke execute on function registry.resolve_actor, registry.districts_of, registry.accounts_elsewhere from public;
grant execute on function registry.resolve_actor, registry.districts_of, registry.accounts_elsewhere to rost_app;
