import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { instant } from '../../../platform/db/instant.ts'
import { anywhere, pageOf } from '../../../platform/db/listing.ts'
import type { Source } from '../register/documents.repo.ts'
import type { Claim, ClaimState, Work } from './claims.contract.ts'

type Sql = RawBuilder<unknown>
type Page = { readonly page: number; readonly size: number }

const idsOf = (ids: readonly number[]): Sql => sql`${[...ids]}::bigint[]`

export type StoredClaim = Omit<Claim, 'can'>

const CLAIMS = sql`
  select c.id, c.version, c.state, c.title, c.done_on as "doneOn", c.place, c.word, c.source_id is not null as "isOnRecord",
    ${instant('c.made_at')} as "madeAt",
    json_build_object('id', p.id, 'name', concat_ws(' ', p.surname, p.given_name, p.patronymic)) as person,
    case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as organisation,
    (select json_build_object('id', d.id, 'number', d.number)
      from documents.document g join documents.document d using (tenant_id, series_id, year, count)
      where g.source_kind = 'claim' and g.source_id = c.id order by g.id desc, d.edition desc limit 1) as document
  from documents.claim c
  join registry.person p on p.id = c.person_id
  left join registry.organisation o on o.id = c.organisation_id`

async function find(db: ReadDb, where: Sql, order: Sql, asked: Page): Promise<{ items: StoredClaim[]; total: number }> {
  const { limit, offset } = pageOf(asked)
  const [items, total] = await Promise.all([
    sql<StoredClaim>`${CLAIMS} where ${where} order by ${order}, c.id limit ${limit} offset ${offset}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from documents.claim c
      join registry.person p on p.id = c.person_id where ${where}`.execute(db),
  ])
  return { items: items.rows, total: total.rows[0]?.total ?? 0 }
}

export const findClaimsOf = (db: ReadDb, people: readonly number[], asked: Page) =>
  find(db, sql`c.person_id = any (${idsOf(people)})`, sql`c.made_at desc`, asked)

/** A claim of nobody's organisation is the centre's. */
const within = ({ district, organisations }: Reach): Sql =>
  district ? sql`true` : sql`c.organisation_id = any (${idsOf(organisations)})`

const ORDERS: Readonly<Record<string, Sql>> = {
  made: sql`c.made_at`,
  '-made': sql`c.made_at desc`,
  done: sql`c.done_on`,
  '-done': sql`c.done_on desc`,
  name: sql`p.surname, p.given_name, p.patronymic`,
  '-name': sql`p.surname desc, p.given_name desc, p.patronymic desc`,
}

type Asked = Page & {
  readonly state?: ClaimState | undefined
  readonly q?: string | undefined
  readonly sort?: readonly string[] | undefined
}

export async function findClaims(
  db: ReadDb,
  reach: Reach,
  { state, q, sort = ['made'], ...page }: Asked,
): Promise<{ items: StoredClaim[]; total: number }> {
  const where = [
    within(reach),
    ...(state === undefined ? [] : [sql`c.state = ${state}`]),
    ...(q === undefined || q === ''
      ? []
      : [
          sql`(c.title ilike ${anywhere(q)}
            or concat_ws(' ', p.surname, p.given_name, p.patronymic) ilike ${anywhere(q)})`,
        ]),
  ]
  const order = sort.map((key) => ORDERS[key] ?? sql`c.id`)
  return await find(db, sql.join(where, sql` and `), sql.join(order), page)
}

export async function findClaim(db: ReadDb, id: number): Promise<StoredClaim | undefined> {
  return (await sql<StoredClaim>`${CLAIMS} where c.id = ${id}`.execute(db)).rows[0]
}

/** Until the end of the transaction nobody else decides on them. */
export async function lockClaims(tx: Tx, ids: readonly number[]): Promise<StoredClaim[]> {
  await sql`select from documents.claim where id = any (${idsOf(ids)}) order by id for update`.execute(tx)
  return (await sql<StoredClaim>`${CLAIMS} where c.id = any (${idsOf(ids)}) order by c.id`.execute(tx)).rows
}

/** Who counts the person among its own on the day; null: nobody does. */
export async function findOrganisationOf(tx: Tx, person: number, day: string): Promise<number | null> {
  const { rows } = await sql<{ organisation: number | null }>`
    select organisation_id as organisation from registry.person_span
    where person_id = ${person} and from_on <= ${day} and to_on >= ${day} limit 1`.execute(tx)
  return rows[0]?.organisation ?? null
}

type Said = Pick<Work, 'title' | 'doneOn' | 'place'>

/** Whether they claimed the same before, word for word or from the same record; two taps at once come one after another. */
export async function isClaimed(
  tx: Tx,
  person: number,
  { title, doneOn }: Said,
  source: Source | null,
): Promise<boolean> {
  await sql`select from registry.person where id = ${person} for no key update`.execute(tx)
  const { rows } = await sql`
    select from documents.claim where person_id = ${person}
      and ((done_on = ${doneOn} and lower(title) = lower(${title}))
        or (source_kind = ${source?.kind ?? null} and source_id = ${source?.id ?? null}::bigint))
    limit 1`.execute(tx)
  return rows.length > 0
}

type NewClaim = Said & {
  readonly person: number
  readonly organisation: number | null
  readonly source: Source | null
}

export async function insertClaim(tx: Tx, claim: NewClaim): Promise<number> {
  const { person, organisation, title, doneOn, place, source } = claim
  const row = await tx
    .insertInto('documents.claim')
    .values({
      ...{ person_id: person, organisation_id: organisation, title, done_on: doneOn, place },
      ...{ source_kind: source?.kind ?? null, source_id: source?.id ?? null },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** False when the version is another one by now. What somebody says in other words is on record no more. */
export async function changeClaim(
  tx: Tx,
  id: number,
  version: number,
  { title, doneOn, place }: Said,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update documents.claim set title = ${title}, done_on = ${doneOn}, place = ${place}, state = 'asked', word = null,
      source_kind = null, source_id = null, version = version + 1
    where id = ${id} and version = ${version} and state in ('asked', 'returned')`.execute(tx)
  return numAffectedRows === 1n
}

export async function deleteClaim(tx: Tx, id: number, version: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from documents.claim where id = ${id} and version = ${version} and state <> 'certified'`.execute(tx)
  return numAffectedRows === 1n
}

type Step = {
  readonly state: 'confirmed' | 'returned' | 'certified'
  readonly word?: string
  readonly account: number | null
}

export async function stepClaims(tx: Tx, ids: readonly number[], { state, word, account }: Step): Promise<void> {
  await sql`update documents.claim set state = ${state}, word = ${word ?? null},
      confirmed_by = ${state === 'returned' ? null : sql`coalesce(confirmed_by, ${account})`},
      returned_at = returned_at || ${state === 'returned' ? sql`array[now()]` : sql`'{}'::timestamptz[]`},
      version = version + 1
    where id = any (${idsOf(ids)})`.execute(tx)
}

/** The claim that this certificate, or the one in whose place it was given, was the answer to: it is certified no more. */
export async function followRevoked(tx: Tx, document: number): Promise<void> {
  await sql`update documents.claim c set state = 'revoked', version = c.version + 1
    from documents.document d
    join documents.document g using (tenant_id, series_id, year, count)
    where d.id = ${document} and g.source_kind = 'claim' and c.id = g.source_id and c.state = 'certified'`.execute(tx)
}

/** Those of the reach that wait to be confirmed: of a district those that no organisation confirms. */
export async function countAsked(db: ReadDb, reach: Reach, own: readonly number[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from documents.claim c
    where c.state = 'asked' and ${reach.district ? sql`c.organisation_id is null` : within(reach)}
      and c.person_id <> all (${idsOf(own)})`.execute(db)
  return rows[0]?.count ?? 0
}

export async function countConfirmed(db: ReadDb): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from documents.claim where state = 'confirmed'`.execute(db)
  return rows[0]?.count ?? 0
}

/** Which of these were claimed by them. */
export async function findClaimedSources(db: ReadDb, people: readonly number[], kind: string): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select source_id as id from documents.claim
    where person_id = any (${idsOf(people)}) and source_kind = ${kind}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Accounts that are of these people now. */
export async function findAccountsOf(db: ReadDb, people: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ account: number }>`
    select distinct account_id as account from registry."grant"
    where person_id = any (${idsOf(people)}) and ended_at is null`.execute(db)
  return rows.map(({ account }) => account)
}
