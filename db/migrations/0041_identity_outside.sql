-- Signing in by an outside provider (docs/adr/0015-further-doors.md): which account of it belongs to which account here.
create table identity.outside_link (
  -- As the settings name the provider.
  provider text not null,
  -- Who it is there; never given to anybody else.
  subject text not null,
  account_id bigint not null references identity.account on delete cascade,
  linked_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (provider, subject),
  unique (provider, account_id)
);
create index outside_link_account on identity.outside_link (account_id);
grant select, insert, update, delete on identity.outside_link to rost_app;

alter table identity.session drop constraint session_opened_by_check,
  add constraint session_opened_by_check check (opened_by in ('password', 'link', 'code', 'passkey', 'outside')),
  -- Opened by a provider of which the operator says that it asks for two factors itself.
  add column vouched boolean not null default false;
alter table identity.second_step drop constraint second_step_opened_by_check,
  add constraint second_step_opened_by_check check (opened_by in ('password', 'link', 'code', 'outside'));

-- As before (0040), and: a session a provider vouches for has its second factor.
create or replace function registry.resolve_actor(token_hash bytea, kind text, district_code text,
    out account bigint, out credential bigint, out language text, out stale boolean, out permissions text[],
    out tenant int, out zone text, out grants json, out unready boolean, out looker bigint, out looker_changes boolean)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  seen bigint;
  place int;
  by_two boolean;
begin
  if kind = 'session' then
    select a.id, s.id, a.language,
      s.rest is null or s.last_seen_at < now() - least(interval '5 minutes', s.rest / 15),
      case when s.looks_until > now() then s.looks_as end, s.looks_in, s.vouched
    into account, credential, language, stale, seen, place, by_two
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
    unready := looker is null and by_two is not true and not identity.has_second_factor(account);
  end if;
end $$;
