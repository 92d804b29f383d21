import { type RawBuilder, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import type { Fate } from '../erasure/erasure.ts'
import type { listRequests, PersonRequest, RequestKind } from './requests.contract.ts'

export type StoredRequest = Omit<PersonRequest, 'can' | 'overdue'> & {
  readonly enteredBy: number | null
  readonly erasureBy: number | null
  readonly erased: { readonly fates: readonly Fate[] } | null
  /** A file would be refused to bring the person back. */
  readonly barred: boolean
}

type Row = Omit<StoredRequest, 'answeredAt'> & { readonly answeredAt: Date | null }

const COLUMNS = sql`r.id, r.version, r.kind, r.state, r.words, r.received_on as "receivedOn", r.due_on as "dueOn",
  r.extension, r.answer, r.answered_at as "answeredAt", r.applicant, r.person_id as "personId", r.on_paper as "onPaper",
  case when r.responsible is not null then json_build_object('id', r.responsible, 'name',
    coalesce((select a.name from identity.account a where a.id = r.responsible), '—')) end as responsible,
  (select a.name from identity.account a where a.id = r.answered_by) as "answeredBy",
  r.entered_by as "enteredBy", r.erasure_by as "erasureBy", r.erased,
  exists (select from registry.erased_person e where e.request_id = r.id) as barred`

const told = (row: Row): StoredRequest => ({ ...row, answeredAt: row.answeredAt?.toISOString() ?? null })

async function find(db: ReadDb, where: RawBuilder<unknown>): Promise<StoredRequest[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from privacy.request r where ${where}`.execute(db)
  return rows.map(told)
}

export const findOwnRequests = (db: ReadDb, people: readonly number[]): Promise<StoredRequest[]> =>
  find(db, sql`r.person_id = any (${[...people]}::bigint[]) order by r.id desc`)

export async function findRequest(db: ReadDb, id: number): Promise<StoredRequest | undefined> {
  const [found] = await find(db, sql`r.id = ${id}`)
  return found
}

type ListQuery = NonNullable<(typeof listRequests)['$in']>['query']

/** Open ones by their day, then the answered ones, the latest first. */
export async function findRequests(
  db: ReadDb,
  query: ListQuery,
  today: string,
): Promise<{ items: StoredRequest[]; total: number; overdue: number }> {
  const { limit, offset } = pageOf(query)
  const where = query.state === undefined ? sql`true` : sql`r.state = ${query.state}`
  const items = await find(
    db,
    sql`${where} order by (r.state = 'open') desc, case when r.state = 'open' then r.due_on end, r.answered_at desc, r.id
      limit ${limit} offset ${offset}`,
  )
  const { rows } = await sql<{ total: number; overdue: number }>`
    select count(*) filter (where ${where})::int as total,
      count(*) filter (where r.state = 'open' and r.due_on < ${today})::int as overdue
    from privacy.request r`.execute(db)
  return { items, total: rows[0]?.total ?? 0, overdue: rows[0]?.overdue ?? 0 }
}

type NewRequest = {
  readonly person: number
  readonly kind: RequestKind
  readonly words: string
  readonly onPaper: boolean
  readonly receivedOn: string
  readonly dueOn: string
  readonly enteredBy: number | null
}

/** Under the name the person has now; undefined where there is no such person. */
export async function insertRequest(tx: Tx, made: NewRequest): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into privacy.request (person_id, applicant, kind, words, on_paper, received_on, due_on, entered_by)
    select p.id, concat_ws(' ', p.surname, p.given_name, p.patronymic), ${made.kind}, ${made.words}, ${made.onPaper},
      ${made.receivedOn}, ${made.dueOn}, ${made.enteredBy}
    from registry.person p where p.id = ${made.person} returning id`.execute(tx)
  return rows[0]?.id
}

/** Whether one of the kind is still to be answered. */
export async function hasOpen(db: ReadDb, people: readonly number[], kind: RequestKind): Promise<boolean> {
  const { rows } = await sql`select 1 from privacy.request
    where person_id = any (${[...people]}::bigint[]) and kind = ${kind} and state = 'open' limit 1`.execute(db)
  return rows.length > 0
}

export type Step = Readonly<
  Partial<{
    responsible: number | null
    extension: string
    due_on: string
    state: 'done' | 'refused'
    answer: string
    answered_at: Date
    answered_by: number | null
    erasure_by: number | null
    erased: string
  }>
>

/** False when the version is another one by now. */
export async function stepRequest(tx: Tx, id: number, version: number, set: Step): Promise<boolean> {
  const done = await tx
    .updateTable('privacy.request')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** How many wait for an answer that the account gives, or that nobody has taken upon themselves. */
export async function countWaiting(
  db: ReadDb,
  account: number,
  today: string,
): Promise<{ late: number; lateOn: string | null; open: number; dueOn: string | null; confirm: number }> {
  const { rows } = await sql<{
    late: number
    lateOn: string | null
    open: number
    dueOn: string | null
    confirm: number
  }>`
    select count(*) filter (where mine and due_on < ${today})::int as late,
      min(due_on) filter (where mine and due_on < ${today}) as "lateOn",
      count(*) filter (where mine and due_on >= ${today})::int as open,
      min(due_on) filter (where mine and due_on >= ${today}) as "dueOn",
      count(*) filter (where erasure_by <> ${account})::int as confirm
    from (select *, coalesce(responsible = ${account}, true) as mine from privacy.request where state = 'open') r`.execute(
    db,
  )
  return rows[0] ?? { late: 0, lateOn: null, open: 0, dueOn: null, confirm: 0 }
}
