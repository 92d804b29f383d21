-- By which populations find who published, was awarded, or took part.
create index concurrently elsewhere_facts on documents.elsewhere (tenant_id, kind, ends_on) where state = 'confirmed';
