import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { hire, openDistrict, SNILS } from './people.fixture.ts'

const house = await openTestHouse()
const district = await openDistrict(house)
const { methodist, head } = district
const { id } = (await hire(methodist, district, { snils: SNILS[0] })).json()

/** Statements a request takes once connections have been used for the district. */
async function statementsOf(actor: typeof methodist, path: string): Promise<number> {
  for (let i = 0; i < 2; i++) expect((await actor.ask('GET', path)).statusCode).toBe(200)
  const query = vi.spyOn(pg.Client.prototype, 'query')
  try {
    expect((await actor.ask('GET', path)).statusCode).toBe(200)
    return query.mock.calls.length
  } finally {
    query.mockRestore()
  }
}

test('a person takes two statements: who asks, and what they may see of the person', async () => {
  expect(await statementsOf(methodist, `/api/people/${id}`)).toBe(2)
  expect(await statementsOf(head, `/api/people/${id}`)).toBe(2)
})

test('a page of people takes three: who asks, the page and how many there are', async () => {
  expect(await statementsOf(methodist, '/api/people')).toBe(3)
  expect(await statementsOf(head, '/api/people?q=%D0%B0&sort=organisation')).toBe(3)
})
