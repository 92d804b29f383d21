-- Learning that people completed elsewhere, with a photo or scan of the document; confirmed, it is a row of learning.
create table documents.elsewhere (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  person_id bigint not null,
  -- Which confirms it: theirs when they sent it; null: the centre does.
  organisation_id bigint,
  kind text not null check (kind in ('upskilling', 'retraining')),
  form text not null check (form in ('in_person', 'distance', 'blended')),
  programme text not null check (programme <> '' and length(programme) <= 500),
  provider text not null check (provider <> '' and length(provider) <= 300),
  hours numeric not null check (hours > 0),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  number text not null check (number <> '' and length(number) <= 100),
  -- `draft`: there is no file yet.
  state text not null default 'draft' check (state in ('draft', 'asked', 'returned', 'confirmed')),
  -- Why it was sent back.
  word text check (length(word) <= 500),
  made_at timestamptz not null default now(),
  confirmed_by bigint,
  -- The row of learning it became; null where a file had told of the same before.
  learning_id bigint,
  -- Sealed by the key of the district, with the table and id as context.
  file bytea check (length(file) <= 5300000),
  file_type text check (file_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references registry.person,
  foreign key (tenant_id, organisation_id) references registry.organisation,
  check ((file is null) = (file_type is null)),
  check (state = 'draft' or file is not null),
  check ((state = 'returned') = (word is not null)),
  check (learning_id is null or state = 'confirmed'),
  check ((state = 'confirmed') = (confirmed_by is not null))
);
alter table documents.elsewhere alter column file set storage external;
create index elsewhere_person on documents.elsewhere (tenant_id, person_id, ends_on desc);
create index elsewhere_organisation on documents.elsewhere (tenant_id, organisation_id, made_at) where state <> 'draft';
create index elsewhere_made on documents.elsewhere (tenant_id, made_at) where state <> 'draft';
create index elsewhere_asked on documents.elsewhere (tenant_id, organisation_id) where state = 'asked';
call platform.secure('documents.elsewhere');
