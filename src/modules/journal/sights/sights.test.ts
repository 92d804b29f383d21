import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, employ, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'

const house = await openTestHouse()
const { tenant } = await addDistrict(house)
const school = await addOrganisation(house, tenant)
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])

async function addTeacher(surname = unique('Фамилия')) {
  const person = await addPerson(house, tenant, surname)
  await employ(house, tenant, { person, organisation: school })
  return { person, actor: await addActor(house, [{ tenant, role: 'teacher', person }]) }
}
const sights = async ({ actor }: Awaited<ReturnType<typeof addTeacher>>) =>
  (await actor.ask('GET', '/api/me/sights')).json()
const openLife = (person: number, payload: object) =>
  methodist.ask('POST', `/api/people/${person}/life/open`, { payload })

test('one finds who opened what is closed, and what for', async () => {
  const teacher = await addTeacher()
  expect(await sights(teacher)).toEqual({ items: [], total: 0 })
  expect((await openLife(teacher.person, { purpose: 'pathway', reason: 'план на год' })).statusCode).toBe(201)
  expect(await sights(teacher)).toMatchObject({
    items: [
      {
        who: methodist.email,
        asWhom: null,
        action: 'openLife',
        island: 'diagnostics',
        purpose: 'pathway',
        reason: 'план на год',
        people: 1,
      },
    ],
    total: 1,
  })
  expect((await sights(await addTeacher())).items).toEqual([])
})

test('a look at a card that was merged into one’s own is one’s own', async () => {
  const [kept, gone] = [await addTeacher(), await addTeacher()]
  await openLife(gone.person, { purpose: 'check' })
  const reply = await methodist.ask('POST', `/api/people/${kept.person}/merge`, {
    payload: { gone: gone.person, version: 1 },
    headers: { 'if-match': '"1"' },
  })
  expect(reply.statusCode, reply.body).toBe(201)
  expect((await sights(kept)).items).toMatchObject([{ action: 'openLife', purpose: 'check' }])
})

test('what one does oneself is not told', async () => {
  const person = await addPerson(house, tenant, unique('Фамилия'))
  await employ(house, tenant, { person, organisation: school })
  const both = await addActor(house, [
    { tenant, role: 'methodist' },
    { tenant, role: 'teacher', person },
  ])
  await both.ask('POST', `/api/people/${person}/life/open`, { payload: { purpose: 'check' } })
  expect((await sights({ person, actor: both })).items).toEqual([])
})
