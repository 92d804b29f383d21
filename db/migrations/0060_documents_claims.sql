-- What people say they did beyond their lessons; confirmed, it is answered with a numbered certificate.
create table documents.claim (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  person_id bigint not null,
  -- Which says that it was so: theirs when they claimed it; null: the centre does.
  organisation_id bigint,
  title text not null check (title <> '' and length(title) <= 300),
  done_on date not null,
  place text not null check (place <> '' and length(place) <= 300),
  -- What was on record before they said it: the event at which they spoke.
  source_kind text,
  source_id bigint,
  state text not null default 'asked' check (state in ('asked', 'returned', 'confirmed', 'certified')),
  -- Why it was sent back.
  word text check (length(word) <= 500),
  made_at timestamptz not null default now(),
  confirmed_by bigint,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references registry.person,
  foreign key (tenant_id, organisation_id) references registry.organisation,
  check ((source_kind is null) = (source_id is null)),
  check ((state = 'returned') = (word is not null)),
  check (state <> 'confirmed' or confirmed_by is not null)
);
create index claim_person on documents.claim (tenant_id, person_id, done_on desc);
create index claim_organisation on documents.claim (tenant_id, organisation_id, done_on desc);
create index claim_open on documents.claim (tenant_id, state, organisation_id) where state in ('asked', 'confirmed');
create index claim_done on documents.claim (tenant_id, done_on desc);
call platform.secure('documents.claim');
