import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Sheet } from '../../../platform/documents/index.ts'
import type { Picture } from '../letterhead/picture.ts'
import type { Called } from '../papers/declension.ts'
import type { Batch } from './documents.contract.ts'
import type { Source } from './documents.repo.ts'

type NewBatch = {
  readonly issuer: string
  readonly emblem: Picture | null
  readonly signatory: { readonly name: string; readonly post: string }
  readonly account: number | null
}

export async function insertBatch(tx: Tx, { issuer, emblem, signatory, account }: NewBatch): Promise<number> {
  const row = await tx
    .insertInto('documents.batch')
    .values({
      ...{ issuer, emblem: emblem?.bytes ?? null, emblem_type: emblem?.type ?? null },
      ...{ signatory_name: signatory.name, signatory_post: signatory.post, created_by: account },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function findBatch(db: ReadDb, id: number): Promise<Batch | undefined> {
  const { rows } = await sql<Omit<Batch, 'createdAt'> & { createdAt: Date }>`
    select b.id, b.created_at as "createdAt", b.fault, d.*
    from documents.batch b, lateral (
      select min(kind) as kind, count(*)::int as total,
        case when count(distinct about ->> 'title') = 1 then min(about ->> 'title') end as title,
        count(*) filter (where state <> 'printing')::int as printed,
        (array_agg(number order by id))[1] as first, (array_agg(number order by id desc))[1] as last
      from documents.document where batch_id = b.id) d
    where b.id = ${id} and d.total > 0`.execute(db)
  const [row] = rows
  return row && { ...row, createdAt: row.createdAt.toISOString() }
}

export type Person = Called & { readonly id: number }

/** As they are called now, by name; who is not of the district is left out. */
export async function findPeople(tx: Tx, ids: readonly number[]): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select p.id, p.surname, p.given_name as "givenName", p.patronymic, p.sex
    from registry.person p where p.id = any (${[...ids]}::bigint[])
    order by p.surname, p.given_name, p.patronymic, p.id`.execute(tx)
  return rows
}

type Wanted = { readonly person: number; readonly source: Source | null }

/** Which of these were given before for the same, and are still good. */
export async function findGiven<P extends Wanted>(tx: Tx, kind: string, papers: readonly P[]): Promise<P[]> {
  const wanted = papers.flatMap(({ person, source }, nth) => (source === null ? [] : [{ nth, person, ...source }]))
  if (wanted.length === 0) return []
  const { rows } = await sql<{ nth: number }>`
    select w.nth from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (nth int, person bigint, kind text, id bigint)
    where exists (select from documents.document d
      where d.source_kind = w.kind and d.source_id = w.id and d.kind = ${kind} and d.person_id = w.person
        and d.state in ('printing', 'issued'))`.execute(tx)
  const given = new Set(rows.map(({ nth }) => nth))
  return papers.filter((_, nth) => given.has(nth))
}

export type Waiting = { readonly id: number; readonly sheet: Sheet }

/** The next of a batch that are still to be printed. */
export async function findWaiting(db: ReadDb, batch: number, most: number): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select id, sheet from documents.document
    where batch_id = ${batch} and state = 'printing' and sheet is not null order by id limit ${most}`.execute(db)
  return rows
}

export async function findEmblem(db: ReadDb, batch: number): Promise<Picture | null> {
  const row = await db
    .selectFrom('documents.batch')
    .select(['emblem as bytes', 'emblem_type as type'])
    .where('id', '=', batch)
    .executeTakeFirst()
  if (row === undefined || row.bytes === null || row.type === null) return null
  return { type: row.type as Picture['type'], bytes: row.bytes }
}

/** From here on they are issued and stay as they are; what somebody else printed meanwhile stays as well. */
export async function keepPapers(tx: Tx, printed: readonly { id: number; body: Buffer }[]): Promise<void> {
  for (const { id, body } of printed) {
    await sql`update documents.document set body = ${body}, hash = ${createHash('sha256').update(body).digest()},
        state = 'issued', sheet = null, version = version + 1
      where id = ${id} and state = 'printing'`.execute(tx)
  }
}

export async function setFault(tx: Tx, batch: number, fault: Batch['fault']): Promise<void> {
  await tx.updateTable('documents.batch').set({ fault }).where('id', '=', batch).execute()
}

/** Accounts of those who were given a document of the batch, each with the latest of theirs. */
export async function findHolderAccounts(tx: Tx, batch: number): Promise<{ account: number; document: number }[]> {
  const { rows } = await sql<{ account: number; document: number }>`
    select g.account_id as account, max(d.id) as document
    from documents.document d join registry.grant g on g.person_id = d.person_id
    where d.batch_id = ${batch} group by 1`.execute(tx)
  return rows
}
