import { type RawBuilder, sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Expiring } from '../../../platform/personal-data.ts'

/** Of these tables those that belong to districts; the others are of the whole house. */
export async function findDistrictTables(db: ReadDb, tables: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select t.name from unnest(${[...tables]}::text[]) t (name)
    where exists (select from pg_attribute a where a.attrelid = t.name::regclass and a.attname = 'tenant_id')`.execute(
    db,
  )
  return new Set(rows.map(({ name }) => name))
}

const isOver = ({ days, since, where }: Expiring, now: Date): RawBuilder<unknown> =>
  sql`${sql.raw(since)} < ${now}::timestamptz - make_interval(days => ${days}) and ${sql.raw(where ?? 'true')}`

export async function countExpired(db: ReadDb, table: string, expiring: Expiring, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)} r where ${isOver(expiring, now)}`.execute(db)
  return rows[0]?.count ?? 0
}

export async function removeExpired(tx: Tx, table: string, expiring: Expiring, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from ${sql.table(table)} r where ${isOver(expiring, now)}`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** By a function of the owner, in all districts. */
export async function removeThrough(tx: Tx, through: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select ${sql.raw(through)}()::int as count`.execute(tx)
  return rows[0]?.count ?? 0
}
