import { type RawBuilder, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { instant } from '../../../platform/db/instant.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import type { Addressee } from './questions.contract.ts'

export type StoredQuestion = {
  readonly id: number
  readonly version: number
  readonly indicator: { readonly code: string; readonly ru: string; readonly en: string } | null
  readonly date: string | null
  readonly slice: string
  readonly key: string
  readonly record: { readonly personId: number; readonly about: string } | null
  readonly text: string
  readonly dueOn: string
  readonly askedById: number | null
  readonly askedBy: string | null
  readonly askedAt: string
  readonly addresseeId: number
  readonly addressee: string
  readonly answer: string | null
  readonly answeredAt: string | null
  readonly closedAt: string | null
}

/** With the title its indicator has now. */
const QUESTIONS = sql`
  select q.id, q.version, q.on_date as date, q.slice, q.key,
    case when i.id is not null then json_build_object('code', i.code, 'ru', d.title_ru, 'en', d.title_en) end as indicator,
    case when q.person_id is not null then json_build_object('personId', q.person_id, 'about', q.about) end as record, q.text, q.due_on as "dueOn", q.asked_by as "askedById", asker.name as "askedBy",
    ${instant('q.asked_at')} as "askedAt", q.addressee as "addresseeId", addressee.name as addressee, q.answer,
    ${instant('q.answered_at')} as "answeredAt", ${instant('q.closed_at')} as "closedAt"
  from indicators.question q
  left join indicators.indicator i on i.id = q.indicator_id
  left join lateral (select title_ru, title_en from indicators.definition d where d.indicator_id = i.id
    order by d.version desc limit 1) d on true
  join identity.account addressee on addressee.id = q.addressee
  left join identity.account asker on asker.id = q.asked_by`

type Asked = {
  readonly account: number
  readonly side: 'mine' | 'asked'
  readonly state?: 'open' | 'answered' | 'closed' | undefined
  readonly page: number
  readonly size: number
  readonly today: string
}

const STATES = {
  open: sql`q.answered_at is null and q.closed_at is null`,
  answered: sql`q.answered_at is not null and q.closed_at is null`,
  closed: sql`q.closed_at is not null`,
} as const

type Found = {
  readonly items: StoredQuestion[]
  readonly total: number
  readonly open: number
  readonly overdue: number
}

/** Of one side: without an answer first, by day; then the latest. */
export async function findQuestions(db: ReadDb, asked: Asked): Promise<Found> {
  const theirs = asked.side === 'mine' ? sql`q.addressee = ${asked.account}` : sql`q.asked_by = ${asked.account}`
  const wanted = asked.state === undefined ? theirs : sql`${theirs} and ${STATES[asked.state]}`
  const { limit, offset } = pageOf(asked)
  const [items, counts] = await Promise.all([
    sql<StoredQuestion>`${QUESTIONS} where ${wanted}
      order by (${STATES.open}) desc, (q.closed_at is null) desc, case when ${STATES.open} then q.due_on end, q.id desc
      limit ${limit} offset ${offset}`.execute(db),
    sql<Omit<Found, 'items'>>`
      select (count(*) filter (where ${wanted}))::int as total, (count(*) filter (where ${STATES.open}))::int as open,
        (count(*) filter (where ${STATES.open} and q.due_on < ${asked.today}))::int as overdue
      from indicators.question q where ${theirs}`.execute(db),
  ])
  return { items: items.rows, ...(counts.rows[0] ?? { total: 0, open: 0, overdue: 0 }) }
}

export async function findQuestion(db: ReadDb, id: number): Promise<StoredQuestion | undefined> {
  const { rows } = await sql<StoredQuestion>`${QUESTIONS} where q.id = ${id}`.execute(db)
  return rows[0]
}

/** Enabled accounts with one of these roles in force in the district, by organisation and name. */
export async function findAddressees(db: ReadDb, roles: readonly string[], id?: number): Promise<Addressee[]> {
  const only: RawBuilder<unknown> = id === undefined ? sql`true` : sql`a.id = ${id}`
  const { rows } = await sql<Addressee>`
    select distinct on (o.code, a.name, a.id) a.id, a.name, g.role,
      case when o.id is not null then json_build_object('id', o.id, 'code', o.code, 'name', o.name) end as organisation
    from registry.grant_state g
    join identity.account a on a.id = g.account_id and a.disabled_at is null
    left join registry.organisation o on o.id = g.organisation_id
    where g.in_force and g.role = any (${[...roles]}::text[]) and ${only}
    order by o.code nulls first, a.name, a.id, g.role limit 5000`.execute(db)
  return rows
}

export async function findIndicatorId(db: ReadDb, code: string): Promise<number | undefined> {
  const row = await db.selectFrom('indicators.indicator').select('id').where('code', '=', code).executeTakeFirst()
  return row?.id
}

/** The account among these that has the fewest questions to answer. */
export async function findLeastAsked(db: ReadDb, accounts: readonly number[]): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select a.id from unnest(${[...accounts]}::bigint[]) as a (id)
    left join indicators.question q on q.addressee = a.id and ${STATES.open}
    group by a.id order by count(q.id), a.id limit 1`.execute(db)
  return rows[0]?.id
}

type About =
  | { readonly indicator: number; readonly date: string; readonly slice: string; readonly key: string }
  | { readonly person: number; readonly about: string }

type NewRow = {
  readonly of: About
  readonly text: string
  readonly dueOn: string
  readonly askedBy: number | null
  readonly addressee: number
}

export async function insertQuestion(tx: Tx, question: NewRow): Promise<number> {
  const { of, text, dueOn, askedBy, addressee } = question
  const about =
    'person' in of
      ? { person_id: of.person, about: of.about }
      : { indicator_id: of.indicator, on_date: of.date, slice: of.slice, key: of.key }
  const row = await tx
    .insertInto('indicators.question')
    .values({ ...about, text, due_on: dueOn, asked_by: askedBy, addressee })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** False where the version is another one by now. */
export async function updateQuestion(
  tx: Tx,
  id: number,
  version: number,
  set: { answer?: string; answered_at?: Date; closed_at?: Date | null },
): Promise<boolean> {
  const done = await tx
    .updateTable('indicators.question')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
