-- Doors (docs/adr/0013-doors.md): a second factor, time-outs by rule of the district, API tokens of fewer permissions,
-- accounts nobody uses.

-- The one-time codes of an account: a secret shared with an application on its owner's telephone.
create table identity.totp (
  account_id bigint primary key references identity.account on delete cascade,
  -- Sealed with the master keyring, bound to the account.
  sealed_secret bytea not null,
  created_at timestamptz not null default now(),
  -- null: begun, and no code of it was typed yet; asked of nobody until then.
  confirmed_at timestamptz,
  -- The last half minute (since 1970) whose code was taken: no code is taken twice, nor an older one after it.
  last_step bigint
);
grant select, insert, update, delete on identity.totp to rost_app;

-- Codes on paper for the day the telephone is lost. Keyed hashes bound to the account; each works once.
create table identity.recovery_code (
  account_id bigint not null references identity.account on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);
grant select, insert, update, delete on identity.recovery_code to rost_app;

-- Between the first factor and the second there is no session: only this, good for ten minutes and a few tries.
create table identity.second_step (
  token_hash bytea primary key,
  account_id bigint not null references identity.account on delete cascade,
  opened_by text not null check (opened_by in ('password', 'link', 'code')),
  tries int not null default 0,
  expires_at timestamptz not null
);
create index second_step_account on identity.second_step (account_id);
create index second_step_expiry on identity.second_step (expires_at);
grant select, insert, update, delete on identity.second_step to rost_app;

-- How long a session rests and lives at most. Set with its first use, by the rules of the districts its account works in;
-- one that is never used is over after a quarter of an hour.
alter table identity.session
  add column rest interval,
  add column life interval;

-- What an API token may at most; null: whatever its owner may.
alter table identity.api_token
  add column permissions text[];

alter table identity.account
  -- When somebody last came in by it, or it was let in again; to the day.
  add column used_at timestamptz not null default now(),
  -- Its owner was told that it will be disabled because nobody uses it.
  add column unused_told_at timestamptz,
  add column disabled_as text check (disabled_as in ('hand', 'unused'));
create index account_used on identity.account (used_at) where disabled_at is null;

-- How one signs in to a district. A district without a row has these defaults.
create table registry.sign_in_rule (
  tenant_id int primary key default platform.tenant() references registry.district,
  version int not null default 1,
  -- Roles whose holders reach nothing without a second factor.
  second_factor text[] not null default '{}',
  rest_minutes int not null default 720 check (rest_minutes between 15 and 1440),
  life_hours int not null default 336 check (life_hours between 1 and 336),
  -- Accounts nobody used for so many days are disabled.
  unused_days int not null default 90 check (unused_days between 30 and 730),
  -- Who looks as somebody else may also change.
  looks_change boolean not null default false
);
call platform.secure('registry.sign_in_rule');
revoke delete on registry.sign_in_rule from rost_app;

-- The strictest time-outs of the districts an account works in today.
create function registry.session_limits(account bigint, out rest_minutes int, out life_hours int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(min(coalesce(r.rest_minutes, 720)), 720), coalesce(min(coalesce(r.life_hours, 336)), 336)
  from registry.grant_in_force g left join registry.sign_in_rule r on r.tenant_id = g.tenant_id
  where g.account_id = session_limits.account
$$;

-- Accounts that were not used for so long that they will be disabled within `ahead` days, by each district they belong to;
-- the most patient of several districts decides. Who never came in cannot (slips run out), so nobody is told of them.
create function registry.unused_accounts(ahead int)
  returns table (account bigint, tenant int, days_left int, told boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with due as (
    select a.id, a.used_at, a.unused_told_at, max(coalesce(r.unused_days, 90)) as patience,
      array_agg(distinct g.tenant_id) as tenants
    from identity.account a
    join (
      select account_id, tenant_id from registry.grant
      union select r.account_id, d.id from registry.region_grant r join registry.district d on d.region_id = r.region_id
    ) g on g.account_id = a.id
    left join registry.sign_in_rule r on r.tenant_id = g.tenant_id
    where a.disabled_at is null and (a.password_hash is not null or a.email is not null)
      and a.used_at < now() - interval '16 days'
    group by a.id
  )
  select d.id, t, d.patience - extract(day from now() - d.used_at)::int, d.unused_told_at is not null
  from due d, unnest(d.tenants) as t
  where now() - d.used_at > make_interval(days => d.patience - unused_accounts.ahead)
$$;

-- Accounts that had a role and have none today, with somebody still signed in or a token that is still good.
create function registry.leavers()
  returns setof bigint
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.id
  from identity.account a
  where (exists (select from identity.session s where s.account_id = a.id and s.expires_at > now())
      or exists (select from identity.api_token t
        where t.account_id = a.id and t.revoked_at is null and t.expires_at > now()))
    and (exists (select from registry.grant g where g.account_id = a.id)
      or exists (select from registry.region_grant g where g.account_id = a.id))
    and not exists (select from registry.grant_in_force f where f.account_id = a.id)
$$;

revoke execute on function registry.session_limits, registry.unused_accounts, registry.leavers from public;
grant execute on function registry.session_limits, registry.unused_accounts, registry.leavers to rost_app;

-- As before (0004), and: the permissions a token was made for, and whether the rules of the district ask of one of the
-- roles for a second factor the account does not have.
drop function registry.resolve_actor(bytea, text, text);
create function registry.resolve_actor(token_hash bytea, kind text, district_code text,
    out account bigint, out credential bigint, out language text, out stale boolean, out permissions text[],
    out tenant int, out zone text, out grants json, out unready boolean)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if kind = 'session' then
    select a.id, s.id, a.language,
      s.rest is null or s.last_seen_at < now() - least(interval '5 minutes', s.rest / 15)
    into account, credential, language, stale
    from identity.session s join identity.account a on a.id = s.account_id
    where s.token_hash = resolve_actor.token_hash and s.expires_at > now() and a.disabled_at is null;
  else
    select a.id, t.id, a.language, coalesce(t.last_used_at < now() - interval '5 minutes', true), t.permissions
    into account, credential, language, stale, permissions
    from identity.api_token t join identity.account a on a.id = t.account_id
    where t.token_hash = resolve_actor.token_hash and t.revoked_at is null and t.expires_at > now()
      and a.disabled_at is null;
  end if;
  if account is null then
    return;
  end if;
  select m.tenant_id, min(m.time_zone), json_agg(json_build_object('role', m.role, 'region', m.region_id,
    'tenant', m.tenant_id, 'organisation', m.organisation_id, 'person', m.person_id)),
    bool_or(m.role = any (r.second_factor))
  into tenant, zone, grants, unready
  from (
    select f.*, min(f.tenant_id) over () = max(f.tenant_id) over () as only_one
    from registry.grant_in_force f
    where f.account_id = resolve_actor.account and (district_code is null or f.district = district_code)
  ) as m
  left join registry.sign_in_rule r on r.tenant_id = m.tenant_id
  where m.only_one
  group by m.tenant_id;
  if unready then
    unready := not exists (
      select from identity.totp t where t.account_id = resolve_actor.account and t.confirmed_at is not null);
  end if;
end $$;
revoke execute on function registry.resolve_actor from public;
grant execute on function registry.resolve_actor to rost_app;
