import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import type { ReadDb } from './db.ts'
import { type Given, quickQuery } from './quick.query.ts'

/** A statement that a connection prepares once; `name` is unique to the text. */
export type Statement = { readonly name: string; readonly text: string }

export type Ask = <Row>(statement: Statement, values: readonly Given[]) => Promise<readonly Row[]>

/** Readers that ask without Kysely between them and their connections. */
const straight = new WeakMap<object, Ask>()

export function goStraight(db: ReadDb, ask: Ask): void {
  straight.set(db, ask)
}

/**
 * Asks by a prepared statement: the database parses and plans it once a connection, which for a statement of many joins
 * is most of its work. For the few that are asked all the time; every connection keeps each of them.
 */
export async function askPrepared<Row>(
  db: ReadDb,
  statement: Statement,
  values: readonly Given[],
): Promise<readonly Row[]> {
  const ask = straight.get(db)
  if (ask !== undefined) return await ask<Row>(statement, values)
  const { name, text } = statement
  // Kysely hands its text to node-postgres as it stands, and there a text may come with a name. Written down it is text.
  const named = { name, text, toJSON: () => text } as unknown as string
  const { rows } = await db.getExecutor().executeQuery<Row>(CompiledQuery.raw(named, [...values]) as CompiledQuery<Row>)
  return rows
}

/** What is done to a connection before it is used; calls back when that is done, or with why it cannot be used. */
type Prepare = (client: pg.PoolClient, use: (error?: Error) => void) => void

/** Asks over connections of the pool. */
export function askOver(pool: Pick<pg.Pool, 'connect'>, prepare: Prepare): Ask {
  return <Row>(statement: Statement, values: readonly Given[]) =>
    new Promise<readonly Row[]>((resolve, reject) => {
      let client: pg.PoolClient | undefined
      const query = quickQuery<Row>(statement, values, (failed, rows) => {
        client?.release()
        if (failed === null) resolve(rows)
        else reject(failed)
      })
      pool.connect((lost, connected) => {
        if (lost !== undefined || connected === undefined) return reject(lost ?? new Error('no connection'))
        client = connected
        prepare(connected, (error) => {
          if (error === undefined) return void connected.query(query)
          connected.release(true)
          reject(error)
        })
      })
    })
}
