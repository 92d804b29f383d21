import { expect, test } from 'vitest'
import { addActor, addDistrict, type Person } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'

const house = await openTestHouse()
const { tenant } = await addDistrict(house)
const security = await addActor(house, [{ tenant, role: 'security' }])
const admin = await addActor(house, [{ tenant, role: 'admin' }])
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const foreigner = await addActor(house, [{ tenant: (await addDistrict(house)).tenant, role: 'admin' }])

const HOUR_MS = 3_600_000
const ago = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString()
const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })

const enter = (who: Person, knownAt: string, happenedAt = knownAt) =>
  who.ask('POST', '/api/incidents', {
    payload: { title: 'Письмо ушло не туда', happenedAt, knownAt, data: 'Список педагогов с почтой' },
  })
const step = (id: number, name: string, version: number) =>
  security.ask('POST', `/api/incidents/${id}/steps`, { payload: { step: name }, ...match(version) })

const tasks = async (): Promise<{ code: string; overdue: boolean }[]> =>
  (await security.ask('GET', '/api/tasks')).json().items.filter(({ code }: { code: string }) => /incidents/.test(code))

test('both clocks run from when it was known; steps come in their order; closed it stays as it is', async () => {
  const made = await enter(security, ago(30), ago(60))
  expect(made.statusCode, made.body).toBe(201)
  const { id, notice, findings, can } = made.json()
  expect([notice.state, findings.state, can]).toEqual(['late', 'open', ['change', 'notice']])
  expect((await tasks()).map(({ code }) => code)).toEqual(['privacy.incidents_late'])
  expect((await step(id, 'close', 1)).json()).toMatchObject({ status: 409, code: 'incident_step' })
  expect((await step(id, 'notice', 7)).statusCode).toBe(412)
  expect((await step(id, 'notice', 1)).json()).toMatchObject({ notice: { state: 'done' } })
  expect((await tasks()).map(({ code }) => code)).toEqual(['privacy.incidents_open'])
  const change = { people: 12, measures: 'Попросили удалить письмо' }
  expect((await admin.ask('PATCH', `/api/incidents/${id}`, { payload: change, ...match(2) })).json()).toMatchObject(
    change,
  )
  expect((await step(id, 'findings', 3)).json()).toMatchObject({ can: ['change', 'close'] })
  expect((await step(id, 'close', 4)).json().can).toEqual([])
  expect(await tasks()).toEqual([])
  expect((await admin.ask('PATCH', `/api/incidents/${id}`, { payload: change, ...match(5) })).json()).toMatchObject({
    code: 'incident_closed',
  })
  for (const format of ['docx', 'pdf']) {
    const paper = await security.ask('GET', `/api/incidents/${id}/document?format=${format}`)
    expect(paper.statusCode, paper.body).toBe(200)
    expect(paper.rawPayload.length).toBeGreaterThan(1_000)
  }
})

test('nothing is known before it happens nor before now; nobody else reads it', async () => {
  expect((await enter(security, ago(-1))).json().errors).toMatchObject([{ code: 'in_future' }])
  expect((await enter(security, ago(5), ago(1))).json().errors).toMatchObject([{ code: 'known_before' }])
  expect((await enter(methodist, ago(1))).statusCode).toBe(403)
  const { id } = (await enter(admin, ago(1))).json()
  expect((await foreigner.ask('GET', `/api/incidents/${id}`)).statusCode).toBe(404)
  expect((await foreigner.ask('GET', '/api/incidents')).json().total).toBe(0)
})
