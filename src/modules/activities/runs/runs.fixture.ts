import { sql } from 'kysely'
import type { TestHouse } from '../../../../test/harness/house.ts'
import { makeHoldingDistrict } from '../holding/holding.fixture.ts'
import { registered } from '../programmes/programmes.fixture.ts'

type Mark = { readonly person: number; readonly minutes?: number }

/** A district in which courses are held: programmes in the register, groups, and marks at their meetings. */
export async function makeCourseDistrict(house: TestHouse) {
  const district = await makeHoldingDistrict(house)
  const { tenant, school, methodist, addTeacher, heldToday, twoMeetings } = district
  type Teacher = Awaited<ReturnType<typeof addTeacher>>
  const reviewer = await addTeacher()

  /** A run of a programme in the register that began yesterday, of two meetings of two hours each. */
  async function begunRun(teachers: readonly Teacher[], said: object = {}) {
    const programme = await registered(methodist, { organisation: school, reviewer: reviewer.person, said })
    const event = await heldToday(teachers)
    await twoMeetings(event)
    await house.services.database.write(tenant, (tx) =>
      sql`update activities.event set programme_id = ${programme.id}, hours = ${programme.hours} where id = ${event}`.execute(
        tx,
      ),
    )
    return { event, programme }
  }

  async function mark(event: number, nth: number, marks: readonly Mark[]): Promise<void> {
    const { meetings } = (await methodist.ask('GET', `/api/events/${event}`)).json()
    const reply = await methodist.ask('POST', `/api/events/${event}/meetings/${meetings[nth].id}/marks`, {
      payload: { marks: marks.map(({ person, ...how }) => ({ personId: person, here: true, ...how })) },
    })
    if (reply.statusCode !== 201) throw new Error(reply.body)
  }
  /** Closes a run as its rule would have it, without documents. */
  async function close(event: number, said: object = {}, who = methodist) {
    const shown = (await who.ask('POST', `/api/events/${event}/run/closing/open`)).json()
    const completing = shown.items.flatMap((one: { completes: boolean; person: { id: number } }) =>
      one.completes ? [one.person.id] : [],
    )
    const { version } = await district.card(event)
    return await who.ask('POST', `/api/events/${event}/run/closing`, {
      payload: { completing, ...said },
      headers: { 'if-match': `"${version}"` },
    })
  }
  return { ...district, begunRun, mark, close }
}
