import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../../platform/access/access.ts'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { anywhere, pageOf } from '../../../platform/db/listing.ts'
import type { About } from '../papers/kinds.contract.ts'
import type { DocumentLine, exportDocuments, IssuedDocument, MyDocument } from './documents.contract.ts'

type Sql = RawBuilder<unknown>
type Filters = Omit<NonNullable<(typeof exportDocuments)['$in']>['query'], 'sort'>

/** Of whoever works at the organisations within reach, and one's own. */
function within({ district, organisations, people }: Reach, today: string): Sql {
  if (district) return sql`true`
  return sql`(d.person_id = any (${[...people]}::bigint[]) or exists (select from registry.employment e
    where e.person_id = d.person_id and e.organisation_id = any (${[...organisations]}::bigint[])
      and (e.dismissed_on is null or e.dismissed_on >= ${today}::date - interval '1 year')))`
}

function matches({ q, kind, state, series, from, to }: Filters): Sql {
  const parts = [
    ...(q === undefined || q === '' ? [] : [sql`(d.holder ilike ${anywhere(q)} or d.number ilike ${anywhere(q)})`]),
    ...(kind === undefined ? [] : [sql`d.kind = ${kind}`]),
    ...(state === undefined ? [] : [sql`d.state = ${state}`]),
    ...(series === undefined ? [] : [sql`d.series_id = ${series}`]),
    ...(from === undefined ? [] : [sql`d.issued_on >= ${from}`]),
    ...(to === undefined ? [] : [sql`d.issued_on <= ${to}`]),
  ]
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `)
}

const ORDERS: Readonly<Record<string, Sql>> = {
  issued: sql`d.issued_on`,
  '-issued': sql`d.issued_on desc`,
  number: sql`d.series_id, d.year, d.count`,
  '-number': sql`d.series_id desc, d.year desc, d.count desc`,
  holder: sql`d.holder`,
  '-holder': sql`d.holder desc`,
}

type Asked = {
  readonly filters: Filters
  readonly sort: readonly string[] | undefined
  readonly reach: Reach
  readonly today: string
}

async function find(db: ReadDb, { filters, sort = ['-issued'], reach, today }: Asked, { limit, offset }: Page) {
  const order = sql.join(sort.map((key) => ORDERS[key] ?? sql`d.id`))
  const { rows } = await sql<DocumentLine>`
    select d.id, d.kind, d.number, d.edition, d.issued_on as "issuedOn", d.state, d.about ->> 'title' as title, d.holder,
      d.person_id as "personId"
    from documents.document d where ${matches(filters)} and ${within(reach, today)}
    order by ${order}, d.id desc limit ${limit} offset ${offset}`.execute(db)
  return rows
}

type Page = { readonly limit: number; readonly offset: number }

export async function findDocuments(
  db: ReadDb,
  asked: Asked & { readonly page: { page: number; size: number } },
): Promise<{ items: DocumentLine[]; total: number }> {
  const { filters, reach, today } = asked
  const [items, total] = await Promise.all([
    find(db, asked, pageOf(asked.page)),
    sql<{ total: number }>`select count(*)::int as total from documents.document d
      where ${matches(filters)} and ${within(reach, today)}`.execute(db),
  ])
  return { items, total: total.rows[0]?.total ?? 0 }
}

export const findFirst = (db: ReadDb, asked: Asked, most: number): Promise<DocumentLine[]> =>
  find(db, asked, { limit: most, offset: 0 })

export async function findDocumentsOf(db: ReadDb, people: readonly number[]): Promise<MyDocument[]> {
  const { rows } = await sql<MyDocument>`
    select d.id, d.kind, d.number, d.edition, d.issued_on as "issuedOn", d.state, d.about ->> 'title' as title,
      d.about ->> 'startsOn' as "startsOn", d.about ->> 'endsOn' as "endsOn", (d.about ->> 'hours')::float8 as hours
    from documents.document d where d.person_id = any (${[...people]}::bigint[])
    order by d.issued_on desc, d.id desc`.execute(db)
  return rows
}

export type StoredDocument = Omit<IssuedDocument, 'can' | 'check' | 'endedAt'> & {
  readonly code: string
  readonly endedAt: Date | null
  readonly seriesId: number
  readonly year: number
  readonly count: number
}

export async function findDocument(db: ReadDb, id: number): Promise<StoredDocument | undefined> {
  const { rows } = await sql<StoredDocument>`
    select d.id, d.version, d.kind, d.number, d.edition, d.issued_on as "issuedOn", d.state, d.holder,
      d.person_id as "personId", d.about, s.title as series, concat_ws(', ', b.signatory_name, b.signatory_post) as signatory,
      d.batch_id as "batchId", d.code, encode(d.hash, 'hex') as hash, d.ended_at as "endedAt", d.ended_for as "endedFor",
      (select a.name from identity.account a where a.id = d.ended_by) as "endedBy",
      d.series_id as "seriesId", d.year, d.count,
      (select json_agg(json_build_object('id', o.id, 'edition', o.edition, 'issuedOn', o.issued_on, 'state', o.state)
          order by o.edition desc)
        from documents.document o where o.series_id = d.series_id and o.year = d.year and o.count = d.count) as editions
    from documents.document d
    join documents.series s on s.id = d.series_id
    join documents.batch b on b.id = d.batch_id
    where d.id = ${id}`.execute(db)
  return rows[0]
}

/** Whose it is: null of somebody erased, undefined where there is no such document. */
export async function findHolder(db: ReadDb, id: number): Promise<number | null | undefined> {
  const { rows } = await sql<{ person: number | null }>`
    select person_id as person from documents.document where id = ${id}`.execute(db)
  return rows[0]?.person
}

/** The paper; undefined while it is being made, or gone with who was erased. */
export async function findPaper(db: ReadDb, id: number): Promise<Buffer | undefined> {
  const { rows } = await sql<{ body: Buffer | null }>`select body from documents.document where id = ${id}`.execute(db)
  return rows[0]?.body ?? undefined
}

type Ending = { readonly state: 'replaced' | 'revoked'; readonly reason: string; readonly account: number | null }

/** False when the version is another one by now. */
export async function endDocument(
  tx: Tx,
  { id, version }: { id: number; version: number },
  { state, reason, account }: Ending,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update documents.document set state = ${state}, ended_at = now(), ended_for = ${reason}, ended_by = ${account},
      version = version + 1
    where id = ${id} and version = ${version} and state = 'issued'`.execute(tx)
  return numAffectedRows === 1n
}

export type NewDocument = {
  readonly seriesId: number
  readonly year: number
  readonly count: number
  readonly number: string
  readonly edition: number
  readonly issuedOn: string
  readonly personId: number
  readonly holder: string
  readonly about: About
  readonly code: string
  readonly sheet: object
  readonly source: Source | null
}

/** What a document is given for, where the product knows it. */
export type Source = { readonly kind: string; readonly id: number }

/** What it, or the one in whose place it was given, was given for; undefined where nobody said. */
export async function findSource(db: ReadDb, document: number): Promise<Source | undefined> {
  const { rows } = await sql<Source>`
    select g.source_kind as kind, g.source_id as id from documents.document d
    join documents.document g using (tenant_id, series_id, year, count)
    where d.id = ${document} and g.source_id is not null order by g.edition limit 1`.execute(db)
  return rows[0]
}

/** Keeps another edition from being given at the same time; false when the version is another one by now. */
export async function holdRevoked(tx: Tx, id: number, version: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update documents.document set version = version + 1
    where id = ${id} and version = ${version} and state = 'revoked'`.execute(tx)
  return numAffectedRows === 1n
}

/** All at once, in the order given. */
export async function insertDocuments(tx: Tx, batch: number, made: readonly NewDocument[]): Promise<void> {
  await sql`
    insert into documents.document (batch_id, kind, series_id, year, count, number, edition, issued_on, person_id, holder,
      about, code, sheet, source_kind, source_id)
    select ${batch}, r.about ->> 'kind', r."seriesId", r.year, r.count, r.number, r.edition, r."issuedOn", r."personId",
      r.holder, r.about, r.code, r.sheet, r.source ->> 'kind', (r.source ->> 'id')::bigint
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as r ("seriesId" bigint, year int, count int, number text,
      edition int, "issuedOn" date, "personId" bigint, holder text, about jsonb, code text, sheet jsonb, source jsonb)
    order by r.count`.execute(tx)
}
