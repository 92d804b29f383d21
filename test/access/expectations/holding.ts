import { sql } from 'kysely'
import type { Expectation } from '../expectation.ts'
import { ABROAD, at, type Place, type World } from '../world.ts'
import { programme } from './programmes.ts'
import { announcedEvent, employee, meeting, NOBODY, name } from './things.ts'

async function announcedMeeting(world: World, place: Place): Promise<{ params: { id: number } }> {
  const { params } = await announcedEvent(world, place)
  const event = await at(world, place).district.methodist.ask('GET', `/api/events/${params.id}`)
  return { params: { id: event.json().meetings[0].id } }
}

/** An announced event of the place that carries out a programme, far ahead; nobody is enrolled. */
async function run(world: World, place: Place): Promise<{ params: { id: number } }> {
  const { params } = await announcedEvent(world, place)
  const { id } = await programme(world, place, 'registered')
  await world.house.services.database.write(at(world, place).district.tenant, (tx) =>
    tx.updateTable('activities.event').set({ programme_id: id }).where('id', '=', params.id).execute(),
  )
  return { params }
}

/** One of which learners choose between two modules. */
async function runOfElectives(world: World, place: Place): Promise<{ params: { id: number }; modules: number[] }> {
  const { params } = await run(world, place)
  const { rows } = await world.house.services.database.write(at(world, place).district.tenant, async (tx) => {
    await sql`update activities.programme set electives = 1
      where id = (select programme_id from activities.event where id = ${params.id})`.execute(tx)
    return await sql<{ id: number }>`
      insert into activities.programme_module (programme_id, place, title, hours, form, elective)
      select programme_id, 50 + n, 'По выбору ' || n, 6, 'in_person', true
      from activities.event, generate_series(1, 2) n where id = ${params.id} returning id`.execute(tx)
  })
  return { params, modules: rows.map(({ id }) => id) }
}

const learner = async (world: World, place: Place): Promise<{ params: { id: number; personId: number } }> => ({
  params: { ...(await run(world, place)).params, personId: NOBODY },
})

const EXAMINATION = { title: 'Итоговый тест', kind: 'test', heldOn: '2199-04-10' }

async function examination(world: World, place: Place): Promise<{ params: { id: number }; version: number }> {
  const { params } = await run(world, place)
  const reply = await at(world, place).district.methodist.ask('POST', `/api/events/${params.id}/examinations`, {
    payload: { ...EXAMINATION, title: place === 'abroad' ? ABROAD : name() },
  })
  return { params: { id: reply.json().id }, version: 1 }
}

export const holding: Readonly<Record<string, Expectation>> = {
  listRoll: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: (await announcedEvent(w, p)).params }),
  },
  holdEvent: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ ...(await announcedEvent(w, p)), payload: {} }),
    answers: 409,
  },
  reopenEvent: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: announcedEvent,
    answers: 409,
  },
  getPresenceCode: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: (await announcedEvent(w, p)).params }),
    answers: 409,
  },
  listMarks: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: await meeting(w, p) }),
  },
  getRegistrationDocument: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: await meeting(w, p), query: { format: 'docx' } }),
  },
  listGuests: { may: 'event.manage', belongs: 'organisation', asks: announcedEvent },
  addGuest: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: (await announcedEvent(w, p)).params, payload: { name: name() } }),
  },
  removeGuest: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => {
      const { params } = await announcedEvent(w, p)
      const payload = { name: name() }
      const guest = await at(w, p).district.methodist.ask('POST', `/api/events/${params.id}/guests`, { payload })
      return { params: { ...params, guestId: guest.json().id } }
    },
  },
  recogniseList: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => {
      const payload = new FormData()
      payload.append('file', new File(['Иванова Анна'], 'list.csv'))
      return { params: (await announcedEvent(w, p)).params, payload }
    },
  },
  markPeople: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({
      params: await meeting(w, p),
      payload: { marks: [{ personId: at(w, p).organisation.person, here: true }] },
    }),
    answers: 409,
  },
  changeLeastShare: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ ...(await announcedEvent(w, p)), payload: { leastShare: 70 } }),
  },
  getRun: { may: 'event.manage', belongs: 'organisation', asks: run },
  listLearners: { may: 'event.manage', belongs: 'organisation', asks: run },
  joinRun: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({
      params: (await run(w, p)).params,
      payload: { personIds: [(await employee(w, p)).person], joinedOn: '2199-04-10', reason: 'По заявлению' },
    }),
    answers: 409,
  },
  leaveRun: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({
      ...(await learner(w, p)),
      payload: { leftOn: '2199-04-10', reason: 'По заявлению' },
    }),
    answers: 409,
  },
  returnToRun: { may: 'event.manage', belongs: 'organisation', asks: learner, answers: 409 },
  getRunDocument: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => {
      const { params } = await run(w, p)
      const { person } = await employee(w, p)
      const enrolled = { event_id: params.id, person_id: person, state: 'enrolled', place: 1 }
      await w.house.services.database.write(at(w, p).district.tenant, (tx) =>
        tx.insertInto('activities.enrolment').values(enrolled).execute(),
      )
      return { params, query: { order: 'enrolment' } }
    },
  },
  getElectives: { may: 'event.manage', belongs: 'organisation', asks: runOfElectives },
  chooseForLearners: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => {
      const { params, modules } = await runOfElectives(w, p)
      return { params, payload: { personIds: null, moduleIds: modules.slice(0, 1) } }
    },
  },
  setChoiceDay: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: (await runOfElectives(w, p)).params, payload: { chooseBy: null } }),
  },
  remindToChoose: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: (await runOfElectives(w, p)).params }),
    answers: 409,
  },
  chooseElectives: {
    may: 'enrolment.own',
    belongs: 'open',
    asks: async (w, p) => ({ params: (await runOfElectives(w, p)).params, payload: { moduleIds: [] } }),
    answers: 409,
  },
  listMyRuns: { may: 'enrolment.own', belongs: 'nothing' },
  openClosing: { may: 'island.examinations', belongs: 'organisation', asks: run },
  closeRun: {
    may: 'island.examinations',
    belongs: 'organisation',
    asks: async (w, p) => ({ ...(await run(w, p)), version: 2, payload: { completing: [] } }),
    answers: 409,
  },
  reopenRun: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ ...(await run(w, p)), version: 2 }),
    answers: 409,
  },
  listExaminations: { may: 'event.manage', belongs: 'organisation', asks: run },
  addExamination: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ ...(await run(w, p)), payload: EXAMINATION }),
  },
  changeExamination: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ ...(await examination(w, p)), payload: EXAMINATION }),
  },
  removeExamination: { may: 'event.manage', belongs: 'organisation', asks: examination },
  openResults: {
    may: 'island.examinations',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: (await examination(w, p)).params }),
  },
  enterResults: {
    may: 'island.examinations',
    belongs: 'organisation',
    asks: async (w, p) => ({
      params: (await examination(w, p)).params,
      payload: { on: '2199-04-10', results: [{ personId: NOBODY, outcome: 'credited' }] },
    }),
    answers: 409,
  },
  getMyPresence: { may: 'enrolment.own', belongs: 'open', asks: announcedMeeting },
  markMyPresence: {
    may: 'enrolment.own',
    belongs: 'open',
    asks: async (w, p) => ({ ...(await announcedMeeting(w, p)), payload: { code: '000000' } }),
    answers: 409,
  },
  typeMyPresence: {
    may: 'enrolment.own',
    belongs: 'nothing',
    asks: () => ({ payload: { code: '000000' } }),
    answers: 409,
  },
}
