import { expect, test } from 'vitest'
import { addActor } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import { ANNA, ORGANISATIONS, openLoads, STAFF } from '../loads/loads.fixture.ts'

const house = await openTestHouse({ work: true })
const { at, load } = openLoads(
  house,
  modules.flatMap((module) => module.seedDistrict ?? []),
)
const rated = (rate: string) => ({ 'staff.xlsx': STAFF + ANNA.replace(';1;да;', `;${rate};да;`) })

test('what loads changed stands between what was changed by hand, each with its file, row and load', async () => {
  await load({ 'organisations.xlsx': ORGANISATIONS, ...rated('1') })
  const [anna] = (await at.methodist.ask('GET', '/api/people?q=орлова')).json().items
  const card = async () => (await at.methodist.ask('GET', `/api/people/${anna.id}`)).json()
  const history = async (who = at.methodist) => (await who.ask('GET', `/api/people/${anna.id}/revisions`)).json()
  expect((await history()).total).toBe(0)

  const second = await load(rated('0,5'))
  const [place] = (await card()).employments
  const headers = { 'if-match': `"${place.version}"` }
  await at.methodist.ask('PATCH', `/api/employments/${place.id}`, { payload: { rate: 0.25 }, headers })
  const third = await load(rated('0,75'))
  const { items, total } = await history()
  expect(total).toBe(3)
  const rate = (before: string, after: string) => [{ field: 'rate', before, after }]
  expect(items).toMatchObject([
    { file: { load: third.id, name: 'staff.xlsx', row: 2 }, fields: rate('0.25', '0.75'), can: [], kind: 'employment' },
    { file: null, fields: rate('0.5', '0.25'), can: ['undo'] },
    { file: { load: second.id }, fields: rate('1', '0.5'), by: expect.any(String), undone: false },
  ])

  // Whoever sees the organisation only sees what loads changed there, too; a stranger nothing.
  const head = await addActor(house, [{ tenant: at.tenant, role: 'head', organisation: place.organisation.id }])
  expect((await history(head)).total).toBe(3)
  // Taken back the load is told by what taking it back changed.
  const undo = await at.methodist.ask('POST', `/api/loads/${third.id}/undo`)
  await expect
    .poll(async () => (await at.methodist.ask('GET', `/api/loads/${undo.json().id}`)).json().state)
    .toBe('done')
  expect((await history()).items).toMatchObject([
    { load: third.id, fields: rate('0.75', '0.25') },
    { fields: rate('0.5', '0.25') },
    { file: { load: second.id } },
  ])
})
