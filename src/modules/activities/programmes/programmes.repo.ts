import { type RawBuilder, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { anywhere, orderOf, pageOf } from '../../../platform/db/listing.ts'
import type {
  listProgrammes,
  Programme,
  ProgrammeChange,
  ProgrammeLine,
  ProgrammeState,
} from './programmes.contract.ts'

/** Which programmes somebody sees beside those in the register: all, those their organisations asked for, those they judge. */
export type Seer = {
  readonly all: boolean
  readonly organisations: readonly number[]
  readonly people: readonly number[]
}

export type StoredProgramme = Omit<
  Programme,
  'can' | 'lacks' | 'expired' | 'modules' | 'providers' | 'reviews' | 'steps' | 'editions' | 'indicator'
> & {
  readonly round: number
  readonly renewsId: number | null
  readonly indicator: { readonly code: string; readonly ru: string; readonly en: string } | null
}

const LEAD = sql`(select coalesce(o.name, v.outside) from activities.programme_provider v
  left join registry.organisation o on o.id = v.organisation_id where v.programme_id = p.id order by v.place limit 1)`

const LINE = sql`p.id, p.version, p.title, p.kind, p.form, p.hours::float8 as hours, p.state, p.edition, p.number,
  (select json_build_object('id', t.id, 'label', t.label) from registry.classifier_value t where t.id = p.topic_id) as topic,
  p.registered_on as "registeredOn", p.valid_until as "validUntil", p.self_study as "selfStudy", ${LEAD} as lead,
  (select count(*) > 1 from activities.programme_provider v where v.programme_id = p.id) as networked`

const REST = sql`p.about, p.audience, p.competences, p.results, p.reason, p.electives, p.round, p.renews_id as "renewsId",
  (select json_build_object('id', o.id, 'name', o.name) from registry.organisation o
    where o.id = p.requested_by) as "requestedBy",
  (select json_build_object('code', i.code, 'ru', d.title_ru, 'en', d.title_en) from indicators.indicator i
    join lateral (select title_ru, title_en from indicators.definition d where d.indicator_id = i.id
      order by d.version desc limit 1) d on true
    where i.id = p.indicator_id) as indicator,
  case when p.order_number is not null
    then json_build_object('number', p.order_number, 'on', p.order_on) end as "order"`

type ListQuery = NonNullable<(typeof listProgrammes)['$in']>['query']
type Filters = Omit<ListQuery, 'page' | 'size' | 'sort'>

type Listed = Omit<ProgrammeLine, 'expired'>

const SORTS = {
  title: sql`p.title`,
  hours: sql`p.hours`,
  number: sql`p.number`,
  validUntil: sql`p.valid_until`,
  state: sql`array_position(array['requested', 'draft', 'review', 'approved', 'registered', 'retired', 'declined'], p.state)`,
} as const

export async function findProgrammes(
  db: ReadDb,
  seer: Seer,
  { page, size, sort, ...filters }: ListQuery,
): Promise<{ items: Listed[]; total: number }> {
  const where = whereOf(seer, filters)
  const { limit, offset } = pageOf({ page, size })
  const [items, count] = await Promise.all([
    findFirst(db, seer, { filters, sort, limit, offset }),
    sql<{ total: number }>`select count(*)::int as total from activities.programme p where ${where}`.execute(db),
  ])
  return { items, total: count.rows[0]?.total ?? 0 }
}

type Portion = {
  readonly filters: Filters
  readonly sort: ListQuery['sort']
  readonly limit: number
  readonly offset?: number
}

export async function findFirst(
  db: ReadDb,
  seer: Seer,
  { filters, sort, limit, offset = 0 }: Portion,
): Promise<Listed[]> {
  const { rows } = await sql<Listed>`select ${LINE} from activities.programme p where ${whereOf(seer, filters)}
    order by ${orderOf(sort ?? ['title'], SORTS, sql`p.id`)} limit ${limit} offset ${offset}`.execute(db)
  return rows
}

function whereOf(seer: Seer, { q, state, kind, form, topic, selfStudy }: Filters): RawBuilder<unknown> {
  return sql.join(
    [
      sql`(${seenBy(seer)})`,
      ...(q ? [sql`(p.title ilike ${anywhere(q)} or p.number ilike ${anywhere(q)})`] : []),
      ...(state ? [sql`p.state = any (${state}::text[])`] : []),
      ...(kind ? [sql`p.kind = ${kind}`] : []),
      ...(form ? [sql`p.form = ${form}`] : []),
      ...(topic ? [sql`p.topic_id = ${topic}`] : []),
      ...(selfStudy ? [sql`p.self_study = ${selfStudy === 'yes'}`] : []),
    ],
    sql` and `,
  )
}

const seenBy = ({ all, organisations, people }: Seer): RawBuilder<unknown> =>
  all
    ? sql`true`
    : sql`p.state in ('registered', 'retired') or p.requested_by = any (${[...organisations]}::bigint[])
        or exists (select from activities.programme_review r
          where r.programme_id = p.id and r.person_id = any (${[...people]}::bigint[]))`

/** Undefined also where it is there, but not for who asks. */
export async function findProgramme(db: ReadDb, seer: Seer, id: number): Promise<StoredProgramme | undefined> {
  const { rows } = await sql<StoredProgramme>`
    select ${LINE}, ${REST} from activities.programme p where p.id = ${id} and (${seenBy(seer)})`.execute(db)
  return rows[0]
}

/** Nobody else changes it until the transaction is over. */
export async function lockProgramme(tx: Tx, id: number): Promise<void> {
  await sql`select 1 from activities.programme where id = ${id} for update`.execute(tx)
}

export type ProgrammeColumns = Readonly<
  Partial<{
    title: string
    kind: Programme['kind']
    form: Programme['form']
    hours: number | null
    topic_id: number | null
    about: string
    audience: string
    competences: string
    results: string
    reason: string
    requested_by: number | null
    indicator_id: number | null
    self_study: boolean
    electives: number
    state: ProgrammeState
    round: number
    renews_id: number
    edition: number
    value_id: number
    number: string
    registered_on: string
    valid_until: string | null
    order_number: string
    order_on: string
  }>
>

const COLUMNS = {
  title: 'title',
  kind: 'kind',
  form: 'form',
  hours: 'hours',
  topicId: 'topic_id',
  about: 'about',
  audience: 'audience',
  competences: 'competences',
  results: 'results',
  reason: 'reason',
  selfStudy: 'self_study',
  electives: 'electives',
} as const

/** Columns of what was typed; what is not one of them is left out. */
export const columnsOf = (typed: ProgrammeChange): ProgrammeColumns =>
  Object.fromEntries(
    Object.entries(COLUMNS).flatMap(([field, column]) => {
      const value = typed[field as keyof typeof COLUMNS]
      return value === undefined ? [] : [[column, value]]
    }),
  )

type Made = ProgrammeColumns & Required<Pick<ProgrammeColumns, 'title' | 'kind' | 'form' | 'state'>>

export async function insertProgramme(tx: Tx, columns: Made): Promise<number> {
  const { id } = await tx.insertInto('activities.programme').values(columns).returning('id').executeTakeFirstOrThrow()
  return id
}

/** False when the version is another one by now. Fails with 23505 where the number stands in the register already. */
export async function updateProgramme(tx: Tx, id: number, version: number, set: ProgrammeColumns): Promise<boolean> {
  const done = await tx
    .updateTable('activities.programme')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function findIndicatorId(db: ReadDb, code: string): Promise<number | undefined> {
  const row = await db.selectFrom('indicators.indicator').select('id').where('code', '=', code).executeTakeFirst()
  return row?.id
}
