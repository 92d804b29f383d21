import { beforeAll, expect, test } from 'vitest'
import { addActor, type Person } from '../../../../test/harness/actors.ts'
import { openSampleHouse } from '../../../../test/harness/district.ts'

const house = await openSampleHouse()
const { tenant } = house.district

const APPROVAL = { number: '112-р', date: '2026-01-15', signatory: 'Начальник отдела образования' }
type Row = { readonly key: string; readonly numerator: number; readonly denominator: number }
let methodist: Person
let department: Person
let head: Person
let teacher: Person

beforeAll(async () => {
  const db = house.services.database.reader(tenant)
  const school = await db
    .selectFrom('registry.organisation')
    .select('id')
    .where('code', '=', 'Ш012')
    .executeTakeFirstOrThrow()
  const [someone] = await db
    .selectFrom('registry.employment')
    .select('person_id')
    .where('organisation_id', '=', school.id)
    .where('dismissed_on', 'is', null)
    .execute()
  methodist = await addActor(house, [{ tenant, role: 'methodist' }])
  department = await addActor(house, [{ tenant, role: 'department' }])
  head = await addActor(house, [{ tenant, role: 'head', organisation: school.id }])
  const person = someone?.person_id ?? expect.unreachable()
  teacher = await addActor(house, [{ tenant, role: 'teacher', organisation: school.id, person }])
}, 120_000)

async function taken(): Promise<number> {
  const payload = { date: '2025-12-31', title: 'Декабрь' }
  const reply = await department.ask('POST', '/api/snapshots', { payload })
  expect(reply.statusCode, reply.body).toBe(201)
  return reply.json().id
}

const step = (who: Person, id: number, name: string, version: number, payload?: object) =>
  who.ask('POST', `/api/snapshots/${id}/${name}`, {
    ...(payload && { payload }),
    headers: { 'if-match': `"${version}"` },
  })

const seen = async (who: Person, id: number): Promise<string> => {
  const reply = await who.ask('GET', `/api/snapshots/${id}`)
  const listed = (await who.ask('GET', '/api/snapshots')).json().items.some((one: { id: number }) => one.id === id)
  expect(listed).toBe(reply.statusCode === 200)
  return reply.statusCode === 200 ? reply.json().of : String(reply.statusCode)
}

test('figures are computed, approved by a document, published; schools see their own in between', async () => {
  const id = await taken()
  expect([await seen(methodist, id), await seen(head, id), await seen(teacher, id)]).toEqual(['district', '404', '404'])
  const approved = await step(department, id, 'approve', 1, APPROVAL)
  expect(approved.json()).toMatchObject({
    state: 'approved',
    approval: APPROVAL,
    version: 2,
    can: ['publish', 'withdraw'],
  })
  expect([await seen(methodist, id), await seen(head, id), await seen(teacher, id)]).toEqual(['district', 'own', 'own'])
  const whole = (await methodist.ask('GET', `/api/snapshots/${id}`)).json().indicators
  const own = (await head.ask('GET', `/api/snapshots/${id}`)).json().indicators
  const p13 = (list: { code: string }[]) => list.find((one) => one.code === 'P13') ?? expect.unreachable()
  const rows = (p13(whole) as never as { slices: { organisation: Row[] } }).slices.organisation
  const { numerator, denominator } = rows.find(({ key }) => key === 'Ш012') ?? expect.unreachable()
  expect(p13(own)).toMatchObject({ numerator, denominator })
  expect(own.some((one: { code: string }) => one.code === 'P08')).toBe(false)
  expect((await step(department, id, 'publish', 2)).json()).toMatchObject({ state: 'published', version: 3, can: [] })
  const published = (await head.ask('GET', `/api/snapshots/${id}`)).json()
  expect(published.of).toBe('district')
  expect(p13(published.indicators)).toMatchObject({
    numerator: (p13(whole) as never as { numerator: number }).numerator,
  })
  const others = p13(published.indicators) as never as { slices: { organisation: { key: string }[] } }
  expect(others.slices.organisation.map(({ key }) => key)).toEqual(['Ш012'])
})

test('an approval is withdrawn before it is published, and a snapshot nobody approved thrown away', async () => {
  const id = await taken()
  await step(department, id, 'approve', 1, APPROVAL)
  const kept = await methodist.ask('DELETE', `/api/snapshots/${id}`, { headers: { 'if-match': '"2"' } })
  expect(kept.json()).toMatchObject({ status: 409, code: 'snapshot_state' })
  expect((await step(methodist, id, 'withdraw', 2)).json()).toMatchObject({ state: 'computed', approval: null })
  expect(await seen(head, id)).toBe('404')
  expect((await step(methodist, id, 'publish', 3)).json()).toMatchObject({ status: 409, code: 'snapshot_state' })
  const gone = await methodist.ask('DELETE', `/api/snapshots/${id}`, { headers: { 'if-match': '"3"' } })
  expect(gone.statusCode).toBe(204)
  expect(await seen(methodist, id)).toBe('404')
})

test('two who take a step at once: one does, the other is told', async () => {
  const id = await taken()
  expect((await step(department, id, 'approve', 1, APPROVAL)).statusCode).toBe(201)
  expect((await step(methodist, id, 'approve', 1, APPROVAL)).statusCode).toBe(412)
  expect((await step(methodist, id, 'approve', 2, APPROVAL)).json().code).toBe('snapshot_state')
  expect((await step(head, id, 'publish', 2)).statusCode).toBe(403)
})

test.each([
  [{ ...APPROVAL, number: ' ' }, 'number'],
  [{ ...APPROVAL, date: '2030-01-01' }, 'date'],
  [{ ...APPROVAL, date: '2025-02-30' }, 'date'],
  [{ number: '1', date: '2026-01-15' }, 'signatory'],
])('%o does not approve, and %s is named', async (payload, path) => {
  const reply = await step(department, await taken(), 'approve', 1, payload)
  expect(reply.statusCode).toBe(422)
  expect(reply.json().errors[0]).toMatchObject({ path })
  expect(reply.json().errors[0].message).not.toBe('')
})
