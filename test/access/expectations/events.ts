import type { Expectation } from '../expectation.ts'
import { ABROAD, at, type Place, type World } from '../world.ts'
import { programme } from './programmes.ts'
import { announcedEvent, draftEvent, employee, MEETING, meeting, name, series } from './things.ts'

async function room(world: World, place: Place): Promise<number> {
  const { district, organisation: where } = at(world, place)
  const payload = { organisationId: where.id, name: place === 'abroad' ? `${ABROAD} ${name()}` : name() }
  const reply = await district.methodist.ask('POST', '/api/rooms', { payload })
  return reply.json().id
}

export const events: Readonly<Record<string, Expectation>> = {
  listEvents: { may: 'event.read', belongs: 'nothing', asks: () => ({ query: { size: '200' } }) },
  getEvent: { may: 'event.read', belongs: 'open', asks: announcedEvent },
  planEvent: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => {
      const { payload } = await draftEvent(w, p)
      const { id } = await draftEvent(w, p)
      return { payload: { ...payload, partOf: id, programmeId: (await programme(w, p, 'registered')).id } }
    },
  },
  changeEvent: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => {
      const { id, payload } = await draftEvent(w, p)
      return { params: { id }, payload, version: 1 }
    },
  },
  removeEvent: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await draftEvent(w, p)).id }, version: 1 }),
  },
  announceEvent: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await meeting(w, p)).id }, version: 1 }),
  },
  cancelEvent: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ ...(await announcedEvent(w, p)), payload: { reason: 'Карантин' } }),
  },
  addMeeting: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({
      params: { id: (await draftEvent(w, p)).id },
      payload: { ...MEETING, roomId: await room(w, p) },
    }),
  },
  changeMeeting: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({
      params: await meeting(w, p),
      payload: { from: '14:00', roomId: await room(w, p) },
      version: 1,
    }),
  },
  removeMeeting: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: await meeting(w, p), version: 1 }),
  },
  addSpeaker: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({
      params: { id: (await draftEvent(w, p)).id },
      payload: { personId: (await employee(w, p)).person },
    }),
  },
  removeSpeaker: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => {
      const { id } = await draftEvent(w, p)
      const reply = await at(w, p).district.methodist.ask('POST', `/api/events/${id}/speakers`, {
        payload: { guest: 'Гость' },
      })
      return { params: { id, speakerId: reply.json().id } }
    },
  },
  addMaterial: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({
      params: { id: (await draftEvent(w, p)).id },
      payload: { title: 'Презентация', link: 'https://files.example/1' },
    }),
  },
  removeMaterial: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => {
      const { id } = await draftEvent(w, p)
      const reply = await at(w, p).district.methodist.ask('POST', `/api/events/${id}/materials`, {
        payload: { title: 'Презентация', link: 'https://files.example/1' },
      })
      return { params: { id, materialId: reply.json().id } }
    },
  },
  listEventHints: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await meeting(w, p)).id } }),
  },
  listPlanningHints: {
    may: 'event.manage',
    belongs: 'nothing',
    asks: (w, p) => ({
      query: { ...MEETING, level: 'organisation', organiser: String(at(w, p).organisation.id) },
    }),
  },
  listPlan: {
    may: 'event.read',
    belongs: 'nothing',
    asks: () => ({ query: { from: '2199-04-01', to: '2199-04-30' } }),
  },
  countPlan: { may: 'event.read', belongs: 'nothing', asks: () => ({ query: { year: '2199' } }) },
  getPlanDocument: {
    may: 'event.manage',
    belongs: 'nothing',
    asks: () => ({ query: { year: '2199', month: '4' } }),
  },
  listEventSeries: { may: 'event.read', belongs: 'nothing' },
  getEventSeries: { may: 'event.read', belongs: 'open', asks: series },
  getPartsCoverage: { may: 'event.read', belongs: 'open', asks: announcedEvent },
  listEventForms: { may: 'classifier.read', belongs: 'nothing' },
  markEventForm: {
    may: 'classifier.manage',
    belongs: 'district',
    asks: async (w, p) => {
      const forms = await at(w, p).district.methodist.ask('GET', '/api/event-forms')
      return { params: { id: forms.json().items[0].id }, payload: { interactive: true } }
    },
  },
  listRooms: { may: 'event.read', belongs: 'nothing' },
  addRoom: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: (w, p) => ({ payload: { organisationId: at(w, p).organisation.id, name: name() } }),
  },
  changeRoom: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: await room(w, p) }, payload: { seats: 30 }, version: 1 }),
  },
}
