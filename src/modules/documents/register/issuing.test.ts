import { expect, test } from 'vitest'
import { addActor } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { makeGivingDistrict, SEMINAR } from './documents.fixture.ts'
import { issueDocuments } from './issuing.ts'

const house = await openTestHouse()
const { tenant, methodist, signatory, series, addTeacher } = await makeGivingDistrict(house)
const people = await Promise.all(Array.from({ length: 3 }, () => addTeacher()))

const giveFor = (event: number, to: readonly number[]) =>
  house.services.database.write(tenant, (tx) =>
    issueDocuments(
      { tx, services: house.services, tenant, account: methodist.account, today: '2026-03-05' },
      {
        ...{ about: SEMINAR, seriesId: series, signatoryId: signatory, issuedOn: '2026-03-05', people: to },
        source: { kind: 'event', id: event },
      },
    ),
  )

test('what another module gives for an event is given once, however often and at once it is asked for', async () => {
  const [first = 0, second = 0, third = 0] = people
  expect(await giveFor(1, [first])).toMatchObject({ given: 1, already: [] })
  const answers = await Promise.all([giveFor(1, people), giveFor(1, people), giveFor(1, people)])
  expect(answers.map(({ given }) => given).sort()).toEqual([0, 0, 2])
  expect(answers.find(({ given }) => given === 2)).toMatchObject({ already: [first] })
  expect(await giveFor(1, people)).toEqual({ batch: null, given: 0, already: expect.arrayContaining(people) })
  expect(await giveFor(2, [second, third])).toMatchObject({ given: 2 })
  const { total } = (await methodist.ask('GET', '/api/documents')).json()
  expect(total).toBe(5)
})

test('nothing is given in nobody’s name', async () => {
  const bare = await addActor(house, [{ tenant, role: 'department' }])
  expect((await bare.ask('POST', '/api/documents', { payload: {} })).statusCode).toBe(403)
})
