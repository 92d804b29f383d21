-- Documents a district gives: on what letterhead, signed by whom, under which number, to whom, and whether they are still good.
create schema documents;
grant usage on schema documents to rost_app;

create table documents.letterhead (
  tenant_id int primary key default platform.tenant() references registry.district,
  version int not null default 1,
  name text not null default '' check (length(name) <= 500),
  place text not null default '' check (length(place) <= 100),
  postal text not null default '' check (length(postal) <= 300),
  requisites text not null default '' check (length(requisites) <= 500),
  emblem bytea check (length(emblem) <= 524288),
  emblem_type text check (emblem_type in ('image/png', 'image/jpeg')),
  check ((emblem is null) = (emblem_type is null))
);
call platform.secure('documents.letterhead');
revoke delete on documents.letterhead from rost_app;

-- Who signs, from a day to a day.
create table documents.signatory (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  name text not null check (name <> '' and length(name) <= 200),
  post text not null check (post <> '' and length(post) <= 200),
  from_on date not null,
  to_on date check (to_on >= from_on),
  version int not null default 1,
  primary key (tenant_id, id)
);
call platform.secure('documents.signatory');

-- A row of numbers: what stands before and after the count, which begins anew each year.
create table documents.series (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  kind text not null,
  title text not null check (title <> '' and length(title) <= 100),
  prefix text not null default '' check (length(prefix) <= 30),
  suffix text not null default '' check (length(suffix) <= 30),
  digits int not null default 1 check (digits between 1 and 8),
  retired boolean not null default false,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, title),
  unique (tenant_id, prefix, suffix),
  check (prefix || suffix like '%{YYYY}%' or prefix || suffix like '%{YY}%')
);
call platform.secure('documents.series');
revoke delete on documents.series from rost_app;

-- The last number given; whoever takes the next holds the row until the end of the transaction, so that none is left out.
create table documents.counter (
  tenant_id int not null default platform.tenant() references registry.district,
  series_id bigint not null,
  year int not null,
  last int not null check (last > 0),
  primary key (tenant_id, series_id, year),
  foreign key (tenant_id, series_id) references documents.series
);
call platform.secure('documents.counter');
revoke delete on documents.counter from rost_app;

-- Issued together: by whom and signed by whom, as it was then.
create table documents.batch (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  issuer text not null check (issuer <> ''),
  emblem bytea,
  emblem_type text,
  signatory_post text not null,
  signatory_name text not null,
  created_at timestamptz not null default now(),
  created_by bigint,
  -- Why not all of them could be printed.
  fault text check (fault in ('picture', 'printing')),
  primary key (tenant_id, id)
);
call platform.secure('documents.batch');
revoke delete on documents.batch from rost_app;

create table documents.document (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  batch_id bigint not null,
  kind text not null,
  series_id bigint not null,
  year int not null,
  count int not null,
  number text not null,
  -- 1, and one more for each that takes the place of the one before.
  edition int not null default 1 check (edition > 0),
  issued_on date not null,
  -- Null once the person is erased; who it was given to is written as it was then.
  person_id bigint,
  holder text not null,
  -- What it says, by its kind.
  about jsonb not null,
  -- Who reads the paper proves by it that the paper is good.
  code text not null unique check (code ~ '^[0-9a-z]{16}$'),
  state text not null default 'printing' check (state in ('printing', 'issued', 'replaced', 'revoked')),
  -- What is to be printed; once it is, the paper itself says it.
  sheet jsonb,
  body bytea,
  hash bytea,
  ended_at timestamptz,
  ended_for text check (length(ended_for) <= 500),
  ended_by bigint,
  -- The event it was given for, where there is one.
  source_kind text,
  source_id bigint,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, series_id, year, count, edition),
  foreign key (tenant_id, batch_id) references documents.batch,
  foreign key (tenant_id, series_id) references documents.series,
  foreign key (tenant_id, person_id) references registry.person (tenant_id, id),
  check ((body is null) = (hash is null)),
  check (state <> 'printing' or body is null),
  check (state = 'printing' or sheet is null),
  check ((state in ('replaced', 'revoked')) = (ended_at is not null)),
  check ((source_kind is null) = (source_id is null))
);
alter table documents.document alter column body set storage external;
create index document_issued on documents.document (tenant_id, issued_on desc, id desc);
create index document_person on documents.document (tenant_id, person_id) where person_id is not null;
create index document_batch on documents.document (tenant_id, batch_id);
-- Who was given what for an event. Two cards of one person may both hold one: that stays, for both were issued.
create index document_source on documents.document (tenant_id, source_kind, source_id) where source_id is not null;
call platform.secure('documents.document');
revoke delete on documents.document from rost_app;

-- What was issued stays as it was, byte by byte. Whose card it belongs to may change, and of who is erased name and text go.
create function documents.keep_issued() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if (new.kind, new.series_id, new.year, new.count, new.number, new.edition, new.issued_on, new.code, new.batch_id)
      is distinct from
     (old.kind, old.series_id, old.year, old.count, old.number, old.edition, old.issued_on, old.code, old.batch_id)
    or (new.person_id is not null and (new.holder, new.about) is distinct from (old.holder, old.about))
    or (old.body is not null and new.body is not null and (new.body, new.hash) is distinct from (old.body, old.hash))
    or (old.body is not null and new.body is null and new.person_id is not null)
  then
    raise exception 'an issued document does not change' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger keep_issued before update on documents.document
  for each row execute function documents.keep_issued();

-- What the paper proves to whoever holds it, of any district: no name, no address, no person.
create function documents.check_code(code text)
  returns table (kind text, number text, issued_on date, state text, ended_on date, issuer text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select d.kind, d.number, d.issued_on, d.state, (d.ended_at at time zone r.time_zone)::date, b.issuer
  from documents.document d
  join documents.batch b on b.tenant_id = d.tenant_id and b.id = d.batch_id
  join registry.district r on r.id = d.tenant_id
  where d.code = check_code.code and d.state <> 'printing'
$$;
revoke execute on function documents.check_code from public;
grant execute on function documents.check_code to rost_app;
