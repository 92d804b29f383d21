import { sql } from 'kysely'
import { z } from 'zod'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import { KEPT_CELLS } from '../profiles/kept.cells.ts'

/** Whose traces are looked for: cards, and whether a text names them. */
export type Traced = {
  readonly people: readonly number[]
  readonly isNamedIn: (text: string) => boolean
  /** Patterns of LIKE that any text naming them fits. */
  readonly patterns: readonly string[]
}

type Kept = readonly (readonly [number, readonly (readonly string[])[]])[]

/** By table the rows of files that speak of somebody, found by opening them. */
export type FileTraces = {
  readonly 'registry.faulty_row': readonly number[]
  readonly 'registry.mending': readonly number[]
  /** With what is left of each: nothing, or the other rows. */
  readonly 'registry.kept_cells': readonly { readonly id: number; readonly left: Kept }[]
  readonly 'registry.load_difference': readonly number[]
  /** Files of loads that named them. */
  readonly 'registry.upload': readonly number[]
}

type Sealed = { readonly id: number; readonly sealed: Buffer }

const Cells = z.array(z.unknown())
const KeptRows = z.array(z.tuple([z.int(), z.array(z.array(z.string()))]))

/** Opens whatever lies sealed of files of the district: ninety days of rows at most. */
export async function findFileTraces(db: ReadDb, keyring: Keyring, traced: Traced): Promise<FileTraces> {
  const sealedIn = async (table: string, context: string): Promise<number[]> => {
    const { rows } = await sql<Sealed>`
      select id, sealed_cells as sealed from ${sql.table(table)} where sealed_cells is not null`.execute(db)
    return rows.flatMap(({ id, sealed }) => {
      const text = openedText(keyring, sealed, context)
      return text !== undefined && traced.isNamedIn(textOf(JSON.parse(text))) ? [id] : []
    })
  }
  const faulty = await sealedIn('registry.faulty_row', 'faulty_row')
  return {
    'registry.faulty_row': faulty,
    'registry.mending': await sealedIn('registry.mending', 'mended_row'),
    'registry.kept_cells': await findKept(db, keyring, traced),
    'registry.load_difference': [
      ...new Set([
        ...(await sealedIn('registry.load_difference', 'faulty_row')),
        ...(await findDifferences(db, traced)),
      ]),
    ],
    'registry.upload': await findUploads(db, traced, faulty),
  }
}

export async function removeFileTraces(tx: Tx, keyring: Keyring, traces: FileTraces): Promise<void> {
  for (const table of ['registry.mending', 'registry.faulty_row', 'registry.load_difference'] as const) {
    await sql`delete from ${sql.table(table)} where id = any (${[...traces[table]]}::bigint[])`.execute(tx)
  }
  for (const { id, left } of traces['registry.kept_cells']) {
    const sealed = keyring.seal(Buffer.from(JSON.stringify(left)), KEPT_CELLS)
    await (left.length === 0
      ? sql`delete from registry.kept_cells where id = ${id}`
      : sql`update registry.kept_cells set sealed_cells = ${sealed} where id = ${id}`
    ).execute(tx)
  }
  // The file itself goes in the night, as one that nothing names.
  const uploads = [...traces['registry.upload']]
  await sql`update registry.upload set stored_as = null where id = any (${uploads}::bigint[])`.execute(tx)
}

/** Loads that somebody has begun and not ended: what they bring is in no table yet. */
export async function countOpenLoads(db: ReadDb): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from registry.load
    where state not in ('dropped', 'done', 'failed')`.execute(db)
  return rows[0]?.count ?? 0
}

async function findKept(db: ReadDb, keyring: Keyring, traced: Traced): Promise<FileTraces['registry.kept_cells']> {
  const { rows } = await sql<Sealed & { source: number }>`
    select id, source_id as source, sealed_cells as sealed from registry.kept_cells`.execute(db)
  if (rows.length === 0) return []
  const own = await findOwnRows(db, traced.people)
  return rows.flatMap(({ id, source, sealed }) => {
    const text = openedText(keyring, sealed, KEPT_CELLS)
    if (text === undefined) return []
    const kept = KeptRows.parse(JSON.parse(text))
    const left = kept.filter(
      ([row, cells]) => !own.has(`${source} ${row}`) && !traced.isNamedIn(cells.flat().join(' ')),
    )
    return left.length === kept.length ? [] : [{ id, left }]
  })
}

/** `source row` of every row a card or a place of work came from. */
async function findOwnRows(db: ReadDb, people: readonly number[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ place: string }>`
    with fact as (
      select source_id, source_row, origins from registry.person where id = any (${[...people]}::bigint[])
      union all select source_id, source_row, origins from registry.employment where person_id = any (${[...people]}::bigint[])
    )
    select source_id || ' ' || source_row as place from fact where source_id is not null
    union select (o.value ->> 0) || ' ' || (o.value ->> 1) from fact, jsonb_each(fact.origins) o
    where jsonb_typeof(o.value) = 'array'`.execute(db)
  return new Set(rows.map(({ place }) => place))
}

async function findDifferences(db: ReadDb, { people, patterns, isNamedIn }: Traced): Promise<number[]> {
  const like = sql`like any (${[...patterns]}::text[])`
  const { rows } = await sql<{ id: number; own: boolean; text: string }>`
    select d.id, coalesce(d.person_id = any (${[...people]}::bigint[]), false) as own,
      concat_ws(' ', d.label, d.fields::text, array_to_string(d.cells, ' ')) as text
    from registry.load_difference d
    where d.person_id = any (${[...people]}::bigint[])
      or lower(concat_ws(' ', d.label, d.fields::text, array_to_string(d.cells, ' '))) ${like}`.execute(db)
  return rows.filter(({ own, text }) => own || isNamedIn(text)).map(({ id }) => id)
}

/** Of the loads that took a row for the person, or refused one that names them. */
async function findUploads(db: ReadDb, { people }: Traced, faulty: readonly number[]): Promise<number[]> {
  const cards = sql`${[...people]}::bigint[]`
  const { rows } = await sql<{ id: number }>`
    select u.id from registry.upload u where u.stored_as is not null and u.load_id in (
      select b.load_id from registry.taken_batch b where b.person_ids && ${cards} or b.second_person_ids && ${cards}
      union select s.load_id from registry.faulty_row f join registry.source s on s.id = f.source_id
        where f.id = any (${[...faulty]}::bigint[])
      union select s.load_id from registry.person p join registry.source s on s.id = p.source_id where p.id = any (${cards})
      union select s.load_id from registry.employment e join registry.source s on s.id = e.source_id
        where e.person_id = any (${cards}))`.execute(db)
  return rows.map(({ id }) => id)
}

/** What no key of the district opens names nobody to anybody. */
function openedText(keyring: Keyring, sealed: Buffer, context: string): string | undefined {
  try {
    return keyring.open(sealed, context).toString()
  } catch {
    return undefined
  }
}

/** Cells of a row as one text; days as they are written. */
function textOf(cells: unknown): string {
  const read = Cells.safeParse(cells)
  return (read.success ? read.data : [cells])
    .map((cell) => (typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : String(cell ?? '')))
    .join(' ')
}
