import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, addPerson } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { addEvent } from '../../activities/enrolment/event.fixture.ts'
import { makeHoldingDistrict } from '../../activities/holding/holding.fixture.ts'

const house = await openTestHouse()
const { tenant, school, head, methodist, addTeacher } = await makeHoldingDistrict(house)
const admin = await addActor(house, [{ tenant, role: 'admin' }])

const asked = async () => (await methodist.ask('GET', '/api/asked')).json()
const change = (minutes: object[], version: number, who = methodist) =>
  who.ask('PUT', '/api/asked/minutes', { payload: { minutes }, headers: { 'if-match': `"${version}"` } })

test('what was asked is counted by month and kind in minutes the district says, and of oneself alone', async () => {
  expect(await asked()).toMatchObject({ total: { times: 0, minutes: 0 }, months: [], can: ['change'] })
  const [one, other] = [await addTeacher(), await addTeacher()]
  const event = await addEvent(house, tenant, { organiser: school, inDays: 10 })
  const longAgo = await addPerson(house, tenant)
  await house.services.database.write(tenant, async (tx) => {
    await sql`insert into activities.feedback_form (stage, edition, questions) values ('end', 1, '[]')`.execute(tx)
    await sql`insert into activities.feedback_asking (event_id, stage, form_id, asked_on, closes_on, asked)
      select ${event}, 'end', id, current_date, current_date + 7, 2 from activities.feedback_form`.execute(tx)
    await sql`insert into activities.feedback_request (event_id, stage, person_id, asked_on, state)
      values (${event}, 'end', ${one.person}, current_date, 'answered'),
        (${event}, 'end', ${other.person}, current_date, 'asked')`.execute(tx)
    await sql`insert into documents.claim (person_id, title, done_on, place, made_at)
      values (${one.person}, 'Мастер-класс', current_date, 'Школа', now()),
        (${longAgo}, 'Мастер-класс', current_date, 'Школа', now() - interval '400 days')`.execute(tx)
  })
  const told = await asked()
  expect(told.months).toHaveLength(1)
  const [month] = told.months
  const kindOf = (kind: string) => month.kinds.find((line: { kind: string }) => line.kind === kind)
  expect(kindOf('activities.feedback')).toMatchObject({ times: 2, answered: 1, people: 2, minutes: 2 })
  expect(kindOf('documents.claim')).toMatchObject({ times: 1, answered: 1, people: 1, minutes: 3 })
  expect(month).toMatchObject({ people: 2 })
  expect(told.kinds.map(({ label }: { label: string }) => label)).toContain('Отзывы о мероприятиях')

  const changed = await change([{ kind: 'activities.feedback', minutes: 4 }], told.version)
  expect(changed.json()).toMatchObject({ version: told.version + 1 })
  expect(changed.json().total.minutes).toBe(told.total.minutes + 6)
  expect((await change([], told.version)).statusCode).toBe(412)
  expect((await change([{ kind: 'other', minutes: 4 }], told.version + 1)).json()).toMatchObject({
    status: 422,
    errors: [{ path: 'minutes.0.kind', code: 'reference_unknown' }],
  })
  expect((await change([], told.version + 1, admin)).statusCode).toBe(200)
  expect((await head.ask('GET', '/api/asked')).statusCode).toBe(403)

  expect((await one.ask('GET', '/api/my/asked')).json()).toMatchObject({ answered: 2 })
  expect((await other.ask('GET', '/api/my/asked')).json()).toMatchObject({ times: 1, answered: 0, minutes: 1 })
})
