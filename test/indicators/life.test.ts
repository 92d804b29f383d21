import { beforeAll, expect, test } from 'vitest'
import { makeLink } from '../../src/modules/identity/index.ts'
import type { LifeFact } from '../../src/modules/population/life/life.contract.ts'
import { addActor, type Person } from '../harness/actors.ts'
import { openBrowser } from '../harness/browser.ts'
import { openSampleHouse } from '../harness/district.ts'

const house = await openSampleHouse()
const { district } = house
const db = house.services.database.reader(district.tenant)

let methodist: Person

beforeAll(async () => {
  methodist = await addActor(house, [{ tenant: district.tenant, role: 'methodist' }])
}, 120_000)

async function life(
  who: Person,
  person: number,
  language = 'ru',
): Promise<{ items: LifeFact[]; total: number; can: string[] }> {
  const reply = await who.ask('GET', `/api/people/${person}/life`, { headers: { 'accept-language': language } })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}

const TABLES = [
  ['activities.learning', 'person_id'],
  ['activities.attendance', 'person_id'],
  ['competence.diagnostic_result', 'person_id'],
  ['communities.membership', 'person_id'],
  ['mentoring.pair', 'mentor_id'],
  ['mentoring.pair', 'mentee_id'],
  ['talent.pool_membership', 'person_id'],
] as const

/** Who has the most rows in the table. */
async function busiest(table: (typeof TABLES)[number][0], column: string): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((eb) => eb.ref(column as never).as('person'))
    .groupBy('person')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return Number(row.person)
}

test.each(TABLES)('each row of %s by %s is told once, with where it came from', async (table, column) => {
  const person = await busiest(table, column)
  let rows = 0
  for (const [other, of] of TABLES) {
    const found = await db
      .selectFrom(other)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where(of as never, '=', person as never)
      .executeTakeFirstOrThrow()
    rows += Number(found.count)
  }
  const { items, total } = await life(methodist, person)
  expect(total).toBe(rows)
  expect(new Set(items.map(({ term, id }) => `${term} ${id}`)).size).toBe(rows)
  expect(items.map(({ from }) => from)).toEqual(
    items
      .map(({ from }) => from)
      .sort()
      .reverse(),
  )
  for (const item of items) {
    expect(item.label).not.toBe('')
    expect(item.source?.row).toBeGreaterThan(1)
  }
})

test('a fact is told in words, in both languages', async () => {
  const person = await busiest('activities.learning', 'person_id')
  const find = (items: LifeFact[]) => items.find(({ term }) => term === 'trained') ?? expect.unreachable()
  const russian = find((await life(methodist, person)).items)
  expect(russian.caption).toBe('обучение')
  expect(russian.details.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['вид', 'форма', 'провайдер', 'часов']),
  )
  expect(russian.details).toContainEqual({ name: 'вид', value: expect.stringMatching(/^(повышение|профессиональная)/) })
  const english = find((await life(methodist, person, 'en')).items)
  expect(english).toMatchObject({ caption: 'learning', id: russian.id })
  expect(english.details).toContainEqual({ name: 'kind', value: expect.stringMatching(/^(further|professional)/) })
})

test('scores are told to the person and to holders of the purpose, to nobody else', async () => {
  const person = await busiest('competence.diagnostic_result', 'person_id')
  const work = await db
    .selectFrom('registry.employment')
    .select('organisation_id')
    .where('person_id', '=', person)
    .where('dismissed_on', 'is', null)
    .executeTakeFirstOrThrow()
  const head = await addActor(house, [{ tenant: district.tenant, role: 'head', organisation: work.organisation_id }])
  const self = await addActor(house, [{ tenant: district.tenant, role: 'teacher', person }])
  const scored = ({ items }: { items: LifeFact[] }): boolean =>
    items.some(({ details }) => details.some(({ name }) => name === 'процент выполнения'))
  const score = async (who: Person): Promise<boolean> => scored(await life(who, person))
  const can = async (who: Person): Promise<readonly string[]> => (await life(who, person)).can
  expect([await score(methodist), await score(self), await score(head)]).toEqual([false, true, false])
  expect([await can(methodist), await can(self), await can(head)]).toEqual([['open'], [], []])
  // Opened for a purpose, which the person finds.
  const opened = await methodist.ask('POST', `/api/people/${person}/life/open`, { payload: { purpose: 'pathway' } })
  expect(scored(opened.json())).toBe(true)
  expect(
    (await head.ask('POST', `/api/people/${person}/life/open`, { payload: { purpose: 'check' } })).statusCode,
  ).toBe(403)

  // Nor is one's own result for who looks with one's eyes, or a methodist's.
  const admin = await addActor(house, [{ tenant: district.tenant, role: 'admin' }])
  for (const seen of [self, methodist]) {
    const browser = openBrowser(house.app)
    const token = await house.services.database.write(null, (tx) => makeLink(tx, admin.account, 30))
    await browser.ask('POST', '/api/sign-in/link/use', { payload: { token } })
    const payload = { reason: 'не открывается лента' }
    expect((await browser.ask('POST', `/api/accounts/${seen.account}/look`, { payload })).statusCode).toBe(201)
    expect(await score({ ...seen, ask: browser.ask })).toBe(false)
  }
})

test('who has nothing has an empty life here', async () => {
  const added = await methodist.ask('POST', '/api/people', {
    payload: { surname: 'Новенькая', givenName: 'Анна', birthOn: '2001-05-01' },
  })
  expect(await life(methodist, added.json().id)).toEqual({ items: [], total: 0, can: [] })
})

test('what happened goes by the word the district has for it, on the card and beside a figure', async () => {
  const admin = await addActor(house, [{ tenant: district.tenant, role: 'admin' }])
  const own = { dictionary: { mentor: { ru: 'куратор' } } }
  const seen = await admin.ask('GET', '/api/district')
  const headers = { 'if-match': String(seen.headers.etag) }
  const changed = await admin.ask('PATCH', '/api/district', { payload: own, headers })
  expect(changed.statusCode, changed.body).toBe(200)
  const { items } = await life(methodist, await busiest('mentoring.pair', 'mentee_id'))
  const captions = new Set(items.map(({ caption }) => caption))
  expect([captions.has('куратор'), captions.has('наставник')]).toEqual([true, false])
  const me = await methodist.ask('GET', '/api/me')
  expect(me.json().district.dictionary.mentor).toEqual({ ru: 'куратор', en: 'mentor' })
})
