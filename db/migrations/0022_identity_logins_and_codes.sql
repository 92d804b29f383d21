-- Most teachers of a district have no address of mail that they use for work: they sign in by a login name, and come in
-- for the first time by a code on a printed slip (docs/adr/0011-logins-and-slips.md).
alter table identity.account
  alter column email drop not null,
  alter column email_key drop not null,
  -- In the form in which it is compared; never an @, so that it is no address.
  add column login text unique check (login ~ '^[a-z][a-z0-9.-]{1,63}$'),
  add check ((email is null) = (email_key is null)),
  add check (email is not null or login is not null);

alter table identity.session drop constraint session_opened_by_check,
  add constraint session_opened_by_check check (opened_by in ('password', 'link', 'code'));

-- One code an account: a new slip makes the old one worthless, and one that was used is gone. Unlike links a code can be
-- typed, so it is short, and its hash is keyed: a reader of the tables cannot try all codes.
create table identity.sign_in_code (
  account_id bigint primary key references identity.account on delete cascade,
  code_hash bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sign_in_code_expiry on identity.sign_in_code (expires_at);
grant select, insert, update, delete on identity.sign_in_code to rost_app;
