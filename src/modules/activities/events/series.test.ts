import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { makeHoldingDistrict } from '../holding/holding.fixture.ts'

const house = await openTestHouse()
const { tenant, sister, head, methodist, addTeacher, heldToday, step } = await makeHoldingDistrict(house)

const put = (event: number, set: { series?: number; whole?: number; interactive?: boolean }) =>
  house.services.database.write(tenant, async (tx) => {
    await sql`update activities.event set series_id = coalesce(${set.series ?? null}, series_id),
      part_of = coalesce(${set.whole ?? null}, part_of) where id = ${event}`.execute(tx)
    if (set.interactive === undefined) return
    await sql`insert into activities.form (value_id, interactive)
      select kind_id, ${set.interactive} from activities.event where id = ${event}`.execute(tx)
  })

test('a series tells whom its events reached, each counted once, and what is ahead', async () => {
  const { id: series } = await house.services.database.write(tenant, (tx) =>
    tx
      .insertInto('registry.classifier_value')
      .values({ kind: 'event_series', key: 'вечера', label: 'Вечера' })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  const [often, once, elsewhere] = [await addTeacher(), await addTeacher(), await addTeacher(sister)]
  const [first, second, third] = [
    await heldToday([often, once]),
    await heldToday([often, elsewhere]),
    await heldToday([often]),
  ]
  await put(first, { series, interactive: true })
  await put(second, { series, interactive: false })
  await put(third, { series, interactive: true })
  const coverage = async () => (await head.ask('GET', `/api/event-series/${series}`)).json()
  expect(await coverage()).toMatchObject({
    ...{ title: 'Вечера', can: [] },
    coverage: { held: 0, ahead: 3, people: 0, organisations: 0, interactive: 0, interactiveOf: 0 },
  })
  for (const event of [first, second]) expect((await step(event, '/holding', {})).statusCode).toBe(201)
  expect((await coverage()).coverage).toEqual({
    ...{ held: 2, ahead: 1, people: 3, organisations: 2, interactive: 1, interactiveOf: 2 },
  })
  expect((await methodist.ask('GET', `/api/event-series/${series}`)).json().can).toEqual(['feedback'])
  expect((await head.ask('GET', '/api/event-series/999999')).statusCode).toBe(404)
})

test('an event of several parts comes to what its parts come to', async () => {
  const [both, one] = [await addTeacher(), await addTeacher()]
  const [whole, morning, evening] = [await heldToday([]), await heldToday([both, one]), await heldToday([both])]
  for (const part of [morning, evening]) await put(part, { whole })
  for (const part of [morning, evening]) expect((await step(part, '/holding', {})).statusCode).toBe(201)
  expect((await head.ask('GET', `/api/events/${whole}/parts-coverage`)).json()).toMatchObject({
    ...{ held: 2, ahead: 1, people: 2, organisations: 1 },
  })
})
