-- What people changed by hand in the registry, as it was before and is after: shown beside the card, and taken back.
-- A load is not here: where its values come from stands in the rows themselves.
create table registry.revision (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  kind text not null check (kind in ('person', 'employment', 'organisation')),
  object_id bigint not null,
  -- Whose card shows it, and for an employment which employer may see it.
  person_id bigint,
  organisation_id bigint,
  -- The whole row as jsonb; null where it was added, or removed.
  before jsonb,
  after jsonb,
  account_id bigint,
  at timestamptz not null default now(),
  -- The revision this one takes back.
  undoes bigint,
  primary key (tenant_id, id),
  unique (tenant_id, undoes),
  check (before is not null or after is not null)
);
create index revision_person on registry.revision (tenant_id, person_id, id) where person_id is not null;
create index revision_organisation on registry.revision (tenant_id, object_id, id) where kind = 'organisation';
call platform.secure('registry.revision');
