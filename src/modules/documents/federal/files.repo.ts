import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { pageOf } from '../../../platform/db/listing.ts'
import type { Saying } from './facts.contract.ts'
import type { FederalFile, FederalRow } from './files.contract.ts'

type Page = { readonly page: number; readonly size: number }

const FILES = sql`
  select f.id, f.year || '-' || f.count as number, f.made_on as "madeOn",
    (select a.name from identity.account a where a.id = f.made_by) as "madeBy", r.*
  from documents.federal_file f, lateral (
    select count(*)::int as total, count(*) filter (where answer = 'taken')::int as taken,
      count(*) filter (where answer = 'refused')::int as refused
    from documents.federal_row where file_id = f.id) r`

export async function findFiles(db: ReadDb, page: Page): Promise<{ items: FederalFile[]; total: number }> {
  const { limit, offset } = pageOf(page)
  const [items, total] = await Promise.all([
    sql<FederalFile>`${FILES} order by f.id desc limit ${limit} offset ${offset}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from documents.federal_file`.execute(db),
  ])
  return { items: items.rows, total: total.rows[0]?.total ?? 0 }
}

export async function findFile(db: ReadDb, id: number): Promise<FederalFile | undefined> {
  return (await sql<FederalFile>`${FILES} where f.id = ${id}`.execute(db)).rows[0]
}

/** Those without an answer first, as they stand in the file. */
export async function findRows(db: ReadDb, file: number): Promise<FederalRow[]> {
  const { rows } = await sql<FederalRow>`
    select r.id, r.document_id as "documentId", d.number, d.holder, r.says, r.answer, r.word
    from documents.federal_row r join documents.document d on d.id = r.document_id
    where r.file_id = ${file} order by r.answer <> 'waiting', r.answer <> 'refused', r.id`.execute(db)
  return rows
}

export type SealedRow = { readonly document: number; readonly person: number; readonly cells: Buffer }

/** As they were told, in the order of the file; who was erased is in it no more. */
export async function findCells(db: ReadDb, file: number): Promise<{ template: string; rows: SealedRow[] }> {
  const { rows } = await sql<SealedRow & { template: string }>`
    select f.template, r.document_id as document, r.person_id as person, r.cells
    from documents.federal_row r join documents.federal_file f on f.id = r.file_id
    where r.file_id = ${file} and r.cells is not null and r.person_id is not null order by r.id`.execute(db)
  return { template: rows[0]?.template ?? '', rows }
}

type NewFile = { readonly template: string; readonly today: string; readonly account: number | null }

/** Under the next number of the year; whoever makes files holds the facts. */
export async function insertFile(tx: Tx, { template, today, account }: NewFile): Promise<number> {
  const year = Number(today.slice(0, 4))
  const { rows } = await sql<{ id: number }>`
    insert into documents.federal_file (year, count, template, made_on, made_by)
    select ${year}, coalesce(max(count), 0) + 1, ${template}, ${today}, ${account}
    from documents.federal_file where year = ${year} returning id`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('a sum is one row')
  return row.id
}

export type NewRow = SealedRow & { readonly says: Saying }

export async function insertRows(tx: Tx, file: number, made: readonly NewRow[]): Promise<void> {
  const rows = made.map(({ cells, ...row }) => ({ ...row, cells: cells.toString('base64') }))
  await sql`
    insert into documents.federal_row (file_id, document_id, person_id, says, cells)
    select ${file}, r.document, r.person, r.says, decode(r.cells, 'base64')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (document bigint, person bigint, says text, cells text)`.execute(
    tx,
  )
}

type Answered = { readonly answer: 'taken' | 'refused'; readonly word: string; readonly today: string }

/** How many of them there are. */
export async function answerRows(
  tx: Tx,
  file: number,
  rows: readonly number[],
  { answer, word, today }: Answered,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update documents.federal_row set answer = ${answer}, word = ${answer === 'refused' ? word : null},
      answered_on = ${today}
    where file_id = ${file} and id = any (${[...rows]}::bigint[])`.execute(tx)
  return Number(numAffectedRows)
}
