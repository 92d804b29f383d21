import type { Ask, Expectation } from '../expectation.ts'
import { ABROAD, at, type Place, type World } from '../world.ts'
import { employee, name } from './things.ts'

const MODULE = { title: 'Чтение', hours: 18, form: 'in_person' }

/** A programme of the place's district, brought as far along its way; somebody of the place is asked for an opinion. */
export async function programme(
  world: World,
  place: Place,
  until: 'requested' | 'draft' | 'review' | 'recommended' | 'approved' | 'registered',
  reviewer = at(world, place).organisation.person,
): Promise<{ id: number; version: number; review: number }> {
  const { district, organisation: where } = at(world, place)
  const post = async (path: string, payload: object, version?: number) => {
    const headers = version === undefined ? {} : { 'if-match': `"${version}"` }
    const reply = await district.methodist.ask('POST', `/api/${path}`, { payload, headers })
    if (reply.statusCode !== 201) throw new Error(reply.body)
    return reply.json()
  }
  const said = {
    title: place === 'abroad' ? ABROAD : name(),
    kind: 'upskilling',
    form: 'blended',
    reason: 'Низкие баллы',
  }
  const told = ({ id, version, reviews }: { id: number; version: number; reviews: { id: number }[] }) => ({
    ...{ id, version, review: reviews[0]?.id ?? 0 },
  })
  if (until === 'requested') return told(await post('programme-requests', { ...said, organisationId: where.id }))
  const providers = [{ organisationId: where.id }]
  const draft = await post('programmes', { ...said, about: 'О чтении', hours: 18, modules: [MODULE], providers })
  const path = `programmes/${draft.id}`
  if (until === 'draft') return told(draft)
  const sent = await post(`${path}/review`, { reviewers: [reviewer], dueOn: '2199-01-01' }, 1)
  if (until === 'review') return told(sent)
  const judged = await post(`programme-reviews/${sent.reviews[0].id}/verdict`, { verdict: 'recommended' }, 1)
  if (until === 'recommended') return told(judged)
  const approved = await post(`${path}/approval`, { orderNumber: '1', orderOn: '2026-01-12' }, judged.version)
  if (until === 'approved') return told(approved)
  return told(await post(`${path}/registration`, { number: name(), registeredOn: '2026-01-13' }, approved.version))
}

const programmeAt =
  (until: Parameters<typeof programme>[2], payload?: object): Ask =>
  async (world, place) => {
    const { id, version } = await programme(world, place, until)
    return { params: { id }, version, ...(payload && { payload }) }
  }

/** An internship of somebody of the place, with a task, which began long ago. */
async function internship(world: World, place: Place): Promise<{ id: number; model: number; host: number }> {
  const { methodist } = at(world, place).district
  const post = async (path: string, payload: object): Promise<number> => {
    const reply = await methodist.ask('POST', `/api/${path}`, { payload })
    if (reply.statusCode !== 201) throw new Error(reply.body)
    return reply.json().id
  }
  const word = `${place === 'abroad' ? ABROAD : ''}${name()}`
  const model = await post('internship-models', { title: word, hours: 8, tasks: ['Посмотреть урок'] })
  const host = await post('internship-hosts', { outside: word, places: 9 })
  const { person } = await employee(world, place)
  const days = { startsOn: '2026-01-12', endsOn: '2026-01-16' }
  return { id: await post('internships', { personId: person, modelId: model, hostId: host, ...days }), model, host }
}

/** The organisation of the place takes nobody yet. */
async function withoutHost({ house, ...world }: World, place: Place): Promise<void> {
  const { district, organisation: where } = at({ house, ...world }, place)
  await house.services.database.write(district.tenant, (tx) =>
    tx.deleteFrom('activities.internship_host').where('organisation_id', '=', where.id).execute(),
  )
}

const internshipAt =
  (payload?: object, params: object = {}): Ask =>
  async (world, place) => {
    const { id } = await internship(world, place)
    return { params: { id, ...params }, version: 1, ...(payload && { payload }) }
  }

/** All its tasks are done. */
const tickedInternship: Ask = async (world, place) => {
  const { id } = await internship(world, place)
  const path = `/api/internships/${id}/tasks/0`
  await at(world, place).district.methodist.ask('PUT', path, {
    payload: { done: true },
    headers: { 'if-match': '"1"' },
  })
  return { params: { id }, version: 2 }
}

export const programmes: Readonly<Record<string, Expectation>> = {
  listProgrammes: { may: 'programme.read', belongs: 'nothing' },
  exportProgrammes: { may: 'programme.export', belongs: 'nothing' },
  getProgramme: { may: 'programme.read', belongs: 'open', asks: programmeAt('registered') },
  requestProgramme: {
    may: 'programme.request',
    belongs: 'organisation',
    asks: (w, p) => ({
      payload: {
        ...{ organisationId: at(w, p).organisation.id, title: name(), kind: 'upskilling', form: 'distance' },
        reason: 'Низкие баллы',
      },
    }),
  },
  draftProgramme: {
    may: 'programme.manage',
    belongs: 'nothing',
    asks: (w, p) => ({
      payload: {
        ...{ title: name(), kind: 'upskilling', form: 'distance', reason: 'Низкие баллы', modules: [MODULE] },
        providers: [{ organisationId: at(w, p).organisation.id }],
      },
    }),
  },
  changeProgramme: { may: 'programme.manage', belongs: 'district', asks: programmeAt('draft', { hours: 18 }) },
  developProgramme: { may: 'programme.manage', belongs: 'district', asks: programmeAt('requested') },
  declineProgramme: {
    may: 'programme.manage',
    belongs: 'district',
    asks: programmeAt('requested', { reason: 'Такая уже есть' }),
  },
  reviewProgramme: {
    may: 'programme.manage',
    belongs: 'district',
    asks: async (w, p) => ({
      ...(await programmeAt('draft')(w, p)),
      payload: { reviewers: [at(w, p).organisation.person], dueOn: '2199-01-01' },
    }),
  },
  // Who asks is the reviewer, wherever in the district the programme is from.
  judgeProgramme: {
    may: 'programme.review',
    belongs: 'open',
    asks: async (w, p) => {
      const { review } = await programme(w, p, 'review', (p === 'abroad' ? w.abroad : w.here).organisation.person)
      return { params: { id: review }, version: 1, payload: { verdict: 'recommended' } }
    },
  },
  getProgrammeDocument: {
    may: 'programme.read',
    belongs: 'open',
    asks: async (w, p) => ({ params: { id: (await programme(w, p, 'registered')).id } }),
  },
  listGathered: {
    may: 'document.manage',
    belongs: 'district',
    asks: async (w, p) => ({ params: { id: (await programme(w, p, 'registered')).id } }),
  },
  giveForModules: {
    may: 'document.manage',
    belongs: 'district',
    asks: async (w, p) => ({
      params: { id: (await programme(w, p, 'registered')).id },
      payload: {
        personIds: [at(w, p).organisation.person],
        documents: { seriesId: 1, signatoryId: 1, issuedOn: '2026-01-13' },
      },
    }),
    answers: 409,
  },
  returnProgramme: {
    may: 'programme.manage',
    belongs: 'district',
    asks: programmeAt('review', { reason: 'Мало часов' }),
  },
  approveProgramme: {
    may: 'programme.manage',
    belongs: 'district',
    asks: programmeAt('recommended', { orderNumber: '1', orderOn: '2026-01-12' }),
  },
  registerProgramme: {
    may: 'programme.manage',
    belongs: 'district',
    asks: async (w, p) => ({
      ...(await programmeAt('approved')(w, p)),
      payload: { number: name(), registeredOn: '2026-01-13' },
    }),
  },
  renewProgramme: {
    may: 'programme.manage',
    belongs: 'district',
    asks: programmeAt('registered', { reason: 'Новый стандарт' }),
  },
  retireProgramme: {
    may: 'programme.manage',
    belongs: 'district',
    asks: programmeAt('registered', { reason: 'Больше не нужна' }),
  },
  listInternshipModels: { may: 'internship.catalogue', belongs: 'nothing' },
  addInternshipModel: {
    may: 'internship.model',
    belongs: 'nothing',
    asks: () => ({ payload: { title: name(), hours: 8, tasks: ['Посмотреть урок'] } }),
  },
  changeInternshipModel: {
    may: 'internship.model',
    belongs: 'district',
    asks: async (w, p) => ({ params: { id: (await internship(w, p)).model }, version: 1, payload: { hours: 12 } }),
  },
  listInternshipHosts: { may: 'internship.catalogue', belongs: 'nothing' },
  addInternshipHost: {
    may: 'internship.host',
    belongs: 'organisation',
    asks: async (w, p) => {
      await withoutHost(w, p)
      return { payload: { organisationId: at(w, p).organisation.id, places: 2 } }
    },
  },
  changeInternshipHost: {
    may: 'internship.host',
    belongs: 'organisation',
    asks: async (w, p) => {
      await withoutHost(w, p)
      const { district, organisation: where } = at(w, p)
      const payload = { organisationId: where.id, places: 2 }
      const reply = await district.methodist.ask('POST', '/api/internship-hosts', { payload })
      return { params: { id: reply.json().id }, version: 1, payload: { places: 3 } }
    },
  },
  listInternships: { may: 'internship.read', belongs: 'nothing' },
  getInternship: { may: 'internship.read', belongs: 'organisation', asks: internshipAt() },
  arrangeInternship: {
    may: 'internship.arrange',
    belongs: 'organisation',
    asks: async (w, p) => {
      const { model, host } = await internship(w, p)
      const days = { startsOn: '2026-02-02', endsOn: '2026-02-06' }
      return { payload: { personId: (await employee(w, p)).person, modelId: model, hostId: host, ...days } }
    },
  },
  changeInternship: {
    may: 'internship.arrange',
    belongs: 'organisation',
    asks: internshipAt({ endsOn: '2026-01-20', supervisorGuest: 'Гость' }),
  },
  tickInternshipTask: {
    may: 'internship.keep',
    belongs: 'organisation',
    asks: internshipAt({ done: true }, { at: 0 }),
  },
  addInternshipEntry: {
    may: 'internship.keep',
    belongs: 'organisation',
    asks: internshipAt({ day: '2026-01-12', what: 'Урок', minutes: 45 }),
  },
  removeInternshipEntry: {
    may: 'internship.keep',
    belongs: 'organisation',
    asks: async (w, p) => {
      const { id } = await internship(w, p)
      const payload = { day: '2026-01-12', what: 'Урок', minutes: 45 }
      const reply = await at(w, p).district.methodist.ask('POST', `/api/internships/${id}/entries`, { payload })
      return { params: { id, entryId: reply.json().entries[0].id } }
    },
  },
  finishInternship: {
    may: 'internship.arrange',
    belongs: 'organisation',
    asks: async (w, p) => ({ ...(await tickedInternship(w, p)), payload: { finishedOn: '2026-01-16' } }),
  },
  reopenInternship: {
    may: 'internship.arrange',
    belongs: 'organisation',
    asks: internshipAt(),
    answers: 409,
  },
  cancelInternship: {
    may: 'internship.arrange',
    belongs: 'organisation',
    asks: internshipAt({ reason: 'Заболела' }),
  },
}
