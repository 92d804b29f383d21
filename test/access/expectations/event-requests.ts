import type { Asked, Expectation } from '../expectation.ts'
import { ABROAD, at, type Place, type World } from '../world.ts'
import { name } from './things.ts'

const wish = (world: World, place: Place): object => ({
  ...{ title: place === 'abroad' ? ABROAD : name(), about: 'Трудные вопросы', people: 12, place: 'own' },
  organisationId: at(world, place).organisation.id,
})

async function made(world: World, place: Place): Promise<{ id: number; version: number }> {
  const payload = wish(world, place)
  const reply = await at(world, place).district.methodist.ask('POST', '/api/event-requests', { payload })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return reply.json()
}

const of = async (world: World, place: Place, payload?: object): Promise<Asked> => {
  const { id, version } = await made(world, place)
  return { params: { id }, version, ...(payload !== undefined && { payload }) }
}

/** An event of the place's district, still planned. */
async function planned(world: World, place: Place) {
  const { methodist } = at(world, place).district
  const forms = await methodist.ask('GET', '/api/event-forms')
  const day = { heldOn: '2030-03-10', formId: forms.json().items[0].id, organiserId: at(world, place).organisation.id }
  return { methodist, day }
}

export const eventRequests: Readonly<Record<string, Expectation>> = {
  listEventRequests: { may: 'event_request.read', belongs: 'nothing' },
  getEventRequest: { may: 'event_request.read', belongs: 'organisation', asks: (w, p) => of(w, p) },
  askForEvent: {
    may: 'event_request.make',
    belongs: 'organisation',
    asks: async (w, p) => ({ payload: wish(w, p) }),
  },
  correctEventRequest: {
    may: 'event_request.make',
    belongs: 'organisation',
    asks: (w, p) =>
      of(w, p, { title: name(), formId: null, about: '', people: null, from: null, until: null, place: 'any' }),
  },
  withdrawEventRequest: { may: 'event_request.make', belongs: 'organisation', asks: (w, p) => of(w, p) },
  planRequestedEvent: {
    may: 'event_request.answer',
    belongs: 'organisation',
    asks: async (w, p) => await of(w, p, (await planned(w, p)).day),
  },
  answerEventRequests: {
    may: 'event_request.answer',
    belongs: 'organisation',
    asks: async (w, p) => {
      const { methodist, day } = await planned(w, p)
      const event = await methodist.ask('POST', '/api/events', {
        payload: { ...day, title: name(), level: 'district' },
      })
      if (event.statusCode !== 201) throw new Error(event.body)
      const { id, version } = await made(w, p)
      return { payload: { eventId: event.json().id, requests: [{ id, version }] } }
    },
  },
  decideEventRequest: {
    may: 'event_request.answer',
    belongs: 'organisation',
    asks: (w, p) => of(w, p, { step: 'decline', word: 'Уже было' }),
  },
}
