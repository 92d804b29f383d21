import type { Ask, Expectation } from '../expectation.ts'
import { at, type Place, type World } from '../world.ts'
import { announcedEvent, NOBODY } from './things.ts'

/** The version they have by now. */
const quietHours: Ask = async ({ house, here }) => {
  const row = await house.services.database
    .reader(here.tenant)
    .selectFrom('activities.quiet_hours')
    .select('version')
    .executeTakeFirst()
  return { payload: { from: '21:00', until: '07:30', daysOff: true }, version: row?.version ?? 1 }
}

/** Somebody is enrolled for the event of the place: its own person, unless another one is named. */
async function enrolled(
  world: World,
  place: Place,
  person = at(world, place).organisation.person,
): Promise<{ params: { id: number }; enrolment: number }> {
  const { params } = await announcedEvent(world, place)
  const { district } = at(world, place)
  const payload = { people: [person], reason: 'давно не учился' }
  const sent = await district.methodist.ask('POST', `/api/events/${params.id}/nominations`, { payload })
  if (sent.statusCode !== 201) throw new Error(sent.body)
  const list = await district.methodist.ask('GET', `/api/events/${params.id}/enrolments`)
  return { params, enrolment: list.json().items[0].id }
}

/** Who asks is enrolled, wherever in the district the event is. */
const ownEnrolment: Ask = async (world, place) => {
  const { here, abroad } = world
  const { params } = await enrolled(world, place, (place === 'abroad' ? abroad : here).organisation.person)
  return { params }
}

const ADMISSION = { rule: { term: 'pedagogue' }, byApproval: true, quota: 2, closesAt: null, offerHours: 24 }

export const enrolment: Readonly<Record<string, Expectation>> = {
  getAdmission: { may: 'event.manage', belongs: 'organisation', asks: announcedEvent },
  changeAdmission: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ ...(await announcedEvent(w, p)), version: 1, payload: ADMISSION }),
  },
  getMyEnrolment: { may: 'enrolment.own', belongs: 'open', asks: announcedEvent },
  enrol: { may: 'enrolment.own', belongs: 'open', asks: announcedEvent },
  acceptOffer: { may: 'enrolment.own', belongs: 'open', asks: ownEnrolment },
  leaveEvent: { may: 'enrolment.own', belongs: 'open', asks: ownEnrolment },
  getMyCalendarFeed: { may: 'enrolment.own', belongs: 'nothing' },
  makeMyCalendarFeed: { may: 'enrolment.own', belongs: 'nothing' },
  revokeMyCalendarFeed: { may: 'enrolment.own', belongs: 'nothing' },
  readCalendarFeed: { may: 'public', answers: 404, asks: () => ({ params: { secret: 'none' } }) },
  getQuietHours: { may: 'event.read', belongs: 'nothing' },
  changeQuietHours: { may: 'district.manage', belongs: 'district', asks: quietHours },
  getMyLetters: { may: 'enrolment.own', belongs: 'nothing' },
  changeMyLetters: {
    may: 'enrolment.own',
    belongs: 'nothing',
    asks: () => ({ payload: { invitations: true, dayBefore: true, hourBefore: false, feedback: true, quiet: null } }),
  },
  previewInvitation: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ ...(await announcedEvent(w, p)), payload: { population: { all: [] } } }),
  },
  inviteToEvent: {
    may: 'event.manage',
    belongs: 'organisation',
    // As many as nobody has.
    asks: async (w, p) => ({ ...(await announcedEvent(w, p)), payload: { population: { all: [] }, people: 999_999 } }),
    answers: 409,
  },
  listInvitations: { may: 'event.manage', belongs: 'organisation', asks: announcedEvent },
  listInvited: { may: 'event.manage', belongs: 'organisation', asks: announcedEvent },
  listMySuggestions: { may: 'enrolment.own', belongs: 'nothing' },
  listMyCredited: { may: 'enrolment.own', belongs: 'nothing' },
  listMyEnrolments: { may: 'enrolment.own', belongs: 'nothing' },
  listEnrolments: { may: 'enrolment.read', belongs: 'open', asks: announcedEvent },
  listQueue: { may: 'event.read', belongs: 'open', asks: announcedEvent },
  listCandidates: { may: 'enrolment.nominate', belongs: 'open', asks: announcedEvent },
  nominate: {
    may: 'enrolment.nominate',
    belongs: 'open',
    asks: async (w, p) => ({ ...(await announcedEvent(w, p)), payload: { people: [NOBODY], reason: 'давно' } }),
    answers: 422,
  },
  withdrawNominee: {
    may: 'enrolment.nominate',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await enrolled(w, p)).enrolment }, payload: { reason: 'заболел' } }),
  },
  listApprovals: { may: 'enrolment.approve', belongs: 'nothing' },
  decideEnrolments: {
    may: 'enrolment.approve',
    belongs: 'nothing',
    asks: () => ({ payload: { ids: [NOBODY], outcome: 'approve' } }),
    answers: 422,
  },
  getEnrolmentDocument: {
    may: 'enrolment.nominate',
    belongs: 'organisation',
    asks: async (w, p) => ({
      params: (await enrolled(w, p)).params,
      query: { organisationId: String(at(w, p).organisation.id) },
    }),
  },
}
