import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { instant } from '../../../platform/db/instant.ts'
import { anywhere, pageOf } from '../../../platform/db/listing.ts'
import { isLearning, LEARNING_KINDS, LEVELS, ROLES, type Told, TYPE_LISTS } from './deeds.kinds.contract.ts'
import type { Deed, DeedState, findSameDeeds, MyDeed, Same, ScanOnRecord } from './elsewhere.contract.ts'
import type { ScanType } from './scan.ts'

type Sql = RawBuilder<unknown>
type Page = { readonly page: number; readonly size: number }

const idsOf = (ids: readonly number[]): Sql => sql`${[...ids]}::bigint[]`

/** `learningId`: the row of learning it became; null where a file had told of the same before. */
export type StoredDeed = Omit<Deed, 'can'> & { readonly learningId: number | null }

const valueAt = (column: string): Sql =>
  sql`(select json_build_object('id', v.id, 'label', v.label) from registry.classifier_value v
    where v.id = ${sql.ref(column)})`

const DEED = sql`
  select e.id, e.version, e.state, e.kind, e.form, e.title, e.place, e.hours::float8 as hours,
    e.starts_on as "startsOn", e.ends_on as "endsOn", e.number, e.word, e.link, e.partners, e.result,
    ${valueAt('e.type_id')} as type, ${valueAt('e.level_id')} as level, ${valueAt('e.role_id')} as role,
    ${instant('e.made_at')} as "madeAt",
    json_build_object('id', p.id, 'name', concat_ws(' ', p.surname, p.given_name, p.patronymic)) as person,
    case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as organisation,
    e.recorded_by is not null as "isRecorded", e.learning_id as "learningId", e.file_type is not null as "hasScan"
  from documents.elsewhere e
  join registry.person p on p.id = e.person_id
  left join registry.organisation o on o.id = e.organisation_id`

type Found = { items: StoredDeed[]; total: number }

async function find(db: ReadDb, where: Sql, order: Sql, asked: Page): Promise<Found> {
  const { limit, offset } = pageOf(asked)
  const [items, total] = await Promise.all([
    sql<StoredDeed>`${DEED} where ${where} order by ${order}, e.id limit ${limit} offset ${offset}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from documents.elsewhere e
      join registry.person p on p.id = e.person_id where ${where}`.execute(db),
  ])
  return { items: items.rows, total: total.rows[0]?.total ?? 0 }
}

export const findDeedsOf = (db: ReadDb, people: readonly number[], asked: Page): Promise<Found> =>
  find(db, sql`e.person_id = any (${idsOf(people)})`, sql`e.ends_on desc`, asked)

const within = ({ district, organisations }: Reach): Sql =>
  district ? sql`true` : sql`e.organisation_id = any (${idsOf(organisations)})`

const ORDERS: Readonly<Record<string, Sql>> = {
  made: sql`e.made_at`,
  '-made': sql`e.made_at desc`,
  ends: sql`e.ends_on`,
  '-ends': sql`e.ends_on desc`,
  name: sql`p.surname, p.given_name, p.patronymic`,
  '-name': sql`p.surname desc, p.given_name desc, p.patronymic desc`,
}

type Asked = Page & {
  readonly state?: DeedState | undefined
  readonly kind?: MyDeed['kind'] | undefined
  readonly q?: string | undefined
  readonly sort?: readonly string[] | undefined
}

/** What has no file yet is nobody's but its author's. */
export async function findDeeds(
  db: ReadDb,
  reach: Reach,
  { state, kind, q, sort = ['made'], ...page }: Asked,
): Promise<Found> {
  const where = [
    within(reach),
    state === undefined ? sql`e.state <> 'draft'` : sql`e.state = ${state}`,
    ...(kind === undefined ? [] : [sql`e.kind = ${kind}`]),
    ...(q === undefined || q === ''
      ? []
      : [
          sql`(e.title ilike ${anywhere(q)} or e.number ilike ${anywhere(q)}
            or concat_ws(' ', p.surname, p.given_name, p.patronymic) ilike ${anywhere(q)})`,
        ]),
  ]
  const order = sort.map((key) => ORDERS[key] ?? sql`e.id`)
  return await find(db, sql.join(where, sql` and `), sql.join(order), page)
}

export async function findOne(db: ReadDb, id: number): Promise<StoredDeed | undefined> {
  return (await sql<StoredDeed>`${DEED} where e.id = ${id}`.execute(db)).rows[0]
}

/** Until the end of the transaction nobody else decides on them. */
export async function lockDeeds(tx: Tx, ids: readonly number[]): Promise<StoredDeed[]> {
  await sql`select from documents.elsewhere where id = any (${idsOf(ids)}) order by id for update`.execute(tx)
  return (await sql<StoredDeed>`${DEED} where e.id = any (${idsOf(ids)}) order by e.id`.execute(tx)).rows
}

/** Two who tell of one person's learning at once come one after another. */
export async function lockPerson(tx: Tx, person: number): Promise<void> {
  await sql`select from registry.person where id = ${person} for no key update`.execute(tx)
}

/** Numbers are compared by their letters and digits; one of a digit or two says nothing. */
const bare = (number: Sql): Sql =>
  sql`nullif(substring(regexp_replace(lower(${number}), '[^0-9a-zа-яё]', '', 'g') from '^.{3,}$'), '')`

export type Sought = Omit<NonNullable<(typeof findSameDeeds)['$in']>['query'], 'except'>

const LEARNED = sql`any (${[...LEARNING_KINDS]}::text[])`

/**
 * Told of before, or counted already, or given by the district itself. Confirmed learning is found where learning is kept;
 * people are awarded twice for the same by different orders, so that a title is the same only of the same days.
 */
export async function findSame(
  db: ReadDb,
  people: readonly number[],
  { kind, title, place, startsOn, endsOn, number, link }: Sought,
  except: number | null,
): Promise<Same[]> {
  const alike = isLearning(kind) ? sql`e.kind = ${LEARNED} and e.state <> 'confirmed'` : sql`e.kind = ${kind}`
  const { rows } = await sql<Same>`
    select case when e.state = 'confirmed' then 'counted' else 'told' end as where, e.title,
      e.starts_on as "startsOn", e.ends_on as "endsOn", e.number
    from documents.elsewhere e
    where e.person_id = any (${idsOf(people)}) and e.id is distinct from ${except}::bigint and ${alike}
      and (${bare(sql`e.number`)} = ${bare(sql`${number}::text`)} or e.link = nullif(${link}, '')
        or (lower(e.title) = lower(${title}) and lower(coalesce(e.place, '')) = lower(${place})
          and e.starts_on = ${startsOn} and e.ends_on = ${endsOn}))
    union all
    select 'given', d.about ->> 'title', (d.about ->> 'startsOn')::date, (d.about ->> 'endsOn')::date, d.number
    from documents.document d
    where ${isLearning(kind)} and d.person_id = any (${idsOf(people)}) and d.state = 'issued'
      and ${bare(sql`d.number`)} = ${bare(sql`${number}::text`)}
    limit 10`.execute(db)
  return rows
}

const columnsOf = ({ kind, form, title, place, hours, startsOn, endsOn, number, ...told }: Told) => ({
  ...{ kind, form, title, place, hours: hours === null ? null : String(hours) },
  ...{ starts_on: startsOn, ends_on: endsOn, number, link: told.link, partners: told.partners, result: told.result },
  ...{ type_id: told.typeId, level_id: told.levelId, role_id: told.roleId },
})

type NewDeed = Told & {
  readonly person: number
  readonly organisation: number | null
  /** Who records it for them: it counts at once. */
  readonly recordedBy: number | null
}

export async function insertDeed(tx: Tx, { person, organisation, recordedBy, ...told }: NewDeed): Promise<number> {
  const state = recordedBy !== null ? 'confirmed' : isLearning(told.kind) ? 'draft' : 'asked'
  const row = await tx
    .insertInto('documents.elsewhere')
    .values({
      ...columnsOf(told),
      ...{ state, person_id: person, organisation_id: organisation },
      ...{ recorded_by: recordedBy, confirmed_by: recordedBy },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** False when the version is another one by now. */
export async function updateDeed(tx: Tx, id: number, version: number, told: Told): Promise<boolean> {
  const done = await tx
    .updateTable('documents.elsewhere')
    .set({
      ...columnsOf(told),
      state: isLearning(told.kind) ? sql`case when file is null then 'draft' else 'asked' end` : 'asked',
      word: null,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '<>', 'confirmed')
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** False once it is confirmed. */
export async function setFile(tx: Tx, id: number, sealed: Buffer, type: ScanType): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update documents.elsewhere set file = ${sealed}, file_type = ${type}, state = 'asked', word = null,
      version = version + 1
    where id = ${id} and state <> 'confirmed'`.execute(tx)
  return numAffectedRows === 1n
}

export async function findFile(db: ReadDb, id: number): Promise<{ sealed: Buffer; type: ScanType } | undefined> {
  const { rows } = await sql<{ sealed: Buffer; type: ScanType }>`
    select file as sealed, file_type as type from documents.elsewhere where id = ${id} and file is not null`.execute(db)
  return rows[0]
}

export async function deleteDeed(tx: Tx, id: number, version: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from documents.elsewhere where id = ${id} and version = ${version} and state <> 'confirmed'`.execute(tx)
  return numAffectedRows === 1n
}

type Step =
  | { readonly state: 'confirmed'; readonly learning: number | null; readonly account: number | null }
  | { readonly state: 'returned'; readonly word: string }

export async function stepDeed(tx: Tx, id: number, step: Step): Promise<void> {
  const set =
    step.state === 'confirmed'
      ? sql`learning_id = ${step.learning}::bigint, confirmed_by = ${step.account}::bigint, word = null`
      : sql`learning_id = null, confirmed_by = null, word = ${step.word}, returned_at = returned_at || now()`
  await sql`update documents.elsewhere set state = ${step.state}, ${set}, version = version + 1
    where id = ${id}`.execute(tx)
}

/** Those of the reach that wait to be confirmed: of a district those that no organisation confirms. */
export async function countAsked(db: ReadDb, reach: Reach, own: readonly number[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from documents.elsewhere e
    where e.state = 'asked' and ${reach.district ? sql`e.organisation_id is null` : within(reach)}
      and e.person_id <> all (${idsOf(own)})`.execute(db)
  return rows[0]?.count ?? 0
}

/** Removed with its file; only of what was recorded for them. */
export async function deleteRecorded(tx: Tx, id: number): Promise<void> {
  await sql`delete from documents.elsewhere where id = ${id} and recorded_by is not null`.execute(tx)
}

export type DeedValue = { readonly id: number; readonly list: string; readonly label: string }

/** Those one may choose, in the order in which the lists grew. */
export async function findDeedValues(db: ReadDb): Promise<DeedValue[]> {
  const lists = [...Object.values(TYPE_LISTS), LEVELS, ROLES]
  const { rows } = await sql<DeedValue>`
    select id, kind as list, label from registry.classifier_value
    where kind = any (${lists}::text[]) and retired_at is null order by kind, id limit 1000`.execute(db)
  return rows
}

/** Confirmed deeds of a person whose scan may be opened from this reach, the latest first. */
export async function findScansOf(db: ReadDb, reach: Reach, person: number): Promise<ScanOnRecord[]> {
  const { rows } = await sql<ScanOnRecord>`
    select e.id, e.title, e.learning_id as "learningId" from documents.elsewhere e
    where person_id = ${person} and state = 'confirmed' and file_type is not null
      and (${within(reach)} or person_id = any (${idsOf(reach.people)}))
    order by ends_on desc, id limit 1000`.execute(db)
  return rows
}
