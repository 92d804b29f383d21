import { addActor, unique } from '../../harness/actors.ts'
import type { Asked, Expectation } from '../expectation.ts'
import { at, makeIndicator, type Place, type World } from '../world.ts'
import { employee, name } from './things.ts'

const indicator = (world: World, place: Place): Asked => ({ params: { code: at(world, place).district.indicator } })

async function spareIndicator(world: World, place: Place): Promise<string> {
  const { district } = at(world, place)
  return await makeIndicator(district.methodist, 'лишний')
}

const passport = {
  ...{ number: '1', unit: 'процент', purpose: null, period: null },
  ...{ source: null, monitoring: null, responsible: null, contact: null },
}

const band = { better: 'higher', good: 70, warn: 50, plan: null }

async function judgedIndicator(world: World, place: Place): Promise<string> {
  const code = await spareIndicator(world, place)
  const { methodist } = at(world, place).district
  const headers = { 'if-match': '"0"' }
  const reply = await methodist.ask('PUT', `/api/indicator-bands/${encodeURIComponent(code)}`, {
    payload: band,
    headers,
  })
  if (reply.statusCode >= 300) throw new Error(reply.body)
  return code
}

/** A question between two others. */
async function question(world: World, place: Place): Promise<Asked> {
  const { district, organisation: where } = at(world, place)
  const addressee = await addActor(world.house, [{ tenant: district.tenant, role: 'head', organisation: where.id }])
  const payload = {
    ...{ code: district.indicator, date: '2026-01-31', text: name(), dueOn: '2199-12-31' },
    addresseeId: addressee.account,
  }
  const reply = await district.methodist.ask('POST', '/api/questions', { payload })
  return { params: { id: reply.json().id }, version: 1 }
}

const APPROVAL = { number: '1-р', date: '2026-02-01', signatory: 'Начальник отдела' }

/** A snapshot nobody approved yet. */
async function computed(world: World, place: Place): Promise<{ params: { id: number }; version: number }> {
  const payload = { date: '2025-12-31', title: name() }
  const reply = await at(world, place).district.methodist.ask('POST', '/api/snapshots', { payload })
  return { params: { id: reply.json().id }, version: 1 }
}

async function approved(world: World, place: Place): Promise<{ params: { id: number }; version: number }> {
  const { params } = await computed(world, place)
  await at(world, place).district.methodist.ask('POST', `/api/snapshots/${params.id}/approve`, {
    payload: APPROVAL,
    headers: { 'if-match': '"1"' },
  })
  return { params, version: 2 }
}

const snapshot = (world: World, place: Place): { params: { id: number } } => ({
  params: { id: at(world, place).district.snapshot },
})

const edition = {
  titleRu: 'Все',
  titleEn: 'Everybody',
  body: { kind: 'count', subject: 'person', of: { term: 'pedagogue' }, slices: [] },
}

export const indicators: Readonly<Record<string, Expectation>> = {
  openLife: {
    may: 'island.diagnostics',
    belongs: 'district',
    asks: async (w, p) => ({ params: { id: (await employee(w, p)).person }, payload: { purpose: 'pathway' } }),
  },
  listLife: {
    may: 'person.read',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await employee(w, p)).person } }),
  },
  listPopulationTerms: { may: 'population.ask', belongs: 'nothing' },
  findPopulationValues: { may: 'population.ask', belongs: 'nothing', asks: () => ({ query: { list: 'position' } }) },
  exportSelection: {
    may: 'indicator.people',
    belongs: 'nothing',
    asks: () => ({ payload: { subject: 'person', population: { term: 'pedagogue' }, date: '2026-01-31' } }),
  },
  previewPopulation: {
    may: 'population.ask',
    belongs: 'nothing',
    asks: () => ({ payload: { subject: 'person', population: { term: 'pedagogue' }, date: '2026-01-31' } }),
  },
  listDefinitions: { may: 'indicator.read', belongs: 'nothing' },
  listReadyIndicators: { may: 'indicator.define', belongs: 'nothing' },
  listEditions: { may: 'indicator.read', belongs: 'open', asks: indicator },
  createIndicator: {
    may: 'indicator.define',
    belongs: 'district',
    asks: () => ({ payload: { ...edition, code: unique('И'), validFrom: '2026-01-01' } }),
  },
  replaceDefinition: {
    may: 'indicator.define',
    belongs: 'district',
    asks: async (w, p) => ({
      params: { code: await spareIndicator(w, p) },
      payload: { ...edition, validFrom: '2026-06-01' },
      version: 1,
    }),
  },
  retireIndicator: {
    may: 'indicator.define',
    belongs: 'district',
    asks: async (w, p) => ({
      params: { code: await spareIndicator(w, p) },
      payload: { lastDay: '2026-06-30' },
      version: 1,
    }),
  },
  writeIndicatorPassport: {
    may: 'indicator.define',
    belongs: 'district',
    asks: async (w, p) => ({ params: { code: await spareIndicator(w, p) }, payload: passport, version: 1 }),
  },
  listIndicators: {
    may: 'indicator.read',
    belongs: 'nothing',
    shows: true,
    asks: (w, p) => ({ query: { date: '2026-01-31', by: 'organisation', code: at(w, p).district.indicator } }),
  },
  listIndicatorSureness: {
    may: 'indicator.read',
    belongs: 'nothing',
    asks: (w, p) => ({ query: { date: '2026-01-31', code: at(w, p).district.indicator } }),
  },
  listIndicatorTrends: {
    may: 'indicator.read',
    belongs: 'nothing',
    asks: (w, p) => ({ query: { date: '2026-01-31', code: at(w, p).district.indicator } }),
  },
  getDataAge: { may: 'indicator.read', belongs: 'nothing' },
  exportIndicatorSlices: {
    may: 'indicator.read',
    belongs: 'open',
    asks: (w, p) => ({ ...indicator(w, p), query: { date: '2026-01-31' } }),
  },
  listRegionIndicators: { may: 'region.read', belongs: 'nothing' },
  listIndicatorMembers: {
    may: 'indicator.people',
    belongs: 'open',
    shows: true,
    asks: (w, p) => ({ ...indicator(w, p), query: { date: '2026-01-31' } }),
  },
  exportIndicatorMembers: {
    may: 'indicator.people',
    belongs: 'open',
    asks: (w, p) => ({ ...indicator(w, p), query: { date: '2026-01-31' } }),
  },
  getMonitoringNote: {
    may: 'indicator.read',
    belongs: 'nothing',
    asks: () => ({ query: { date: '2026-01-31', format: 'xlsx' } }),
  },
  listIndicatorBands: { may: 'indicator.read', belongs: 'nothing' },
  setIndicatorBand: {
    may: 'indicator.define',
    belongs: 'district',
    asks: async (w, p) => ({ params: { code: await spareIndicator(w, p) }, payload: band, version: 0 }),
  },
  clearIndicatorBand: {
    may: 'indicator.define',
    belongs: 'district',
    asks: async (w, p) => ({ params: { code: await judgedIndicator(w, p) }, version: 1 }),
  },
  listQuestions: { may: 'signed-in', belongs: 'nothing' },
  listAddressees: { may: 'question.ask', belongs: 'nothing' },
  askQuestion: {
    may: 'question.ask',
    belongs: 'nothing',
    asks: (w, p) => ({
      payload: {
        ...{ code: at(w, p).district.indicator, date: '2026-01-31', text: 'Почему?', dueOn: '2199-12-31' },
        addresseeId: w.here.methodist.account,
      },
    }),
  },
  askAboutRecord: {
    may: 'record.question',
    belongs: 'nothing',
    asks: () => ({ payload: { about: 'Работа: учитель', text: name() } }),
  },
  answerQuestion: {
    may: 'signed-in',
    belongs: 'account',
    asks: async (w, p) => ({ ...(await question(w, p)), payload: { answer: name() } }),
  },
  closeQuestion: { may: 'signed-in', belongs: 'account', asks: question },
  reopenQuestion: { may: 'signed-in', belongs: 'account', asks: question },
  listSnapshots: { may: 'indicator.read', belongs: 'nothing' },
  takeSnapshot: {
    may: 'snapshot.take',
    belongs: 'district',
    asks: () => ({ payload: { date: '2026-02-28', title: name() } }),
  },
  getSnapshot: { may: 'indicator.read', belongs: 'open', asks: snapshot },
  approveSnapshot: {
    may: 'snapshot.take',
    belongs: 'district',
    asks: async (w, p) => ({ ...(await computed(w, p)), payload: APPROVAL }),
  },
  withdrawSnapshot: { may: 'snapshot.take', belongs: 'district', asks: approved },
  publishSnapshot: { may: 'snapshot.take', belongs: 'district', asks: approved },
  removeSnapshot: { may: 'snapshot.take', belongs: 'district', asks: computed },
  listSnapshotMembers: {
    may: 'indicator.people',
    belongs: 'open',
    shows: true,
    asks: (w, p) => ({ params: { ...snapshot(w, p).params, code: at(w, p).district.indicator } }),
  },
}
