-- The ground every module stands on: the tenant of the connection, the journal, kept answers for repeated POSTs,
-- schedules. Tables of a district carry tenant_id first in their key and let a connection see one tenant only.
create schema platform;
grant usage on schema platform to rost_app, rost_region;

-- The district this connection (or transaction) works for; null sees nothing of anybody.
create function platform.tenant() returns int
  language sql stable parallel safe
  return nullif(current_setting('rost.tenant', true), '')::int;

-- The second wall: called once for every table of a tenant, in the migration that creates it.
create procedure platform.secure(target regclass)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  -- A sub-select is evaluated once a statement, not once a row.
  execute format(
    'create policy tenant on %s to rost_app, rost_region using (tenant_id = (select platform.tenant()))', target);
  execute format('grant select, insert, update, delete on %s to rost_app', target);
end $$;

-- Who did what: ids only, names are resolved when read. Appended in the transaction of the command; never changed.
create table platform.journal (
  id bigint generated always as identity primary key,
  tenant_id int,
  at timestamptz not null default now(),
  account_id bigint,
  -- 'account', 'operator' (command line) or 'job'
  actor_kind text not null check (actor_kind in ('account', 'operator', 'job', 'anonymous')),
  request_id text,
  action text not null,
  object_kind text,
  object_id bigint,
  details jsonb
);
create index journal_object on platform.journal (tenant_id, object_kind, object_id);
create index journal_account on platform.journal (account_id, at desc);
alter table platform.journal enable row level security;
create policy tenant on platform.journal for select to rost_app
  using (tenant_id is not distinct from (select platform.tenant()));
create policy append on platform.journal for insert to rost_app
  with check (tenant_id is not distinct from (select platform.tenant()));
grant select, insert on platform.journal to rost_app;

-- Answers kept for a day, so that a POST repeated with the same Idempotency-Key is done once.
create table platform.kept_answer (
  account_id bigint not null,
  key text not null,
  request_hash bytea not null,
  status smallint,
  reply jsonb,
  created_at timestamptz not null default now(),
  primary key (account_id, key)
);
create index kept_answer_age on platform.kept_answer (created_at);
grant select, insert, update, delete on platform.kept_answer to rost_app;

-- Buckets of the rate limiter, shared by all servers on this database.
create unlogged table platform.rate_bucket (
  key text primary key,
  tokens double precision not null,
  refilled_at timestamptz not null
);
grant select, insert, update, delete on platform.rate_bucket to rost_app;

-- Fresh statistics for tables that a load has just filled: without them the first figures are planned for empty tables.
-- The application owns no table, so it asks through this door, for tables it may read anyway. A small sample does: the
-- database takes a large one by itself, some time later.
create function platform.refresh_statistics(tables regclass[]) returns void
  language plpgsql security definer
  set search_path = pg_catalog
  set default_statistics_target = 10
as $$
declare
  target regclass;
begin
  foreach target in array tables loop
    execute format('analyze %s', target);
  end loop;
end $$;
revoke execute on function platform.refresh_statistics from public;
grant execute on function platform.refresh_statistics to rost_app;
