-- Who signs in. Global: an account belongs to no district; a grant (registry) joins it to one.
-- Secrets are kept as SHA-256 of 256 random bits, so a reader of the tables cannot sign in.
create schema identity;
grant usage on schema identity to rost_app;

create table identity.account (
  id bigint generated always as identity primary key,
  email text not null,
  -- The form in which addresses are compared.
  email_key text not null unique,
  name text not null,
  language text check (language in ('ru', 'en')),
  password_hash text,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  version int not null default 1
);
grant select, insert, update on identity.account to rost_app;

create table identity.session (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  account_id bigint not null references identity.account on delete cascade,
  opened_by text not null check (opened_by in ('password', 'link')),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  -- Moves with use (12 hours of rest), never beyond 14 days after created_at.
  expires_at timestamptz not null,
  user_agent text not null,
  address text not null
);
create index session_account on identity.session (account_id);
create index session_expiry on identity.session (expires_at);
grant select, insert, update, delete on identity.session to rost_app;

-- A one-time link: from the mail of the account's owner, or handed over by an administrator.
create table identity.sign_in_link (
  token_hash bytea primary key,
  account_id bigint not null references identity.account on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_link_account on identity.sign_in_link (account_id);
create index sign_in_link_expiry on identity.sign_in_link (expires_at);
grant select, insert, update, delete on identity.sign_in_link to rost_app;

create table identity.api_token (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  account_id bigint not null references identity.account on delete cascade,
  name text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz
);
create index api_token_account on identity.api_token (account_id);
grant select, insert, update, delete on identity.api_token to rost_app;

-- Browsers, and the networks they came from, that signed in before: their tries have buckets of their own, so that nobody
-- else's wrong passwords keep the owner out. One browser may be known for several accounts and from several networks.
create table identity.known_device (
  token_hash bytea not null,
  account_id bigint not null references identity.account on delete cascade,
  network text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  primary key (token_hash, account_id, network)
);
create index known_device_account on identity.known_device (account_id, network);
create index known_device_age on identity.known_device (last_used_at);
grant select, insert, update, delete on identity.known_device to rost_app;
