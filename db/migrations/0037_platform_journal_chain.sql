-- The journal sealed into a chain: of each entry a digest, and a keyed hash over it and the seal before. Whoever edits,
-- removes or reorders entries, also as the owner of the database, leaves a chain that does not hold; the key is wrapped
-- by the master secret, which the database does not know.
create table platform.journal_key (
  one boolean primary key default true check (one),
  wrapped bytea not null
);
grant select, insert on platform.journal_key to rost_app;

create table platform.journal_seal (
  seq bigint primary key,
  -- No foreign key: that an entry is gone has to show.
  entry_id bigint not null unique,
  digest bytea not null,
  hash bytea not null,
  at timestamptz not null default now()
);
create index journal_seal_age on platform.journal_seal (at);
grant select, insert on platform.journal_seal to rost_app;

-- Of an entry its digest alone: the application seals the journals of all districts and may read that of one.
create function platform.journal_digest(entry platform.journal) returns bytea
  language sql stable
  return sha256(convert_to(jsonb_build_array(
    entry.id, entry.tenant_id, extract(epoch from entry.at), entry.account_id, entry.as_account_id, entry.actor_kind, entry.request_id,
    entry.action, entry.object_kind, entry.object_id, entry.details)::text, 'UTF8'));

-- Entries without a seal in the order of their numbers. An entry may become visible after later ones (its transaction
-- took longer), but not by more than two hours: nothing runs that long.
create function platform.unsealed_journal(most int) returns table (id bigint, digest bytea, at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
begin atomic
  select j.id, platform.journal_digest(j), j.at
  from platform.journal j
  where j.id > coalesce(
      (select max(s.entry_id) from platform.journal_seal s
        where s.seq <= (select max(o.seq) from platform.journal_seal o where o.at < now() - interval '2 hours')), 0)
    and not exists (select from platform.journal_seal s where s.entry_id = j.id)
  order by j.id limit most;
end;

-- The chain from a seal on, each with the digest its entry has now (null: it is gone).
create function platform.journal_chain(after bigint, most int)
  returns table (seq bigint, entry_id bigint, sealed bytea, hash bytea, digest bytea)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
begin atomic
  select s.seq, s.entry_id, s.digest, s.hash, case when j.id is not null then platform.journal_digest(j) end
  from platform.journal_seal s left join platform.journal j on j.id = s.entry_id
  where s.seq > after order by s.seq limit most;
end;

revoke execute on function platform.unsealed_journal, platform.journal_chain, platform.journal_digest from public;
grant execute on function platform.unsealed_journal, platform.journal_chain to rost_app;
