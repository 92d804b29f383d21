-- A row that is refused again in a later load waits there, and not twice. Chains: the later one may be overtaken, too.
alter table registry.faulty_row add column overtaken_by bigint;
-- Whether somebody has to mend it, where it stands.
alter table registry.faulty_row add column waits boolean not null
  generated always as (mended_at is null and left_out_at is null and overtaken_by is null) stored;
create index faulty_row_overtaken on registry.faulty_row (tenant_id, overtaken_by) where overtaken_by is not null;
create index faulty_row_waits on registry.faulty_row (tenant_id, source_id) where waits;
