import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../../platform/db/db.ts'
import { pageOf } from '../../../../platform/db/listing.ts'
import { ZONE } from '../../events/zone.ts'
import type { listMarks, Mark, MarkLine } from './marks.contract.ts'
import { LENGTH, MINUTES } from './minutes.ts'

type Query = NonNullable<(typeof listMarks)['$in']>['query']

const NAME = sql`concat_ws(' ', h.surname, h.given_name, h.patronymic)`
const SORTS = { name: NAME, organisation: sql`organisation_name` } as const

const clock = (column: string) => sql`to_char(${sql.ref(column)} at time zone ${ZONE}, 'HH24:MI')`

/** Those with a seat and those marked at any of the meetings, each once; who left a run only where they were marked. */
const people = (event: number) => sql`(
  select person_id, n.organisation_id, n.person_id is not null as has_seat
  from (select person_id, organisation_id, state from activities.enrolment
    where event_id = ${event} and state in ('enrolled', 'left')) n
  full join (select distinct p.person_id from activities.presence p
    join activities.meeting m on m.id = p.meeting_id where m.event_id = ${event}) p using (person_id)
  where n.state is distinct from 'left' or p.person_id is not null)`

export async function findMarks(
  db: ReadDb,
  { event, meeting }: { readonly event: number; readonly meeting: number },
  query: Query,
): Promise<{ items: MarkLine[]; total: number; marked: number }> {
  const { limit, offset } = pageOf(query)
  const orders = (query.sort ?? ['name']).map((key) =>
    key.startsWith('-') ? sql`${SORTS[key.slice(1) as keyof typeof SORTS]} desc` : SORTS[key as keyof typeof SORTS],
  )
  const lines = sql<MarkLine>`
    select json_build_object('id', h.id, 'name', ${NAME}) as person,
      case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as organisation,
      coalesce(r.has_seat, false) as "hasSeat", case when p.id is not null then json_build_object(
        'came', ${clock('p.came_at')}, 'left', ${clock('p.left_at')}, 'minutes', p.minutes,
        'stayed', ${MINUTES}, 'toldBy', p.told_by) end as mark, o.name as organisation_name
    from ${people(event)} r join registry.person h on h.id = r.person_id
    join activities.meeting m on m.id = ${meeting}
    left join activities.presence p on p.meeting_id = m.id and p.person_id = h.id
    left join registry.organisation o on o.id = coalesce(r.organisation_id, (
      select s.organisation_id from registry.person_span s where s.person_id = h.id order by s.to_on desc limit 1))
    order by ${sql.join([...orders, sql`h.id`])} limit ${limit} offset ${offset}`
  const [{ rows }, count] = await Promise.all([
    lines.execute(db),
    sql<{ total: number; marked: number }>`select count(*)::int as total,
      (select count(*)::int from activities.presence p where p.meeting_id = ${meeting}) as marked
      from ${people(event)} r`.execute(db),
  ])
  return {
    items: rows.map(({ person, organisation, hasSeat, mark }) => ({ person, organisation, hasSeat, mark })),
    total: count.rows[0]?.total ?? 0,
    marked: count.rows[0]?.marked ?? 0,
  }
}

export async function findLength(db: ReadDb, meeting: number): Promise<number> {
  const { rows } = await sql<{ length: number }>`
    select ${LENGTH} as length from activities.meeting m where m.id = ${meeting}`.execute(db)
  return rows[0]?.length ?? 0
}

/** Each person once. How a mark first became known stays; a list that was brought knows of no times, and changes no mark. */
export async function writeMarks(
  tx: Tx,
  meeting: number,
  { marks, toldBy }: { readonly marks: readonly Mark[]; readonly toldBy: 'list' | 'file' },
): Promise<void> {
  const away = marks.flatMap(({ here, personId }) => (here ? [] : [personId]))
  const here = marks.filter((mark) => mark.here)
  await sql`delete from activities.presence
    where meeting_id = ${meeting} and person_id = any (${away}::bigint[])`.execute(tx)
  const moment = (time: string) =>
    sql`(((m.starts_at at time zone ${ZONE})::date + ${sql.ref(time)}) at time zone ${ZONE})`
  await sql`
    insert into activities.presence (meeting_id, person_id, came_at, left_at, minutes, told_by)
    select m.id, a."personId", ${moment('a.came')}, ${moment('a.left')}, a.minutes, ${toldBy}
    from jsonb_to_recordset(${JSON.stringify(here)}::jsonb) as a ("personId" bigint, came time, "left" time, minutes int)
    join activities.meeting m on m.id = ${meeting}
    on conflict (tenant_id, meeting_id, person_id) do update
      set came_at = excluded.came_at, left_at = excluded.left_at, minutes = excluded.minutes
      where excluded.told_by <> 'file'`.execute(tx)
}
