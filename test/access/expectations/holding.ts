import type { Expectation } from '../expectation.ts'
import { at, type Place, type World } from '../world.ts'
import { announcedEvent, meeting, name } from './things.ts'

async function announcedMeeting(world: World, place: Place): Promise<{ params: { id: number } }> {
  const { params } = await announcedEvent(world, place)
  const event = await at(world, place).district.methodist.ask('GET', `/api/events/${params.id}`)
  return { params: { id: event.json().meetings[0].id } }
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
