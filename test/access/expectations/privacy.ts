import type { Ask, Expectation } from '../expectation.ts'
import { at } from '../world.ts'
import { employee, name } from './things.ts'

/** One that has an answer to be printed. */
const answeredRequest: Ask = async (world, place) => {
  const { params } = await dataRequest('copy')(world, place)
  await at(world, place).district.methodist.ask('POST', `/api/personal-data/requests/${params?.id}/answer`, {
    payload: { outcome: 'done', answer: 'Копия приложена.' },
    headers: { 'if-match': '"1"' },
  })
  return { ...(params && { params }) }
}

const INCIDENT = {
  title: 'Письмо ушло не туда',
  happenedAt: '2026-01-12T08:00:00Z',
  knownAt: '2026-01-12T09:00:00Z',
  data: 'Список педагогов',
}

const incident =
  (payload?: object): Ask =>
  async ({ house, ...world }, place) => {
    const { tenant } = at({ house, ...world }, place).district
    const { title, happenedAt, knownAt, data } = INCIDENT
    const row = await house.services.database.write(tenant, (tx) =>
      tx
        .insertInto('privacy.incident')
        .values({ title, happened_at: happenedAt, known_at: knownAt, data })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    return { params: { id: row.id }, version: 1, ...(payload && { payload }) }
  }

/** A letter about the data of somebody of the place. */
const dataRequest =
  (kind: string, payload?: object): Ask =>
  async (world, place) => {
    const { person } = await employee(world, place)
    const reply = await at(world, place).district.methodist.ask('POST', '/api/personal-data/requests', {
      payload: { personId: person, kind, receivedOn: '2026-01-12' },
    })
    return { params: { id: reply.json().id }, version: 1, ...(payload && { payload }) }
  }

export const privacy: Readonly<Record<string, Expectation>> = {
  getPersonalDataRegister: { may: 'signed-in', belongs: 'nothing' },
  exportMyData: { may: 'trace.own', belongs: 'nothing' },
  listMyRequests: { may: 'request.own', belongs: 'nothing' },
  makeMyRequest: {
    may: 'request.own',
    belongs: 'nothing',
    asks: () => ({ payload: { kind: 'erasure', words: 'x'.repeat(3000) } }),
    answers: 422,
  },
  listRequests: { may: 'request.read', belongs: 'nothing' },
  getRequest: { may: 'request.read', belongs: 'district', asks: dataRequest('copy') },
  enterRequest: {
    may: 'request.manage',
    belongs: 'nothing',
    asks: () => ({ payload: { personId: 1_000_000_000, kind: 'copy', receivedOn: '2026-01-12' } }),
    answers: 422,
  },
  takeRequest: { may: 'request.manage', belongs: 'district', asks: dataRequest('copy') },
  extendRequest: { may: 'request.manage', belongs: 'district', asks: dataRequest('copy', { reason: 'нужны бумаги' }) },
  answerRequest: {
    may: 'request.manage',
    belongs: 'district',
    asks: dataRequest('copy', { outcome: 'refused', answer: 'Не о вас.' }),
  },
  getRequestDocument: { may: 'request.manage', belongs: 'district', asks: answeredRequest },
  exportRequested: { may: 'request.manage', belongs: 'district', asks: dataRequest('copy') },
  previewErasure: { may: 'person.erase', belongs: 'district', asks: dataRequest('erasure') },
  eraseRequested: {
    may: 'person.erase',
    belongs: 'district',
    asks: dataRequest('erasure', { surname: 'Другая' }),
    answers: 422,
  },
  liftErasure: { may: 'request.manage', belongs: 'district', asks: dataRequest('erasure'), answers: 409 },
  getErasure: { may: 'request.read', belongs: 'district', asks: dataRequest('erasure') },
  listIncidents: { may: 'incident.manage', belongs: 'nothing' },
  getIncident: { may: 'incident.manage', belongs: 'district', asks: incident() },
  enterIncident: { may: 'incident.manage', belongs: 'nothing', asks: () => ({ payload: INCIDENT }) },
  changeIncident: { may: 'incident.manage', belongs: 'district', asks: incident({ people: 3 }) },
  stepIncident: { may: 'incident.manage', belongs: 'district', asks: incident({ step: 'notice' }) },
  getIncidentDocument: { may: 'incident.manage', belongs: 'district', asks: incident() },
  listExpiring: { may: 'rules.read', belongs: 'nothing' },
  listConsentTexts: { may: 'consent.read', belongs: 'nothing' },
  publishConsentText: {
    may: 'consent.manage',
    belongs: 'nothing',
    asks: () => ({ payload: { kind: 'publication', title: name(), body: 'Я согласен. '.repeat(10) } }),
  },
  listConsents: { may: 'consent.read', belongs: 'nothing', asks: () => ({ query: { kind: 'publication' } }) },
  listMyConsents: { may: 'trace.own', belongs: 'nothing' },
  giveConsent: {
    may: 'trace.own',
    belongs: 'nothing',
    asks: () => ({ payload: { textId: 1_000_000_000 } }),
    answers: 422,
  },
  withdrawConsent: {
    may: 'trace.own',
    belongs: 'nothing',
    asks: () => ({ payload: { kind: 'wellbeing' } }),
    answers: 409,
  },
  listPersonConsents: {
    may: 'person.read',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await employee(w, p)).person } }),
  },
  enterConsent: {
    may: 'person.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({
      params: { id: (await employee(w, p)).person },
      payload: { textId: 1_000_000_000, signedOn: '2025-01-15' },
    }),
    answers: 422,
  },
  enterWithdrawal: {
    may: 'person.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await employee(w, p)).person, kind: 'publication' } }),
    answers: 409,
  },
}
