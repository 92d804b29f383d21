/** Whatever gives a file to take away stands in the journal with its rows, and counts towards the limit of the day. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { ROLES } from '../../src/access-matrix.ts'
import { modules } from '../../src/modules.ts'
import { FileReply } from '../../src/platform/contract.ts'
import { ask } from '../access/ask.ts'
import { expectations } from '../access/expectations.ts'
import { makeActor, makeWorld } from '../access/world.ts'
import { openTestHouse } from '../harness/house.ts'

const house = await openTestHouse()
const world = await makeWorld(house)
const everybody = await makeActor(world, ROLES)
const db = house.services.database.reader(world.here.tenant)

/** Nobody takes it away: the program of its owner reads it each hour, and nothing of others stands in it. */
const OWN_CALENDAR = 'readCalendarFeed'
const routes = modules
  .flatMap((module) => module.routes)
  .filter(({ contract }) => contract.reply === FileReply && contract.id !== OWN_CALENDAR)

async function used(): Promise<{ exports: number; rows: number }> {
  const { rows } = await sql<{ exports: number; rows: number }>`
    select coalesce(sum(exports), 0)::int as exports, coalesce(sum(rows), 0)::int as rows from registry.export_use`.execute(
    db,
  )
  return rows[0] ?? { exports: 0, rows: 0 }
}

test('there are files to take away', () => expect(routes.length).toBeGreaterThan(6))

test.each(routes.map((route) => [route.contract.id, route] as const))('%s', async (id, route) => {
  expect(route.kind).toBe('command')
  const before = await used()
  const reply = await ask(everybody, route, (await expectations[id]?.asks?.(world, 'own')) ?? {})
  expect(reply.statusCode, reply.body).toBe(200)
  const { rows: entries } = await sql<{ details: { rows?: number } | null }>`
    select details from platform.journal where action = ${id} order by id desc limit 1`.execute(db)
  const rows = entries[0]?.details?.rows
  expect(rows).toEqual(expect.any(Number))
  expect(await used()).toEqual({ exports: before.exports + 1, rows: before.rows + (rows ?? 0) })
})
