import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../../test/harness/house.ts'
import { personalData } from '../../../../personal-data.ts'
import { expire } from '../../../privacy/retention/retention.ts'
import { makeHoldingDistrict } from '../holding.fixture.ts'

const house = await openTestHouse()
const { tenant, methodist, addTeacher, heldToday, step } = await makeHoldingDistrict(house)
const guests = async (event: number) => (await methodist.ask('GET', `/api/events/${event}/guests`)).json()
const add = (event: number, name: string, organisation = '') =>
  methodist.ask('POST', `/api/events/${event}/guests`, { payload: { name, organisation } })

test('guests are counted apart from who took part, and half a year later only their number is left', async () => {
  const teacher = await addTeacher()
  const event = await heldToday([teacher])
  const first = await add(event, 'Гость Первый', 'Вуз')
  expect(first.statusCode, first.body).toBe(201)
  expect((await add(event, 'Гость Первый', 'Вуз')).json()).toEqual(first.json())
  await add(event, 'Гость Второй')
  const third = (await add(event, 'Лишний')).json()
  expect((await methodist.ask('DELETE', `/api/events/${event}/guests/${third.id}`)).statusCode).toBe(204)
  expect(await guests(event)).toMatchObject({
    total: 2,
    counted: null,
    items: [{ organisation: '' }, { organisation: 'Вуз' }],
  })

  expect((await step(event, '/holding', {})).statusCode).toBe(201)
  expect(await guests(event)).toMatchObject({ total: 2, counted: 2 })
  expect((await add(event, 'Поздний')).json()).toMatchObject({ status: 409, code: 'event_state' })
  const attended = await house.services.database.write(tenant, (tx) =>
    sql`select person_id from activities.attendance where event_id = ${event}`.execute(tx),
  )
  expect(attended.rows).toEqual([{ person_id: teacher.person }])

  await expire(house.services, personalData)
  expect(await guests(event)).toMatchObject({ total: 2 })
  await house.services.database.write(tenant, (tx) =>
    sql`update activities.event set held_on = held_on - 190 where id = ${event}`.execute(tx),
  )
  await expire(house.services, personalData)
  expect(await guests(event)).toMatchObject({ total: 0, counted: 2 })
  await step(event, '/holding/undo', {})
  expect(await guests(event)).toMatchObject({ counted: null })
})
