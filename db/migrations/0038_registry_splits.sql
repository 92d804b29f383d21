-- A card of two people that was split, with all it takes to make one of both cards again.
create table registry.person_split (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  kept_id bigint not null,
  parted_id bigint not null,
  -- Rows as jsonb: the card that was split as it was, and the new one.
  kept_before jsonb not null,
  parted jsonb not null,
  -- [{"table", "column", "ids"}]: records that changed hands.
  moved jsonb not null,
  takes_number boolean not null,
  account_id bigint,
  at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (tenant_id, id)
);
-- Either card may go into another one later: no foreign key.
create unique index person_split_in_force on registry.person_split (tenant_id, parted_id) where undone_at is null;
create index person_split_kept on registry.person_split (tenant_id, kept_id);
call platform.secure('registry.person_split');
