-- Looking as somebody else, with a reason and for half an hour; and the journal as the security officer reads it
-- (docs/adr/0013-doors.md).
create table registry.look (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  -- Who looks, and as whom.
  looker_id bigint not null references identity.account,
  account_id bigint not null references identity.account,
  -- In the looker's own words; shown to the one looked as.
  reason text not null check (length(reason) between 5 and 300),
  started_at timestamptz not null default now(),
  ends_at timestamptz not null,
  primary key (tenant_id, id)
);
create index look_account on registry.look (tenant_id, account_id, id);
create index look_looker on registry.look (tenant_id, looker_id);
call platform.secure('registry.look');
revoke delete on registry.look from rost_app;

-- Until when, in which district and as whom the session looks.
alter table identity.session
  add column looks_as bigint references identity.account,
  add column looks_in int,
  add column looks_until timestamptz,
  add check ((looks_as is null) = (looks_in is null) and (looks_as is null) = (looks_until is null));
create index session_looks_as on identity.session (looks_as) where looks_as is not null;

-- Whose eyes were used; account_id is who did it.
alter table platform.journal add column as_account_id bigint;
create index journal_at on platform.journal (at desc);

-- Signing in belongs to no district. Whoever reads the journal of one reads there how its own accounts came in, too.
create policy doors on platform.journal for select to rost_app using (
  tenant_id is null and (select platform.tenant()) is not null and (
    account_id in (select g.account_id from registry.grant g)
    or (object_kind = 'account' and object_id in (select g.account_id from registry.grant g))));

-- As before (0034), and: the account and the grants of the one looked as while the session looks, as long as the looker has
-- a role in that district.
drop function registry.resolve_actor(bytea, text, text);
create function registry.resolve_actor(token_hash bytea, kind text, district_code text,
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
    unready := looker is null and not exists (
      select from identity.totp t where t.account_id = resolve_actor.account and t.confirmed_at is not null);
  end if;
end $$;
revoke execute on function registry.resolve_actor from public;
grant execute on function registry.resolve_actor to rost_app;
