-- What the federal register of documents of education (ФИС ФРДО) is told of documents given.

-- What is the same for all documents of the district, and within how many working days they are told of.
create table documents.federal_rule (
  tenant_id int primary key default platform.tenant() references registry.district,
  version int not null default 1,
  days int not null default 20 check (days between 1 and 250),
  citizenship text check (citizenship ~ '^[0-9]{3}$'),
  study_form text,
  funding text,
  field text check (length(field) between 1 and 200),
  speciality_group text check (length(speciality_group) between 1 and 200)
);
call platform.secure('documents.federal_rule');
revoke delete on documents.federal_rule from rost_app;

-- What the register asks of who was given a document, and nobody else needs.
create table documents.learner (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  person_id bigint not null,
  citizenship text check (citizenship ~ '^[0-9]{3}$'),
  education text,
  diploma_surname text check (length(diploma_surname) between 1 and 100),
  diploma_series text check (length(diploma_series) between 1 and 30),
  diploma_number text check (length(diploma_number) between 1 and 30),
  primary key (tenant_id, id),
  unique (tenant_id, person_id),
  foreign key (tenant_id, person_id) references registry.person
);
call platform.secure('documents.learner');

-- What it asks of a document beside what the document says; null: as is usual in the district.
create table documents.federal_note (
  tenant_id int not null default platform.tenant() references registry.district,
  document_id bigint not null,
  study_form text,
  funding text,
  field text check (length(field) between 1 and 200),
  speciality_group text check (length(speciality_group) between 1 and 200),
  -- Why another paper took the place of the first one.
  cause text check (cause in ('lost', 'exchanged')),
  primary key (tenant_id, document_id),
  foreign key (tenant_id, document_id) references documents.document
);
call platform.secure('documents.federal_note');

-- A file for the register, and what it answered to each row.
create table documents.federal_file (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  year int not null,
  count int not null check (count > 0),
  template text not null,
  made_on date not null,
  made_by bigint,
  primary key (tenant_id, id),
  unique (tenant_id, year, count)
);
call platform.secure('documents.federal_file');
revoke update, delete on documents.federal_file from rost_app;

create table documents.federal_row (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  file_id bigint not null,
  document_id bigint not null,
  -- Null once the person is erased.
  person_id bigint,
  says text not null check (says in ('original', 'duplicate', 'annulled')),
  -- The cells as they were told, with the СНИЛС among them: sealed by the key of the district.
  cells bytea,
  answer text not null default 'waiting' check (answer in ('waiting', 'taken', 'refused')),
  -- Why it was refused.
  word text check (length(word) <= 500),
  answered_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references documents.federal_file,
  foreign key (tenant_id, document_id) references documents.document,
  foreign key (tenant_id, person_id) references registry.person (tenant_id, id),
  check ((answer = 'refused') = (word is not null)),
  check ((answer = 'waiting') = (answered_on is null))
);
create index federal_row_file on documents.federal_row (tenant_id, file_id, id);
create index federal_row_person on documents.federal_row (tenant_id, person_id) where person_id is not null;
create index federal_row_document on documents.federal_row (tenant_id, document_id);
-- The same is told once, and again only where it was refused.
create unique index federal_row_once on documents.federal_row (tenant_id, document_id, says) where answer <> 'refused';
call platform.secure('documents.federal_row');
revoke delete on documents.federal_row from rost_app;
