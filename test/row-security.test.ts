import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { accessMatrix } from '../src/access-matrix.ts'
import { catalogueOf } from '../src/catalogue.ts'
import { modules } from '../src/modules.ts'
import { createApp } from '../src/platform/http/app.ts'
import type { Caller } from '../src/platform/http/bind.ts'
import type { Route } from '../src/platform/http/route.ts'
import { createMetrics } from '../src/platform/metrics.ts'
import { ask } from './access/ask.ts'
import type { Expectation } from './access/expectation.ts'
import { expectations } from './access/expectations.ts'
import { ABROAD, makeWorld, SISTER } from './access/world.ts'
import { requestsOf } from './harness/actors.ts'
import { openTestHouse } from './harness/house.ts'

const house = await openTestHouse()
const world = await makeWorld(house)
const { services } = house
const { tenant } = world.here

/** Everything is permitted to everybody, everywhere: the engine asks nothing any more. */
const open: Caller = {
  actor: { kind: 'operator', account: null, tenant, grants: [] },
  language: undefined,
  timeZone: 'Europe/Moscow',
  credential: null,
}
const routes = modules
  .flatMap((module) => module.routes)
  .filter((route) => route.may !== 'public' && route.may !== 'signed-in')
const app = await createApp({
  routes: routes.map((route): Route => ({ ...route, over: undefined })),
  kernel: { matrix: accessMatrix, authenticate: async () => open, services, secureCookies: false },
  log: services.log,
  translator: services.translator,
  catalogue: catalogueOf(modules),
  health: { metrics: createMetrics(services.database, '.'), ready: async () => {} },
  version: 'test',
  webFolder: house.dataFolder,
  uploads: { bytes: 1_000, files: 1 },
})
afterAll(() => app.close())
const actor = requestsOf({ services, app }, {})

test('with the engine switched off the own district is open as a whole', async () => {
  for (const id of ['listOrganisations', 'listIndicatorMembers']) {
    const route = routes.find(({ contract }) => contract.id === id) ?? expect.unreachable()
    const reply = await ask(actor, route, (await expectations[id]?.asks?.(world, 'sister')) ?? {})
    expect(reply.body).toContain(SISTER)
  }
})

test.each(routes.map((route) => [route.contract.id, route] as const))(
  '%s still shows and touches nothing of another district',
  async (id, route) => {
    const expected: Expectation = expectations[id] ?? expect.unreachable()
    const asked = (await expected.asks?.(world, 'abroad')) ?? {}
    const before = await rowsAbroad()
    const reply = await ask(actor, route, asked)
    expect(reply.body).not.toContain(ABROAD)
    if (route.contract.path.includes('{')) expect(reply.statusCode, reply.body).toBeGreaterThanOrEqual(400)
    expect(reply.statusCode).not.toBe(500)
    expect(await rowsAbroad()).toEqual(before)
  },
)

test('every table with a tenant is behind row security', async () => {
  const { rows } = await sql<{ name: string; secured: boolean; first: string }>`
    select c.oid::regclass::text as name, c.relrowsecurity as secured
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and c.relpersistence <> 't' and n.nspname not in ('pg_catalog', 'information_schema', 'job')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')`.execute(
    services.database.reader(null),
  )
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.filter(({ secured }) => !secured).map(({ name }) => name)).toEqual([])
})

test('a connection without a district sees the rows of none', async () => {
  const db = services.database.reader(null)
  for (const table of ['registry.organisation', 'registry.person', 'registry.grant', 'indicators.snapshot'] as const) {
    expect(await db.selectFrom(table).select('id').execute()).toEqual([])
  }
})

/** What the other district has, as its own connection sees it. */
async function rowsAbroad(): Promise<unknown> {
  const db = services.database.reader(world.abroad.tenant)
  return [
    await db.selectFrom('registry.organisation').selectAll().orderBy('id').execute(),
    await db.selectFrom('registry.grant').selectAll().orderBy('id').execute(),
    await db.selectFrom('registry.person').selectAll().orderBy('id').execute(),
    await db.selectFrom('indicators.indicator').selectAll().orderBy('id').execute(),
    await db.selectFrom('indicators.snapshot').selectAll().orderBy('id').execute(),
    await db
      .selectFrom('identity.account as a')
      .innerJoin('registry.grant as g', 'g.account_id', 'a.id')
      .selectAll('a')
      .orderBy('g.id')
      .execute(),
    await db.selectFrom('identity.sign_in_link').selectAll().orderBy('created_at').execute(),
  ]
}
