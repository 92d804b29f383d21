-- A snapshot is computed, approved by a document, then published: first only the district's own people see it, once
-- approved each school its own figures, once published everybody who may see figures.
alter table indicators.snapshot
  add column state text not null default 'computed' check (state in ('computed', 'approved', 'published')),
  add column document_number text,
  add column document_on date,
  add column signatory text,
  add column approved_at timestamptz,
  add column approved_by bigint,
  add column published_at timestamptz,
  add column published_by bigint,
  add check ((state = 'computed') = (approved_at is null)),
  add check ((approved_at is null) = (document_number is null)),
  add check ((approved_at is null) = (document_on is null)),
  add check ((approved_at is null) = (signatory is null)),
  add check ((state = 'published') = (published_at is not null));
