import { type RawBuilder, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { PersonalTable } from '../../../platform/personal-data.ts'

/** Whose rows: ids of cards and accounts, and patterns of LIKE for texts that name them. */
export type Whose = {
  readonly people: readonly number[]
  readonly accounts: readonly number[]
  readonly texts: readonly string[]
}

/** How many rows of a table belong to somebody. */
export async function countRows(db: ReadDb, name: string, table: PersonalTable, whose: Whose): Promise<number> {
  const where = theirs(table, whose)
  if (where === undefined) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(name)} r where ${where}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Removes them, or leaves them without what the declaration says; answers how many. */
export async function eraseRows(tx: Tx, name: string, table: PersonalTable, whose: Whose): Promise<number> {
  const { erasing } = table
  const where = theirs(table, whose)
  if (where === undefined) return 0
  if (erasing.does === 'blank') {
    const set = Object.entries(erasing.set).map(([column, value]) => sql`${sql.ref(column)} = ${filled(value, whose)}`)
    return await affected(tx, sql`update ${sql.table(name)} r set ${sql.join(set)} where ${where}`)
  }
  if (erasing.does === 'remove' && erasing.through !== undefined) {
    const { rows } = await sql<{ count: number }>`
      select ${sql.raw(erasing.through)}(${[...whose.people]}::bigint[])::int as count`.execute(tx)
    return rows[0]?.count ?? 0
  }
  if (erasing.does !== 'remove' && erasing.does !== 'file') return 0
  return await affected(tx, sql`delete from ${sql.table(name)} r where ${where}`)
}

/** Takes names out of free texts, whosever row they stand in; answers how many texts had one. */
export async function eraseMentions(
  tx: Tx,
  name: string,
  columns: readonly string[],
  { texts, erase }: { readonly texts: readonly string[]; erase(text: string): string },
): Promise<number> {
  let changed = 0
  for (const { at, column, text } of await findTexts(tx, name, columns, texts)) {
    const left = erase(text)
    if (left === text) continue
    await sql`update ${sql.table(name)} set ${sql.ref(column)} = ${left} where ctid = ${at}::tid`.execute(tx)
    changed++
  }
  return changed
}

export async function countMentions(
  db: ReadDb,
  name: string,
  columns: readonly string[],
  { texts, isNamedIn }: { readonly texts: readonly string[]; isNamedIn(text: string): boolean },
): Promise<number> {
  return (await findTexts(db, name, columns, texts)).filter(({ text }) => isNamedIn(text)).length
}

type Found = { readonly at: string; readonly column: string; readonly text: string }

/** One column after the other: a row that was changed lies elsewhere. */
async function findTexts(
  db: ReadDb,
  name: string,
  columns: readonly string[],
  patterns: readonly string[],
): Promise<Found[]> {
  const found: Found[] = []
  for (const column of columns) {
    const { rows } = await sql<{ at: string; text: string }>`
      select ctid::text as at, ${sql.ref(column)} as text from ${sql.table(name)}
      where lower(${sql.ref(column)}) like any (${[...patterns]}::text[])`.execute(db)
    found.push(...rows.map((row) => ({ ...row, column })))
  }
  return found
}

/** Which rows `r` are theirs; undefined where only who opens a row knows. */
function theirs({ of, erasing }: PersonalTable, whose: Whose): RawBuilder<unknown> | undefined {
  const only = of !== 'sealed' && 'people' in of && of.only !== undefined ? filled(of.only, whose) : sql`true`
  if ('where' in erasing && erasing.where !== undefined) return sql`(${filled(erasing.where, whose)}) and ${only}`
  if (of === 'sealed') return undefined
  const [columns, ids] = 'people' in of ? [of.people, whose.people] : [of.accounts, whose.accounts]
  const list = sql`${[...ids]}::bigint[]`
  const any = columns.map((column) =>
    column.endsWith('_ids') ? sql`r.${sql.ref(column)} && ${list}` : sql`r.${sql.ref(column)} = any (${list})`,
  )
  return sql`(${sql.join(any, sql` or `)}) and ${only}`
}

/** SQL of a declaration with whose rows they are in the place of its names. */
function filled(text: string, { people, accounts, texts }: Whose): RawBuilder<unknown> {
  const values: Readonly<Record<string, RawBuilder<unknown>>> = {
    ':people': sql`${[...people]}::bigint[]`,
    ':accounts': sql`${[...accounts]}::bigint[]`,
    ':texts': sql`${[...texts]}::text[]`,
  }
  return sql.join(
    text.split(/(?<!:)(:people|:accounts|:texts)\b/).map((part) => values[part] ?? sql.raw(part)),
    sql.raw(''),
  )
}

async function affected(tx: Tx, statement: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await statement.execute(tx)
  return Number(numAffectedRows ?? 0n)
}
