-- Regions and districts (a district is a tenant), their organisations, people and employments, classifiers, loads.
--
-- A foreign key looks up every single row: six of them made up half of a load of 100,000 employments. So here
-- * rows refer to values of lists without one: a value is retired, never removed;
-- * so does tenant_id of what a load fills: row security keeps it to the district of the connection;
-- * employments and surnames refer by registry.refer, which checks all rows of a statement at once.
create schema registry;
grant usage on schema registry to rost_app, rost_region;

-- What registry.refer puts on the table that refers: the rows named must be there, and are held until the transaction
-- ends. Not asked of a load (rost.loading): whom its rows name it has itself just written, or read at its beginning, and it
-- begins anew when one was removed meanwhile; its employments are looked up once more where their spans are made.
-- Arguments: the column, the table referred to.
create function registry.check_referred() returns trigger
  language plpgsql as $$
declare
  tenant int;
  wanted bigint[];
  found_of_them bigint;
begin
  if current_setting('rost.loading', true) = 'on' then
    return null;
  end if;
  for tenant, wanted in execute
    format('select tenant_id, array_agg(distinct %1$I) from new_rows where %1$I is not null group by 1', tg_argv[0])
  loop
    -- As an array: joined with new_rows, of which the planner knows nothing, it may take one row after the other.
    execute format('select count(*) from (select from %s where tenant_id = $1 and id = any ($2) for key share) as there',
        tg_argv[1])
      into found_of_them using tenant, wanted;
    if found_of_them < cardinality(wanted) then
      raise exception '% of %.% refers to nothing', tg_argv[0], tg_table_schema, tg_table_name
        using errcode = 'foreign_key_violation';
    end if;
  end loop;
  return null;
end $$;

-- … and on the table referred to: who is removed takes the rows that refer along, or, if they must not, is not removed.
-- Arguments: the column, the table that refers, 'cascade' or 'restrict'.
create function registry.check_referring() returns trigger
  language plpgsql as $$
declare
  is_referred boolean;
begin
  if tg_argv[2] = 'cascade' then
    execute format('delete from %2$s s using old_rows o where s.tenant_id = o.tenant_id and s.%1$I = o.id',
      tg_argv[0], tg_argv[1]);
    return null;
  end if;
  execute format('select exists (
    select from old_rows o join %2$s s on s.tenant_id = o.tenant_id and s.%1$I = o.id)', tg_argv[0], tg_argv[1])
    into is_referred;
  if is_referred then
    raise exception '% of % refers to a removed row of %.%', tg_argv[0], tg_argv[1], tg_table_schema, tg_table_name
      using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

-- A foreign key (tenant_id, column) to (tenant_id, id) of the target that is checked once a statement. Ids never change.
create procedure registry.refer(source regclass, referring name, target regclass, on_delete text default 'restrict')
  language plpgsql as $$
begin
  execute format('create trigger %I after insert on %s referencing new table as new_rows for each statement
    execute function registry.check_referred(%L, %L)', referring || '_inserted', source, referring, target);
  execute format('create trigger %I after update on %s referencing new table as new_rows for each statement
    execute function registry.check_referred(%L, %L)', referring || '_updated', source, referring, target);
  execute format('create trigger %I after delete on %s referencing old table as old_rows for each statement
    execute function registry.check_referring(%L, %L, %L)',
    'referred_by_' || replace(source::text, '.', '_') || '_' || referring, target, referring, source, on_delete);
end $$;

create table registry.region (
  id int generated always as identity primary key,
  code text not null unique,
  name text not null
);
grant select, insert, update on registry.region to rost_app;
grant select on registry.region to rost_region;

create table registry.district (
  id int generated always as identity primary key,
  region_id int references registry.region,
  code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,40}$'),
  name text not null,
  demo boolean not null default false,
  time_zone text not null default 'Europe/Moscow',
  -- The district's own words for our terms, e.g. {"methodical_centre": "ИОЦ"}.
  dictionary jsonb not null default '{}',
  -- The key of its sealed values, wrapped by the master secret.
  wrapped_key bytea not null,
  created_at timestamptz not null default now(),
  version int not null default 1
);
grant select, insert, update on registry.district to rost_app;
grant select on registry.district to rost_region;

-- A load of files; it takes effect in one transaction when its state becomes 'done'.
create table registry.load (
  tenant_id int not null default platform.tenant() references registry.district,
  id bigint generated always as identity,
  state text not null default 'waiting' check (state in ('waiting', 'reading', 'taking', 'done', 'failed')),
  account_id bigint,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  rows_read int not null default 0,
  rows_total int,
  -- The answer of `load --json` once it is done; the code of the fault when it failed.
  answer jsonb,
  fault text,
  primary key (tenant_id, id)
);
call platform.secure('registry.load');

-- An uploaded file of a load, sealed; removed after 90 days or when nothing of it waits to be mended.
create table registry.upload (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  load_id bigint not null,
  name text not null,
  bytes bigint not null,
  stored_as text,
  primary key (tenant_id, id),
  foreign key (tenant_id, load_id) references registry.load
);
create index upload_load on registry.upload (tenant_id, load_id);
call platform.secure('registry.upload');

-- A sheet of a file of a load: together with a row number it says where a value comes from.
create table registry.source (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  load_id bigint not null,
  file text not null,
  sheet text,
  -- The header cells as the file has them, in its order: what a workbook of faulty rows begins with.
  headers text[] not null default '{}',
  primary key (tenant_id, id),
  foreign key (tenant_id, load_id) references registry.load
);
create index source_load on registry.source (tenant_id, load_id);
call platform.secure('registry.source');

-- A row that was not taken, word for word, sealed.
create table registry.faulty_row (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  source_id bigint not null,
  row_no int not null,
  column_name text,
  code text not null,
  -- Keyed hash of file name, sheet and cells: the same row is known again in a later load.
  row_hash bytea not null,
  sealed_cells bytea not null,
  created_at timestamptz not null default now(),
  mended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, source_id) references registry.source
);
create index faulty_row_source on registry.faulty_row (tenant_id, source_id, row_no);
create index faulty_row_waiting on registry.faulty_row (tenant_id, row_hash) where mended_at is null;
call platform.secure('registry.faulty_row');

-- A row that was taken keeps the people it was given. Read as a whole at the beginning of a load and never looked into, so
-- it is kept by the thousand: the keyed hashes (of file name, sheet and cells; 16 bytes each), and in their order the
-- people. Where two batches name a row the later one counts.
create table registry.taken_batch (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  row_hashes bytea not null,
  person_ids bigint[] not null,
  -- Empty, or 0 for rows that name one person only.
  second_person_ids bigint[] not null default '{}',
  primary key (tenant_id, id)
);
-- Hashes do not get any shorter.
alter table registry.taken_batch alter row_hashes set storage external, alter person_ids set storage external,
  alter second_person_ids set storage external;
call platform.secure('registry.taken_batch');

-- Open lists: subjects, providers, topics, kinds … ; compared by key, shown as first loaded.
create table registry.classifier_value (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  kind text not null,
  key text not null,
  label text not null,
  retired_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, kind, key)
);
call platform.secure('registry.classifier_value');

-- Positions; pedagogical is unknown until somebody classifies one that a file brought.
create table registry.position (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  key text not null,
  name text not null,
  pedagogical boolean,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);
call platform.secure('registry.position');

create table registry.position_alias (
  tenant_id int not null default platform.tenant(),
  key text not null,
  position_id bigint not null,
  primary key (tenant_id, key),
  foreign key (tenant_id, position_id) references registry.position on delete cascade
);
call platform.secure('registry.position_alias');

create table registry.organisation (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  code text not null,
  code_key text not null,
  name text not null,
  type text not null check (type in ('school', 'kindergarten', 'additional', 'methodical_centre', 'psychological_centre')),
  pupils int check (pupils >= 0),
  mentoring_model_on date,
  active_until date,
  source_id bigint,
  source_row int,
  -- Where later values come from: {"column": [source_id, row]}.
  origins jsonb,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code_key)
);
call platform.secure('registry.organisation');

create table registry.person (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  surname text not null,
  given_name text not null,
  patronymic text,
  -- As they are compared; of a surname that came without it is worked out where it is needed.
  surname_key text,
  given_key text not null,
  patronymic_key text not null default '',
  birth_on date not null,
  sex text check (sex in ('female', 'male')),
  snils_hash bytea,
  sealed_snils bytea,
  source_id bigint,
  source_row int,
  origins jsonb,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, snils_hash),
  check ((snils_hash is null) = (sealed_snils is null))
);
-- Nobody is looked for by these, and after every load statistics are taken of all others.
alter table registry.person alter surname set statistics 0, alter given_name set statistics 0,
  alter patronymic set statistics 0, alter surname_key set statistics 0, alter given_key set statistics 0,
  alter patronymic_key set statistics 0, alter snils_hash set statistics 0, alter sealed_snils set statistics 0,
  alter source_id set statistics 0, alter source_row set statistics 0, alter origins set statistics 0,
  alter version set statistics 0;
call platform.secure('registry.person');

-- What a person is found by beside the surname they have now: every one that was loaded or typed before.
create table registry.person_surname (
  tenant_id int not null default platform.tenant(),
  person_id bigint not null,
  key text collate "C" not null,
  primary key (tenant_id, person_id, key)
);
call platform.secure('registry.person_surname');
call registry.refer('registry.person_surname', 'person_id', 'registry.person', 'cascade');

create table registry.employment (
  tenant_id int not null default platform.tenant(),
  id bigint generated always as identity,
  person_id bigint not null,
  organisation_id bigint not null,
  position_id bigint not null,
  hired_on date not null,
  dismissed_on date check (dismissed_on >= hired_on),
  rate numeric not null check (rate > 0),
  main boolean not null,
  subject_ids bigint[] not null default '{}',
  -- As the row says it; the person's own sex follows from it.
  sex_id bigint,
  experience_since date,
  category_id bigint,
  education_level_id bigint,
  pedagogical_education boolean,
  source_id bigint,
  source_row int,
  origins jsonb,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, organisation_id, position_id, hired_on)
);
create index employment_organisation on registry.employment (tenant_id, organisation_id);
call platform.secure('registry.employment');
call registry.refer('registry.employment', 'person_id', 'registry.person');
call registry.refer('registry.employment', 'organisation_id', 'registry.organisation');
call registry.refer('registry.employment', 'position_id', 'registry.position');

-- Derived, one row per person and interval of constant employment: what the population language counts from.
-- organisation_id and position_id are those of the main employment: pedagogical ones first, then marked as main,
-- the higher rate, the earlier start, the lower organisation code, the position's name (both in the form they are compared in).
create table registry.person_span (
  tenant_id int not null default platform.tenant(),
  person_id bigint not null,
  from_on date not null,
  to_on date not null,
  -- null: no pedagogical position, but an unclassified one
  pedagogue boolean,
  organisation_id bigint not null,
  organisation_type text not null,
  position_id bigint not null,
  employment_id bigint not null,
  position_ids bigint[] not null,
  organisation_ids bigint[] not null,
  subject_ids bigint[] not null,
  birth_on date not null,
  experience_since date,
  pedagogical_education boolean,
  primary key (tenant_id, person_id, from_on)
) with (autovacuum_vacuum_scale_factor = 0.02);
call platform.secure('registry.person_span');

-- Rebuilds the spans of these people (all of the tenant's when null), touching only rows that differ. Faults:
-- foreign_key_violation when an employment refers to nothing.
-- It runs in transactions that have just written most of what it reads, so the planner knows nothing of the tables: what
-- is read more than once goes to temporary tables first, and nested loops, the plan for "one row", are out.
create function registry.rebuild_spans(people bigint[]) returns void
  language plpgsql
  set enable_nestloop = off
  set plan_cache_mode = force_custom_plan
as $$
declare
  mine constant int := platform.tenant();
  -- The first spans of a district meet none. Asked in the order of the key: among the rows of many districts a plain "exists"
  -- goes from one to the next.
  is_first constant boolean := people is null and
    (select person_id from registry.person_span where tenant_id = mine order by tenant_id, person_id limit 1) is null;
  target constant text := case when is_first then 'registry.person_span' else 'span_now' end;
  told bigint;
  taken bigint;
begin
  create temp table if not exists span_shared (person_id bigint) on commit delete rows;
  create temp table if not exists span_source (
    person_id bigint, id bigint, organisation_id bigint, organisation_code text, organisation_type text,
    position_id bigint, position_name text, pedagogical boolean, hired_on date, last_on date, rate numeric, main boolean,
    subject_ids bigint[], birth_on date, experience_since date, pedagogical_education boolean
  ) on commit delete rows;
  create temp table if not exists span_now (like registry.person_span) on commit delete rows;
  truncate span_shared, span_source, span_now;

  insert into span_shared
  select e.person_id from registry.employment e
  where e.tenant_id = mine and (people is null or e.person_id = any (people))
  group by e.person_id having count(*) > 1;

  -- Most people have one employment, and it is their only span.
  execute format($insert$
    insert into %s
    select e.tenant_id, e.person_id, e.hired_on, coalesce(e.dismissed_on, 'infinity'::date), p.pedagogical,
      e.organisation_id, o.type, e.position_id, e.id, array[e.position_id], array[e.organisation_id],
      case
        when p.pedagogical is not true then '{}'
        when cardinality(e.subject_ids) < 2 then e.subject_ids
        else array(select distinct s from unnest(e.subject_ids) as s order by s)
      end,
      h.birth_on, e.experience_since, e.pedagogical_education
    from registry.employment e
    join registry.position p on p.tenant_id = $1 and p.id = e.position_id
    join registry.organisation o on o.tenant_id = $1 and o.id = e.organisation_id
    join registry.person h on h.tenant_id = $1 and h.id = e.person_id and ($2 is null or h.id = any ($2))
    where e.tenant_id = $1 and ($2 is null or e.person_id = any ($2))
      and not exists (select from span_shared s where s.person_id = e.person_id)$insert$, target)
    using mine, people;
  get diagnostics told = row_count;

  insert into span_source
  select e.person_id, e.id, e.organisation_id, o.code_key, o.type, e.position_id, p.key, p.pedagogical, e.hired_on,
    coalesce(e.dismissed_on, 'infinity'::date), e.rate, e.main, e.subject_ids, h.birth_on,
    min(e.experience_since) over of_person, bool_or(e.pedagogical_education) over of_person
  from span_shared s
  join registry.employment e on e.tenant_id = mine and e.person_id = s.person_id
    and (people is null or e.person_id = any (people))
  join registry.position p on p.tenant_id = mine and p.id = e.position_id
  join registry.organisation o on o.tenant_id = mine and o.id = e.organisation_id
  join registry.person h on h.tenant_id = mine and h.id = e.person_id and (people is null or h.id = any (people))
  window of_person as (partition by e.person_id);
  get diagnostics taken = row_count;

  -- Rows of a load are not looked up one by one.
  if told + taken <> (select count(*) from registry.employment e
      where e.tenant_id = mine and (people is null or e.person_id = any (people))) then
    raise exception 'an employment refers to nothing' using errcode = 'foreign_key_violation';
  end if;

  execute format($insert$
  insert into %s
  with cut as (
    select person_id, hired_on as on_day from span_source
    union
    select person_id, last_on + 1 from span_source where last_on < 'infinity'
  ), interval_of as (
    select person_id, on_day as from_on,
      coalesce(lead(on_day) over (partition by person_id order by on_day) - 1, 'infinity'::date) as to_on
    from cut
  ), active as materialized (
    select i.from_on, i.to_on, e.*
    from interval_of i
    join span_source e on e.person_id = i.person_id and e.hired_on <= i.from_on and e.last_on >= i.from_on
  ), main as (
    select distinct on (person_id, from_on) *
    from active
    order by person_id, from_on, (pedagogical is true) desc, main desc, rate desc, hired_on,
      organisation_code collate "C", position_name collate "C", id
  ), all_of as (
    select person_id, from_on, bool_or(pedagogical) as any_pedagogical, bool_or(pedagogical is null) as any_unclassified,
      array_agg(distinct position_id) as position_ids, array_agg(distinct organisation_id) as organisation_ids
    from active
    group by person_id, from_on
  ), taught as (
    select person_id, from_on, array_agg(distinct s.id) as subject_ids
    from active cross join unnest(subject_ids) as s (id)
    where pedagogical
    group by person_id, from_on
  )
  select $1, m.person_id, m.from_on, m.to_on,
    case when a.any_pedagogical then true when a.any_unclassified then null else false end,
    m.organisation_id, m.organisation_type, m.position_id, m.id, a.position_ids, a.organisation_ids,
    coalesce(t.subject_ids, '{}'), m.birth_on, m.experience_since, m.pedagogical_education
  from main m
  join all_of a using (person_id, from_on)
  left join taught t using (person_id, from_on)$insert$, target) using mine;

  if is_first then
    return;
  end if;
  delete from registry.person_span s
  where s.tenant_id = mine and (people is null or s.person_id = any (people))
    and not exists (select from span_now n where n.person_id = s.person_id and n.from_on = s.from_on);
  insert into registry.person_span as s
  select * from span_now
  on conflict (tenant_id, person_id, from_on) do update
    set to_on = excluded.to_on, pedagogue = excluded.pedagogue, organisation_id = excluded.organisation_id,
      organisation_type = excluded.organisation_type, position_id = excluded.position_id,
      employment_id = excluded.employment_id, position_ids = excluded.position_ids,
      organisation_ids = excluded.organisation_ids, subject_ids = excluded.subject_ids, birth_on = excluded.birth_on,
      experience_since = excluded.experience_since, pedagogical_education = excluded.pedagogical_education
    where s is distinct from excluded;
end $$;
