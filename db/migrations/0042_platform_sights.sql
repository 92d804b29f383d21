-- Whose data was looked at: one row for each command that showed or took away people by name. The journal has the number of
-- them and a digest of their ids (docs/adr/0016); here they stand so that each of them finds who looked.
create table platform.sight (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  at timestamptz not null default now(),
  account_id bigint,
  as_account_id bigint,
  actor_kind text not null,
  -- The id of the contract.
  action text not null,
  -- What was closed and opened, and what for.
  island text,
  purpose text,
  reason text check (length(reason) <= 300),
  person_ids bigint[] not null check (cardinality(person_ids) > 0),
  primary key (tenant_id, id)
);
create index sight_people on platform.sight using gin (person_ids);
create index sight_age on platform.sight (at);
call platform.secure('platform.sight');
revoke update, delete on platform.sight from rost_app;

-- Found by the index, which row security alone would not allow: looking into arrays is not known to keep secrets.
create function platform.sights_of(people bigint[]) returns setof platform.sight
  language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select s.* from platform.sight s
  where s.person_ids && sights_of.people and s.tenant_id = (select platform.tenant());
end;

-- What is older than three years is forgotten; the journal keeps that somebody looked at so many.
create function platform.forget_sights() returns bigint
  language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  with gone as (delete from platform.sight where at < now() - interval '3 years' returning 1)
  select count(*) from gone;
end;
revoke execute on function platform.sights_of, platform.forget_sights from public;
grant execute on function platform.sights_of, platform.forget_sights to rost_app;
