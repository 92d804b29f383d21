/** A backup is put back in one transaction: where a server has no room for what that holds, it says so and changes nothing. */
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { bringForward } from '../../src/house.ts'
import { clearPlaces, makeCluster, makeFolder, open, query } from '../../src/platform/postgres/place.fixture.ts'
import { rostHere } from '../smoke/rost.here.ts'

const dataFolder = await makeCluster()
const server = await open(dataFolder)
await bringForward(server.migratorUrl)
/** In another database of the same server: all of them share the room. */
await query(server.migratorUrl, 'create database elsewhere')
const elsewhere = Object.assign(new URL(server.migratorUrl), { pathname: '/elsewhere' })
const hog = new pg.Client({ connectionString: elsewhere.href })
await hog.connect()
afterAll(async () => {
  await server.stop()
  await clearPlaces()
})

const environment = {
  DATABASE_URL: server.appUrl,
  DATABASE_MIGRATOR_URL: server.migratorUrl,
  ROST_DATA: makeFolder(),
  ROST_SECRET: 'a secret of nobody that is long enough',
}
const file = join(makeFolder(), 'district.rost')
const PORTION = 2000
const OUT_OF_MEMORY = '53200'
/** Room for what commands need before they begin. */
const LEFT = 2 * PORTION

/** Locks of no meaning, until hardly any are left. */
async function takeLocks(): Promise<void> {
  for (let taken = 0; ; taken += PORTION) {
    try {
      await hog.query('select pg_advisory_lock(n) from generate_series($1::int, $2) n', [taken + 1, taken + PORTION])
    } catch (error) {
      expect(error).toMatchObject({ code: OUT_OF_MEMORY })
      await hog.query('select pg_advisory_unlock(n) from generate_series(1, $1::int) n', [LEFT])
      return
    }
  }
}

test('too little room for locks is told with what to set; with room the same backup is put back', async () => {
  expect(await rostHere(['backup', file], environment)).toEqual({ code: 0, why: '' })
  await takeLocks()
  const refused = await rostHere(['restore', file, '--replace'], environment)
  expect(refused).toMatchObject({ code: 2, why: expect.stringContaining('max_locks_per_transaction to 256') })
  expect(refused.why.split('\n')).toHaveLength(1)
  await hog.end()
  expect(await rostHere(['restore', file, '--replace'], environment)).toEqual({ code: 0, why: '' })
})
