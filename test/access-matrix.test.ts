import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { printAccessMatrix } from '../scripts/access-matrix.ts'
import { accessMatrix, ROLES, type Role } from '../src/access-matrix.ts'
import { disableAccount } from '../src/modules/identity/accounts/accounts.service.ts'
import { modules } from '../src/modules.ts'
import type { Route } from '../src/platform/http/route.ts'
import { ask } from './access/ask.ts'
import type { Asked, Expectation } from './access/expectation.ts'
import { expectations } from './access/expectations.ts'
import { ABROAD, makeActor, makeActors, makeWorld, PLACES, type Place, SISTER } from './access/world.ts'
import { anonymous, type Person, requestsOf } from './harness/actors.ts'
import { openTestHouse } from './harness/house.ts'

const routes = modules.flatMap((module) => module.routes)
const house = await openTestHouse()
const world = await makeWorld(house)
const actors = await makeActors(world)

/** How far the table says the role reaches with what the route asks for. */
function reachOf(expected: Expectation, role: Role): string | undefined {
  if (expected.may === 'public' || expected.may === 'signed-in') return undefined
  const row: Readonly<Partial<Record<Role, string>>> = accessMatrix[expected.may]
  return row[role]
}

/** What the table promises, worked out without the engine: the status of a refusal, or that the request is let in. */
function verdict(route: Route, expected: Expectation, role: Role, place: Place): 'let in' | 403 | 404 {
  if (expected.may === 'public') return 'let in'
  const isNamed = route.contract.path.includes('{')
  if (expected.may === 'signed-in') return expected.belongs === 'account' ? 404 : 'let in'
  const reach = reachOf(expected, role)
  if (reach === undefined) return 403
  // What has no object is asked for in the other district, where the actor has no role.
  if (place === 'abroad') return isNamed ? 404 : 403
  if (reach === 'district' || reach === 'region') return 'let in'
  if (expected.belongs === 'nothing' || expected.belongs === 'open') return 'let in'
  return expected.belongs === reach && place === 'own' ? 'let in' : 404
}

/** Refused requests change nothing, so one object serves all of them. */
const kept = new Map<string, Asked>()
async function requestOf(route: Route, expected: Expectation, place: Place, fresh: boolean): Promise<Asked> {
  const key = `${route.contract.id} ${place}`
  const known = kept.get(key)
  if (known && !fresh) return known
  const made = (await expected.asks?.(world, place)) ?? {}
  if (!fresh) kept.set(key, made)
  return made
}

/** Places that make a difference: without an object there is no sister's, and one's own account is the same everywhere. */
function placesOf(route: Route, expected: Expectation): readonly Place[] {
  if (route.contract.path.includes('{')) return PLACES
  return expected.may === 'signed-in' ? ['own'] : ['own', 'abroad']
}

const headersFor = (route: Route, place: Place): Record<string, string> =>
  place === 'abroad' && !route.contract.path.includes('{') ? { 'rost-district': world.abroad.code } : {}

test('every endpoint has its line in the table, and the table no other', () => {
  expect(Object.keys(expectations).sort()).toEqual(routes.map((route) => route.contract.id).sort())
})

test('the printed matrix is that of the sources', async () => {
  expect(await readFile(new URL('../docs/access-matrix.md', import.meta.url), 'utf8')).toBe(printAccessMatrix())
})

/** A token of somebody with all roles, made for these permissions. */
async function tokenFor(owner: Person, permissions: readonly string[]): Promise<Pick<Person, 'ask'>> {
  const reply = await owner.ask('POST', '/api/me/tokens', { payload: { name: 'x', permissions } })
  expect(reply.statusCode, reply.body).toBe(201)
  return requestsOf(house, { authorization: `Bearer ${reply.json().token}` })
}

test('a token reaches what it was made for and nothing else, whatever its owner may', async () => {
  const owner = await makeActor(world, ROLES)
  const permissions = Object.keys(accessMatrix)
  const tokens = new Map<string, Pick<Person, 'ask'>>()
  for (const name of permissions) tokens.set(name, await tokenFor(owner, [name]))
  for (const route of routes) {
    const expected = expectations[route.contract.id] ?? expect.unreachable()
    if (expected.may === 'public') continue
    const asked = await requestOf(route, expected, 'own', false)
    const others = permissions.filter((name) => name !== expected.may)
    const other = tokens.get(others[routes.indexOf(route) % others.length] ?? '') ?? expect.unreachable()
    const refused = await ask(other, route, asked)
    if (route.contract.id === 'getMe') {
      expect(refused.json().permissions).toHaveLength(1)
      continue
    }
    const code = expected.may === 'signed-in' ? 'token_of_few' : 'not_permitted'
    expect(refused.json(), `${route.contract.id}: ${refused.body.slice(0, 200)}`).toMatchObject({ status: 403, code })
    const right = tokens.get(expected.may)
    if (right !== undefined && route.kind === 'query') {
      const reply = await ask(right, route, asked)
      expect([403, 401], `${route.contract.id}: ${reply.body.slice(0, 200)}`).not.toContain(reply.statusCode)
    }
  }
  const unheld = await (actors.get('teacher') ?? expect.unreachable()).ask('POST', '/api/me/tokens', {
    payload: { name: 'x', permissions: ['account.manage'] },
  })
  expect(unheld.json()).toMatchObject({ errors: [{ path: 'permissions', code: 'not_held' }] })
})

const held = (role: Role): string[] =>
  Object.entries(accessMatrix).flatMap(([name, row]) => (role in row ? [name] : []))

test('the security officer reads and administers nothing; the administrator reads neither people nor islands nor the journal', () => {
  const commands = routes.filter(({ kind, may }) => kind === 'command' && held('security').includes(may))
  // What is taken away is a command because it is journalled: the journal, and the text of a programme, which everybody reads.
  // Incidents are the officer’s own register.
  const administering = commands.filter(({ may }) => may !== 'incident.manage')
  expect(administering.map(({ contract }) => contract.id)).toEqual(['getProgrammeDocument', 'exportJournal'])
  expect(held('security')).toContain('journal.read')
  expect(held('admin').filter((name) => /^(island|person|journal|load|population)\./.test(name))).toEqual([])
  expect(held('admin')).not.toContain('indicator.people')
})

describe.each(routes.map((route) => [route.contract.id, route] as const))('%s', (id, route) => {
  const expected = expectations[id]
  if (expected === undefined) return

  test('asks for the permission the table names', () => expect(route.may).toBe(expected.may))

  test('nobody and a disabled account are refused alike', async () => {
    const asked = await requestOf(route, expected, 'own', false)
    const disabled = await makeActor(world, ROLES)
    await house.services.database.write(null, (tx) => disableAccount(tx, disabled.account))
    for (const actor of [anonymous(house), disabled]) {
      const reply = await ask(actor, route, asked)
      if (expected.may === 'public') expect(reply.statusCode).toBe(expected.answers)
      else expect(reply.json()).toMatchObject({ status: 401, code: 'sign_in_required' })
    }
  })

  if (expected.may === 'public') return
  test.each(ROLES)('%s', async (role) => {
    const actor = actors.get(role) ?? expect.unreachable()
    for (const place of placesOf(route, expected)) {
      const due = verdict(route, expected, role, place)
      const asked = await requestOf(route, expected, place, due === 'let in')
      const reply = await ask(actor, route, asked, headersFor(route, place))
      const seen = `${role} ${place}: ${reply.statusCode} ${reply.body.slice(0, 300)}`
      if (due === 'let in') {
        if ('answers' in expected) expect(reply.statusCode, seen).toBe(expected.answers)
        else expect(reply.statusCode, seen).toBeLessThan(300)
      } else {
        expect(reply.json(), seen).toMatchObject({ status: due, code: due === 403 ? 'not_permitted' : 'not_found' })
      }
      expect(reply.body, seen).not.toContain(ABROAD)
      if (due === 'let in' && 'shows' in expected) {
        const wide = ['district', 'region'].includes(reachOf(expected, role) ?? '')
        expect(reply.body.includes(SISTER), seen).toBe(wide)
      }
    }
  })
})
