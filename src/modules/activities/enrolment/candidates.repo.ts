import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import type { Candidate } from './enrolment.contract.ts'

type Query = {
  readonly page: number
  readonly size: number
  readonly q?: string | undefined
  readonly sort?: readonly (keyof typeof SORTS)[] | undefined
}
type Asked = { readonly event: number; readonly today: string; readonly admitted: readonly number[] }

/** Who has not learned for longest, or ever, comes first. */
const SORTS = {
  name: sql`c.name, c.id`,
  '-name': sql`c.name desc, c.id`,
  learned: sql`c."learnedOn" nulls first, c.name, c.id`,
  '-learned': sql`c."learnedOn" desc nulls last, c.name, c.id`,
  attended: sql`c.attended, c.name, c.id`,
  '-attended': sql`c.attended desc, c.name, c.id`,
} as const

/** Those admitted with what is on record of their learning, and how they stand with the event already. */
export async function findCandidates(
  db: ReadDb,
  { event, today, admitted }: Asked,
  query: Query,
): Promise<{ items: Candidate[]; total: number }> {
  const { limit, offset } = pageOf(query)
  const [sort = 'learned'] = query.sort ?? []
  const text = (query.q ?? '').toLowerCase()
  const { rows } = await sql<Candidate & { total: number }>`
    with c as (
      select p.id, concat_ws(' ', p.surname, p.given_name, p.patronymic) as name,
        json_build_object('id', o.id, 'name', o.name) as organisation,
        (select max(l.ends_on) from activities.learning l
          where l.person_id = p.id and l.kind <> 'internship') as "learnedOn",
        (select count(*)::int from activities.attendance a join activities.event v on v.id = a.event_id
          where a.person_id = p.id and v.held_on between ${today}::date - 365 and ${today}) as attended,
        (select e.state from activities.enrolment e where e.event_id = ${event} and e.person_id = p.id) as state
      from registry.person p
      join registry.person_span s on s.person_id = p.id and s.from_on <= ${today} and s.to_on >= ${today}
      join registry.organisation o on o.id = s.organisation_id
      where p.id = any (${[...admitted]}::bigint[])
        and position(${text} in lower(concat_ws(' ', p.surname, p.given_name, p.patronymic, o.name))) > 0
    )
    select c.*, count(*) over ()::int as total from c order by ${SORTS[sort]} limit ${limit} offset ${offset}`.execute(
    db,
  )
  return { items: rows.map(({ total: _, ...one }) => one), total: rows[0]?.total ?? 0 }
}
