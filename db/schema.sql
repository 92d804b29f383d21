-- Generated from the migrations by scripts/generate.ts; do not edit.

create schema activities;
create schema communities;
create schema competence;
create schema documents;
create schema home;
create schema identity;
create schema indicators;
create schema mentoring;
create schema platform;
create schema population;
create schema privacy;
create schema registry;
create schema staffing;
create schema talent;

CREATE OR REPLACE FUNCTION activities.calendar_of(secret_hash bytea)
 RETURNS TABLE(tenant integer, zone text, language text, people bigint[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select g.tenant_id, g.time_zone, a.language, array_agg(distinct g.person_id)
  from activities.calendar_feed f
  join identity.account a on a.id = f.account_id and a.disabled_at is null
  join registry.grant_in_force g on g.tenant_id = f.tenant_id and g.account_id = f.account_id
  where f.secret_hash = calendar_of.secret_hash and g.person_id is not null
  group by g.tenant_id, g.time_zone, a.language
$function$
;
CREATE OR REPLACE FUNCTION documents.check_code(code text)
 RETURNS TABLE(kind text, number text, issued_on date, state text, ended_on date, issuer text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select d.kind, d.number, d.issued_on, d.state, (d.ended_at at time zone r.time_zone)::date, b.issuer
  from documents.document d
  join documents.batch b on b.tenant_id = d.tenant_id and b.id = d.batch_id
  join registry.district r on r.id = d.tenant_id
  where d.code = check_code.code and d.state <> 'printing'
$function$
;
CREATE OR REPLACE FUNCTION documents.keep_issued()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION identity.has_second_factor(account bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from identity.totp t where t.account_id = account and t.confirmed_at is not null)
    or exists (select from identity.passkey p where p.account_id = account)
$function$
;
CREATE OR REPLACE FUNCTION platform.daitch_mokotoff(text)
 RETURNS text[]
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$daitch_mokotoff$function$
;
CREATE OR REPLACE FUNCTION platform.difference(text, text)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$difference$function$
;
CREATE OR REPLACE FUNCTION platform.dmetaphone(text)
 RETURNS text
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$dmetaphone$function$
;
CREATE OR REPLACE FUNCTION platform.dmetaphone_alt(text)
 RETURNS text
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$dmetaphone_alt$function$
;
CREATE OR REPLACE FUNCTION platform.forget_sights()
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 WITH gone AS (
          DELETE FROM platform.sight
           WHERE (sight.at < (now() - '3 years'::interval))
           RETURNING 1 AS "?column?"
         )
  SELECT count(*) AS count
    FROM gone;
END
;
CREATE OR REPLACE FUNCTION platform.forget_sights_of(people bigint[])
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 WITH gone AS (
          DELETE FROM platform.sight s
           WHERE ((s.person_ids && forget_sights_of.people) AND (s.person_ids <@ forget_sights_of.people) AND (s.tenant_id = ( SELECT platform.tenant() AS tenant)))
           RETURNING 1 AS "?column?"
         )
  SELECT count(*) AS count
    FROM gone;
END
;
CREATE OR REPLACE FUNCTION platform.journal_chain(after bigint, most integer)
 RETURNS TABLE(seq bigint, entry_id bigint, sealed bytea, hash bytea, digest bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT s.seq,
     s.entry_id,
     s.digest,
     s.hash,
         CASE
             WHEN (j.id IS NOT NULL) THEN platform.journal_digest(j.*)
             ELSE NULL::bytea
         END AS "case"
    FROM (platform.journal_seal s
      LEFT JOIN platform.journal j ON ((j.id = s.entry_id)))
   WHERE (s.seq > journal_chain.after)
   ORDER BY s.seq
  LIMIT journal_chain.most;
END
;
CREATE OR REPLACE FUNCTION platform.journal_digest(entry platform.journal)
 RETURNS bytea
 LANGUAGE sql
 STABLE
RETURN sha256(convert_to((jsonb_build_array((entry).id, (entry).tenant_id, EXTRACT(epoch FROM (entry).at), (entry).account_id, (entry).as_account_id, (entry).actor_kind, (entry).request_id, (entry).action, (entry).object_kind, (entry).object_id, (entry).details))::text, 'UTF8'::name))
;
CREATE OR REPLACE FUNCTION platform.levenshtein(text, text, integer, integer, integer)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$levenshtein_with_costs$function$
;
CREATE OR REPLACE FUNCTION platform.levenshtein(text, text)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$levenshtein$function$
;
CREATE OR REPLACE FUNCTION platform.levenshtein_less_equal(text, text, integer, integer, integer, integer)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$levenshtein_less_equal_with_costs$function$
;
CREATE OR REPLACE FUNCTION platform.levenshtein_less_equal(text, text, integer)
 RETURNS integer
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$levenshtein_less_equal$function$
;
CREATE OR REPLACE FUNCTION platform.metaphone(text, integer)
 RETURNS text
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$metaphone$function$
;
CREATE OR REPLACE FUNCTION platform.refresh_statistics(tables regclass[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET default_statistics_target TO '10'
AS $function$
declare
  target regclass;
begin
  foreach target in array tables loop
    execute format('analyze %s', target);
  end loop;
end $function$
;
CREATE OR REPLACE PROCEDURE platform.secure(IN target regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', target);
  -- A sub-select is evaluated once a statement, not once a row.
  execute format(
    'create policy tenant on %s to rost_app, rost_region using (tenant_id = (select platform.tenant()))', target);
  execute format('grant select, insert, update, delete on %s to rost_app', target);
end $procedure$
;
CREATE OR REPLACE FUNCTION platform.sights_of(people bigint[])
 RETURNS SETOF platform.sight
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT s.tenant_id,
     s.id,
     s.at,
     s.account_id,
     s.as_account_id,
     s.actor_kind,
     s.action,
     s.island,
     s.purpose,
     s.reason,
     s.person_ids
    FROM platform.sight s
   WHERE ((s.person_ids && sights_of.people) AND (s.tenant_id = ( SELECT platform.tenant() AS tenant)));
END
;
CREATE OR REPLACE FUNCTION platform.soundex(text)
 RETURNS text
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$soundex$function$
;
CREATE OR REPLACE FUNCTION platform.tenant()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('rost.tenant'::text, true), ''::text))::integer
;
CREATE OR REPLACE FUNCTION platform.text_soundex(text)
 RETURNS text
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/fuzzystrmatch', $function$soundex$function$
;
CREATE OR REPLACE FUNCTION platform.unsealed_journal(most integer)
 RETURNS TABLE(id bigint, digest bytea, at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT j.id,
     platform.journal_digest(j.*) AS journal_digest,
     j.at
    FROM platform.journal j
   WHERE ((j.id > COALESCE(( SELECT max(s.entry_id) AS max
            FROM platform.journal_seal s
           WHERE (s.seq <= ( SELECT max(o.seq) AS max
                    FROM platform.journal_seal o
                   WHERE (o.at < (now() - '02:00:00'::interval))))), (0)::bigint)) AND (NOT (EXISTS ( SELECT
            FROM platform.journal_seal s
           WHERE (s.entry_id = j.id)))))
   ORDER BY j.id
  LIMIT unsealed_journal.most;
END
;
CREATE OR REPLACE FUNCTION population.count(statement text)
 RETURNS TABLE(block integer, slice integer, key text, counts text)
 LANGUAGE plpgsql
 STABLE
 SET enable_nestloop TO 'off'
 SET jit TO 'off'
AS $function$
begin
  return query execute statement;
end $function$
;
CREATE OR REPLACE FUNCTION registry.accounts_elsewhere(accounts bigint[])
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select g.account_id from registry.grant g
  where g.account_id = any (accounts) and g.tenant_id is distinct from platform.tenant()
    and g.ended_at is null and (g.to_on is null or g.to_on >= current_date - 1)
  union
  select r.account_id from registry.region_grant r
  where r.account_id = any (accounts) and r.ended_at is null and (r.to_on is null or r.to_on >= current_date - 1)
$function$
;
CREATE OR REPLACE FUNCTION registry.category_end(key text, granted date, until date)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN COALESCE(until, CASE WHEN ((granted < '2023-09-01'::date) OR (key = ANY (ARRAY['сзд'::text, 'соответствие'::text, 'соответствие занимаемой должности'::text]))) THEN (((granted + '5 years'::interval))::date - 1) ELSE NULL::date END)
;
CREATE OR REPLACE FUNCTION registry.check_moved()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  found_of_them bigint;
begin
  if current_setting('rost.loading', true) = 'on' then
    return null;
  end if;
  execute format('select from %2$s where tenant_id = ($1).tenant_id and id = ($1).%1$I for key share',
    tg_argv[0], tg_argv[1]) using new;
  get diagnostics found_of_them = row_count;
  if found_of_them = 0 then
    raise exception '% of %.% refers to nothing', tg_argv[0], tg_table_schema, tg_table_name
      using errcode = 'foreign_key_violation';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION registry.check_referred()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION registry.check_referring()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION registry.districts_of(account bigint)
 RETURNS TABLE(code text, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select distinct d.code, d.name
  from registry.grant_in_force f join registry.district d on d.id = f.tenant_id
  where f.account_id = districts_of.account
  order by d.name, d.code
$function$
;
CREATE OR REPLACE FUNCTION registry.forget_looks()
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 WITH gone AS (
          DELETE FROM registry.look
           WHERE (look.ends_at < (now() - '3 years'::interval))
           RETURNING 1 AS "?column?"
         )
  SELECT count(*) AS count
    FROM gone;
END
;
CREATE OR REPLACE FUNCTION registry.leavers()
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select a.id
  from identity.account a
  where (exists (select from identity.session s where s.account_id = a.id and s.expires_at > now())
      or exists (select from identity.api_token t
        where t.account_id = a.id and t.revoked_at is null and t.expires_at > now()))
    and (exists (select from registry.grant g where g.account_id = a.id)
      or exists (select from registry.region_grant g where g.account_id = a.id))
    and not exists (select from registry.grant_in_force f where f.account_id = a.id)
$function$
;
CREATE OR REPLACE FUNCTION registry.name_key(surname_key text, given_key text, patronymic_key text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (' '::text || "left"(rtrim(replace(((((surname_key || ' '::text) || given_key) || ' '::text) || patronymic_key), '-'::text, ' '::text)), 300))
;
CREATE OR REPLACE FUNCTION registry.raise_matching_revision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if platform.tenant() is not null and coalesce(current_setting('rost.loading', true), '') <> 'on' then
    insert into registry.matching_revision as m (tenant_id) values (platform.tenant())
    on conflict (tenant_id) do update set revision = m.revision + 1;
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION registry.rebuild_spans(people bigint[])
 RETURNS void
 LANGUAGE plpgsql
 SET enable_nestloop TO 'off'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
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
end $function$
;
CREATE OR REPLACE PROCEDURE registry.refer(IN source regclass, IN referring name, IN target regclass, IN on_delete text DEFAULT 'restrict'::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create trigger %I after insert on %s referencing new table as new_rows for each statement
    execute function registry.check_referred(%L, %L)', referring || '_inserted', source, referring, target);
  execute format('create trigger %I after update of %I on %s for each row
    when (new.%2$I is not null and new.%2$I is distinct from old.%2$I) execute function registry.check_moved(%4$L, %5$L)',
    referring || '_updated', referring, source, referring, target);
  execute format('create trigger %I after delete on %s referencing old table as old_rows for each statement
    execute function registry.check_referring(%L, %L, %L)',
    'referred_by_' || translate(source::text, '."', '_') || '_' || referring, target, referring, source, on_delete);
end $procedure$
;
CREATE OR REPLACE FUNCTION registry.resolve_actor(token_hash bytea, kind text, district_code text, OUT account bigint, OUT credential bigint, OUT language text, OUT stale boolean, OUT permissions text[], OUT tenant integer, OUT zone text, OUT grants json, OUT unready boolean, OUT looker bigint, OUT looker_changes boolean)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  seen bigint;
  place int;
  by_two boolean;
begin
  if kind = 'session' then
    select a.id, s.id, a.language,
      s.rest is null or s.last_seen_at < now() - least(interval '5 minutes', s.rest / 15),
      case when s.looks_until > now() then s.looks_as end, s.looks_in, s.vouched
    into account, credential, language, stale, seen, place, by_two
    from identity.session s join identity.account a on a.id = s.account_id
    where s.token_hash = resolve_actor.token_hash and s.expires_at > now() and a.disabled_at is null;
  else
    select a.id, t.id, a.language, coalesce(t.last_used_at < now() - interval '5 minutes', true), t.permissions
    into account, credential, language, stale, permissions
    from identity.api_token t join identity.account a on a.id = t.account_id
    where t.token_hash = resolve_actor.token_hash and t.revoked_at is null and t.expires_at > now()
      and a.disabled_at is null;
  end if;
  if account is null then
    return;
  end if;
  if seen is not null
    and exists (select from identity.account a where a.id = seen and a.disabled_at is null)
    and exists (select from registry.grant_in_force f where f.account_id = account and f.tenant_id = place) then
    looker := account;
    account := seen;
  end if;
  select m.tenant_id, min(m.time_zone), json_agg(json_build_object('role', m.role, 'region', m.region_id,
    'tenant', m.tenant_id, 'organisation', m.organisation_id, 'person', m.person_id)),
    bool_or(m.role = any (r.second_factor)), bool_or(r.looks_change)
  into tenant, zone, grants, unready, looker_changes
  from (
    select f.*, min(f.tenant_id) over () = max(f.tenant_id) over () as only_one
    from registry.grant_in_force f
    where f.account_id = resolve_actor.account
      and case when looker is null then district_code is null or f.district = district_code else f.tenant_id = place end
  ) as m
  left join registry.sign_in_rule r on r.tenant_id = m.tenant_id
  where m.only_one
  group by m.tenant_id;
  if unready then
    unready := looker is null and by_two is not true and not identity.has_second_factor(account);
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION registry.session_limits(account bigint, OUT rest_minutes integer, OUT life_hours integer)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(min(coalesce(r.rest_minutes, 720)), 720), coalesce(min(coalesce(r.life_hours, 336)), 336)
  from registry.grant_in_force g left join registry.sign_in_rule r on r.tenant_id = g.tenant_id
  where g.account_id = session_limits.account
$function$
;
CREATE OR REPLACE FUNCTION registry.unused_accounts(ahead integer)
 RETURNS TABLE(account bigint, tenant integer, days_left integer, told boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with due as (
    select a.id, greatest(a.used_at, a.invited_at) as since, a.unused_told_at,
      max(coalesce(r.unused_days, 90)) as patience, array_agg(distinct g.tenant_id) as tenants
    from identity.account a
    join (
      select account_id, tenant_id from registry.grant
      union select r.account_id, d.id from registry.region_grant r join registry.district d on d.region_id = r.region_id
    ) g on g.account_id = a.id
    left join registry.sign_in_rule r on r.tenant_id = g.tenant_id
    where a.disabled_at is null and a.used_at < now() - interval '16 days'
      and (a.invited_at is null or a.invited_at < now() - interval '16 days')
    group by a.id
  )
  select d.id, t, d.patience - extract(day from now() - d.since)::int, d.unused_told_at is not null
  from due d, unnest(d.tenants) as t
  where now() - d.since > make_interval(days => d.patience - unused_accounts.ahead)
$function$
;
CREATE OR REPLACE PROCEDURE registry.watch_matching(IN target regclass, IN columns text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format(
    'create trigger matching_came_or_went after insert or delete on %s for each statement
      execute function registry.raise_matching_revision()', target);
  execute format(
    'create trigger matching_changed after update of %s on %s for each statement
      execute function registry.raise_matching_revision()', columns, target);
end $procedure$
;

create table activities.admission (
  tenant_id integer default platform.tenant() not null,
  event_id bigint not null,
  rule jsonb,
  by_approval boolean default false not null,
  quota integer,
  closes_at timestamp with time zone,
  offer_hours integer default 24 not null,
  version integer default 1 not null,
  walk_in boolean default false not null,
  constraint admission_offer_hours_check CHECK (((offer_hours >= 1) AND (offer_hours <= 168))),
  constraint admission_pkey PRIMARY KEY (tenant_id, event_id),
  constraint admission_quota_check CHECK ((quota > 0)),
  constraint admission_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.event(tenant_id, id) ON DELETE CASCADE,
  constraint admission_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table activities.admission enable row level security;

create table activities.attendance (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  event_id bigint not null,
  person_id bigint not null,
  source_id bigint,
  source_row integer,
  origins jsonb,
  version integer default 1 not null,
  constraint attendance_pkey PRIMARY KEY (tenant_id, id),
  constraint attendance_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.event(tenant_id, id),
  constraint attendance_tenant_id_event_id_person_id_key UNIQUE (tenant_id, event_id, person_id)
);
alter table activities.attendance enable row level security;

create table activities.attesting (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  event_id bigint not null,
  state text not null,
  asked_on date,
  asked_by bigint,
  people integer,
  word text,
  decided_on date,
  decided_by bigint,
  version integer default 2 not null,
  constraint attesting_check CHECK (((state = 'none'::text) OR ((asked_on IS NOT NULL) AND (people IS NOT NULL)))),
  constraint attesting_check1 CHECK (((word IS NOT NULL) = (state = ANY (ARRAY['returned'::text, 'revoked'::text])))),
  constraint attesting_check2 CHECK (((decided_on IS NOT NULL) = (state = ANY (ARRAY['attested'::text, 'returned'::text, 'revoked'::text])))),
  constraint attesting_people_check CHECK ((people > 0)),
  constraint attesting_pkey PRIMARY KEY (tenant_id, id),
  constraint attesting_state_check CHECK ((state = ANY (ARRAY['none'::text, 'asked'::text, 'attested'::text, 'returned'::text, 'revoked'::text]))),
  constraint attesting_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.event(tenant_id, id) ON DELETE CASCADE,
  constraint attesting_tenant_id_event_id_key UNIQUE (tenant_id, event_id),
  constraint attesting_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint attesting_word_check CHECK (((length(word) >= 3) AND (length(word) <= 500)))
);
alter table activities.attesting enable row level security;

create table activities.calendar_feed (
  tenant_id integer default platform.tenant() not null,
  account_id bigint not null,
  secret_hash bytea not null,
  created_at timestamp with time zone default now() not null,
  constraint calendar_feed_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id) ON DELETE CASCADE,
  constraint calendar_feed_pkey PRIMARY KEY (tenant_id, account_id),
  constraint calendar_feed_secret_hash_key UNIQUE (secret_hash),
  constraint calendar_feed_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table activities.calendar_feed enable row level security;

create table activities.completed_module (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  event_id bigint,
  person_id bigint not null,
  module_id bigint not null,
  value_id bigint not null,
  completed_on date not null,
  self_study_id bigint,
  constraint completed_module_pkey PRIMARY KEY (tenant_id, id),
  constraint completed_module_self_study FOREIGN KEY (tenant_id, self_study_id) REFERENCES activities.self_study(tenant_id, id) ON DELETE CASCADE,
  constraint completed_module_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.run_closing(tenant_id, event_id) ON DELETE CASCADE,
  constraint completed_module_tenant_id_event_id_person_id_module_id_key UNIQUE (tenant_id, event_id, person_id, module_id),
  constraint completed_module_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint completed_module_tenant_id_module_id_fkey FOREIGN KEY (tenant_id, module_id) REFERENCES activities.programme_module(tenant_id, id),
  constraint completed_module_tenant_id_value_id_fkey FOREIGN KEY (tenant_id, value_id) REFERENCES registry.classifier_value(tenant_id, id),
  constraint completed_module_where CHECK ((num_nonnulls(event_id, self_study_id) = 1))
);
alter table activities.completed_module enable row level security;

create table activities.completion (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  event_id bigint not null,
  person_id bigint not null,
  completed boolean not null,
  overruled_for text,
  learning_id bigint,
  constraint completion_overruled_for_check CHECK (((overruled_for <> ''::text) AND (length(overruled_for) <= 1000))),
  constraint completion_pkey PRIMARY KEY (tenant_id, id),
  constraint completion_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.run_closing(tenant_id, event_id) ON DELETE CASCADE,
  constraint completion_tenant_id_event_id_person_id_key UNIQUE (tenant_id, event_id, person_id),
  constraint completion_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table activities.completion enable row level security;

create table activities.course_plan (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  organisation_id bigint not null,
  year integer not null,
  state text default 'draft'::text not null,
  budget_money numeric(12,2),
  extra_money numeric(12,2),
  returned_for text,
  agreed_on date,
  agreed_by bigint,
  version integer default 1 not null,
  constraint course_plan_budget_money_check CHECK ((budget_money >= (0)::numeric)),
  constraint course_plan_check CHECK (((state = 'agreed'::text) = (agreed_on IS NOT NULL))),
  constraint course_plan_extra_money_check CHECK ((extra_money >= (0)::numeric)),
  constraint course_plan_pkey PRIMARY KEY (tenant_id, id),
  constraint course_plan_returned_for_check CHECK ((length(returned_for) <= 1000)),
  constraint course_plan_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'agreed'::text]))),
  constraint course_plan_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint course_plan_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES registry.organisation(tenant_id, id),
  constraint course_plan_tenant_id_organisation_id_year_key UNIQUE (tenant_id, organisation_id, year),
  constraint course_plan_year_check CHECK (((year >= 2000) AND (year <= 2199)))
);
alter table activities.course_plan enable row level security;

create table activities.course_plan_line (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  plan_id bigint not null,
  person_id bigint not null,
  topic_id bigint,
  reason text not null,
  note text default ''::text not null,
  value_id bigint,
  programme_id bigint,
  provider_id bigint,
  month integer not null,
  hours numeric not null,
  form text not null,
  funding text not null,
  price numeric(12,2),
  event_id bigint,
  version integer default 1 not null,
  constraint course_plan_line_check CHECK (((topic_id IS NOT NULL) OR (value_id IS NOT NULL))),
  constraint course_plan_line_check1 CHECK (((programme_id IS NULL) OR (value_id IS NOT NULL))),
  constraint course_plan_line_check2 CHECK (((funding <> 'free'::text) OR (price IS NULL))),
  constraint course_plan_line_form_check CHECK ((form = ANY (ARRAY['in_person'::text, 'distance'::text, 'blended'::text]))),
  constraint course_plan_line_funding_check CHECK ((funding = ANY (ARRAY['budget'::text, 'extra'::text, 'free'::text]))),
  constraint course_plan_line_hours_check CHECK (((hours > (0)::numeric) AND (hours <= (2000)::numeric))),
  constraint course_plan_line_month_check CHECK (((month >= 1) AND (month <= 12))),
  constraint course_plan_line_note_check CHECK ((length(note) <= 1000)),
  constraint course_plan_line_pkey PRIMARY KEY (tenant_id, id),
  constraint course_plan_line_price_check CHECK ((price >= (0)::numeric)),
  constraint course_plan_line_reason_check CHECK ((reason = ANY (ARRAY['expiry'::text, 'deficit'::text, 'wish'::text, 'monitoring'::text]))),
  constraint course_plan_line_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.event(tenant_id, id) ON DELETE SET NULL (event_id),
  constraint course_plan_line_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint course_plan_line_tenant_id_plan_id_fkey FOREIGN KEY (tenant_id, plan_id) REFERENCES activities.course_plan(tenant_id, id) ON DELETE CASCADE,
  constraint course_plan_line_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES activities.programme(tenant_id, id),
  constraint course_plan_line_tenant_id_provider_id_fkey FOREIGN KEY (tenant_id, provider_id) REFERENCES registry.classifier_value(tenant_id, id),
  constraint course_plan_line_tenant_id_topic_id_fkey FOREIGN KEY (tenant_id, topic_id) REFERENCES registry.classifier_value(tenant_id, id),
  constraint course_plan_line_tenant_id_value_id_fkey FOREIGN KEY (tenant_id, value_id) REFERENCES registry.classifier_value(tenant_id, id)
);
alter table activities.course_plan_line enable row level security;

create table activities.enrolment (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  event_id bigint not null,
  person_id bigint not null,
  organisation_id bigint,
  state text not null,
  place integer not null,
  asked_at timestamp with time zone default now() not null,
  nominated_by bigint,
  reason text default ''::text not null,
  approved_by bigint,
  offered_until timestamp with time zone,
  ended_by text,
  ended_for text,
  changed_at timestamp with time zone default now() not null,
  version integer default 1 not null,
  left_on date,
  joined_on date,
  constraint enrolment_check CHECK (((state = 'offered'::text) = (offered_until IS NOT NULL))),
  constraint enrolment_check1 CHECK (((state = ANY (ARRAY['declined'::text, 'cancelled'::text])) = (ended_by IS NOT NULL))),
  constraint enrolment_ended_by_check CHECK ((ended_by = ANY (ARRAY['person'::text, 'organisation'::text, 'offer'::text]))),
  constraint enrolment_ended_for_check CHECK ((length(ended_for) <= 1000)),
  constraint enrolment_left_check CHECK ((((state = 'left'::text) = (left_on IS NOT NULL)) AND ((state <> 'left'::text) OR (ended_for IS NOT NULL)))),
  constraint enrolment_pkey PRIMARY KEY (tenant_id, id),
  constraint enrolment_place_check CHECK ((place > 0)),
  constraint enrolment_reason_check CHECK ((length(reason) <= 1000)),
  constraint enrolment_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'waiting'::text, 'offered'::text, 'enrolled'::text, 'declined'::text, 'cancelled'::text, 'left'::text]))),
  constraint enrolment_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.event(tenant_id, id) ON DELETE CASCADE,
  constraint enrolment_tenant_id_event_id_person_id_key UNIQUE (tenant_id, event_id, person_id),
  constraint enrolment_tenant_id_event_id_place_key UNIQUE (tenant_id, event_id, place),
  constraint enrolment_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint enrolment_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES registry.organisation(tenant_id, id)
);
alter table activities.enrolment enable row level security;

create table activities.event (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  code text not null,
  code_key text not null,
  title text not null,
  kind_id bigint not null,
  held_on date not null,
  organiser_id bigint not null,
  level text not null,
  topic_id bigint,
  audience_id bigint,
  source_id bigint,
  source_row integer,
  origins jsonb,
  version integer default 1 not null,
  state text default 'held'::text not null,
  format text,
  about text default ''::text not null,
  hours numeric,
  programme_id bigint,
  series_id bigint,
  part_of bigint,
  on_request boolean default false not null,
  last_on date,
  seats integer,
  place text,
  link text,
  recording text,
  instead text,
  instead_until date,
  responsible bigint,
  announced_at timestamp with time zone,
  closed_at timestamp with time zone,
  cancelled_for text,
  least_share integer default 50 not null,
  guests integer,
  choose_by date,
  asks_feedback boolean default true not null,
  constraint event_about_check CHECK ((length(about) <= 4000)),
  constraint event_cancelled_for_check CHECK ((length(cancelled_for) <= 1000)),
  constraint event_check CHECK ((last_on >= held_on)),
  constraint event_check1 CHECK ((part_of <> id)),
  constraint event_format_check CHECK ((format = ANY (ARRAY['in_person'::text, 'online'::text, 'hybrid'::text]))),
  constraint event_guests_check CHECK ((guests >= 0)),
  constraint event_hours_check CHECK ((hours > (0)::numeric)),
  constraint event_instead_check CHECK ((length(instead) <= 1000)),
  constraint event_least_share_check CHECK (((least_share >= 1) AND (least_share <= 100))),
  constraint event_level_check CHECK ((level = ANY (ARRAY['district'::text, 'organisation'::text]))),
  constraint event_link_check CHECK ((length(link) <= 1000)),
  constraint event_pkey PRIMARY KEY (tenant_id, id),
  constraint event_place_check CHECK ((length(place) <= 300)),
  constraint event_recording_check CHECK ((length(recording) <= 1000)),
  constraint event_seats_check CHECK ((seats > 0)),
  constraint event_series FOREIGN KEY (tenant_id, series_id) REFERENCES registry.classifier_value(tenant_id, id),
  constraint event_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'announced'::text, 'held'::text, 'cancelled'::text]))),
  constraint event_tenant_id_code_key_key UNIQUE (tenant_id, code_key),
  constraint event_tenant_id_organiser_id_fkey FOREIGN KEY (tenant_id, organiser_id) REFERENCES registry.organisation(tenant_id, id),
  constraint event_tenant_id_part_of_fkey FOREIGN KEY (tenant_id, part_of) REFERENCES activities.event(tenant_id, id),
  constraint event_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES activities.programme(tenant_id, id)
);
alter table activities.event enable row level security;

create table activities.event_request (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  organisation_id bigint not null,
  title text not null,
  form_id bigint,
  about text default ''::text not null,
  people integer,
  from_on date,
  until_on date,
  place text not null,
  state text not null,
  event_id bigint,
  word text,
  asked_on date not null,
  asked_by bigint,
  answered_on date,
  answered_by bigint,
  version integer default 1 not null,
  constraint event_request_about_check CHECK ((length(about) <= 2000)),
  constraint event_request_check CHECK ((until_on >= from_on)),
  constraint event_request_check1 CHECK (((word IS NOT NULL) = (state = ANY (ARRAY['returned'::text, 'declined'::text])))),
  constraint event_request_check2 CHECK (((event_id IS NULL) OR (state = 'asked'::text))),
  constraint event_request_people_check CHECK (((people >= 1) AND (people <= 100000))),
  constraint event_request_pkey PRIMARY KEY (tenant_id, id),
  constraint event_request_place_check CHECK ((place = ANY (ARRAY['any'::text, 'own'::text, 'centre'::text, 'online'::text]))),
  constraint event_request_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'returned'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint event_request_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.event(tenant_id, id) ON DELETE SET NULL (event_id),
  constraint event_request_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint event_request_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES registry.organisation(tenant_id, id),
  constraint event_request_title_check CHECK (((length(title) >= 3) AND (length(title) <= 300))),
  constraint event_request_word_check CHECK (((length(word) >= 3) AND (length(word) <= 500)))
);
alter table activities.event_request enable row level security;

create table activities.examination (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  event_id bigint not null,
  title text not null,
  kind text not null,
  held_on date not null,
  version integer default 1 not null,
  constraint examination_kind_check CHECK ((kind = ANY (ARRAY['test'::text, 'credit'::text, 'final'::text]))),
  constraint examination_pkey PRIMARY KEY (tenant_id, id),
  constraint examination_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.event(tenant_id, id) ON DELETE CASCADE,
  constraint examination_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint examination_title_check CHECK (((title <> ''::text) AND (length(title) <= 300)))
);
alter table activities.examination enable row level security;

create table activities.examination_result (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  examination_id bigint not null,
  person_id bigint not null,
  attempt integer not null,
  on_day date not null,
  outcome text not null,
  constraint examination_result_attempt_check CHECK ((attempt > 0)),
  constraint examination_result_outcome_check CHECK ((outcome = ANY (ARRAY['credited'::text, 'not_credited'::text, 'absent'::text]))),
  constraint examination_result_pkey PRIMARY KEY (tenant_id, id),
  constraint examination_result_tenant_id_examination_id_fkey FOREIGN KEY (tenant_id, examination_id) REFERENCES activities.examination(tenant_id, id) ON DELETE CASCADE,
  constraint examination_result_tenant_id_examination_id_person_id_attem_key UNIQUE (tenant_id, examination_id, person_id, attempt),
  constraint examination_result_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table activities.examination_result enable row level security;

create table activities.examiner (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  examination_id bigint not null,
  person_id bigint,
  outside text,
  organisation text default ''::text not null,
  constraint examiner_check CHECK ((num_nonnulls(person_id, outside) = 1)),
  constraint examiner_organisation_check CHECK ((length(organisation) <= 300)),
  constraint examiner_outside_check CHECK (((outside <> ''::text) AND (length(outside) <= 200))),
  constraint examiner_pkey PRIMARY KEY (tenant_id, id),
  constraint examiner_tenant_id_examination_id_fkey FOREIGN KEY (tenant_id, examination_id) REFERENCES activities.examination(tenant_id, id) ON DELETE CASCADE,
  constraint examiner_tenant_id_examination_id_person_id_key UNIQUE (tenant_id, examination_id, person_id),
  constraint examiner_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table activities.examiner enable row level security;

create table activities.feedback_answer (
  tenant_id integer default platform.tenant() not null,
  id uuid default gen_random_uuid() not null,
  asking_id bigint not null,
  question integer not null,
  mark integer,
  words text,
  constraint feedback_answer_check CHECK ((num_nonnulls(mark, words) = 1)),
  constraint feedback_answer_mark_check CHECK (((mark >= 1) AND (mark <= 5))),
  constraint feedback_answer_pkey PRIMARY KEY (tenant_id, id),
  constraint feedback_answer_question_check CHECK ((question >= 0)),
  constraint feedback_answer_tenant_id_asking_id_fkey FOREIGN KEY (tenant_id, asking_id) REFERENCES activities.feedback_asking(tenant_id, id) ON DELETE CASCADE,
  constraint feedback_answer_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint feedback_answer_words_check CHECK (((words <> ''::text) AND (length(words) <= 1000)))
);
alter table activities.feedback_answer enable row level security;

create table activities.feedback_asking (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  event_id bigint not null,
  stage text not null,
  form_id bigint not null,
  asked_on date not null,
  closes_on date not null,
  asked integer default 0 not null,
  answered integer default 0 not null,
  constraint feedback_asking_check CHECK ((closes_on >= asked_on)),
  constraint feedback_asking_check1 CHECK ((answered <= asked)),
  constraint feedback_asking_pkey PRIMARY KEY (tenant_id, id),
  constraint feedback_asking_stage_check CHECK ((stage = ANY (ARRAY['end'::text, 'later'::text]))),
  constraint feedback_asking_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.event(tenant_id, id) ON DELETE CASCADE,
  constraint feedback_asking_tenant_id_event_id_stage_key UNIQUE (tenant_id, event_id, stage),
  constraint feedback_asking_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint feedback_asking_tenant_id_form_id_fkey FOREIGN KEY (tenant_id, form_id) REFERENCES activities.feedback_form(tenant_id, id)
);
alter table activities.feedback_asking enable row level security;

create table activities.feedback_form (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  stage text not null,
  edition integer not null,
  questions jsonb not null,
  constraint feedback_form_edition_check CHECK ((edition >= 1)),
  constraint feedback_form_pkey PRIMARY KEY (tenant_id, id),
  constraint feedback_form_questions_check CHECK ((jsonb_typeof(questions) = 'array'::text)),
  constraint feedback_form_stage_check CHECK ((stage = ANY (ARRAY['end'::text, 'later'::text]))),
  constraint feedback_form_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint feedback_form_tenant_id_stage_edition_key UNIQUE (tenant_id, stage, edition)
);
alter table activities.feedback_form enable row level security;

create table activities.feedback_request (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  event_id bigint not null,
  stage text not null,
  person_id bigint not null,
  asked_on date not null,
  state text default 'asked'::text not null,
  constraint feedback_request_pkey PRIMARY KEY (tenant_id, id),
  constraint feedback_request_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'answered'::text, 'dismissed'::text]))),
  constraint feedback_request_tenant_id_event_id_stage_fkey FOREIGN KEY (tenant_id, event_id, stage) REFERENCES activities.feedback_asking(tenant_id, event_id, stage) ON DELETE CASCADE,
  constraint feedback_request_tenant_id_event_id_stage_person_id_key UNIQUE (tenant_id, event_id, stage, person_id),
  constraint feedback_request_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table activities.feedback_request enable row level security;

create table activities.form (
  tenant_id integer default platform.tenant() not null,
  value_id bigint not null,
  interactive boolean not null,
  constraint form_pkey PRIMARY KEY (tenant_id, value_id),
  constraint form_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint form_tenant_id_value_id_fkey FOREIGN KEY (tenant_id, value_id) REFERENCES registry.classifier_value(tenant_id, id)
);
alter table activities.form enable row level security;

create table activities.guest (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  event_id bigint not null,
  name text not null,
  organisation text default ''::text not null,
  constraint guest_name_check CHECK (((name <> ''::text) AND (length(name) <= 200))),
  constraint guest_organisation_check CHECK ((length(organisation) <= 300)),
  constraint guest_pkey PRIMARY KEY (tenant_id, id),
  constraint guest_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.event(tenant_id, id) ON DELETE CASCADE,
  constraint guest_tenant_id_event_id_name_organisation_key UNIQUE (tenant_id, event_id, name, organisation),
  constraint guest_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table activities.guest enable row level security;

create table activities.in_house_rule (
  tenant_id integer default platform.tenant() not null,
  required boolean not null,
  evidence boolean not null,
  within_days integer,
  year_days integer,
  version integer default 2 not null,
  constraint in_house_rule_pkey PRIMARY KEY (tenant_id),
  constraint in_house_rule_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint in_house_rule_within_days_check CHECK (((within_days >= 1) AND (within_days <= 366))),
  constraint in_house_rule_year_days_check CHECK (((year_days >= 0) AND (year_days <= 366)))
);
alter table activities.in_house_rule enable row level security;

create table activities.internship (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  person_id bigint not null,
  model_id bigint not null,
  host_id bigint not null,
  starts_on date not null,
  ends_on date not null,
  state text default 'arranged'::text not null,
  tasks jsonb default '[]'::jsonb not null,
  finished_on date,
  learning_id bigint,
  cancelled_for text,
  arranged_by bigint,
  version integer default 1 not null,
  constraint internship_cancelled_for_check CHECK ((length(cancelled_for) <= 1000)),
  constraint internship_check CHECK ((ends_on >= starts_on)),
  constraint internship_check1 CHECK ((finished_on >= starts_on)),
  constraint internship_check2 CHECK (((state = 'finished'::text) = (finished_on IS NOT NULL))),
  constraint internship_check3 CHECK (((state = 'cancelled'::text) = (cancelled_for IS NOT NULL))),
  constraint internship_pkey PRIMARY KEY (tenant_id, id),
  constraint internship_state_check CHECK ((state = ANY (ARRAY['arranged'::text, 'finished'::text, 'cancelled'::text]))),
  constraint internship_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint internship_tenant_id_host_id_fkey FOREIGN KEY (tenant_id, host_id) REFERENCES activities.internship_host(tenant_id, id),
  constraint internship_tenant_id_id_person_id_key UNIQUE (tenant_id, id, person_id),
  constraint internship_tenant_id_model_id_fkey FOREIGN KEY (tenant_id, model_id) REFERENCES activities.internship_model(tenant_id, id)
);
alter table activities.internship enable row level security;

create table activities.internship_entry (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  internship_id bigint not null,
  person_id bigint not null,
  on_day date not null,
  what text not null,
  minutes integer not null,
  entered_by bigint,
  constraint internship_entry_minutes_check CHECK (((minutes >= 1) AND (minutes <= 1440))),
  constraint internship_entry_pkey PRIMARY KEY (tenant_id, id),
  constraint internship_entry_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint internship_entry_tenant_id_internship_id_person_id_fkey FOREIGN KEY (tenant_id, internship_id, person_id) REFERENCES activities.internship(tenant_id, id, person_id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint internship_entry_what_check CHECK (((what <> ''::text) AND (length(what) <= 1000)))
);
alter table activities.internship_entry enable row level security;

create table activities.internship_host (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  organisation_id bigint,
  outside text,
  places integer not null,
  equipment text default ''::text not null,
  contact text default ''::text not null,
  retired boolean default false not null,
  version integer default 1 not null,
  constraint internship_host_check CHECK ((num_nonnulls(organisation_id, outside) = 1)),
  constraint internship_host_contact_check CHECK ((length(contact) <= 300)),
  constraint internship_host_equipment_check CHECK ((length(equipment) <= 1000)),
  constraint internship_host_outside_check CHECK (((outside <> ''::text) AND (length(outside) <= 300))),
  constraint internship_host_pkey PRIMARY KEY (tenant_id, id),
  constraint internship_host_places_check CHECK ((places > 0)),
  constraint internship_host_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint internship_host_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES registry.organisation(tenant_id, id),
  constraint internship_host_tenant_id_organisation_id_key UNIQUE (tenant_id, organisation_id),
  constraint internship_host_tenant_id_outside_key UNIQUE (tenant_id, outside)
);
alter table activities.internship_host enable row level security;

create table activities.internship_model (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  title text not null,
  virtual boolean default false not null,
  about text default ''::text not null,
  hours numeric not null,
  tasks text[] default '{}'::text[] not null,
  retired boolean default false not null,
  version integer default 1 not null,
  constraint internship_model_about_check CHECK ((length(about) <= 4000)),
  constraint internship_model_hours_check CHECK ((hours > (0)::numeric)),
  constraint internship_model_pkey PRIMARY KEY (tenant_id, id),
  constraint internship_model_tasks_check CHECK ((cardinality(tasks) <= 40)),
  constraint internship_model_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint internship_model_tenant_id_title_key UNIQUE (tenant_id, title),
  constraint internship_model_title_check CHECK (((title <> ''::text) AND (length(title) <= 300)))
);
alter table activities.internship_model enable row level security;

create table activities.internship_supervisor (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  internship_id bigint not null,
  person_id bigint,
  guest text,
  constraint internship_supervisor_check CHECK ((num_nonnulls(person_id, guest) = 1)),
  constraint internship_supervisor_guest_check CHECK (((guest <> ''::text) AND (length(guest) <= 200))),
  constraint internship_supervisor_pkey PRIMARY KEY (tenant_id, id),
  constraint internship_supervisor_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint internship_supervisor_tenant_id_internship_id_fkey FOREIGN KEY (tenant_id, internship_id) REFERENCES activities.internship(tenant_id, id) ON DELETE CASCADE,
  constraint internship_supervisor_tenant_id_internship_id_key UNIQUE (tenant_id, internship_id)
);
alter table activities.internship_supervisor enable row level security;

create table activities.invitation (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  event_id bigint not null,
  population jsonb not null,
  words text default ''::text not null,
  invited_by bigint,
  invited_at timestamp with time zone default now() not null,
  constraint invitation_pkey PRIMARY KEY (tenant_id, id),
  constraint invitation_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.event(tenant_id, id) ON DELETE CASCADE,
  constraint invitation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint invitation_words_check CHECK ((length(words) <= 1000))
);
alter table activities.invitation enable row level security;

create table activities.invited (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  invitation_id bigint not null,
  event_id bigint not null,
  person_id bigint not null,
  way text not null,
  letter_id bigint,
  constraint invited_pkey PRIMARY KEY (tenant_id, id),
  constraint invited_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.event(tenant_id, id) ON DELETE CASCADE,
  constraint invited_tenant_id_event_id_person_id_key UNIQUE (tenant_id, event_id, person_id),
  constraint invited_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint invited_tenant_id_invitation_id_fkey FOREIGN KEY (tenant_id, invitation_id) REFERENCES activities.invitation(tenant_id, id) ON DELETE CASCADE,
  constraint invited_tenant_id_letter_id_fkey FOREIGN KEY (tenant_id, letter_id) REFERENCES activities.letter(tenant_id, id) ON DELETE SET NULL (letter_id),
  constraint invited_way_check CHECK ((way = ANY (ARRAY['letter'::text, 'page'::text, 'nobody'::text, 'unsubscribed'::text])))
);
alter table activities.invited enable row level security;

create table activities.learning (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  person_id bigint not null,
  programme_id bigint not null,
  kind text not null,
  form text not null,
  provider_id bigint not null,
  hours numeric not null,
  topic_id bigint,
  starts_on date not null,
  ends_on date not null,
  document_number text,
  source_id bigint,
  source_row integer,
  origins jsonb,
  version integer default 1 not null,
  constraint learning_check CHECK ((ends_on >= starts_on)),
  constraint learning_form_check CHECK ((form = ANY (ARRAY['in_person'::text, 'distance'::text, 'blended'::text, 'self'::text]))),
  constraint learning_hours_check CHECK ((hours > (0)::numeric)),
  constraint learning_kind_check CHECK ((kind = ANY (ARRAY['upskilling'::text, 'retraining'::text, 'internship'::text]))),
  constraint learning_pkey PRIMARY KEY (tenant_id, id),
  constraint learning_tenant_id_person_id_programme_id_starts_on_ends_on_key UNIQUE (tenant_id, person_id, programme_id, starts_on, ends_on)
);
alter table activities.learning enable row level security;

create table activities.letter (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  account_id bigint not null,
  event_id bigint not null,
  kind text not null,
  once text not null,
  invitation_id bigint,
  begins_at timestamp with time zone,
  due_at timestamp with time zone not null,
  state text default 'due'::text not null,
  tries integer default 0 not null,
  tried_at timestamp with time zone,
  constraint letter_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id) ON DELETE CASCADE,
  constraint letter_check CHECK (((kind = 'invitation'::text) = (invitation_id IS NOT NULL))),
  constraint letter_check1 CHECK (((kind = ANY (ARRAY['day_before'::text, 'hour_before'::text])) = (begins_at IS NOT NULL))),
  constraint letter_kind_check CHECK ((kind = ANY (ARRAY['invitation'::text, 'day_before'::text, 'hour_before'::text, 'changed'::text, 'cancelled'::text, 'feedback'::text, 'feedback_later'::text]))),
  constraint letter_pkey PRIMARY KEY (tenant_id, id),
  constraint letter_state_check CHECK ((state = ANY (ARRAY['due'::text, 'sending'::text, 'sent'::text, 'unsure'::text, 'refused'::text, 'void'::text]))),
  constraint letter_tenant_id_account_id_once_key UNIQUE (tenant_id, account_id, once),
  constraint letter_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.event(tenant_id, id) ON DELETE CASCADE,
  constraint letter_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint letter_tenant_id_invitation_id_fkey FOREIGN KEY (tenant_id, invitation_id) REFERENCES activities.invitation(tenant_id, id) ON DELETE CASCADE
);
alter table activities.letter enable row level security;

create table activities.material (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  event_id bigint not null,
  title text not null,
  link text not null,
  constraint material_link_check CHECK ((length(link) <= 1000)),
  constraint material_pkey PRIMARY KEY (tenant_id, id),
  constraint material_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.event(tenant_id, id) ON DELETE CASCADE,
  constraint material_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint material_title_check CHECK (((title <> ''::text) AND (length(title) <= 300)))
);
alter table activities.material enable row level security;

create table activities.meeting (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  event_id bigint not null,
  title text default ''::text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  room_id bigint,
  link text,
  version integer default 1 not null,
  constraint meeting_check CHECK (((ends_at > starts_at) AND (ends_at <= (starts_at + '24:00:00'::interval)))),
  constraint meeting_link_check CHECK ((length(link) <= 1000)),
  constraint meeting_pkey PRIMARY KEY (tenant_id, id),
  constraint meeting_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.event(tenant_id, id) ON DELETE CASCADE,
  constraint meeting_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint meeting_tenant_id_room_id_fkey FOREIGN KEY (tenant_id, room_id) REFERENCES activities.room(tenant_id, id),
  constraint meeting_title_check CHECK ((length(title) <= 300))
);
alter table activities.meeting enable row level security;

create table activities.module_choice (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  event_id bigint not null,
  person_id bigint not null,
  module_id bigint not null,
  chosen_at timestamp with time zone default now() not null,
  chosen_by bigint,
  constraint module_choice_pkey PRIMARY KEY (tenant_id, id),
  constraint module_choice_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.event(tenant_id, id) ON DELETE CASCADE,
  constraint module_choice_tenant_id_event_id_person_id_module_id_key UNIQUE (tenant_id, event_id, person_id, module_id),
  constraint module_choice_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint module_choice_tenant_id_module_id_fkey FOREIGN KEY (tenant_id, module_id) REFERENCES activities.programme_module(tenant_id, id)
);
alter table activities.module_choice enable row level security;

create table activities.presence (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  meeting_id bigint not null,
  person_id bigint not null,
  marked_at timestamp with time zone default now() not null,
  came_at timestamp with time zone,
  left_at timestamp with time zone,
  minutes integer,
  told_by text default 'code'::text not null,
  constraint presence_check CHECK (((minutes IS NULL) OR ((came_at IS NULL) AND (left_at IS NULL)))),
  constraint presence_check1 CHECK ((left_at >= came_at)),
  constraint presence_minutes_check CHECK (((minutes >= 0) AND (minutes <= 1440))),
  constraint presence_pkey PRIMARY KEY (tenant_id, id),
  constraint presence_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint presence_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES activities.meeting(tenant_id, id),
  constraint presence_tenant_id_meeting_id_person_id_key UNIQUE (tenant_id, meeting_id, person_id),
  constraint presence_told_by_check CHECK ((told_by = ANY (ARRAY['code'::text, 'list'::text, 'file'::text])))
);
alter table activities.presence enable row level security;

create table activities.programme (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  value_id bigint,
  kind text not null,
  form text not null,
  hours numeric,
  topic_id bigint,
  about text default ''::text not null,
  state text default 'requested'::text not null,
  number text,
  registered_on date,
  valid_until date,
  renews_id bigint,
  version integer default 1 not null,
  title text not null,
  reason text default ''::text not null,
  requested_by bigint,
  indicator_id bigint,
  self_study boolean default false not null,
  electives integer default 0 not null,
  edition integer default 1 not null,
  round integer default 0 not null,
  order_number text,
  order_on date,
  created_at timestamp with time zone default now() not null,
  audience text default ''::text not null,
  competences text default ''::text not null,
  results text default ''::text not null,
  constraint programme_about_check CHECK ((length(about) <= 4000)),
  constraint programme_audience_check CHECK ((length(audience) <= 2000)),
  constraint programme_check CHECK ((valid_until >= registered_on)),
  constraint programme_check1 CHECK (((state = ANY (ARRAY['requested'::text, 'declined'::text, 'draft'::text])) OR ((hours IS NOT NULL) AND (hours >= (
CASE kind
    WHEN 'upskilling'::text THEN 16
    ELSE 250
END)::numeric)))),
  constraint programme_check2 CHECK (((state <> ALL (ARRAY['approved'::text, 'registered'::text, 'retired'::text])) OR ((order_number IS NOT NULL) AND (order_on IS NOT NULL)))),
  constraint programme_check3 CHECK (((state <> ALL (ARRAY['registered'::text, 'retired'::text])) OR ((number IS NOT NULL) AND (registered_on IS NOT NULL) AND (value_id IS NOT NULL)))),
  constraint programme_competences_check CHECK ((length(competences) <= 4000)),
  constraint programme_edition_check CHECK ((edition > 0)),
  constraint programme_electives_check CHECK ((electives >= 0)),
  constraint programme_form_check CHECK ((form = ANY (ARRAY['in_person'::text, 'distance'::text, 'blended'::text]))),
  constraint programme_hours_check CHECK ((hours > (0)::numeric)),
  constraint programme_kind_check CHECK ((kind = ANY (ARRAY['upskilling'::text, 'retraining'::text]))),
  constraint programme_number_check CHECK ((length(number) <= 60)),
  constraint programme_order_number_check CHECK ((length(order_number) <= 60)),
  constraint programme_pkey PRIMARY KEY (tenant_id, id),
  constraint programme_reason_check CHECK ((length(reason) <= 2000)),
  constraint programme_results_check CHECK ((length(results) <= 4000)),
  constraint programme_round_check CHECK ((round >= 0)),
  constraint programme_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'declined'::text, 'draft'::text, 'review'::text, 'approved'::text, 'registered'::text, 'retired'::text]))),
  constraint programme_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint programme_tenant_id_indicator_id_fkey FOREIGN KEY (tenant_id, indicator_id) REFERENCES indicators.indicator(tenant_id, id),
  constraint programme_tenant_id_renews_id_fkey FOREIGN KEY (tenant_id, renews_id) REFERENCES activities.programme(tenant_id, id),
  constraint programme_tenant_id_requested_by_fkey FOREIGN KEY (tenant_id, requested_by) REFERENCES registry.organisation(tenant_id, id),
  constraint programme_tenant_id_topic_id_fkey FOREIGN KEY (tenant_id, topic_id) REFERENCES registry.classifier_value(tenant_id, id),
  constraint programme_tenant_id_value_id_fkey FOREIGN KEY (tenant_id, value_id) REFERENCES registry.classifier_value(tenant_id, id),
  constraint programme_title_check CHECK (((title <> ''::text) AND (length(title) <= 300)))
);
alter table activities.programme enable row level security;

create table activities.programme_completion (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  programme_id bigint not null,
  person_id bigint not null,
  completed_on date not null,
  learning_id bigint,
  batch_id bigint,
  constraint programme_completion_pkey PRIMARY KEY (tenant_id, id),
  constraint programme_completion_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint programme_completion_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES activities.programme(tenant_id, id),
  constraint programme_completion_tenant_id_programme_id_person_id_key UNIQUE (tenant_id, programme_id, person_id)
);
alter table activities.programme_completion enable row level security;

create table activities.programme_module (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  programme_id bigint not null,
  place integer not null,
  title text not null,
  hours numeric not null,
  form text not null,
  elective boolean default false not null,
  constraint programme_module_form_check CHECK ((form = ANY (ARRAY['in_person'::text, 'distance'::text, 'self'::text]))),
  constraint programme_module_hours_check CHECK ((hours > (0)::numeric)),
  constraint programme_module_pkey PRIMARY KEY (tenant_id, id),
  constraint programme_module_place_check CHECK ((place > 0)),
  constraint programme_module_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint programme_module_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES activities.programme(tenant_id, id) ON DELETE CASCADE,
  constraint programme_module_tenant_id_programme_id_place_key UNIQUE (tenant_id, programme_id, place),
  constraint programme_module_title_check CHECK (((title <> ''::text) AND (length(title) <= 300)))
);
alter table activities.programme_module enable row level security;

create table activities.programme_provider (
  tenant_id integer default platform.tenant() not null,
  programme_id bigint not null,
  place integer not null,
  organisation_id bigint,
  outside text,
  constraint programme_provider_check CHECK ((num_nonnulls(organisation_id, outside) = 1)),
  constraint programme_provider_outside_check CHECK (((outside <> ''::text) AND (length(outside) <= 300))),
  constraint programme_provider_pkey PRIMARY KEY (tenant_id, programme_id, place),
  constraint programme_provider_place_check CHECK ((place > 0)),
  constraint programme_provider_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint programme_provider_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES registry.organisation(tenant_id, id),
  constraint programme_provider_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES activities.programme(tenant_id, id) ON DELETE CASCADE
);
alter table activities.programme_provider enable row level security;

create table activities.programme_review (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  programme_id bigint not null,
  round integer not null,
  person_id bigint not null,
  due_on date not null,
  verdict text,
  remarks text default ''::text not null,
  given_at timestamp with time zone,
  entered_by bigint,
  version integer default 1 not null,
  constraint programme_review_check CHECK (((verdict IS NULL) = (given_at IS NULL))),
  constraint programme_review_check1 CHECK (((verdict IS DISTINCT FROM 'remarks'::text) OR (remarks <> ''::text))),
  constraint programme_review_pkey PRIMARY KEY (tenant_id, id),
  constraint programme_review_remarks_check CHECK ((length(remarks) <= 4000)),
  constraint programme_review_round_check CHECK ((round > 0)),
  constraint programme_review_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint programme_review_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES activities.programme(tenant_id, id) ON DELETE CASCADE,
  constraint programme_review_tenant_id_programme_id_round_person_id_key UNIQUE (tenant_id, programme_id, round, person_id),
  constraint programme_review_verdict_check CHECK ((verdict = ANY (ARRAY['recommended'::text, 'remarks'::text])))
);
alter table activities.programme_review enable row level security;

create table activities.programme_step (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  programme_id bigint not null,
  state text not null,
  said text default ''::text not null,
  account_id bigint,
  at timestamp with time zone default now() not null,
  constraint programme_step_pkey PRIMARY KEY (tenant_id, id),
  constraint programme_step_said_check CHECK ((length(said) <= 2000)),
  constraint programme_step_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint programme_step_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES activities.programme(tenant_id, id) ON DELETE CASCADE
);
alter table activities.programme_step enable row level security;

create table activities.quiet_hours (
  tenant_id integer default platform.tenant() not null,
  from_time time without time zone not null,
  until_time time without time zone not null,
  days_off boolean not null,
  version integer default 2 not null,
  constraint quiet_hours_pkey PRIMARY KEY (tenant_id),
  constraint quiet_hours_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table activities.quiet_hours enable row level security;

create table activities.room (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  organisation_id bigint not null,
  name text not null,
  seats integer,
  equipment text default ''::text not null,
  retired_at timestamp with time zone,
  version integer default 1 not null,
  constraint room_equipment_check CHECK ((length(equipment) <= 1000)),
  constraint room_name_check CHECK (((name <> ''::text) AND (length(name) <= 200))),
  constraint room_pkey PRIMARY KEY (tenant_id, id),
  constraint room_seats_check CHECK ((seats > 0)),
  constraint room_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint room_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES registry.organisation(tenant_id, id),
  constraint room_tenant_id_organisation_id_name_key UNIQUE (tenant_id, organisation_id, name)
);
alter table activities.room enable row level security;

create table activities.run_closing (
  tenant_id integer default platform.tenant() not null,
  event_id bigint not null,
  closed_by bigint,
  batch_id bigint,
  constraint run_closing_pkey PRIMARY KEY (tenant_id, event_id),
  constraint run_closing_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.event(tenant_id, id) ON DELETE CASCADE,
  constraint run_closing_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table activities.run_closing enable row level security;

create table activities.run_module (
  tenant_id integer default platform.tenant() not null,
  event_id bigint not null,
  module_id bigint not null,
  constraint run_module_pkey PRIMARY KEY (tenant_id, event_id, module_id),
  constraint run_module_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.event(tenant_id, id) ON DELETE CASCADE,
  constraint run_module_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint run_module_tenant_id_module_id_fkey FOREIGN KEY (tenant_id, module_id) REFERENCES activities.programme_module(tenant_id, id)
);
alter table activities.run_module enable row level security;

create table activities.self_study (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  person_id bigint not null,
  programme_id bigint not null,
  is_part boolean default false not null,
  starts_on date not null,
  ends_on date not null,
  state text not null,
  modules jsonb not null,
  ended_for text,
  ended_on date,
  finished_on date,
  examiner text,
  learning_id bigint,
  batch_id bigint,
  arranged_by bigint,
  version integer default 1 not null,
  constraint self_study_check CHECK ((ends_on >= starts_on)),
  constraint self_study_check1 CHECK ((finished_on >= starts_on)),
  constraint self_study_check2 CHECK (((state = 'finished'::text) = (finished_on IS NOT NULL))),
  constraint self_study_check3 CHECK (((state = 'finished'::text) = (examiner IS NOT NULL))),
  constraint self_study_check4 CHECK (((state = ANY (ARRAY['declined'::text, 'cancelled'::text])) = (ended_for IS NOT NULL))),
  constraint self_study_check5 CHECK (((ended_for IS NULL) = (ended_on IS NULL))),
  constraint self_study_ended_for_check CHECK (((length(ended_for) >= 3) AND (length(ended_for) <= 1000))),
  constraint self_study_examiner_check CHECK (((examiner <> ''::text) AND (length(examiner) <= 200))),
  constraint self_study_modules_check CHECK ((jsonb_typeof(modules) = 'array'::text)),
  constraint self_study_pkey PRIMARY KEY (tenant_id, id),
  constraint self_study_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'going'::text, 'finished'::text, 'declined'::text, 'cancelled'::text]))),
  constraint self_study_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint self_study_tenant_id_programme_id_fkey FOREIGN KEY (tenant_id, programme_id) REFERENCES activities.programme(tenant_id, id)
);
alter table activities.self_study enable row level security;

create table activities.self_study_tutor (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  self_study_id bigint not null,
  person_id bigint not null,
  constraint self_study_tutor_pkey PRIMARY KEY (tenant_id, id),
  constraint self_study_tutor_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint self_study_tutor_tenant_id_self_study_id_fkey FOREIGN KEY (tenant_id, self_study_id) REFERENCES activities.self_study(tenant_id, id) ON DELETE CASCADE,
  constraint self_study_tutor_tenant_id_self_study_id_key UNIQUE (tenant_id, self_study_id)
);
alter table activities.self_study_tutor enable row level security;

create table activities.speaker (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  event_id bigint not null,
  meeting_id bigint,
  person_id bigint,
  guest text,
  topic text default ''::text not null,
  source_id bigint,
  source_row integer,
  origins jsonb,
  constraint speaker_check CHECK ((num_nonnulls(person_id, guest) = 1)),
  constraint speaker_guest_check CHECK (((guest <> ''::text) AND (length(guest) <= 200))),
  constraint speaker_pkey PRIMARY KEY (tenant_id, id),
  constraint speaker_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES activities.event(tenant_id, id) ON DELETE CASCADE,
  constraint speaker_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint speaker_tenant_id_meeting_id_fkey FOREIGN KEY (tenant_id, meeting_id) REFERENCES activities.meeting(tenant_id, id) ON DELETE CASCADE,
  constraint speaker_topic_check CHECK ((length(topic) <= 300))
);
alter table activities.speaker enable row level security;

create table activities.telling (
  tenant_id integer default platform.tenant() not null,
  account_id bigint not null,
  invitations boolean not null,
  day_before boolean not null,
  hour_before boolean not null,
  from_time time without time zone,
  until_time time without time zone,
  days_off boolean,
  feedback boolean default true not null,
  constraint telling_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id) ON DELETE CASCADE,
  constraint telling_check CHECK ((num_nonnulls(from_time, until_time, days_off) = ANY (ARRAY[0, 3]))),
  constraint telling_pkey PRIMARY KEY (tenant_id, account_id),
  constraint telling_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table activities.telling enable row level security;

create table activities.training_rule (
  tenant_id integer default platform.tenant() not null,
  months integer not null,
  least_hours integer not null,
  version integer default 2 not null,
  constraint training_rule_least_hours_check CHECK (((least_hours >= 1) AND (least_hours <= 250))),
  constraint training_rule_months_check CHECK (((months >= 12) AND (months <= 120))),
  constraint training_rule_pkey PRIMARY KEY (tenant_id),
  constraint training_rule_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table activities.training_rule enable row level security;

create table communities.community (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  code text not null,
  code_key text not null,
  title text not null,
  kind_id bigint not null,
  level text not null,
  source_id bigint,
  source_row integer,
  origins jsonb,
  version integer default 1 not null,
  constraint community_level_check CHECK ((level = ANY (ARRAY['district'::text, 'organisation'::text]))),
  constraint community_pkey PRIMARY KEY (tenant_id, id),
  constraint community_tenant_id_code_key_key UNIQUE (tenant_id, code_key)
);
alter table communities.community enable row level security;

create table communities.membership (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  community_id bigint not null,
  person_id bigint not null,
  role_id bigint,
  from_on date not null,
  to_on date,
  source_id bigint,
  source_row integer,
  origins jsonb,
  version integer default 1 not null,
  constraint membership_check CHECK ((to_on >= from_on)),
  constraint membership_pkey PRIMARY KEY (tenant_id, id),
  constraint membership_tenant_id_community_id_fkey FOREIGN KEY (tenant_id, community_id) REFERENCES communities.community(tenant_id, id),
  constraint membership_tenant_id_community_id_person_id_from_on_key UNIQUE (tenant_id, community_id, person_id, from_on)
);
alter table communities.membership enable row level security;

create table competence.diagnostic_result (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  person_id bigint not null,
  diagnostic_id bigint not null,
  area text not null,
  taken_on date not null,
  score numeric not null,
  maximum numeric not null,
  passed boolean not null,
  source_id bigint,
  source_row integer,
  origins jsonb,
  version integer default 1 not null,
  constraint diagnostic_result_area_check CHECK ((area = ANY (ARRAY['subject'::text, 'methodical'::text, 'psychological'::text, 'communicative'::text, 'ict'::text]))),
  constraint diagnostic_result_check CHECK (((score >= (0)::numeric) AND (score <= maximum))),
  constraint diagnostic_result_maximum_check CHECK ((maximum > (0)::numeric)),
  constraint diagnostic_result_pkey PRIMARY KEY (tenant_id, id),
  constraint diagnostic_result_tenant_id_person_id_diagnostic_id_area_ta_key UNIQUE (tenant_id, person_id, diagnostic_id, area, taken_on)
);
alter table competence.diagnostic_result enable row level security;

create table documents.batch (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  issuer text not null,
  emblem bytea,
  emblem_type text,
  signatory_post text not null,
  signatory_name text not null,
  created_at timestamp with time zone default now() not null,
  created_by bigint,
  fault text,
  constraint batch_fault_check CHECK ((fault = ANY (ARRAY['picture'::text, 'printing'::text]))),
  constraint batch_issuer_check CHECK ((issuer <> ''::text)),
  constraint batch_pkey PRIMARY KEY (tenant_id, id),
  constraint batch_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table documents.batch enable row level security;

create table documents.claim (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  person_id bigint not null,
  organisation_id bigint,
  title text not null,
  done_on date not null,
  place text not null,
  source_kind text,
  source_id bigint,
  state text default 'asked'::text not null,
  word text,
  made_at timestamp with time zone default now() not null,
  confirmed_by bigint,
  version integer default 1 not null,
  returned_at timestamp with time zone[] default '{}'::timestamp with time zone[] not null,
  constraint claim_check CHECK (((source_kind IS NULL) = (source_id IS NULL))),
  constraint claim_check1 CHECK (((state = 'returned'::text) = (word IS NOT NULL))),
  constraint claim_check2 CHECK (((state <> 'confirmed'::text) OR (confirmed_by IS NOT NULL))),
  constraint claim_pkey PRIMARY KEY (tenant_id, id),
  constraint claim_place_check CHECK (((place <> ''::text) AND (length(place) <= 300))),
  constraint claim_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'returned'::text, 'confirmed'::text, 'certified'::text, 'revoked'::text]))),
  constraint claim_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint claim_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES registry.organisation(tenant_id, id),
  constraint claim_title_check CHECK (((title <> ''::text) AND (length(title) <= 300))),
  constraint claim_word_check CHECK ((length(word) <= 500))
);
alter table documents.claim enable row level security;

create table documents.counter (
  tenant_id integer default platform.tenant() not null,
  series_id bigint not null,
  year integer not null,
  last integer not null,
  constraint counter_last_check CHECK ((last > 0)),
  constraint counter_pkey PRIMARY KEY (tenant_id, series_id, year),
  constraint counter_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint counter_tenant_id_series_id_fkey FOREIGN KEY (tenant_id, series_id) REFERENCES documents.series(tenant_id, id)
);
alter table documents.counter enable row level security;

create table documents.document (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  batch_id bigint not null,
  kind text not null,
  series_id bigint not null,
  year integer not null,
  count integer not null,
  number text not null,
  edition integer default 1 not null,
  issued_on date not null,
  person_id bigint,
  holder text not null,
  about jsonb not null,
  code text not null,
  state text default 'printing'::text not null,
  sheet jsonb,
  body bytea,
  hash bytea,
  ended_at timestamp with time zone,
  ended_for text,
  ended_by bigint,
  source_kind text,
  source_id bigint,
  version integer default 1 not null,
  constraint document_check CHECK (((body IS NULL) = (hash IS NULL))),
  constraint document_check1 CHECK (((state <> 'printing'::text) OR (body IS NULL))),
  constraint document_check2 CHECK (((state = 'printing'::text) OR (sheet IS NULL))),
  constraint document_check3 CHECK (((state = ANY (ARRAY['replaced'::text, 'revoked'::text])) = (ended_at IS NOT NULL))),
  constraint document_check4 CHECK (((source_kind IS NULL) = (source_id IS NULL))),
  constraint document_code_check CHECK ((code ~ '^[0-9a-z]{16}$'::text)),
  constraint document_code_key UNIQUE (code),
  constraint document_edition_check CHECK ((edition > 0)),
  constraint document_ended_for_check CHECK ((length(ended_for) <= 500)),
  constraint document_pkey PRIMARY KEY (tenant_id, id),
  constraint document_state_check CHECK ((state = ANY (ARRAY['printing'::text, 'issued'::text, 'replaced'::text, 'revoked'::text]))),
  constraint document_tenant_id_batch_id_fkey FOREIGN KEY (tenant_id, batch_id) REFERENCES documents.batch(tenant_id, id),
  constraint document_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint document_tenant_id_series_id_fkey FOREIGN KEY (tenant_id, series_id) REFERENCES documents.series(tenant_id, id),
  constraint document_tenant_id_series_id_year_count_edition_key UNIQUE (tenant_id, series_id, year, count, edition)
);
alter table documents.document enable row level security;

create table documents.elsewhere (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  person_id bigint not null,
  organisation_id bigint,
  kind text not null,
  form text,
  title text not null,
  place text,
  hours numeric,
  starts_on date not null,
  ends_on date not null,
  number text,
  state text default 'draft'::text not null,
  word text,
  made_at timestamp with time zone default now() not null,
  confirmed_by bigint,
  learning_id bigint,
  file bytea,
  file_type text,
  version integer default 1 not null,
  type_id bigint,
  level_id bigint,
  role_id bigint,
  link text,
  partners text,
  result text,
  recorded_by bigint,
  returned_at timestamp with time zone[] default '{}'::timestamp with time zone[] not null,
  constraint elsewhere_check CHECK ((ends_on >= starts_on)),
  constraint elsewhere_check1 CHECK (((file IS NULL) = (file_type IS NULL))),
  constraint elsewhere_check3 CHECK (((state = 'returned'::text) = (word IS NOT NULL))),
  constraint elsewhere_check4 CHECK (((learning_id IS NULL) OR (state = 'confirmed'::text))),
  constraint elsewhere_check5 CHECK (((state = 'confirmed'::text) = (confirmed_by IS NOT NULL))),
  constraint elsewhere_file_check CHECK ((length(file) <= 5300000)),
  constraint elsewhere_file_type_check CHECK ((file_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/webp'::text, 'application/pdf'::text]))),
  constraint elsewhere_form_check CHECK ((form = ANY (ARRAY['in_person'::text, 'distance'::text, 'blended'::text]))),
  constraint elsewhere_hours_check CHECK ((hours > (0)::numeric)),
  constraint elsewhere_kind CHECK ((kind = ANY (ARRAY['upskilling'::text, 'retraining'::text, 'event'::text, 'publication'::text, 'award'::text, 'nonformal'::text, 'informal'::text]))),
  constraint elsewhere_learning CHECK (((kind <> ALL (ARRAY['upskilling'::text, 'retraining'::text])) OR ((place IS NOT NULL) AND (form IS NOT NULL) AND (hours IS NOT NULL) AND (number IS NOT NULL)))),
  constraint elsewhere_level FOREIGN KEY (tenant_id, level_id) REFERENCES registry.classifier_value(tenant_id, id),
  constraint elsewhere_number_check CHECK (((number <> ''::text) AND (length(number) <= 100))),
  constraint elsewhere_pkey PRIMARY KEY (tenant_id, id),
  constraint elsewhere_programme_check CHECK (((title <> ''::text) AND (length(title) <= 500))),
  constraint elsewhere_provider_check CHECK (((place <> ''::text) AND (length(place) <= 300))),
  constraint elsewhere_recorded CHECK (((recorded_by IS NULL) OR (state = 'confirmed'::text))),
  constraint elsewhere_role FOREIGN KEY (tenant_id, role_id) REFERENCES registry.classifier_value(tenant_id, id),
  constraint elsewhere_scan CHECK (((kind <> ALL (ARRAY['upskilling'::text, 'retraining'::text])) OR (state = 'draft'::text) OR (file IS NOT NULL))),
  constraint elsewhere_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'asked'::text, 'returned'::text, 'confirmed'::text]))),
  constraint elsewhere_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint elsewhere_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES registry.organisation(tenant_id, id),
  constraint elsewhere_texts CHECK (((length(link) <= 1000) AND (length(partners) <= 500) AND (length(result) <= 1000))),
  constraint elsewhere_type FOREIGN KEY (tenant_id, type_id) REFERENCES registry.classifier_value(tenant_id, id),
  constraint elsewhere_word_check CHECK ((length(word) <= 500))
);
alter table documents.elsewhere enable row level security;

create table documents.federal_file (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  year integer not null,
  count integer not null,
  template text not null,
  made_on date not null,
  made_by bigint,
  constraint federal_file_count_check CHECK ((count > 0)),
  constraint federal_file_pkey PRIMARY KEY (tenant_id, id),
  constraint federal_file_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint federal_file_tenant_id_year_count_key UNIQUE (tenant_id, year, count)
);
alter table documents.federal_file enable row level security;

create table documents.federal_note (
  tenant_id integer default platform.tenant() not null,
  document_id bigint not null,
  study_form text,
  funding text,
  field text,
  speciality_group text,
  cause text,
  constraint federal_note_cause_check CHECK ((cause = ANY (ARRAY['lost'::text, 'exchanged'::text]))),
  constraint federal_note_field_check CHECK (((length(field) >= 1) AND (length(field) <= 200))),
  constraint federal_note_pkey PRIMARY KEY (tenant_id, document_id),
  constraint federal_note_speciality_group_check CHECK (((length(speciality_group) >= 1) AND (length(speciality_group) <= 200))),
  constraint federal_note_tenant_id_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES documents.document(tenant_id, id),
  constraint federal_note_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table documents.federal_note enable row level security;

create table documents.federal_row (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  file_id bigint not null,
  document_id bigint not null,
  person_id bigint,
  says text not null,
  cells bytea,
  answer text default 'waiting'::text not null,
  word text,
  answered_on date,
  constraint federal_row_answer_check CHECK ((answer = ANY (ARRAY['waiting'::text, 'taken'::text, 'refused'::text]))),
  constraint federal_row_check CHECK (((answer = 'refused'::text) = (word IS NOT NULL))),
  constraint federal_row_check1 CHECK (((answer = 'waiting'::text) = (answered_on IS NULL))),
  constraint federal_row_pkey PRIMARY KEY (tenant_id, id),
  constraint federal_row_says_check CHECK ((says = ANY (ARRAY['original'::text, 'duplicate'::text, 'annulled'::text]))),
  constraint federal_row_tenant_id_document_id_fkey FOREIGN KEY (tenant_id, document_id) REFERENCES documents.document(tenant_id, id),
  constraint federal_row_tenant_id_file_id_fkey FOREIGN KEY (tenant_id, file_id) REFERENCES documents.federal_file(tenant_id, id),
  constraint federal_row_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint federal_row_word_check CHECK ((length(word) <= 500))
);
alter table documents.federal_row enable row level security;

create table documents.federal_rule (
  tenant_id integer default platform.tenant() not null,
  version integer default 1 not null,
  days integer default 20 not null,
  citizenship text,
  study_form text,
  funding text,
  field text,
  speciality_group text,
  constraint federal_rule_citizenship_check CHECK ((citizenship ~ '^[0-9]{3}$'::text)),
  constraint federal_rule_days_check CHECK (((days >= 1) AND (days <= 250))),
  constraint federal_rule_field_check CHECK (((length(field) >= 1) AND (length(field) <= 200))),
  constraint federal_rule_pkey PRIMARY KEY (tenant_id),
  constraint federal_rule_speciality_group_check CHECK (((length(speciality_group) >= 1) AND (length(speciality_group) <= 200))),
  constraint federal_rule_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table documents.federal_rule enable row level security;

create table documents.learner (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  person_id bigint not null,
  citizenship text,
  education text,
  diploma_surname text,
  diploma_series text,
  diploma_number text,
  constraint learner_citizenship_check CHECK ((citizenship ~ '^[0-9]{3}$'::text)),
  constraint learner_diploma_number_check CHECK (((length(diploma_number) >= 1) AND (length(diploma_number) <= 30))),
  constraint learner_diploma_series_check CHECK (((length(diploma_series) >= 1) AND (length(diploma_series) <= 30))),
  constraint learner_diploma_surname_check CHECK (((length(diploma_surname) >= 1) AND (length(diploma_surname) <= 100))),
  constraint learner_pkey PRIMARY KEY (tenant_id, id),
  constraint learner_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint learner_tenant_id_person_id_key UNIQUE (tenant_id, person_id)
);
alter table documents.learner enable row level security;

create table documents.letterhead (
  tenant_id integer default platform.tenant() not null,
  version integer default 1 not null,
  name text default ''::text not null,
  place text default ''::text not null,
  postal text default ''::text not null,
  requisites text default ''::text not null,
  emblem bytea,
  emblem_type text,
  constraint letterhead_check CHECK (((emblem IS NULL) = (emblem_type IS NULL))),
  constraint letterhead_emblem_check CHECK ((length(emblem) <= 524288)),
  constraint letterhead_emblem_type_check CHECK ((emblem_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text]))),
  constraint letterhead_name_check CHECK ((length(name) <= 500)),
  constraint letterhead_pkey PRIMARY KEY (tenant_id),
  constraint letterhead_place_check CHECK ((length(place) <= 100)),
  constraint letterhead_postal_check CHECK ((length(postal) <= 300)),
  constraint letterhead_requisites_check CHECK ((length(requisites) <= 500)),
  constraint letterhead_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table documents.letterhead enable row level security;

create table documents.series (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  kind text not null,
  title text not null,
  prefix text default ''::text not null,
  suffix text default ''::text not null,
  digits integer default 1 not null,
  retired boolean default false not null,
  version integer default 1 not null,
  constraint series_check CHECK ((((prefix || suffix) ~~ '%{YYYY}%'::text) OR ((prefix || suffix) ~~ '%{YY}%'::text))),
  constraint series_digits_check CHECK (((digits >= 1) AND (digits <= 8))),
  constraint series_pkey PRIMARY KEY (tenant_id, id),
  constraint series_prefix_check CHECK ((length(prefix) <= 30)),
  constraint series_suffix_check CHECK ((length(suffix) <= 30)),
  constraint series_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint series_tenant_id_prefix_suffix_key UNIQUE (tenant_id, prefix, suffix),
  constraint series_tenant_id_title_key UNIQUE (tenant_id, title),
  constraint series_title_check CHECK (((title <> ''::text) AND (length(title) <= 100)))
);
alter table documents.series enable row level security;

create table documents.signatory (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  name text not null,
  post text not null,
  from_on date not null,
  to_on date,
  version integer default 1 not null,
  constraint signatory_check CHECK ((to_on >= from_on)),
  constraint signatory_name_check CHECK (((name <> ''::text) AND (length(name) <= 200))),
  constraint signatory_pkey PRIMARY KEY (tenant_id, id),
  constraint signatory_post_check CHECK (((post <> ''::text) AND (length(post) <= 200))),
  constraint signatory_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table documents.signatory enable row level security;

create table home.asked_minutes (
  tenant_id integer default platform.tenant() not null,
  minutes jsonb not null,
  version integer default 2 not null,
  constraint asked_minutes_minutes_check CHECK ((jsonb_typeof(minutes) = 'object'::text)),
  constraint asked_minutes_pkey PRIMARY KEY (tenant_id),
  constraint asked_minutes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table home.asked_minutes enable row level security;

create table identity.account (
  id bigint generated always as identity not null,
  email text,
  email_key text,
  name text not null,
  language text,
  password_hash text,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  version integer default 1 not null,
  login text,
  used_at timestamp with time zone default now() not null,
  unused_told_at timestamp with time zone,
  disabled_as text,
  invited_at timestamp with time zone,
  constraint account_check CHECK (((email IS NULL) = (email_key IS NULL))),
  constraint account_check1 CHECK (((email IS NOT NULL) OR (login IS NOT NULL))),
  constraint account_disabled_as_check CHECK ((disabled_as = ANY (ARRAY['hand'::text, 'unused'::text]))),
  constraint account_email_key_key UNIQUE (email_key),
  constraint account_language_check CHECK ((language = ANY (ARRAY['ru'::text, 'en'::text]))),
  constraint account_login_check CHECK ((login ~ '^[a-z][a-z0-9.-]{1,63}$'::text)),
  constraint account_login_key UNIQUE (login),
  constraint account_pkey PRIMARY KEY (id)
);

create table identity.api_token (
  id bigint generated always as identity not null,
  token_hash bytea not null,
  account_id bigint not null,
  name text not null,
  created_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  permissions text[],
  constraint api_token_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id) ON DELETE CASCADE,
  constraint api_token_pkey PRIMARY KEY (id),
  constraint api_token_token_hash_key UNIQUE (token_hash)
);

create table identity.known_device (
  token_hash bytea not null,
  account_id bigint not null,
  network text not null,
  created_at timestamp with time zone default now() not null,
  last_used_at timestamp with time zone default now() not null,
  constraint known_device_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id) ON DELETE CASCADE,
  constraint known_device_pkey PRIMARY KEY (token_hash, account_id, network)
);

create table identity.outside_link (
  provider text not null,
  subject text not null,
  account_id bigint not null,
  linked_at timestamp with time zone default now() not null,
  used_at timestamp with time zone,
  constraint outside_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id) ON DELETE CASCADE,
  constraint outside_link_pkey PRIMARY KEY (provider, subject),
  constraint outside_link_provider_account_id_key UNIQUE (provider, account_id)
);

create table identity.passkey (
  id bigint generated always as identity not null,
  account_id bigint not null,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] default '{}'::text[] not null,
  name text not null,
  created_at timestamp with time zone default now() not null,
  used_at timestamp with time zone,
  constraint passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id) ON DELETE CASCADE,
  constraint passkey_credential_id_key UNIQUE (credential_id),
  constraint passkey_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint passkey_pkey PRIMARY KEY (id)
);

create table identity.recovery_code (
  account_id bigint not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id) ON DELETE CASCADE,
  constraint recovery_code_pkey PRIMARY KEY (account_id, code_hash)
);

create table identity.second_step (
  token_hash bytea not null,
  account_id bigint not null,
  opened_by text not null,
  tries integer default 0 not null,
  expires_at timestamp with time zone not null,
  constraint second_step_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id) ON DELETE CASCADE,
  constraint second_step_opened_by_check CHECK ((opened_by = ANY (ARRAY['password'::text, 'link'::text, 'code'::text, 'outside'::text]))),
  constraint second_step_pkey PRIMARY KEY (token_hash)
);

create table identity.session (
  id bigint generated always as identity not null,
  token_hash bytea not null,
  account_id bigint not null,
  opened_by text not null,
  created_at timestamp with time zone default now() not null,
  last_seen_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  user_agent text not null,
  address text not null,
  rest interval,
  life interval,
  looks_as bigint,
  looks_in integer,
  looks_until timestamp with time zone,
  vouched boolean default false not null,
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id) ON DELETE CASCADE,
  constraint session_check CHECK ((((looks_as IS NULL) = (looks_in IS NULL)) AND ((looks_as IS NULL) = (looks_until IS NULL)))),
  constraint session_looks_as_fkey FOREIGN KEY (looks_as) REFERENCES identity.account(id),
  constraint session_opened_by_check CHECK ((opened_by = ANY (ARRAY['password'::text, 'link'::text, 'code'::text, 'passkey'::text, 'outside'::text]))),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_hash_key UNIQUE (token_hash)
);

create table identity.sign_in_code (
  account_id bigint not null,
  code_hash bytea not null,
  created_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  constraint sign_in_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id) ON DELETE CASCADE,
  constraint sign_in_code_pkey PRIMARY KEY (account_id)
);

create table identity.sign_in_link (
  token_hash bytea not null,
  account_id bigint not null,
  created_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint sign_in_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id) ON DELETE CASCADE,
  constraint sign_in_link_pkey PRIMARY KEY (token_hash)
);

create table identity.spent_challenge (
  challenge_hash bytea not null,
  expires_at timestamp with time zone not null,
  constraint spent_challenge_pkey PRIMARY KEY (challenge_hash)
);

create table identity.totp (
  account_id bigint not null,
  sealed_secret bytea not null,
  created_at timestamp with time zone default now() not null,
  confirmed_at timestamp with time zone,
  last_step bigint,
  constraint totp_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id) ON DELETE CASCADE,
  constraint totp_pkey PRIMARY KEY (account_id)
);

create table indicators.band (
  tenant_id integer default platform.tenant() not null,
  indicator_id bigint not null,
  better text not null,
  good double precision not null,
  warn double precision not null,
  plan double precision,
  version integer default 1 not null,
  constraint band_better_check CHECK ((better = ANY (ARRAY['higher'::text, 'lower'::text]))),
  constraint band_check CHECK (
CASE better
    WHEN 'higher'::text THEN (warn <= good)
    ELSE (warn >= good)
END),
  constraint band_pkey PRIMARY KEY (tenant_id, indicator_id),
  constraint band_tenant_id_indicator_id_fkey FOREIGN KEY (tenant_id, indicator_id) REFERENCES indicators.indicator(tenant_id, id)
);
alter table indicators.band enable row level security;

create table indicators.definition (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  indicator_id bigint not null,
  version integer not null,
  title_ru text not null,
  title_en text not null,
  body jsonb not null,
  valid_from date not null,
  valid_until date,
  order_reference text,
  created_at timestamp with time zone default now() not null,
  created_by bigint,
  short_ru text,
  short_en text,
  constraint definition_check CHECK ((valid_until >= valid_from)),
  constraint definition_pkey PRIMARY KEY (tenant_id, id),
  constraint definition_tenant_id_indicator_id_fkey FOREIGN KEY (tenant_id, indicator_id) REFERENCES indicators.indicator(tenant_id, id),
  constraint definition_tenant_id_indicator_id_version_key UNIQUE (tenant_id, indicator_id, version)
);
alter table indicators.definition enable row level security;

create table indicators.indicator (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  code text not null,
  version integer default 1 not null,
  constraint indicator_pkey PRIMARY KEY (tenant_id, id),
  constraint indicator_tenant_id_code_key UNIQUE (tenant_id, code),
  constraint indicator_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table indicators.indicator enable row level security;

create table indicators.passport (
  tenant_id integer default platform.tenant() not null,
  indicator_id bigint not null,
  number text,
  unit text,
  purpose text,
  period text,
  source text,
  monitoring text,
  responsible text,
  contact text,
  constraint passport_pkey PRIMARY KEY (tenant_id, indicator_id),
  constraint passport_tenant_id_indicator_id_fkey FOREIGN KEY (tenant_id, indicator_id) REFERENCES indicators.indicator(tenant_id, id)
);
alter table indicators.passport enable row level security;

create table indicators.question (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  indicator_id bigint,
  on_date date,
  slice text default ''::text not null,
  key text default ''::text not null,
  text text not null,
  due_on date not null,
  asked_by bigint,
  asked_at timestamp with time zone default now() not null,
  addressee bigint not null,
  answer text,
  answered_at timestamp with time zone,
  closed_at timestamp with time zone,
  version integer default 1 not null,
  person_id bigint,
  about text,
  constraint question_check CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint question_check1 CHECK (((indicator_id IS NULL) = (on_date IS NULL))),
  constraint question_check2 CHECK (((person_id IS NULL) = (about IS NULL))),
  constraint question_check3 CHECK (((indicator_id IS NULL) <> (person_id IS NULL))),
  constraint question_pkey PRIMARY KEY (tenant_id, id),
  constraint question_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint question_tenant_id_indicator_id_fkey FOREIGN KEY (tenant_id, indicator_id) REFERENCES indicators.indicator(tenant_id, id)
);
alter table indicators.question enable row level security;

create table indicators.snapshot (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  on_date date not null,
  title text not null,
  taken_at timestamp with time zone default now() not null,
  taken_by bigint,
  version integer default 1 not null,
  state text default 'computed'::text not null,
  document_number text,
  document_on date,
  signatory text,
  approved_at timestamp with time zone,
  approved_by bigint,
  published_at timestamp with time zone,
  published_by bigint,
  constraint snapshot_check CHECK (((state = 'computed'::text) = (approved_at IS NULL))),
  constraint snapshot_check1 CHECK (((approved_at IS NULL) = (document_number IS NULL))),
  constraint snapshot_check2 CHECK (((approved_at IS NULL) = (document_on IS NULL))),
  constraint snapshot_check3 CHECK (((approved_at IS NULL) = (signatory IS NULL))),
  constraint snapshot_check4 CHECK (((state = 'published'::text) = (published_at IS NOT NULL))),
  constraint snapshot_pkey PRIMARY KEY (tenant_id, id),
  constraint snapshot_state_check CHECK ((state = ANY (ARRAY['computed'::text, 'approved'::text, 'published'::text]))),
  constraint snapshot_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table indicators.snapshot enable row level security;

create table indicators.snapshot_member (
  tenant_id integer default platform.tenant() not null,
  snapshot_id bigint not null,
  definition_id bigint not null,
  on_date date not null,
  role text not null,
  subject_id bigint not null,
  counted boolean not null,
  organisation_id bigint not null,
  slice_ids bigint[] default '{}'::bigint[] not null,
  evidence jsonb,
  constraint snapshot_member_pkey PRIMARY KEY (tenant_id, snapshot_id, definition_id, on_date, role, subject_id),
  constraint snapshot_member_role_check CHECK ((role = ANY (ARRAY['of'::text, 'numerator'::text]))),
  constraint snapshot_member_tenant_id_definition_id_fkey FOREIGN KEY (tenant_id, definition_id) REFERENCES indicators.definition(tenant_id, id),
  constraint snapshot_member_tenant_id_snapshot_id_fkey FOREIGN KEY (tenant_id, snapshot_id) REFERENCES indicators.snapshot(tenant_id, id) ON DELETE CASCADE
);
alter table indicators.snapshot_member enable row level security;

create table indicators.snapshot_value (
  tenant_id integer default platform.tenant() not null,
  snapshot_id bigint not null,
  definition_id bigint not null,
  on_date date not null,
  slice text not null,
  key text not null,
  label text not null,
  numerator double precision not null,
  denominator double precision,
  constraint snapshot_value_pkey PRIMARY KEY (tenant_id, snapshot_id, definition_id, on_date, slice, key),
  constraint snapshot_value_tenant_id_definition_id_fkey FOREIGN KEY (tenant_id, definition_id) REFERENCES indicators.definition(tenant_id, id),
  constraint snapshot_value_tenant_id_snapshot_id_fkey FOREIGN KEY (tenant_id, snapshot_id) REFERENCES indicators.snapshot(tenant_id, id) ON DELETE CASCADE
);
alter table indicators.snapshot_value enable row level security;

create table mentoring.pair (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  mentor_id bigint not null,
  mentee_id bigint not null,
  form_id bigint,
  from_on date not null,
  to_on date,
  source_id bigint,
  source_row integer,
  origins jsonb,
  version integer default 1 not null,
  constraint pair_check CHECK ((mentee_id <> mentor_id)),
  constraint pair_check1 CHECK ((to_on >= from_on)),
  constraint pair_pkey PRIMARY KEY (tenant_id, id),
  constraint pair_tenant_id_mentor_id_mentee_id_from_on_key UNIQUE (tenant_id, mentor_id, mentee_id, from_on)
);
alter table mentoring.pair enable row level security;

create table platform.journal (
  id bigint generated always as identity not null,
  tenant_id integer,
  at timestamp with time zone default now() not null,
  account_id bigint,
  actor_kind text not null,
  request_id text,
  action text not null,
  object_kind text,
  object_id bigint,
  details jsonb,
  as_account_id bigint,
  constraint journal_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['account'::text, 'operator'::text, 'job'::text, 'anonymous'::text]))),
  constraint journal_pkey PRIMARY KEY (id)
);
alter table platform.journal enable row level security;

create table platform.journal_key (
  one boolean default true not null,
  wrapped bytea not null,
  constraint journal_key_one_check CHECK (one),
  constraint journal_key_pkey PRIMARY KEY (one)
);

create table platform.journal_seal (
  seq bigint not null,
  entry_id bigint not null,
  digest bytea not null,
  hash bytea not null,
  at timestamp with time zone default now() not null,
  constraint journal_seal_entry_id_key UNIQUE (entry_id),
  constraint journal_seal_pkey PRIMARY KEY (seq)
);

create table platform.kept_answer (
  account_id bigint not null,
  key text not null,
  request_hash bytea not null,
  status smallint,
  reply jsonb,
  created_at timestamp with time zone default now() not null,
  constraint kept_answer_pkey PRIMARY KEY (account_id, key)
);

create table platform.master_key (
  one boolean default true not null,
  wrapped bytea not null,
  constraint master_key_one_check CHECK (one),
  constraint master_key_pkey PRIMARY KEY (one)
);

create table platform.notification (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  account_id bigint not null,
  at timestamp with time zone default now() not null,
  kind text not null,
  link text,
  details jsonb default '{}'::jsonb not null,
  once text,
  seen_at timestamp with time zone,
  constraint notification_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id) ON DELETE CASCADE,
  constraint notification_pkey PRIMARY KEY (tenant_id, id),
  constraint notification_tenant_id_account_id_once_key UNIQUE (tenant_id, account_id, once)
);
alter table platform.notification enable row level security;

create unlogged table platform.rate_bucket (
  key text not null,
  tokens double precision not null,
  refilled_at timestamp with time zone not null,
  constraint rate_bucket_pkey PRIMARY KEY (key)
);

create table platform.sight (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  at timestamp with time zone default now() not null,
  account_id bigint,
  as_account_id bigint,
  actor_kind text not null,
  action text not null,
  island text,
  purpose text,
  reason text,
  person_ids bigint[] not null,
  constraint sight_person_ids_check CHECK ((cardinality(person_ids) > 0)),
  constraint sight_pkey PRIMARY KEY (tenant_id, id),
  constraint sight_reason_check CHECK ((length(reason) <= 300))
);
alter table platform.sight enable row level security;

create table privacy.consent (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  person_id bigint not null,
  text_id bigint not null,
  given_at timestamp with time zone default now() not null,
  signed_on date,
  given_by bigint,
  withdrawn_at timestamp with time zone,
  withdrawn_by bigint,
  constraint consent_pkey PRIMARY KEY (tenant_id, id),
  constraint consent_tenant_id_text_id_fkey FOREIGN KEY (tenant_id, text_id) REFERENCES privacy.consent_text(tenant_id, id)
);
alter table privacy.consent enable row level security;

create table privacy.consent_text (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  kind text not null,
  version integer not null,
  title text not null,
  body text not null,
  published_at timestamp with time zone default now() not null,
  published_by bigint,
  constraint consent_text_body_check CHECK ((body <> ''::text)),
  constraint consent_text_pkey PRIMARY KEY (tenant_id, id),
  constraint consent_text_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint consent_text_tenant_id_kind_version_key UNIQUE (tenant_id, kind, version),
  constraint consent_text_title_check CHECK ((title <> ''::text))
);
alter table privacy.consent_text enable row level security;

create table privacy.incident (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  title text not null,
  happened_at timestamp with time zone not null,
  known_at timestamp with time zone not null,
  data text not null,
  people integer,
  causes text,
  measures text,
  notified_at timestamp with time zone,
  findings_at timestamp with time zone,
  closed_at timestamp with time zone,
  entered_by bigint,
  created_at timestamp with time zone default now() not null,
  version integer default 1 not null,
  constraint incident_causes_check CHECK ((length(causes) <= 4000)),
  constraint incident_check CHECK ((known_at >= happened_at)),
  constraint incident_data_check CHECK ((length(data) <= 2000)),
  constraint incident_measures_check CHECK ((length(measures) <= 4000)),
  constraint incident_people_check CHECK ((people >= 0)),
  constraint incident_pkey PRIMARY KEY (tenant_id, id),
  constraint incident_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint incident_title_check CHECK (((length(title) >= 3) AND (length(title) <= 200)))
);
alter table privacy.incident enable row level security;

create table privacy.request (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  person_id bigint,
  applicant text not null,
  kind text not null,
  words text default ''::text not null,
  on_paper boolean not null,
  received_on date not null,
  due_on date not null,
  extension text,
  responsible bigint,
  entered_by bigint,
  created_at timestamp with time zone default now() not null,
  state text default 'open'::text not null,
  answer text,
  answered_at timestamp with time zone,
  answered_by bigint,
  erasure_by bigint,
  erased jsonb,
  version integer default 1 not null,
  constraint request_answer_check CHECK ((length(answer) <= 4000)),
  constraint request_applicant_check CHECK ((applicant <> ''::text)),
  constraint request_check CHECK ((due_on >= received_on)),
  constraint request_check1 CHECK (((state = 'open'::text) = (answered_at IS NULL))),
  constraint request_check2 CHECK (((answered_at IS NULL) = (answer IS NULL))),
  constraint request_extension_check CHECK ((length(extension) <= 1000)),
  constraint request_kind_check CHECK ((kind = ANY (ARRAY['copy'::text, 'correction'::text, 'withdrawal'::text, 'erasure'::text]))),
  constraint request_pkey PRIMARY KEY (tenant_id, id),
  constraint request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'refused'::text]))),
  constraint request_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint request_words_check CHECK ((length(words) <= 2000))
);
alter table privacy.request enable row level security;

create table registry.classifier_value (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  kind text not null,
  key text not null,
  label text not null,
  retired_at timestamp with time zone,
  version integer default 1 not null,
  load_id bigint,
  constraint classifier_value_pkey PRIMARY KEY (tenant_id, id),
  constraint classifier_value_tenant_id_kind_key_key UNIQUE (tenant_id, kind, key)
);
alter table registry.classifier_value enable row level security;

create table registry.district (
  id integer generated always as identity not null,
  region_id integer,
  code text not null,
  name text not null,
  demo boolean default false not null,
  time_zone text default 'Europe/Moscow'::text not null,
  dictionary jsonb default '{}'::jsonb not null,
  wrapped_key bytea not null,
  created_at timestamp with time zone default now() not null,
  version integer default 1 not null,
  constraint district_code_check CHECK ((code ~ '^[a-z0-9][a-z0-9-]{0,40}$'::text)),
  constraint district_code_key UNIQUE (code),
  constraint district_pkey PRIMARY KEY (id),
  constraint district_region_id_fkey FOREIGN KEY (region_id) REFERENCES registry.region(id)
);

create table registry.employment (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  person_id bigint not null,
  organisation_id bigint not null,
  position_id bigint not null,
  hired_on date not null,
  dismissed_on date,
  rate numeric not null,
  main boolean not null,
  subject_ids bigint[] default '{}'::bigint[] not null,
  sex_id bigint,
  experience_since date,
  category_id bigint,
  education_level_id bigint,
  pedagogical_education boolean,
  source_id bigint,
  source_row integer,
  origins jsonb,
  version integer default 1 not null,
  kind text,
  category_on date,
  category_until date,
  category_order text,
  leave_kind_id bigint,
  leave_on date,
  leave_until date,
  deputy_function_id bigint,
  class_led text,
  email text,
  constraint employment_check CHECK ((dismissed_on >= hired_on)),
  constraint employment_check1 CHECK ((category_until >= category_on)),
  constraint employment_check2 CHECK ((leave_until >= leave_on)),
  constraint employment_kind_check CHECK ((kind = ANY (ARRAY['main'::text, 'inner'::text, 'outer'::text]))),
  constraint employment_pkey PRIMARY KEY (tenant_id, id),
  constraint employment_rate_check CHECK ((rate > (0)::numeric)),
  constraint employment_tenant_id_person_id_organisation_id_position_id__key UNIQUE (tenant_id, person_id, organisation_id, position_id, hired_on)
);
alter table registry.employment enable row level security;

create table registry.erased_person (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  request_id bigint,
  at timestamp with time zone default now() not null,
  key_hashes bytea[] not null,
  constraint erased_person_pkey PRIMARY KEY (tenant_id, id),
  constraint erased_person_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table registry.erased_person enable row level security;

create table registry.export_use (
  tenant_id integer default platform.tenant() not null,
  on_day date not null,
  account_id bigint not null,
  exports integer not null,
  rows bigint not null,
  constraint export_use_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id) ON DELETE CASCADE,
  constraint export_use_pkey PRIMARY KEY (tenant_id, on_day, account_id),
  constraint export_use_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table registry.export_use enable row level security;

create table registry.faulty_row (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  source_id bigint not null,
  row_no integer not null,
  column_name text,
  code text not null,
  row_hash bytea not null,
  sealed_cells bytea not null,
  created_at timestamp with time zone default now() not null,
  mended_at timestamp with time zone,
  left_out_at timestamp with time zone,
  mended_by bigint,
  overtaken_by bigint,
  waits boolean default ((mended_at IS NULL) AND (left_out_at IS NULL) AND (overtaken_by IS NULL)) not null,
  constraint faulty_row_pkey PRIMARY KEY (tenant_id, id),
  constraint faulty_row_tenant_id_source_id_fkey FOREIGN KEY (tenant_id, source_id) REFERENCES registry.source(tenant_id, id)
);
alter table registry.faulty_row enable row level security;

create table registry.gone_decision (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  load_id bigint not null,
  employment_id bigint not null,
  sheet integer not null,
  code text not null,
  decision text not null,
  on_day date,
  until_day date,
  reason text,
  organisation_id bigint,
  leave_kind_id bigint,
  version integer not null,
  account_id bigint,
  at timestamp with time zone default now() not null,
  applied_at timestamp with time zone,
  undone_at timestamp with time zone,
  constraint gone_decision_check CHECK ((until_day >= on_day)),
  constraint gone_decision_check1 CHECK (((decision = 'here'::text) OR (on_day IS NOT NULL))),
  constraint gone_decision_decision_check CHECK ((decision = ANY (ARRAY['dismissed'::text, 'moved'::text, 'leave'::text, 'here'::text]))),
  constraint gone_decision_pkey PRIMARY KEY (tenant_id, id),
  constraint gone_decision_tenant_id_load_id_fkey FOREIGN KEY (tenant_id, load_id) REFERENCES registry.load(tenant_id, id)
);
alter table registry.gone_decision enable row level security;

create table registry.grant (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  account_id bigint not null,
  role text not null,
  organisation_id bigint,
  person_id bigint,
  from_on date not null,
  to_on date,
  created_at timestamp with time zone default now() not null,
  ended_at timestamp with time zone,
  constraint grant_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint grant_check CHECK ((to_on >= from_on)),
  constraint grant_pkey PRIMARY KEY (tenant_id, id),
  constraint grant_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint grant_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES registry.organisation(tenant_id, id)
);
alter table registry.grant enable row level security;

create table registry.kept_cells (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  source_id bigint not null,
  first_row integer not null,
  last_row integer not null,
  sealed_cells bytea not null,
  created_at timestamp with time zone default now() not null,
  constraint kept_cells_pkey PRIMARY KEY (tenant_id, id),
  constraint kept_cells_tenant_id_source_id_fkey FOREIGN KEY (tenant_id, source_id) REFERENCES registry.source(tenant_id, id)
);
alter table registry.kept_cells enable row level security;

create table registry.load (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  state text default 'waiting'::text not null,
  account_id bigint,
  created_at timestamp with time zone default now() not null,
  finished_at timestamp with time zone,
  rows_read integer default 0 not null,
  rows_total integer,
  answer jsonb,
  fault text,
  mends bigint,
  profile jsonb,
  undoes bigint,
  compares boolean default false not null,
  comparison jsonb,
  as_of date,
  progress smallint default 0 not null,
  constraint load_pkey PRIMARY KEY (tenant_id, id),
  constraint load_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'reading'::text, 'taking'::text, 'compared'::text, 'dropped'::text, 'done'::text, 'failed'::text]))),
  constraint load_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint load_tenant_id_mends_fkey FOREIGN KEY (tenant_id, mends) REFERENCES registry.load(tenant_id, id),
  constraint load_tenant_id_undoes_fkey FOREIGN KEY (tenant_id, undoes) REFERENCES registry.load(tenant_id, id)
);
alter table registry.load enable row level security;

create table registry.load_difference (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  load_id bigint not null,
  kind text not null,
  sheet integer not null,
  row_no integer,
  label text,
  object_id bigint,
  person_id bigint,
  fields jsonb,
  cells text[],
  column_name text,
  code text,
  sealed_cells bytea,
  constraint load_difference_kind_check CHECK ((kind = ANY (ARRAY['new'::text, 'changed'::text, 'faulty'::text, 'gone'::text]))),
  constraint load_difference_pkey PRIMARY KEY (tenant_id, id)
);
alter table registry.load_difference enable row level security;

create table registry.load_image (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  load_id bigint not null,
  target text not null,
  object_id bigint not null,
  fields text[] not null,
  image jsonb not null,
  decision_id bigint,
  constraint load_image_pkey PRIMARY KEY (tenant_id, id)
);
alter table registry.load_image enable row level security;

create table registry.look (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  looker_id bigint not null,
  account_id bigint not null,
  reason text not null,
  started_at timestamp with time zone default now() not null,
  ends_at timestamp with time zone not null,
  constraint look_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint look_looker_id_fkey FOREIGN KEY (looker_id) REFERENCES identity.account(id),
  constraint look_pkey PRIMARY KEY (tenant_id, id),
  constraint look_reason_check CHECK (((length(reason) >= 5) AND (length(reason) <= 300))),
  constraint look_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table registry.look enable row level security;

create table registry.matching_revision (
  tenant_id integer not null,
  revision bigint default 1 not null,
  constraint matching_revision_pkey PRIMARY KEY (tenant_id),
  constraint matching_revision_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id)
);
alter table registry.matching_revision enable row level security;

create table registry.mending (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  load_id bigint not null,
  faulty_row_id bigint not null,
  sealed_cells bytea not null,
  outcome text default 'checking'::text not null,
  column_name text,
  code text,
  constraint mending_outcome_check CHECK ((outcome = ANY (ARRAY['checking'::text, 'taken'::text, 'refused'::text, 'repeated'::text, 'failed'::text]))),
  constraint mending_pkey PRIMARY KEY (tenant_id, id),
  constraint mending_tenant_id_faulty_row_id_fkey FOREIGN KEY (tenant_id, faulty_row_id) REFERENCES registry.faulty_row(tenant_id, id) ON DELETE CASCADE,
  constraint mending_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint mending_tenant_id_load_id_faulty_row_id_key UNIQUE (tenant_id, load_id, faulty_row_id),
  constraint mending_tenant_id_load_id_fkey FOREIGN KEY (tenant_id, load_id) REFERENCES registry.load(tenant_id, id)
);
alter table registry.mending enable row level security;

create table registry.organisation (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  code text not null,
  code_key text not null,
  name text not null,
  type text not null,
  pupils integer,
  mentoring_model_on date,
  active_until date,
  source_id bigint,
  source_row integer,
  origins jsonb,
  version integer default 1 not null,
  kind_id bigint,
  shifts integer,
  constraint organisation_pkey PRIMARY KEY (tenant_id, id),
  constraint organisation_pupils_check CHECK ((pupils >= 0)),
  constraint organisation_shifts_check CHECK ((shifts > 0)),
  constraint organisation_tenant_id_code_key_key UNIQUE (tenant_id, code_key),
  constraint organisation_type_check CHECK ((type = ANY (ARRAY['school'::text, 'kindergarten'::text, 'additional'::text, 'methodical_centre'::text, 'psychological_centre'::text])))
);
alter table registry.organisation enable row level security;

create table registry.organisation_feature (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  organisation_id bigint not null,
  kind_id bigint not null,
  from_on date not null,
  to_on date,
  document text default ''::text not null,
  version integer default 1 not null,
  source_id bigint,
  source_row integer,
  origins jsonb,
  constraint organisation_feature_check CHECK ((to_on >= from_on)),
  constraint organisation_feature_document_check CHECK ((length(document) <= 300)),
  constraint organisation_feature_pkey PRIMARY KEY (tenant_id, id),
  constraint organisation_feature_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint organisation_feature_tenant_id_kind_id_fkey FOREIGN KEY (tenant_id, kind_id) REFERENCES registry.classifier_value(tenant_id, id),
  constraint organisation_feature_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES registry.organisation(tenant_id, id) ON DELETE CASCADE,
  constraint organisation_feature_tenant_id_organisation_id_kind_id_from_key UNIQUE (tenant_id, organisation_id, kind_id, from_on)
);
alter table registry.organisation_feature enable row level security;

create table registry.people_told_apart (
  tenant_id integer default platform.tenant() not null,
  first_id bigint not null,
  second_id bigint not null,
  account_id bigint,
  at timestamp with time zone default now() not null,
  constraint people_told_apart_check CHECK ((first_id < second_id)),
  constraint people_told_apart_pkey PRIMARY KEY (tenant_id, first_id, second_id)
);
alter table registry.people_told_apart enable row level security;

create table registry.person (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  surname text not null,
  given_name text not null,
  patronymic text,
  surname_key text,
  given_key text not null,
  patronymic_key text default ''::text not null,
  birth_on date not null,
  sex text,
  snils_hash bytea,
  sealed_snils bytea,
  source_id bigint,
  source_row integer,
  origins jsonb,
  version integer default 1 not null,
  name_key text default registry.name_key(COALESCE(surname_key, translate(lower(surname), 'ё‐‑–—−'::text, 'е-----'::text)), given_key, patronymic_key) not null,
  constraint person_check CHECK (((snils_hash IS NULL) = (sealed_snils IS NULL))),
  constraint person_pkey PRIMARY KEY (tenant_id, id),
  constraint person_sex_check CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text]))),
  constraint person_tenant_id_snils_hash_key UNIQUE (tenant_id, snils_hash)
);
alter table registry.person enable row level security;

create table registry.person_merge (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  kept_id bigint not null,
  gone_id bigint not null,
  gone jsonb not null,
  kept_before jsonb not null,
  kept_after jsonb not null,
  gone_surnames text[] not null,
  surnames text[] not null,
  moved jsonb not null,
  dropped jsonb not null,
  last_taken_batch bigint not null,
  account_id bigint,
  at timestamp with time zone default now() not null,
  undone_at timestamp with time zone,
  constraint person_merge_pkey PRIMARY KEY (tenant_id, id)
);
alter table registry.person_merge enable row level security;

create table registry.person_span (
  tenant_id integer default platform.tenant() not null,
  person_id bigint not null,
  from_on date not null,
  to_on date not null,
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
  constraint person_span_pkey PRIMARY KEY (tenant_id, person_id, from_on)
) with (autovacuum_vacuum_scale_factor=0.02);
alter table registry.person_span enable row level security;

create table registry.person_split (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  kept_id bigint not null,
  parted_id bigint not null,
  kept_before jsonb not null,
  parted jsonb not null,
  moved jsonb not null,
  takes_number boolean not null,
  account_id bigint,
  at timestamp with time zone default now() not null,
  undone_at timestamp with time zone,
  constraint person_split_pkey PRIMARY KEY (tenant_id, id)
);
alter table registry.person_split enable row level security;

create table registry.person_surname (
  tenant_id integer default platform.tenant() not null,
  person_id bigint not null,
  key text not null,
  load_id bigint,
  constraint person_surname_pkey PRIMARY KEY (tenant_id, person_id, key)
);
alter table registry.person_surname enable row level security;

create table registry.position (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  key text not null,
  name text not null,
  pedagogical boolean,
  version integer default 1 not null,
  load_id bigint,
  constraint position_pkey PRIMARY KEY (tenant_id, id),
  constraint position_tenant_id_key_key UNIQUE (tenant_id, key)
);
alter table registry.position enable row level security;

create table registry.position_alias (
  tenant_id integer default platform.tenant() not null,
  key text not null,
  position_id bigint not null,
  constraint position_alias_pkey PRIMARY KEY (tenant_id, key),
  constraint position_alias_tenant_id_position_id_fkey FOREIGN KEY (tenant_id, position_id) REFERENCES registry."position"(tenant_id, id) ON DELETE CASCADE
);
alter table registry.position_alias enable row level security;

create table registry.profile (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  name text not null,
  key text not null,
  settings jsonb not null,
  version integer default 1 not null,
  changed_at timestamp with time zone default now() not null,
  constraint profile_name_check CHECK ((name <> ''::text)),
  constraint profile_pkey PRIMARY KEY (tenant_id, id),
  constraint profile_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint profile_tenant_id_key_key UNIQUE (tenant_id, key)
);
alter table registry.profile enable row level security;

create table registry.quality_day (
  tenant_id integer default platform.tenant() not null,
  organisation_id bigint not null,
  on_day date not null,
  people integer not null,
  doubtful integer not null,
  constraint quality_day_pkey PRIMARY KEY (tenant_id, organisation_id, on_day),
  constraint quality_day_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES registry.organisation(tenant_id, id) ON DELETE CASCADE
);
alter table registry.quality_day enable row level security;

create table registry.region (
  id integer generated always as identity not null,
  code text not null,
  name text not null,
  constraint region_code_key UNIQUE (code),
  constraint region_pkey PRIMARY KEY (id)
);

create table registry.region_grant (
  id bigint generated always as identity not null,
  account_id bigint not null,
  role text not null,
  region_id integer not null,
  from_on date not null,
  to_on date,
  created_at timestamp with time zone default now() not null,
  ended_at timestamp with time zone,
  constraint region_grant_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint region_grant_check CHECK ((to_on >= from_on)),
  constraint region_grant_pkey PRIMARY KEY (id),
  constraint region_grant_region_id_fkey FOREIGN KEY (region_id) REFERENCES registry.region(id)
);
alter table registry.region_grant enable row level security;

create table registry.revision (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  kind text not null,
  object_id bigint not null,
  person_id bigint,
  organisation_id bigint,
  before jsonb,
  after jsonb,
  account_id bigint,
  at timestamp with time zone default now() not null,
  undoes bigint,
  load_id bigint,
  decision_id bigint,
  constraint revision_check CHECK (((before IS NOT NULL) OR (after IS NOT NULL))),
  constraint revision_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'employment'::text, 'organisation'::text]))),
  constraint revision_pkey PRIMARY KEY (tenant_id, id),
  constraint revision_tenant_id_undoes_key UNIQUE (tenant_id, undoes)
);
alter table registry.revision enable row level security;

create table registry.sign_in_rule (
  tenant_id integer default platform.tenant() not null,
  version integer default 1 not null,
  second_factor text[] default '{}'::text[] not null,
  rest_minutes integer default 720 not null,
  life_hours integer default 336 not null,
  unused_days integer default 90 not null,
  looks_change boolean default false not null,
  exports_a_day integer default 100 not null,
  export_rows_a_day integer default 100000 not null,
  district_exports_a_day integer default 1000 not null,
  district_export_rows_a_day integer default 1000000 not null,
  erasure_by_two boolean default true not null,
  constraint sign_in_rule_district_export_rows_a_day_check CHECK (((district_export_rows_a_day >= 100) AND (district_export_rows_a_day <= 100000000))),
  constraint sign_in_rule_district_exports_a_day_check CHECK (((district_exports_a_day >= 1) AND (district_exports_a_day <= 100000))),
  constraint sign_in_rule_export_rows_a_day_check CHECK (((export_rows_a_day >= 100) AND (export_rows_a_day <= 10000000))),
  constraint sign_in_rule_exports_a_day_check CHECK (((exports_a_day >= 1) AND (exports_a_day <= 10000))),
  constraint sign_in_rule_life_hours_check CHECK (((life_hours >= 1) AND (life_hours <= 336))),
  constraint sign_in_rule_pkey PRIMARY KEY (tenant_id),
  constraint sign_in_rule_rest_minutes_check CHECK (((rest_minutes >= 15) AND (rest_minutes <= 1440))),
  constraint sign_in_rule_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES registry.district(id),
  constraint sign_in_rule_unused_days_check CHECK (((unused_days >= 30) AND (unused_days <= 730)))
);
alter table registry.sign_in_rule enable row level security;

create table registry.source (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  load_id bigint not null,
  file text not null,
  sheet text,
  headers text[] default '{}'::text[] not null,
  declared_file text,
  declared_sheet text,
  day date,
  constraint source_pkey PRIMARY KEY (tenant_id, id),
  constraint source_tenant_id_load_id_fkey FOREIGN KEY (tenant_id, load_id) REFERENCES registry.load(tenant_id, id)
);
alter table registry.source enable row level security;

create table registry.state_form (
  tenant_id integer default platform.tenant() not null,
  organisation_id bigint not null,
  year integer not null,
  staff_on date not null,
  told jsonb not null,
  account_id bigint,
  at timestamp with time zone default now() not null,
  version integer default 1 not null,
  constraint state_form_check CHECK (((EXTRACT(year FROM staff_on) >= (year)::numeric) AND (EXTRACT(year FROM staff_on) <= ((year + 1))::numeric))),
  constraint state_form_pkey PRIMARY KEY (tenant_id, organisation_id, year),
  constraint state_form_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES registry.organisation(tenant_id, id) ON DELETE CASCADE,
  constraint state_form_year_check CHECK (((year >= 2000) AND (year <= 2100)))
);
alter table registry.state_form enable row level security;

create table registry.taken_batch (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  row_hashes bytea not null,
  person_ids bigint[] not null,
  second_person_ids bigint[] default '{}'::bigint[] not null,
  load_id bigint,
  constraint taken_batch_pkey PRIMARY KEY (tenant_id, id)
);
alter table registry.taken_batch enable row level security;

create table registry.upload (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  load_id bigint not null,
  name text not null,
  bytes bigint not null,
  stored_as text,
  content_hash bytea,
  constraint upload_pkey PRIMARY KEY (tenant_id, id),
  constraint upload_tenant_id_load_id_fkey FOREIGN KEY (tenant_id, load_id) REFERENCES registry.load(tenant_id, id)
);
alter table registry.upload enable row level security;

create table staffing.post (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  organisation_id bigint not null,
  position_id bigint not null,
  planned numeric not null,
  filled numeric not null,
  on_day date not null,
  source_id bigint,
  source_row integer,
  origins jsonb,
  version integer default 1 not null,
  constraint post_check CHECK (((filled >= (0)::numeric) AND (filled <= planned))),
  constraint post_pkey PRIMARY KEY (tenant_id, id),
  constraint post_planned_check CHECK ((planned >= (0)::numeric)),
  constraint post_tenant_id_organisation_id_fkey FOREIGN KEY (tenant_id, organisation_id) REFERENCES registry.organisation(tenant_id, id),
  constraint post_tenant_id_organisation_id_position_id_on_day_key UNIQUE (tenant_id, organisation_id, position_id, on_day),
  constraint post_tenant_id_position_id_fkey FOREIGN KEY (tenant_id, position_id) REFERENCES registry."position"(tenant_id, id)
);
alter table staffing.post enable row level security;

create table talent.pool_membership (
  tenant_id integer default platform.tenant() not null,
  id bigint generated always as identity not null,
  kind_id bigint not null,
  person_id bigint not null,
  from_on date not null,
  to_on date,
  ground text,
  source_id bigint,
  source_row integer,
  origins jsonb,
  version integer default 1 not null,
  constraint pool_membership_check CHECK ((to_on >= from_on)),
  constraint pool_membership_pkey PRIMARY KEY (tenant_id, id),
  constraint pool_membership_tenant_id_kind_id_person_id_from_on_key UNIQUE (tenant_id, kind_id, person_id, from_on)
);
alter table talent.pool_membership enable row level security;


create view indicators.region_value as
 SELECT s.tenant_id,
    s.id AS snapshot_id,
    s.on_date AS snapshot_date,
    s.title,
    i.code,
    v.on_date,
    v.numerator,
    v.denominator
   FROM (((indicators.snapshot s
     JOIN indicators.snapshot_value v ON (((v.tenant_id = s.tenant_id) AND (v.snapshot_id = s.id) AND (v.slice = ''::text))))
     JOIN indicators.definition d ON (((d.tenant_id = v.tenant_id) AND (d.id = v.definition_id))))
     JOIN indicators.indicator i ON (((i.tenant_id = d.tenant_id) AND (i.id = d.indicator_id))));
create view registry.grant_in_force as
 SELECT grant_state.account_id,
    grant_state.tenant_id,
    grant_state.district,
    grant_state.time_zone,
    grant_state.role,
    grant_state.organisation_id,
    grant_state.person_id,
    NULL::integer AS region_id
   FROM registry.grant_state
  WHERE grant_state.in_force
UNION ALL
 SELECT r.account_id,
    d.id AS tenant_id,
    d.code AS district,
    d.time_zone,
    r.role,
    NULL::bigint AS organisation_id,
    NULL::bigint AS person_id,
    r.region_id
   FROM ((registry.region_grant r
     JOIN registry.district d ON ((d.region_id = r.region_id)))
     CROSS JOIN LATERAL ( SELECT ((now() AT TIME ZONE d.time_zone))::date AS today) t)
  WHERE ((r.ended_at IS NULL) AND (r.from_on <= t.today) AND ((r.to_on IS NULL) OR (r.to_on >= t.today)));
create view registry.grant_state as
 SELECT g.tenant_id,
    g.id,
    g.account_id,
    g.role,
    g.organisation_id,
    g.person_id,
    g.from_on,
    g.to_on,
    g.created_at,
    g.ended_at,
    d.code AS district,
    d.time_zone,
    ((g.ended_at IS NULL) AND (g.from_on <= t.today) AND ((g.to_on IS NULL) OR (g.to_on >= t.today)) AND ((g.organisation_id IS NULL) OR (g.person_id IS NULL) OR (EXISTS ( SELECT
           FROM registry.employment e
          WHERE ((e.tenant_id = g.tenant_id) AND (e.person_id = g.person_id) AND (e.organisation_id = g.organisation_id) AND (e.hired_on <= t.today) AND ((e.dismissed_on IS NULL) OR (e.dismissed_on >= t.today))))))) AS in_force
   FROM ((registry."grant" g
     JOIN registry.district d ON ((d.id = g.tenant_id)))
     CROSS JOIN LATERAL ( SELECT ((now() AT TIME ZONE d.time_zone))::date AS today) t);
create view registry.person_name as
 SELECT tenant_id,
    id,
    name_key,
    birth_on
   FROM registry.person
  WHERE (tenant_id = ( SELECT platform.tenant() AS tenant));

CREATE INDEX attendance_person ON activities.attendance USING btree (tenant_id, person_id);
CREATE INDEX attesting_state ON activities.attesting USING btree (tenant_id, state);
CREATE INDEX completed_module_module ON activities.completed_module USING btree (tenant_id, module_id);
CREATE INDEX completed_module_person ON activities.completed_module USING btree (tenant_id, person_id, completed_on);
CREATE INDEX completion_learning ON activities.completion USING btree (tenant_id, learning_id) WHERE (learning_id IS NOT NULL);
CREATE INDEX completion_person ON activities.completion USING btree (tenant_id, person_id);
CREATE INDEX course_plan_year ON activities.course_plan USING btree (tenant_id, year, state);
CREATE INDEX course_plan_line_event ON activities.course_plan_line USING btree (tenant_id, event_id) WHERE (event_id IS NOT NULL);
CREATE INDEX course_plan_line_person ON activities.course_plan_line USING btree (tenant_id, person_id);
CREATE INDEX course_plan_line_plan ON activities.course_plan_line USING btree (tenant_id, plan_id, month);
CREATE INDEX enrolment_asked ON activities.enrolment USING btree (tenant_id, organisation_id) WHERE (state = 'asked'::text);
CREATE INDEX enrolment_offered ON activities.enrolment USING btree (tenant_id, offered_until) WHERE (state = 'offered'::text);
CREATE INDEX enrolment_person ON activities.enrolment USING btree (tenant_id, person_id, event_id);
CREATE INDEX event_ahead ON activities.event USING btree (tenant_id, state, held_on) WHERE (state <> 'held'::text);
CREATE INDEX event_held ON activities.event USING btree (tenant_id, held_on);
CREATE INDEX event_organiser ON activities.event USING btree (tenant_id, organiser_id);
CREATE INDEX event_part_of ON activities.event USING btree (tenant_id, part_of) WHERE (part_of IS NOT NULL);
CREATE INDEX event_programme ON activities.event USING btree (tenant_id, programme_id) WHERE (programme_id IS NOT NULL);
CREATE INDEX event_series ON activities.event USING btree (tenant_id, series_id) WHERE (series_id IS NOT NULL);
CREATE INDEX event_request_event ON activities.event_request USING btree (tenant_id, event_id);
CREATE INDEX event_request_organisation ON activities.event_request USING btree (tenant_id, organisation_id);
CREATE INDEX event_request_state ON activities.event_request USING btree (tenant_id, state, asked_on);
CREATE INDEX examination_event ON activities.examination USING btree (tenant_id, event_id, held_on);
CREATE INDEX examination_result_person ON activities.examination_result USING btree (tenant_id, person_id);
CREATE INDEX examiner_person ON activities.examiner USING btree (tenant_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX feedback_answer_asking ON activities.feedback_answer USING btree (tenant_id, asking_id, question);
CREATE INDEX feedback_asking_open ON activities.feedback_asking USING btree (tenant_id, closes_on);
CREATE INDEX feedback_request_asked ON activities.feedback_request USING btree (tenant_id, asked_on);
CREATE INDEX feedback_request_person ON activities.feedback_request USING btree (tenant_id, person_id);
CREATE INDEX internship_host_at ON activities.internship USING btree (tenant_id, host_id, starts_on);
CREATE INDEX internship_person ON activities.internship USING btree (tenant_id, person_id);
CREATE INDEX internship_state ON activities.internship USING btree (tenant_id, state, starts_on);
CREATE INDEX internship_entry_of ON activities.internship_entry USING btree (tenant_id, internship_id, on_day);
CREATE INDEX internship_supervisor_person ON activities.internship_supervisor USING btree (tenant_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX invitation_event ON activities.invitation USING btree (tenant_id, event_id, id);
CREATE INDEX invited_invitation ON activities.invited USING btree (tenant_id, invitation_id);
CREATE INDEX invited_letter ON activities.invited USING btree (tenant_id, letter_id) WHERE (letter_id IS NOT NULL);
CREATE INDEX invited_person ON activities.invited USING btree (tenant_id, person_id);
CREATE INDEX learning_ends ON activities.learning USING btree (tenant_id, ends_on);
CREATE INDEX letter_age ON activities.letter USING btree (tenant_id, due_at);
CREATE INDEX letter_due ON activities.letter USING btree (tenant_id, due_at) WHERE (state = ANY (ARRAY['due'::text, 'sending'::text]));
CREATE INDEX letter_event ON activities.letter USING btree (tenant_id, event_id);
CREATE INDEX material_event ON activities.material USING btree (tenant_id, event_id);
CREATE INDEX meeting_event ON activities.meeting USING btree (tenant_id, event_id, starts_at);
CREATE INDEX meeting_room ON activities.meeting USING btree (tenant_id, room_id, starts_at) WHERE (room_id IS NOT NULL);
CREATE INDEX meeting_starts ON activities.meeting USING btree (tenant_id, starts_at);
CREATE INDEX module_choice_module ON activities.module_choice USING btree (tenant_id, module_id);
CREATE INDEX module_choice_person ON activities.module_choice USING btree (tenant_id, person_id);
CREATE INDEX presence_person ON activities.presence USING btree (tenant_id, person_id);
CREATE INDEX programme_requested ON activities.programme USING btree (tenant_id, requested_by) WHERE (requested_by IS NOT NULL);
CREATE INDEX programme_state ON activities.programme USING btree (tenant_id, state);
CREATE UNIQUE INDEX programme_number ON activities.programme USING btree (tenant_id, lower(number)) WHERE (state = 'registered'::text);
CREATE UNIQUE INDEX programme_renewal ON activities.programme USING btree (tenant_id, renews_id) WHERE ((renews_id IS NOT NULL) AND (state <> 'declined'::text));
CREATE INDEX programme_completion_person ON activities.programme_completion USING btree (tenant_id, person_id);
CREATE INDEX programme_review_person ON activities.programme_review USING btree (tenant_id, person_id);
CREATE INDEX programme_step_of ON activities.programme_step USING btree (tenant_id, programme_id, id);
CREATE INDEX run_module_module ON activities.run_module USING btree (tenant_id, module_id);
CREATE INDEX self_study_learning ON activities.self_study USING btree (tenant_id, learning_id) WHERE (learning_id IS NOT NULL);
CREATE INDEX self_study_person ON activities.self_study USING btree (tenant_id, person_id);
CREATE INDEX self_study_programme ON activities.self_study USING btree (tenant_id, programme_id, state);
CREATE INDEX self_study_state ON activities.self_study USING btree (tenant_id, state, ends_on);
CREATE INDEX self_study_tutor_person ON activities.self_study_tutor USING btree (tenant_id, person_id);
CREATE INDEX speaker_event ON activities.speaker USING btree (tenant_id, event_id);
CREATE INDEX speaker_person ON activities.speaker USING btree (tenant_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX membership_person ON communities.membership USING btree (tenant_id, person_id);
CREATE INDEX diagnostic_result_taken ON competence.diagnostic_result USING btree (tenant_id, taken_on);
CREATE INDEX claim_done ON documents.claim USING btree (tenant_id, done_on DESC);
CREATE INDEX claim_open ON documents.claim USING btree (tenant_id, state, organisation_id) WHERE (state = ANY (ARRAY['asked'::text, 'confirmed'::text]));
CREATE INDEX claim_organisation ON documents.claim USING btree (tenant_id, organisation_id, done_on DESC);
CREATE INDEX claim_person ON documents.claim USING btree (tenant_id, person_id, done_on DESC);
CREATE INDEX document_batch ON documents.document USING btree (tenant_id, batch_id);
CREATE INDEX document_issued ON documents.document USING btree (tenant_id, issued_on DESC, id DESC);
CREATE INDEX document_person ON documents.document USING btree (tenant_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX document_source ON documents.document USING btree (tenant_id, source_kind, source_id) WHERE (source_id IS NOT NULL);
CREATE INDEX elsewhere_asked ON documents.elsewhere USING btree (tenant_id, organisation_id) WHERE (state = 'asked'::text);
CREATE INDEX elsewhere_facts ON documents.elsewhere USING btree (tenant_id, kind, ends_on) WHERE (state = 'confirmed'::text);
CREATE INDEX elsewhere_made ON documents.elsewhere USING btree (tenant_id, made_at) WHERE (state <> 'draft'::text);
CREATE INDEX elsewhere_organisation ON documents.elsewhere USING btree (tenant_id, organisation_id, made_at) WHERE (state <> 'draft'::text);
CREATE INDEX elsewhere_person ON documents.elsewhere USING btree (tenant_id, person_id, ends_on DESC);
CREATE INDEX federal_row_document ON documents.federal_row USING btree (tenant_id, document_id);
CREATE INDEX federal_row_file ON documents.federal_row USING btree (tenant_id, file_id, id);
CREATE INDEX federal_row_person ON documents.federal_row USING btree (tenant_id, person_id) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX federal_row_once ON documents.federal_row USING btree (tenant_id, document_id, says) WHERE (answer <> 'refused'::text);
CREATE INDEX account_used ON identity.account USING btree (used_at) WHERE (disabled_at IS NULL);
CREATE INDEX api_token_account ON identity.api_token USING btree (account_id);
CREATE INDEX known_device_account ON identity.known_device USING btree (account_id, network);
CREATE INDEX known_device_age ON identity.known_device USING btree (last_used_at);
CREATE INDEX outside_link_account ON identity.outside_link USING btree (account_id);
CREATE INDEX passkey_account ON identity.passkey USING btree (account_id);
CREATE INDEX second_step_account ON identity.second_step USING btree (account_id);
CREATE INDEX second_step_expiry ON identity.second_step USING btree (expires_at);
CREATE INDEX session_account ON identity.session USING btree (account_id);
CREATE INDEX session_expiry ON identity.session USING btree (expires_at);
CREATE INDEX session_looks_as ON identity.session USING btree (looks_as) WHERE (looks_as IS NOT NULL);
CREATE INDEX sign_in_code_expiry ON identity.sign_in_code USING btree (expires_at);
CREATE INDEX sign_in_link_account ON identity.sign_in_link USING btree (account_id);
CREATE INDEX sign_in_link_expiry ON identity.sign_in_link USING btree (expires_at);
CREATE INDEX spent_challenge_expiry ON identity.spent_challenge USING btree (expires_at);
CREATE UNIQUE INDEX definition_current ON indicators.definition USING btree (tenant_id, indicator_id) WHERE (valid_until IS NULL);
CREATE INDEX question_addressee ON indicators.question USING btree (tenant_id, addressee, due_on) WHERE (closed_at IS NULL);
CREATE INDEX question_asked_by ON indicators.question USING btree (tenant_id, asked_by, due_on);
CREATE INDEX question_person ON indicators.question USING btree (tenant_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX pair_mentee ON mentoring.pair USING btree (tenant_id, mentee_id);
CREATE INDEX journal_account ON platform.journal USING btree (account_id, at DESC);
CREATE INDEX journal_at ON platform.journal USING btree (at DESC);
CREATE INDEX journal_object ON platform.journal USING btree (tenant_id, object_kind, object_id);
CREATE INDEX journal_seal_age ON platform.journal_seal USING btree (at);
CREATE INDEX kept_answer_age ON platform.kept_answer USING btree (created_at);
CREATE INDEX notification_account ON platform.notification USING btree (tenant_id, account_id, id);
CREATE INDEX notification_age ON platform.notification USING btree (tenant_id, at);
CREATE INDEX notification_unseen ON platform.notification USING btree (tenant_id, account_id) WHERE (seen_at IS NULL);
CREATE INDEX sight_age ON platform.sight USING btree (at);
CREATE INDEX sight_people ON platform.sight USING gin (person_ids);
CREATE INDEX consent_person ON privacy.consent USING btree (tenant_id, person_id);
CREATE INDEX consent_text_of ON privacy.consent USING btree (tenant_id, text_id);
CREATE INDEX incident_open ON privacy.incident USING btree (tenant_id, known_at) WHERE (closed_at IS NULL);
CREATE INDEX request_open ON privacy.request USING btree (tenant_id, due_on) WHERE (state = 'open'::text);
CREATE INDEX request_person ON privacy.request USING btree (tenant_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX employment_organisation ON registry.employment USING btree (tenant_id, organisation_id);
CREATE INDEX faulty_row_overtaken ON registry.faulty_row USING btree (tenant_id, overtaken_by) WHERE (overtaken_by IS NOT NULL);
CREATE INDEX faulty_row_source ON registry.faulty_row USING btree (tenant_id, source_id, row_no);
CREATE INDEX faulty_row_waiting ON registry.faulty_row USING btree (tenant_id, row_hash) WHERE (mended_at IS NULL);
CREATE INDEX faulty_row_waits ON registry.faulty_row USING btree (tenant_id, source_id) WHERE waits;
CREATE INDEX gone_decision_employment ON registry.gone_decision USING btree (tenant_id, employment_id) WHERE (undone_at IS NULL);
CREATE UNIQUE INDEX gone_decision_in_force ON registry.gone_decision USING btree (tenant_id, load_id, employment_id) WHERE (undone_at IS NULL);
CREATE INDEX grant_account ON registry."grant" USING btree (account_id);
CREATE INDEX grant_organisation ON registry."grant" USING btree (tenant_id, organisation_id);
CREATE INDEX grant_person ON registry."grant" USING btree (tenant_id, person_id);
CREATE INDEX kept_cells_age ON registry.kept_cells USING btree (tenant_id, created_at);
CREATE INDEX kept_cells_source ON registry.kept_cells USING btree (tenant_id, source_id, first_row);
CREATE UNIQUE INDEX load_undone ON registry.load USING btree (tenant_id, undoes) WHERE (state <> 'failed'::text);
CREATE INDEX load_difference_load ON registry.load_difference USING btree (tenant_id, load_id, kind, sheet, row_no, id);
CREATE INDEX load_image_load ON registry.load_image USING btree (tenant_id, load_id, target, object_id);
CREATE INDEX load_image_object ON registry.load_image USING btree (tenant_id, object_id);
CREATE INDEX look_account ON registry.look USING btree (tenant_id, account_id, id);
CREATE INDEX look_looker ON registry.look USING btree (tenant_id, looker_id);
CREATE INDEX mending_row ON registry.mending USING btree (tenant_id, faulty_row_id, id);
CREATE INDEX organisation_feature_kind ON registry.organisation_feature USING btree (tenant_id, kind_id);
CREATE INDEX person_by_name ON registry.person USING btree (tenant_id, name_key, id);
CREATE INDEX person_merge_kept ON registry.person_merge USING btree (tenant_id, kept_id);
CREATE UNIQUE INDEX person_merge_in_force ON registry.person_merge USING btree (tenant_id, gone_id) WHERE (undone_at IS NULL);
CREATE INDEX person_split_kept ON registry.person_split USING btree (tenant_id, kept_id);
CREATE UNIQUE INDEX person_split_in_force ON registry.person_split USING btree (tenant_id, parted_id) WHERE (undone_at IS NULL);
CREATE INDEX region_grant_account ON registry.region_grant USING btree (account_id);
CREATE INDEX revision_organisation ON registry.revision USING btree (tenant_id, object_id, id) WHERE (kind = 'organisation'::text);
CREATE INDEX revision_person ON registry.revision USING btree (tenant_id, person_id, id) WHERE (person_id IS NOT NULL);
CREATE INDEX source_load ON registry.source USING btree (tenant_id, load_id);
CREATE INDEX upload_content ON registry.upload USING btree (tenant_id, content_hash);
CREATE INDEX upload_load ON registry.upload USING btree (tenant_id, load_id);
CREATE INDEX pool_membership_person ON talent.pool_membership USING btree (tenant_id, person_id);

create policy tenant on activities.admission for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.attendance for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.attesting for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.calendar_feed for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.completed_module for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.completion for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.course_plan for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.course_plan_line for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.enrolment for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.event for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.event_request for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.examination for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.examination_result for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.examiner for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.feedback_answer for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.feedback_asking for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.feedback_form for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.feedback_request for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.form for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.guest for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.in_house_rule for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.internship for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.internship_entry for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.internship_host for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.internship_model for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.internship_supervisor for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.invitation for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.invited for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.learning for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.letter for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.material for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.meeting for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.module_choice for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.presence for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.programme for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.programme_completion for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.programme_module for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.programme_provider for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.programme_review for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.programme_step for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.quiet_hours for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.room for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.run_closing for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.run_module for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.self_study for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.self_study_tutor for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.speaker for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.telling for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on activities.training_rule for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on communities.community for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on communities.membership for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on competence.diagnostic_result for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on documents.batch for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on documents.claim for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on documents.counter for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on documents.document for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on documents.elsewhere for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on documents.federal_file for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on documents.federal_note for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on documents.federal_row for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on documents.federal_rule for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on documents.learner for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on documents.letterhead for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on documents.series for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on documents.signatory for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on home.asked_minutes for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on indicators.band for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on indicators.definition for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on indicators.indicator for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on indicators.passport for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on indicators.question for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on indicators.snapshot for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on indicators.snapshot_member for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on indicators.snapshot_value for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on mentoring.pair for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy append on platform.journal for insert to rost_app with check (NOT (tenant_id IS DISTINCT FROM ( SELECT platform.tenant() AS tenant)));
create policy doors on platform.journal for select to rost_app using ((tenant_id IS NULL) AND (( SELECT platform.tenant() AS tenant) IS NOT NULL) AND ((account_id IN ( SELECT g.account_id
   FROM registry."grant" g)) OR ((object_kind = 'account'::text) AND (object_id IN ( SELECT g.account_id
   FROM registry."grant" g)))));
create policy tenant on platform.journal for select to rost_app using (NOT (tenant_id IS DISTINCT FROM ( SELECT platform.tenant() AS tenant)));
create policy tenant on platform.notification for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on platform.sight for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on privacy.consent for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on privacy.consent_text for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on privacy.incident for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on privacy.request for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.classifier_value for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.employment for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.erased_person for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.export_use for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.faulty_row for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.gone_decision for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.grant for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.kept_cells for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.load for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.load_difference for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.load_image for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.look for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.matching_revision for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.mending for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.organisation for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.organisation_feature for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.people_told_apart for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.person for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.person_merge for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.person_span for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.person_split for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.person_surname for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.position for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.position_alias for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.profile for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.quality_day for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy no_tenant on registry.region_grant for all to rost_app using (( SELECT platform.tenant() AS tenant) IS NULL) with check (( SELECT platform.tenant() AS tenant) IS NULL);
create policy tenant on registry.revision for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.sign_in_rule for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.source for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.state_form for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.taken_batch for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on registry.upload for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on staffing.post for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));
create policy tenant on talent.pool_membership for all to rost_app, rost_region using (tenant_id = ( SELECT platform.tenant() AS tenant));

grant delete, insert, select, update on activities.admission to rost_app;
grant delete, insert, select, update on activities.attendance to rost_app;
grant delete, insert, select, update on activities.attesting to rost_app;
grant delete, insert, select, update on activities.calendar_feed to rost_app;
grant delete, insert, select, update on activities.completed_module to rost_app;
grant delete, insert, select, update on activities.completion to rost_app;
grant delete, insert, select, update on activities.course_plan to rost_app;
grant delete, insert, select, update on activities.course_plan_line to rost_app;
grant delete, insert, select, update on activities.enrolment to rost_app;
grant delete, insert, select, update on activities.event to rost_app;
grant delete, insert, select, update on activities.event_request to rost_app;
grant delete, insert, select, update on activities.examination to rost_app;
grant delete, insert, select, update on activities.examination_result to rost_app;
grant delete, insert, select, update on activities.examiner to rost_app;
grant delete, insert, select, update on activities.feedback_answer to rost_app;
grant delete, insert, select, update on activities.feedback_asking to rost_app;
grant delete, insert, select, update on activities.feedback_form to rost_app;
grant delete, insert, select, update on activities.feedback_request to rost_app;
grant delete, insert, select, update on activities.form to rost_app;
grant delete, insert, select, update on activities.guest to rost_app;
grant insert, select, update on activities.in_house_rule to rost_app;
grant delete, insert, select, update on activities.internship to rost_app;
grant delete, insert, select, update on activities.internship_entry to rost_app;
grant delete, insert, select, update on activities.internship_host to rost_app;
grant delete, insert, select, update on activities.internship_model to rost_app;
grant delete, insert, select, update on activities.internship_supervisor to rost_app;
grant delete, insert, select, update on activities.invitation to rost_app;
grant delete, insert, select, update on activities.invited to rost_app;
grant delete, insert, select, update on activities.learning to rost_app;
grant delete, insert, select, update on activities.letter to rost_app;
grant delete, insert, select, update on activities.material to rost_app;
grant delete, insert, select, update on activities.meeting to rost_app;
grant delete, insert, select, update on activities.module_choice to rost_app;
grant delete, insert, select, update on activities.presence to rost_app;
grant delete, insert, select, update on activities.programme to rost_app;
grant delete, insert, select, update on activities.programme_completion to rost_app;
grant delete, insert, select, update on activities.programme_module to rost_app;
grant delete, insert, select, update on activities.programme_provider to rost_app;
grant delete, insert, select, update on activities.programme_review to rost_app;
grant insert, select on activities.programme_step to rost_app;
grant insert, select, update on activities.quiet_hours to rost_app;
grant delete, insert, select, update on activities.room to rost_app;
grant delete, insert, select, update on activities.run_closing to rost_app;
grant delete, insert, select, update on activities.run_module to rost_app;
grant delete, insert, select, update on activities.self_study to rost_app;
grant delete, insert, select, update on activities.self_study_tutor to rost_app;
grant delete, insert, select, update on activities.speaker to rost_app;
grant delete, insert, select, update on activities.telling to rost_app;
grant insert, select, update on activities.training_rule to rost_app;
grant delete, insert, select, update on communities.community to rost_app;
grant delete, insert, select, update on communities.membership to rost_app;
grant delete, insert, select, update on competence.diagnostic_result to rost_app;
grant insert, select, update on documents.batch to rost_app;
grant delete, insert, select, update on documents.claim to rost_app;
grant insert, select, update on documents.counter to rost_app;
grant insert, select, update on documents.document to rost_app;
grant delete, insert, select, update on documents.elsewhere to rost_app;
grant insert, select on documents.federal_file to rost_app;
grant delete, insert, select, update on documents.federal_note to rost_app;
grant insert, select, update on documents.federal_row to rost_app;
grant insert, select, update on documents.federal_rule to rost_app;
grant delete, insert, select, update on documents.learner to rost_app;
grant insert, select, update on documents.letterhead to rost_app;
grant insert, select, update on documents.series to rost_app;
grant delete, insert, select, update on documents.signatory to rost_app;
grant insert, select, update on home.asked_minutes to rost_app;
grant insert, select, update on identity.account to rost_app;
grant delete, insert, select, update on identity.api_token to rost_app;
grant delete, insert, select, update on identity.known_device to rost_app;
grant delete, insert, select, update on identity.outside_link to rost_app;
grant delete, insert, select, update on identity.passkey to rost_app;
grant delete, insert, select, update on identity.recovery_code to rost_app;
grant delete, insert, select, update on identity.second_step to rost_app;
grant delete, insert, select, update on identity.session to rost_app;
grant delete, insert, select, update on identity.sign_in_code to rost_app;
grant delete, insert, select, update on identity.sign_in_link to rost_app;
grant delete, insert, select on identity.spent_challenge to rost_app;
grant delete, insert, select, update on identity.totp to rost_app;
grant delete, insert, select, update on indicators.band to rost_app;
grant delete, insert, select, update on indicators.definition to rost_app;
grant delete, insert, select, update on indicators.indicator to rost_app;
grant delete, insert, select, update on indicators.passport to rost_app;
grant delete, insert, select, update on indicators.question to rost_app;
grant select on indicators.region_value to rost_region;
grant delete, insert, select, update on indicators.snapshot to rost_app;
grant delete, insert, select, update on indicators.snapshot_member to rost_app;
grant delete, insert, select, update on indicators.snapshot_value to rost_app;
grant delete, insert, select, update on mentoring.pair to rost_app;
grant insert, select on platform.journal to rost_app;
grant insert, select on platform.journal_key to rost_app;
grant insert, select on platform.journal_seal to rost_app;
grant delete, insert, select, update on platform.kept_answer to rost_app;
grant insert, select, update on platform.master_key to rost_app;
grant delete, insert, select, update on platform.notification to rost_app;
grant delete, insert, select, update on platform.rate_bucket to rost_app;
grant insert, select on platform.sight to rost_app;
grant delete, insert, select, update on privacy.consent to rost_app;
grant insert, select on privacy.consent_text to rost_app;
grant insert, select, update on privacy.incident to rost_app;
grant delete, insert, select, update on privacy.request to rost_app;
grant delete, insert, select, update on registry.classifier_value to rost_app;
grant insert, select, update on registry.district to rost_app;
grant select on registry.district to rost_region;
grant delete, insert, select, update on registry.employment to rost_app;
grant delete, insert, select, update on registry.erased_person to rost_app;
grant delete, insert, select, update on registry.export_use to rost_app;
grant delete, insert, select, update on registry.faulty_row to rost_app;
grant delete, insert, select, update on registry.gone_decision to rost_app;
grant insert, select, update on registry.grant to rost_app;
grant select on registry.grant_state to rost_app;
grant delete, insert, select, update on registry.kept_cells to rost_app;
grant delete, insert, select, update on registry.load to rost_app;
grant delete, insert, select, update on registry.load_difference to rost_app;
grant delete, insert, select, update on registry.load_image to rost_app;
grant insert, select, update on registry.look to rost_app;
grant delete, insert, select, update on registry.matching_revision to rost_app;
grant delete, insert, select, update on registry.mending to rost_app;
grant delete, insert, select, update on registry.organisation to rost_app;
grant delete, insert, select, update on registry.organisation_feature to rost_app;
grant delete, insert, select, update on registry.people_told_apart to rost_app;
grant delete, insert, select, update on registry.person to rost_app;
grant delete, insert, select, update on registry.person_merge to rost_app;
grant select on registry.person_name to rost_app;
grant delete, insert, select, update on registry.person_span to rost_app;
grant delete, insert, select, update on registry.person_split to rost_app;
grant delete, insert, select, update on registry.person_surname to rost_app;
grant delete, insert, select, update on registry.position to rost_app;
grant delete, insert, select, update on registry.position_alias to rost_app;
grant delete, insert, select, update on registry.profile to rost_app;
grant delete, insert, select, update on registry.quality_day to rost_app;
grant insert, select, update on registry.region to rost_app;
grant select on registry.region to rost_region;
grant insert, select, update on registry.region_grant to rost_app;
grant delete, insert, select, update on registry.revision to rost_app;
grant insert, select, update on registry.sign_in_rule to rost_app;
grant delete, insert, select, update on registry.source to rost_app;
grant delete, insert, select, update on registry.state_form to rost_app;
grant delete, insert, select, update on registry.taken_batch to rost_app;
grant delete, insert, select, update on registry.upload to rost_app;
grant delete, insert, select, update on staffing.post to rost_app;
grant delete, insert, select, update on talent.pool_membership to rost_app;
