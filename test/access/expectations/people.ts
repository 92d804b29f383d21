import type { Asked, Expectation } from '../expectation.ts'
import { at, type Place, type World } from '../world.ts'
import { employee, name, organisation, position, spareOrganisation } from './things.ts'

/** Something the organisation of the place has introduced. */
async function feature(world: World, place: Place): Promise<{ kind: number; asked: Asked }> {
  const { district, organisation: where } = at(world, place)
  const values = { kind: 'organisation_feature', key: name(), label: name() }
  const kind = await world.house.services.database.write(district.tenant, (tx) =>
    tx.insertInto('registry.classifier_value').values(values).returning('id').executeTakeFirstOrThrow(),
  )
  const reply = await district.methodist.ask('POST', `/api/organisations/${where.id}/features`, {
    payload: { kindId: kind.id, from: '2024-09-01' },
  })
  return { kind: kind.id, asked: { params: { id: where.id, featureId: reply.json().id }, version: 1 } }
}

async function employmentAt(world: World, place: Place): Promise<object> {
  const where = {
    organisationId: at(world, place).organisation.id,
    positionId: await position(world, place, 'учитель'),
  }
  return { ...where, hiredOn: '2024-09-01', rate: 1, main: true }
}

export const people: Readonly<Record<string, Expectation>> = {
  listOrganisations: {
    may: 'organisation.read',
    belongs: 'nothing',
    shows: true,
    asks: () => ({ query: { size: '200' } }),
  },
  getOrganisation: { may: 'organisation.read', belongs: 'organisation', asks: organisation },
  getStaff: {
    may: 'person.read',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: (await organisation(w, p)).params }),
  },
  createOrganisation: {
    may: 'organisation.manage',
    belongs: 'district',
    asks: () => ({ payload: { code: name(), name: name(), type: 'school' } }),
  },
  changeOrganisation: {
    may: 'organisation.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ ...(await organisation(w, p)), payload: { pupils: 100 } }),
  },
  listFeatures: { may: 'organisation.read', belongs: 'organisation', asks: organisation },
  addFeature: {
    may: 'organisation.features',
    belongs: 'organisation',
    asks: async (w, p) => ({
      params: (await organisation(w, p)).params,
      payload: { kindId: (await feature(w, p)).kind, from: '2025-09-01' },
    }),
  },
  changeFeature: {
    may: 'organisation.features',
    belongs: 'organisation',
    asks: async (w, p) => ({ ...(await feature(w, p)).asked, payload: { document: 'Приказ № 7' } }),
  },
  removeFeature: {
    may: 'organisation.features',
    belongs: 'organisation',
    asks: async (w, p) => (await feature(w, p)).asked,
  },
  removeOrganisation: { may: 'organisation.manage', belongs: 'district', asks: spareOrganisation },

  listPeople: { may: 'person.read', belongs: 'nothing', shows: true, asks: () => ({ query: { size: '200' } }) },
  exportPeople: { may: 'person.read', belongs: 'nothing' },
  getPerson: {
    may: 'person.read',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await employee(w, p)).person } }),
  },
  createPerson: {
    may: 'person.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({
      payload: { surname: name(), givenName: 'Анна', birthOn: '1980-05-01', employment: await employmentAt(w, p) },
    }),
  },
  changePerson: {
    may: 'person.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await employee(w, p)).person }, payload: { sex: 'female' }, version: 1 }),
  },
  openSnils: {
    may: 'island.snils',
    belongs: 'organisation',
    asks: async (w, p) => ({
      params: { id: (await employee(w, p)).person },
      payload: { purpose: 'check', reason: 'сверка' },
    }),
    answers: 409,
  },
  addEmployment: {
    may: 'person.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await employee(w, p)).person }, payload: await employmentAt(w, p) }),
  },
  changeEmployment: {
    may: 'person.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await employee(w, p)).employment }, payload: { rate: 0.5 }, version: 1 }),
  },
  removeEmployment: {
    may: 'person.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await employee(w, p)).employment }, version: 1 }),
  },
}
