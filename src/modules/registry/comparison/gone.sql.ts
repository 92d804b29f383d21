import type { Connection } from '../exchange/staging.ts'

/** What is copied to a place of work elsewhere: it is the same work of the same person. */
const SAME = [
  ...['person_id', 'position_id', 'rate', 'main', 'subject_ids', 'sex_id', 'experience_since', 'category_id'],
  ...['education_level_id', 'pedagogical_education', 'kind', 'category_on', 'category_until', 'category_order'],
  ...['deputy_function_id', 'email'],
].join(', ')

const FIELDS = `case when g.decision = 'leave' then array['leave_on', 'leave_until', 'leave_kind_id'] else array['dismissed_on'] end`

/** Decisions of the load $1 that wait to take effect, each with the source the place of work is missed in. */
const DUE = `select g.*, coalesce(
      (select s.id from registry.source s where s.load_id = g.load_id order by s.id offset g.sheet limit 1),
      (select min(s.id) from registry.source s where s.load_id = g.load_id)) as source_id
    from registry.gone_decision g where g.load_id = $1 and g.applied_at is null and g.undone_at is null`

/** Something became of the place of work since somebody decided: to be decided anew. */
const MISSED = `update registry.gone_decision g set undone_at = now()
  where g.load_id = $1 and g.applied_at is null and g.undone_at is null
    and not exists (select from registry.employment e where e.id = g.employment_id and e.version = g.version)`

const IMAGES = `insert into registry.load_image (load_id, target, object_id, fields, image, decision_id)
  select g.load_id, 'registry.employment', e.id, ${FIELDS}, to_jsonb(e), g.id
  from (${DUE}) g join registry.employment e on e.id = g.employment_id where g.decision <> 'here'`

/** The row of a file has a number; what was decided about the file has none. */
const CHANGES = `with changed as (
    update registry.employment e set version = e.version + 1,
      dismissed_on = case g.decision when 'dismissed' then g.on_day when 'moved' then g.on_day - 1 else e.dismissed_on end,
      leave_on = case g.decision when 'leave' then g.on_day else e.leave_on end,
      leave_until = case g.decision when 'leave' then g.until_day else e.leave_until end,
      leave_kind_id = case g.decision when 'leave' then g.leave_kind_id else e.leave_kind_id end,
      origins = coalesce(e.origins, '{}') || (
        select jsonb_object_agg(f, jsonb_build_array(g.source_id, null)) from unnest(${FIELDS}) f)
    from (${DUE}) g where e.id = g.employment_id and g.decision <> 'here'
    returning e.id, e.person_id, e.organisation_id, g.id as decision_id, g.account_id, to_jsonb(e) as image
  )
  insert into registry.revision (kind, object_id, person_id, organisation_id, before, after, account_id, decision_id)
  select 'employment', c.id, c.person_id, c.organisation_id, i.image, c.image, c.account_id, c.decision_id
  from changed c join registry.load_image i on i.decision_id = c.decision_id order by c.decision_id`

/** Who has a place of work there from that day, by the file or otherwise, needs no other. */
const PLACES = `with due as (${DUE}), placed as (
    insert into registry.employment as t (organisation_id, hired_on, source_id, ${SAME})
    select g.organisation_id, g.on_day, g.source_id, ${SAME}
    from (select g.organisation_id, g.on_day, g.source_id, e.* from due g
      join lateral (select ${SAME} from registry.employment o where o.id = g.employment_id) e on true
      where g.decision = 'moved' and g.organisation_id is not null) g
    where not exists (select from registry.employment o
      where o.person_id = g.person_id and o.organisation_id = g.organisation_id
        and (o.dismissed_on is null or o.dismissed_on >= g.on_day))
    on conflict do nothing
    returning t.*
  )
  insert into registry.revision (kind, object_id, person_id, organisation_id, after, account_id, decision_id)
  select distinct on (p.id) 'employment', p.id, p.person_id, p.organisation_id, to_jsonb(p), g.account_id, g.id
  from placed p join registry.employment e on e.person_id = p.person_id and e.position_id = p.position_id
    join due g on g.employment_id = e.id and g.organisation_id = p.organisation_id and g.on_day = p.hired_on
  order by p.id, g.id`

const APPLIED = `with applied as (
    update registry.gone_decision g set applied_at = now()
    where g.load_id = $1 and g.applied_at is null and g.undone_at is null returning g.employment_id, g.decision)
  select distinct e.person_id as person from applied a join registry.employment e on e.id = a.employment_id
  where a.decision <> 'here'`

/**
 * Lets what was decided about the load take effect, within its transaction or, when it stands, within another. What changes
 * is of the load, so that it goes with it; what cannot be done any more waits to be decided anew. Answers with the people
 * whose places of work changed: their spans are still to be rebuilt.
 */
export async function applyDecisions(run: Connection['run'], load: number): Promise<readonly number[]> {
  for (const statement of [MISSED, IMAGES, CHANGES, PLACES]) await run(statement, [load])
  return (await run<{ person: number }>(APPLIED, [load])).map(({ person }) => person)
}
