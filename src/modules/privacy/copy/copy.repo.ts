import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import type { PersonalTable } from '../../../platform/personal-data.ts'

export type Whose = { readonly people: readonly number[]; readonly accounts: readonly number[] }
export type CopiedRow = Readonly<Record<string, unknown>>

/** More than anybody has; who had more gets the latest. */
const MOST = 10_000

/** The person with all cards that were merged into theirs. */
export async function findAllCards(db: ReadDb, people: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with recursive card (id) as (
      select unnest(${[...people]}::bigint[])
      union select m.gone_id from registry.person_merge m join card on m.kept_id = card.id where m.undone_at is null
    ) select id from card order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** The rows of a table that belong to somebody, of each its declared columns; ids are said by what they name. */
export async function findRows(db: ReadDb, name: string, table: PersonalTable, whose: Whose): Promise<CopiedRow[]> {
  if (table.of === 'sealed') return []
  const columns = Object.entries(table.columns).map(([column, held]) => {
    const value = sql`r.${sql.ref(column)}`
    if (!('is' in held) || held.names === undefined) return sql`${sql.lit(column)}, ${value}`
    const [from, label] = held.names
    const word = sql`n.${sql.ref(label)}`
    if (column.endsWith('_ids')) {
      return sql`${sql.lit(column)}, array(select ${word} from ${sql.table(from)} n where n.id = any (${value}) order by 1)`
    }
    return sql`${sql.lit(column)}, (select ${word} from ${sql.table(from)} n where n.id = ${value})`
  })
  const isTheirs =
    'people' in table.of ? ofAny(table.of.people, whose.people) : ofAny(table.of.accounts, whose.accounts)
  const only = 'people' in table.of && table.of.only !== undefined ? sql.raw(table.of.only) : sql`true`
  const { rows } = await sql<{ row: CopiedRow }>`
    select jsonb_build_object(${sql.join(columns)}) as row from ${sql.table(name)} r
    where (${isTheirs}) and ${only} limit ${MOST}`.execute(db)
  return rows.map(({ row }) => row)
}

/** A column holds one of the ids, or a list with one of them. */
const ofAny = (columns: readonly string[], ids: readonly number[]) =>
  sql.join(
    columns.map((column) =>
      column.endsWith('_ids')
        ? sql`r.${sql.ref(column)} && ${[...ids]}::bigint[]`
        : sql`r.${sql.ref(column)} = any (${[...ids]}::bigint[])`,
    ),
    sql` or `,
  )
