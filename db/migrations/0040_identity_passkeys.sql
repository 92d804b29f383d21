-- Passkeys (docs/adr/0015-further-doors.md); and accounts nobody ever came in by are disabled like those nobody uses any more.

-- A key pair whose private half stays in the owner's device or keyring. It asks for finger, face or PIN, so it stands for
-- both factors.
create table identity.passkey (
  id bigint generated always as identity primary key,
  account_id bigint not null references identity.account on delete cascade,
  -- As the device names it; public, and of nobody else.
  credential_id bytea not null unique,
  public_key bytea not null,
  -- How often the device says it was used; 0 where it does not count. It never goes back.
  counter bigint not null,
  -- How a browser reaches the device: a hint of its own.
  transports text[] not null default '{}',
  -- In its owner's words.
  name text not null check (length(name) between 1 and 100),
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index passkey_account on identity.passkey (account_id);
grant select, insert, update, delete on identity.passkey to rost_app;

-- What was asked of a device and answered: no answer is looked at twice.
create table identity.spent_challenge (
  challenge_hash bytea primary key,
  expires_at timestamptz not null
);
create index spent_challenge_expiry on identity.spent_challenge (expires_at);
grant select, insert, delete on identity.spent_challenge to rost_app;

alter table identity.session drop constraint session_opened_by_check,
  add constraint session_opened_by_check check (opened_by in ('password', 'link', 'code', 'passkey'));

-- Whether more than the password is asked of the account.
create function identity.has_second_factor(account bigint) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from identity.totp t where t.account_id = account and t.confirmed_at is not null)
    or exists (select from identity.passkey p where p.account_id = account)
$$;
revoke execute on function identity.has_second_factor from public;
grant execute on function identity.has_second_factor to rost_app;

alter table identity.account
  -- When a slip was printed or a link handed over, last.
  add column invited_at timestamptz;

-- As before (0034), and: who never came in has from the day the account was made, or the last slip or link handed over.
create or replace function registry.unused_accounts(ahead int)
  returns table (account bigint, tenant int, days_left int, told boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with due as (
    select a.id, greatest(a.used_at, a.invited_at) as since, a.unused_told_at,
      max(coalesce(r.unused_days, 90)) as patience, array_agg(distinct g.tenant_id) as tenants
    from identity.account a
    join (
      select account_id, tenant_id from registry.grant
      union select r.account_id, d.id from registry.region_grant r join registry.district d on d.region_id = r.region_id
    ) g on g.account_id = a.id
    left join registry.sign_in_rule r on r.tenant_id = g.tenant_id
    where a.disabled_at is null and a.used_at < now() - interval '16 days'
      and (a.invited_at is null or a.invited_at < now() - interval '16 days')
    group by a.id
  )
  select d.id, t, d.patience - extract(day from now() - d.since)::int, d.unused_told_at is not null
  from due d, unnest(d.tenants) as t
  where now() - d.since > make_interval(days => d.patience - unused_accounts.ahead)
$$;

-- As before (0035), and: a passkey is a second factor too.
create or replace function registry.resolve_actor(token_hash bytea, kind text, district_code text,
    out account bigint, out credential bigint, out language text, out stale boolean, out permissions text[],
    out tenant int, out zone text, out grants json, out unready boolean, out looker bigint, out looker_changes boolean)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  seen bigint;
  place int;
begin
  if kind = 'session' then
    select a.id, s.id, a.language,
      s.rest is null or s.last_seen_at < now() - least(interval '5 minutes', s.rest / 15),
      case when s.looks_until > now() then s.looks_as end, s.looks_in
    into account, credential, language, stale, seen, place
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
  if seen is not null
    and exists (select from identity.account a where a.id = seen and a.disabled_at is null)
    and exists (select from registry.grant_in_force f where f.account_id = account and f.tenant_id = place) then
    looker := account;
    account := seen;
  end if;
  select m.tenant_id, min(m.time_zone), json_agg(json_build_object('role', m.role, 'region', m.region_id,
    'tenant', m.tenant_id, 'organisation', m.organisation_id, 'person', m.person_id)),
    bool_or(m.role = any (r.second_factor)), bool_or(r.looks_change)
  into tenant, zone, grants, unready, looker_changes
  from (
    select f.*, min(f.tenant_id) over () = max(f.tenant_id) over () as only_one
    from registry.grant_in_force f
    where f.account_id = resolve_actor.account
      and case when looker is null then district_code is null or f.district = district_code else f.tenant_id = place end
  ) as m
  left join registry.sign_in_rule r on r.tenant_id = m.tenant_id
  where m.only_one
  group by m.tenant_id;
  if unready then
    unready := looker is null and not identity.has_second_factor(account);
  end if;
end $$;
