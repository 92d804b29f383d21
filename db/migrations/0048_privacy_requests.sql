-- What people ask about their own data, with the clock of the answer, and what came of it.
create table privacy.request (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  -- Null once the person is erased.
  person_id bigint,
  -- Who asked, as the answer names them: kept with it, for it proves that there was one.
  applicant text not null check (applicant <> ''),
  kind text not null check (kind in ('copy', 'correction', 'withdrawal', 'erasure')),
  words text not null default '' check (length(words) <= 2000),
  on_paper boolean not null,
  received_on date not null,
  due_on date not null check (due_on >= received_on),
  -- Why it takes longer.
  extension text check (length(extension) <= 1000),
  responsible bigint,
  entered_by bigint,
  created_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'done', 'refused')),
  answer text check (length(answer) <= 4000),
  answered_at timestamptz,
  answered_by bigint,
  -- Of an erasure: who asked for it first where two have to, and what went and what stayed.
  erasure_by bigint,
  erased jsonb,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references registry.person (tenant_id, id),
  check ((state = 'open') = (answered_at is null)),
  check ((answered_at is null) = (answer is null))
);
create index request_open on privacy.request (tenant_id, due_on) where state = 'open';
create index request_person on privacy.request (tenant_id, person_id) where person_id is not null;
call platform.secure('privacy.request');

-- Keyed hashes of the names and the number of who was erased: the same file does not bring them back unnoticed.
create table registry.erased_person (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  request_id bigint,
  at timestamptz not null default now(),
  key_hashes bytea[] not null,
  primary key (tenant_id, id)
);
call platform.secure('registry.erased_person');

alter table registry.sign_in_rule add column erasure_by_two boolean not null default true;

-- Who looked at these people and nobody else: of others the row stays, with numbers that lead nowhere.
create function platform.forget_sights_of(people bigint[]) returns bigint
  language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  with gone as (
    delete from platform.sight s
    where s.person_ids && forget_sights_of.people and s.person_ids <@ forget_sights_of.people
      and s.tenant_id = (select platform.tenant())
    returning 1)
  select count(*) from gone;
end;
revoke execute on function platform.forget_sights_of from public;
grant execute on function platform.forget_sights_of to rost_app;

-- Who looked through whose eyes is forgotten like who looked at whom.
create function registry.forget_looks() returns bigint
  language sql volatile security definer set search_path = pg_catalog, pg_temp
begin atomic
  with gone as (delete from registry.look where ends_at < now() - interval '3 years' returning 1)
  select count(*) from gone;
end;
revoke execute on function registry.forget_looks from public;
grant execute on function registry.forget_looks to rost_app;
