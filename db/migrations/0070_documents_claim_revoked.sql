-- A claim whose certificate was revoked is certified no more.
alter table documents.claim drop constraint claim_state_check;
alter table documents.claim add constraint claim_state_check
  check (state in ('asked', 'returned', 'confirmed', 'certified', 'revoked')) not valid;

-- Those there are: the last paper under the number of their certificate is the one that counts.
update documents.claim c set state = 'revoked', version = c.version + 1
from documents.document g
join documents.document d on (d.tenant_id, d.series_id, d.year, d.count) = (g.tenant_id, g.series_id, g.year, g.count)
where g.tenant_id = c.tenant_id and g.source_kind = 'claim' and g.source_id = c.id and c.state = 'certified'
  and d.state = 'revoked'
  and not exists (select from documents.document o
    where (o.tenant_id, o.source_kind, o.source_id) = (g.tenant_id, 'claim', c.id) and o.id > g.id);
