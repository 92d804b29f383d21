import type pg from 'pg'
import { quickQuery } from './quick.query.ts'
import type { Ask, Given, Statement } from './statement.ts'

/** Readers that ask without Kysely between them and their connections. */
const straight = new WeakMap<object, Ask>()

export function goStraight(reader: object, ask: Ask): void {
  straight.set(reader, ask)
}

export const findStraight = (reader: object): Ask | undefined => straight.get(reader)

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
