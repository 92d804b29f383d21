import type { Ask, Expectation } from '../expectation.ts'
import { at, type Place, type World } from '../world.ts'
import { programme } from './programmes.ts'
import { employee } from './things.ts'

const DAYS = { startsOn: '2026-02-02', endsOn: '2026-04-30' }

/** A programme of the place's district that is taken without a group. */
async function alone(world: World, place: Place): Promise<{ programmeId: number; moduleId: number }> {
  const { id } = await programme(world, place, 'registered')
  const { tenant, methodist } = at(world, place).district
  await world.house.services.database.write(tenant, (tx) =>
    tx.updateTable('activities.programme').set({ self_study: true }).where('id', '=', id).execute(),
  )
  const { modules } = (await methodist.ask('GET', `/api/programmes/${id}`)).json()
  return { programmeId: id, moduleId: modules[0].id }
}

/** Somebody of the place takes it. */
async function study(world: World, place: Place): Promise<{ id: number; moduleId: number }> {
  const { programmeId, moduleId } = await alone(world, place)
  const { person } = await employee(world, place)
  const payload = { personId: person, programmeId, ...DAYS }
  const reply = await at(world, place).district.methodist.ask('POST', '/api/self-studies', { payload })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return { id: reply.json().id, moduleId }
}

/** Somebody of the place asked for it. */
async function asked(world: World, place: Place): Promise<number> {
  const { id } = await study(world, place)
  await world.house.services.database.write(at(world, place).district.tenant, (tx) =>
    tx.updateTable('activities.self_study').set({ state: 'asked' }).where('id', '=', id).execute(),
  )
  return id
}

const studyAt =
  (payload?: object): Ask =>
  async (world, place) => ({
    params: { id: (await study(world, place)).id },
    ...{ version: 1, ...(payload && { payload }) },
  })
const askedAt =
  (payload: object): Ask =>
  async (world, place) => ({ params: { id: await asked(world, place) }, version: 1, payload })

export const selfStudies: Readonly<Record<string, Expectation>> = {
  listSelfStudies: { may: 'study.read', belongs: 'nothing' },
  getSelfStudy: { may: 'study.read', belongs: 'organisation', asks: studyAt() },
  arrangeSelfStudy: {
    may: 'study.arrange',
    belongs: 'organisation',
    asks: async (w, p) => ({
      payload: { personId: (await employee(w, p)).person, programmeId: (await alone(w, p)).programmeId, ...DAYS },
    }),
  },
  askSelfStudy: {
    may: 'enrolment.own',
    belongs: 'nothing',
    asks: async (w) => ({ payload: { programmeId: (await alone(w, 'own')).programmeId, ...DAYS } }),
  },
  withdrawSelfStudy: {
    may: 'enrolment.own',
    belongs: 'nothing',
    asks: async (w) => ({ params: { id: await asked(w, 'own') }, version: 1 }),
    answers: 404,
  },
  approveSelfStudy: { may: 'study.arrange', belongs: 'organisation', asks: askedAt({}) },
  declineSelfStudy: { may: 'study.arrange', belongs: 'organisation', asks: askedAt({ reason: 'Не сейчас' }) },
  changeSelfStudy: { may: 'study.arrange', belongs: 'organisation', asks: studyAt({ endsOn: '2026-05-29' }) },
  passSelfStudyModule: {
    may: 'study.keep',
    belongs: 'organisation',
    asks: async (w, p) => {
      const { id, moduleId } = await study(w, p)
      return { params: { id, moduleId }, version: 1, payload: { passedOn: '2026-02-10' } }
    },
  },
  finishSelfStudy: {
    may: 'document.manage',
    belongs: 'district',
    asks: studyAt({ finishedOn: '2026-03-02', examiner: 'Комиссия' }),
    answers: 409,
  },
  reopenSelfStudy: { may: 'document.manage', belongs: 'district', asks: studyAt(), answers: 409 },
  cancelSelfStudy: { may: 'study.arrange', belongs: 'organisation', asks: studyAt({ reason: 'Заболела' }) },
  getSelfStudyDocument: {
    may: 'study.arrange',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await study(w, p)).id }, query: { order: 'enrolment' } }),
  },
}
