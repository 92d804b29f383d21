import { sql } from 'kysely'
import { expect } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, employ, unique } from '../../../../test/harness/actors.ts'
import type { TestHouse } from '../../../../test/harness/house.ts'
import { addEvent, type GivenEvent } from '../enrolment/event.fixture.ts'
import { seedForms } from '../events/forms.repo.ts'

/** The day of an event ahead has come: its meetings begin now, one after another. */
export async function bringToday({ services }: Pick<TestHouse, 'services'>, tenant: number, event: number) {
  await services.database.write(tenant, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      update activities.meeting m set starts_at = now() + (n.nth - 1) * interval '1 second',
        ends_at = now() + (n.nth - 1) * interval '1 second' + (m.ends_at - m.starts_at)
      from (select id, row_number() over (order by starts_at, id) as nth from activities.meeting where event_id = ${event}) n
      where n.id = m.id returning m.id`.execute(tx)
    await sql`update activities.event e set held_on =
      (now() at time zone (select d.time_zone from registry.district d where d.id = e.tenant_id))::date
      where id = ${event}`.execute(tx)
    return rows
  })
}

export type HoldingDistrict = Awaited<ReturnType<typeof makeHoldingDistrict>>

/** Two schools, who holds events, and teachers who come to them. */
export async function makeHoldingDistrict(house: TestHouse) {
  const { tenant } = await addDistrict(house, { seeds: [seedForms] })
  const school = await addOrganisation(house, tenant)
  const sister = await addOrganisation(house, tenant)
  const head = await addActor(house, [{ tenant, role: 'head', organisation: school }])
  const methodist = await addActor(house, [{ tenant, role: 'methodist' }])

  async function addTeacher(organisation = school) {
    const person = await addPerson(house, tenant, unique('Фамилия'))
    await employ(house, tenant, { person, organisation })
    await house.services.database.write(tenant, (tx) =>
      sql`select registry.rebuild_spans(array[${person}]::bigint[])`.execute(tx),
    )
    return { person, ...(await addActor(house, [{ tenant, role: 'teacher', person }])) }
  }
  type Teacher = Awaited<ReturnType<typeof addTeacher>>

  /** An event with these people enrolled, whose day has come. */
  async function heldToday(teachers: readonly Teacher[], given: Partial<GivenEvent> = {}): Promise<number> {
    const id = await addEvent(house, tenant, { organiser: school, inDays: 1, ...given })
    for (const teacher of teachers) {
      const reply = await teacher.ask('POST', `/api/events/${id}/my-enrolment`)
      expect(reply.statusCode, reply.body).toBe(201)
    }
    await bringToday(house, tenant, id)
    return id
  }

  /** Two meetings of two hours, at noon of yesterday and of today. */
  async function twoMeetings(event: number): Promise<void> {
    await house.services.database.write(tenant, async (tx) => {
      const noon = (days: number, hours: number) =>
        sql`((now() at time zone d.time_zone)::date - ${days}::int + make_interval(hours => ${hours}::int)) at time zone d.time_zone`
      await sql`update activities.event e set held_on = held_on - 1, last_on = held_on where id = ${event}`.execute(tx)
      await sql`update activities.meeting m set starts_at = ${noon(1, 12)}, ends_at = ${noon(1, 14)}
        from registry.district d where d.id = m.tenant_id and m.event_id = ${event}`.execute(tx)
      await sql`insert into activities.meeting (event_id, starts_at, ends_at)
        select ${event}, ${noon(0, 12)}, ${noon(0, 14)} from registry.district d where d.id = ${tenant}`.execute(tx)
    })
  }

  const card = async (id: number, who = methodist) => (await who.ask('GET', `/api/events/${id}`)).json()
  const roll = async (id: number) => (await methodist.ask('GET', `/api/events/${id}/roll`)).json()
  const step = async (id: number, path: string, payload: object, who = methodist) => {
    const { version } = await card(id)
    return await who.ask('POST', `/api/events/${id}${path}`, { payload, headers: { 'if-match': `"${version}"` } })
  }
  return { tenant, school, sister, head, methodist, addTeacher, heldToday, twoMeetings, card, roll, step }
}
