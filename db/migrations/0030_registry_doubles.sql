-- Two cards of one person: found, decided on, merged, and parted again.

-- Somebody looked at both and said that they are two people: not asked again.
create table registry.people_told_apart (
  tenant_id int not null default platform.tenant(),
  first_id bigint not null,
  second_id bigint not null,
  account_id bigint,
  at timestamptz not null default now(),
  primary key (tenant_id, first_id, second_id),
  check (first_id < second_id)
);
call registry.refer('registry.people_told_apart', 'first_id', 'registry.person', 'cascade');
call registry.refer('registry.people_told_apart', 'second_id', 'registry.person', 'cascade');
call platform.secure('registry.people_told_apart');
call registry.watch_matching('registry.people_told_apart', 'at');

-- A card that was merged into another, with all it takes to part them again.
create table registry.person_merge (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  kept_id bigint not null,
  gone_id bigint not null,
  -- Rows as jsonb: the card that is gone, and the one that stayed as it was before and is after.
  gone jsonb not null,
  kept_before jsonb not null,
  kept_after jsonb not null,
  -- Former surnames of the card that is gone, and which surnames the one that stayed did not have.
  gone_surnames text[] not null,
  surnames text[] not null,
  -- [{"table", "column", "ids"}]: records that changed hands.
  moved jsonb not null,
  -- [{"table", "row"}]: records that both had.
  dropped jsonb not null,
  -- Rows that later loads took are known by the card that stayed.
  last_taken_batch bigint not null,
  account_id bigint,
  at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (tenant_id, id)
);
-- The card that stayed may itself go into another one later: no foreign key.
create unique index person_merge_in_force on registry.person_merge (tenant_id, gone_id) where undone_at is null;
create index person_merge_kept on registry.person_merge (tenant_id, kept_id);
call platform.secure('registry.person_merge');

-- A row of a file that names the card that is gone means the one that stayed.
call registry.watch_matching('registry.person_merge', 'undone_at');
