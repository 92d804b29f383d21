import { CompiledQuery } from 'kysely'
import type { ReadDb } from './db.ts'
import type { Given, Statement } from './statement.ts'
import { findStraight } from './straight.ts'

/**
 * Asks by a prepared statement: the database parses and plans it once a connection, which for a statement of many joins
 * is most of its work. For the few that are asked all the time; every connection keeps each of them.
 */
export async function askPrepared<Row>(
  db: ReadDb,
  statement: Statement,
  values: readonly Given[],
): Promise<readonly Row[]> {
  const ask = findStraight(db)
  if (ask !== undefined) return await ask<Row>(statement, values)
  const { name, text } = statement
  // Kysely hands its text to node-postgres as it stands, and there a text may come with a name. Written down it is text.
  const named = { name, text, toJSON: () => text } as unknown as string
  const { rows } = await db.getExecutor().executeQuery<Row>(CompiledQuery.raw(named, [...values]) as CompiledQuery<Row>)
  return rows
}
