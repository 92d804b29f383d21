create schema privacy;
grant usage on schema privacy to rost_app;

-- A text of consent as it was published. It is never edited: another wording is another version.
create table privacy.consent_text (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  kind text not null,
  version int not null,
  title text not null check (title <> ''),
  body text not null check (body <> ''),
  published_at timestamptz not null default now(),
  published_by bigint,
  primary key (tenant_id, id),
  unique (tenant_id, kind, version)
);
call platform.secure('privacy.consent_text');
revoke update, delete on privacy.consent_text from rost_app;

-- Given by the person in their account, or on paper and entered by somebody; so is the withdrawal.
create table privacy.consent (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  person_id bigint not null,
  text_id bigint not null,
  given_at timestamptz not null default now(),
  -- Of consents on paper the day they were signed.
  signed_on date,
  given_by bigint,
  withdrawn_at timestamptz,
  withdrawn_by bigint,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references registry.person (tenant_id, id),
  foreign key (tenant_id, text_id) references privacy.consent_text (tenant_id, id)
);
create index consent_person on privacy.consent (tenant_id, person_id);
create index consent_text_of on privacy.consent (tenant_id, text_id);
call platform.secure('privacy.consent');
