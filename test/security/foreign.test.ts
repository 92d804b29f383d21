/** Ids of another district in the bodies of requests: every one there is, put in the place of one's own. */
import { sql } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { ROLES } from '../../src/access-matrix.ts'
import { modules } from '../../src/modules.ts'
import { ask } from '../access/ask.ts'
import { expectations } from '../access/expectations.ts'
import { ABROAD, makeActor, makeWorld } from '../access/world.ts'
import { openTestHouse } from '../harness/house.ts'

const house = await openTestHouse()
await partIds(house.services.settings.migratorUrl ?? '')
const world = await makeWorld(house)
const everybody = await makeActor(world, ROLES)
const description = (await house.app.inject('/api/openapi.json')).json()

type Way = readonly (string | number)[]
type Place = { readonly way: Way; readonly value: unknown }

/** Every number and text of a body, with its way. */
function leavesOf(value: unknown, way: Way = []): Place[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => leavesOf(one, [...way, at]))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, one]) => leavesOf(one, [...way, name]))
  return [{ way, value }]
}

/** The same with another value at the end of the way. */
function exchanged(value: unknown, way: Way, other: unknown): unknown {
  const [step, ...rest] = way
  if (step === undefined) return other
  if (Array.isArray(value)) return value.map((one, at) => (at === step ? exchanged(one, rest, other) : one))
  if (typeof value !== 'object' || value === null) return value
  return { ...value, [step]: exchanged(Reflect.get(value, step), rest, other) }
}

const { abroad } = world
const position = await findPosition(abroad.tenant)
/** Whose a field is by its name, and one of that kind abroad; of any other kind somebody abroad is tried. */
const KINDS: readonly (readonly [name: RegExp, theirs: number])[] = [
  [/organisation/i, abroad.organisation.id],
  [/position|^into$|^ids$/i, position],
  [/addressee|account/i, abroad.methodist.account],
  [/snapshot/i, abroad.snapshot],
]
const theirsOf = (name: string): number =>
  KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? abroad.organisation.person
const NAMES_OF_IDS = /id$|ids$|^(person|people|organisations?|snapshot|load|text|account|duplicate|owner|into)$/i

/**
 * Whoever is not in the district is left out of a list, and the answer says that nothing was made. Of an incident it is told
 * how many people it is about.
 */
const LEFT_OUT = /^makeSlips personIds.*"made":0,"renewed":0|^changeIncident people: /

/** Ids of each table begin elsewhere, so that one of another kind is never by chance one of the right kind. */
async function partIds(owner: string): Promise<void> {
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  await client.query(`select setval(format('%I.%I', schemaname, sequencename), (row_number() over ()) * 100000)
    from pg_sequences where schemaname not in ('public', 'job') and max_value > 1000000000`)
  await client.end()
}

async function findPosition(tenant: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`select id from registry.position order by id limit 1`.execute(
    house.services.database.reader(tenant),
  )
  return rows[0]?.id ?? 0
}

/** The last word of a way; of a list the name of the list. */
const nameOf = (way: Way): string => String(way.findLast((step) => typeof step === 'string') ?? '')

const withBody = modules
  .flatMap((module) => module.routes)
  .filter(({ contract, may }) => contract.body !== undefined && may !== 'public')

test('ids of another district in a body are as if they were not there, whatever the permission', async () => {
  const tried: string[] = []
  const taken: string[] = []
  for (const route of withBody) {
    const expected = expectations[route.contract.id]
    if (expected === undefined || 'answers' in expected || expected.asks === undefined) continue
    const first = await expected.asks(world, 'own')
    for (const { way, value } of leavesOf(first.payload)) {
      if (typeof value !== 'number' || !Number.isInteger(value) || !NAMES_OF_IDS.test(nameOf(way))) continue
      // Each try has an object of its own: one that went wrong may have changed it.
      const asked = await expected.asks(world, 'own')
      if (asked.payload === undefined) continue
      const body = exchanged(asked.payload, way, theirsOf(nameOf(way)))
      if (typeof body !== 'object' || body === null) continue
      const reply = await ask(everybody, route, { ...asked, payload: body })
      const seen = `${route.contract.id} ${way.join('.')}: ${reply.statusCode} ${reply.body.slice(0, 160)}`
      tried.push(`${route.contract.id} ${way.join('.')}`)
      expect(reply.statusCode, seen).toBeLessThan(500)
      expect(reply.body, seen).not.toContain(ABROAD)
      if (reply.statusCode < 300 && !LEFT_OUT.test(seen)) taken.push(seen)
    }
  }
  expect(tried.length, tried.join('\n')).toBeGreaterThan(5)
  expect(taken).toEqual([])
})

test('every id of a path stands in the table of the matrix, which asks it of another district', () => {
  const named = Object.keys(description.paths).filter((path) => path.includes('{'))
  const covered = new Set(modules.flatMap(({ routes }) => routes.map(({ contract }) => contract.path)))
  expect(named.length).toBeGreaterThan(30)
  for (const path of named) expect(covered, path).toContain(path)
  for (const { contract } of modules.flatMap(({ routes }) => routes)) expect(expectations).toHaveProperty([contract.id])
})
