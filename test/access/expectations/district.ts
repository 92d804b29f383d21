import { mergePerson } from '../../../src/modules/registry/doubles/merges.service.ts'
import { splitPerson } from '../../../src/modules/registry/doubles/split.service.ts'
import { addActor, addPerson, employ } from '../../harness/actors.ts'
import type { Expectation } from '../expectation.ts'
import { ABROAD, at, type Place, type World } from '../world.ts'
import { employee, name, organisation, position, spareOrganisation } from './things.ts'

/** An account of the place that may be changed freely. */
async function account({ house, ...world }: World, place: Place): Promise<{ id: number }> {
  const { district, organisation } = at({ house, ...world }, place)
  const { account: id } = await addActor(house, [
    { tenant: district.tenant, role: 'head', organisation: organisation.id },
  ])
  return { id }
}

/** Two cards of the district. */
async function pair(world: World, place: Place): Promise<{ first: number; second: number }> {
  const { tenant } = at(world, place).district
  return { first: await addPerson(world.house, tenant), second: await addPerson(world.house, tenant) }
}

/** Two cards that were merged. */
async function merge(world: World, place: Place): Promise<number> {
  const { first, second } = await pair(world, place)
  return await world.house.services.database.write(at(world, place).district.tenant, (tx) =>
    mergePerson(tx, { kept: first, version: 1, gone: second, goneVersion: 1, take: [], account: null }),
  )
}

/** A card that was split. */
async function split(world: World, place: Place): Promise<number> {
  const { tenant } = at(world, place).district
  const { house } = world
  const id = await addPerson(house, tenant)
  const employment = await employ(house, tenant, { person: id, organisation: at(world, place).organisation.id })
  const done = await house.services.database.write(tenant, (tx) =>
    splitPerson(tx, {
      ...{ id, version: 1, account: null, today: '2025-05-15', takesNumber: false },
      person: { surname: name(), givenName: 'Анна', patronymic: null, birthOn: '1990-01-01', sex: null },
      records: [{ of: 'registry.employment.person_id', ids: [employment] }],
    }),
  )
  return done.split
}

async function grantOf(world: World, place: Place): Promise<{ id: number; grantId: number }> {
  const { id } = await account(world, place)
  const row = await world.house.services.database
    .reader(at(world, place).district.tenant)
    .selectFrom('registry.grant')
    .select('id')
    .where('account_id', '=', id)
    .executeTakeFirstOrThrow()
  return { id, grantId: row.id }
}

/** Somebody of whom the district's methodist changed something by hand. */
async function revisedPerson(world: World, place: Place): Promise<{ id: number; revision: number }> {
  const { person } = await employee(world, place)
  const { methodist } = at(world, place).district
  await methodist.ask('PATCH', `/api/people/${person}`, {
    payload: { sex: 'female' },
    headers: { 'if-match': '"1"' },
  })
  const reply = await methodist.ask('GET', `/api/people/${person}/revisions`)
  return { id: person, revision: reply.json().items[0].id }
}

async function revisedOrganisation(world: World, place: Place): Promise<{ id: number; revision: number }> {
  const { params } = await spareOrganisation(world, place)
  const reply = await at(world, place).district.methodist.ask('GET', `/api/organisations/${params.id}/revisions`)
  return { id: params.id, revision: reply.json().items[0].id }
}

/** A value of a list that only the district of the place has. */
async function value({ house, ...world }: World, place: Place): Promise<{ kind: string; id: number }> {
  const { tenant } = at({ house, ...world }, place).district
  const kind = place === 'abroad' ? 'abroad' : 'here'
  return await house.services.database.write(tenant, async (tx) => {
    const values = { kind, key: name(), label: place === 'abroad' ? ABROAD : name() }
    const row = await tx
      .insertInto('registry.classifier_value')
      .values(values)
      .returning('id')
      .executeTakeFirstOrThrow()
    return { kind, id: row.id }
  })
}

async function versionHere({ house, here }: World): Promise<number> {
  const db = house.services.database.reader(here.tenant)
  const query = db.selectFrom('registry.district').select('version').where('id', '=', here.tenant)
  return (await query.executeTakeFirstOrThrow()).version
}

async function rulesHere({ house, here }: World): Promise<number> {
  const db = house.services.database.reader(here.tenant)
  return (await db.selectFrom('registry.sign_in_rule').select('version').executeTakeFirst())?.version ?? 0
}

export const district: Readonly<Record<string, Expectation>> = {
  getMe: { may: 'signed-in', belongs: 'nothing' },
  listSlipPeople: { may: 'account.manage', belongs: 'nothing', shows: true },
  makeSlips: {
    may: 'account.manage',
    belongs: 'district',
    asks: async (w, p) => ({ payload: { personIds: [(await employee(w, p)).person] } }),
  },
  makeAccountSlip: {
    may: 'account.manage',
    belongs: 'district',
    asks: async (w, p) => ({ params: await account(w, p) }),
  },
  listAccounts: {
    ...{ may: 'account.manage', belongs: 'nothing', shows: true },
    async asks(world) {
      await account(world, 'sister')
      return { query: { role: 'head', size: '200' } }
    },
  },
  createAccount: {
    may: 'account.manage',
    belongs: 'district',
    asks: () => ({ payload: { email: `${name()}@rost.example`, name: name(), grants: [{ role: 'security' }] } }),
  },
  getAccount: { may: 'account.manage', belongs: 'district', asks: async (w, p) => ({ params: await account(w, p) }) },
  changeAccount: {
    may: 'account.manage',
    belongs: 'district',
    asks: async (w, p) => ({ params: await account(w, p), payload: { name: name() }, version: 1 }),
  },
  makeAccountLink: {
    may: 'account.manage',
    belongs: 'district',
    asks: async (w, p) => ({ params: await account(w, p) }),
  },
  // A program has no eyes of its own: it is let in as far as to hear that.
  lookAs: {
    may: 'account.look',
    belongs: 'district',
    asks: async (w, p) => ({ params: await account(w, p), payload: { reason: 'не открывается страница' } }),
    answers: 403,
  },
  stopLooking: { may: 'signed-in', belongs: 'nothing' },
  listMyLooks: { may: 'signed-in', belongs: 'nothing' },
  resetSecondFactor: {
    may: 'account.manage',
    belongs: 'district',
    asks: async (w, p) => {
      const { id } = await account(w, p)
      await w.house.services.database.write(null, (tx) =>
        tx
          .insertInto('identity.totp')
          .values({ account_id: id, sealed_secret: Buffer.from([0]), confirmed_at: new Date() })
          .execute(),
      )
      return { params: { id } }
    },
  },
  disableAccount: {
    may: 'account.manage',
    belongs: 'district',
    asks: async (w, p) => ({ params: await account(w, p) }),
  },
  enableAccount: {
    may: 'account.manage',
    belongs: 'district',
    asks: async (w, p) => ({ params: await account(w, p) }),
  },
  addGrant: {
    may: 'account.manage',
    belongs: 'district',
    asks: async (w, p) => ({ params: await account(w, p), payload: { role: 'security' } }),
  },
  endGrant: { may: 'account.manage', belongs: 'district', asks: async (w, p) => ({ params: await grantOf(w, p) }) },

  listPersonRevisions: {
    may: 'person.read',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await employee(w, p)).person } }),
  },
  undoPersonRevision: {
    may: 'person.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: await revisedPerson(w, p) }),
  },
  listOrganisationRevisions: {
    may: 'organisation.read',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await organisation(w, p)).params.id } }),
  },
  undoOrganisationRevision: {
    may: 'organisation.manage',
    belongs: 'district',
    asks: async (w, p) => ({ params: await revisedOrganisation(w, p) }),
  },
  listPositions: { may: 'classifier.read', belongs: 'nothing' },
  changePosition: {
    may: 'classifier.manage',
    belongs: 'district',
    asks: async (w, p) => ({ params: { id: await position(w, p) }, payload: { pedagogical: true }, version: 1 }),
  },
  classifyPositions: {
    may: 'classifier.manage',
    belongs: 'district',
    asks: async (w, p) => ({ payload: { ids: [await position(w, p)], pedagogical: false } }),
  },
  listClassifiers: { may: 'classifier.read', belongs: 'nothing' },
  listDoubles: { may: 'person.merge', belongs: 'nothing' },
  tellApart: {
    may: 'person.merge',
    belongs: 'district',
    asks: async (w, p) => ({ payload: await pair(w, p) }),
  },
  askAgain: {
    may: 'person.merge',
    belongs: 'district',
    asks: async (w, p) => ({ payload: await pair(w, p) }),
  },
  getDouble: {
    may: 'person.merge',
    belongs: 'district',
    asks: async (w, p) => {
      const { first, second } = await pair(w, p)
      return { query: { first: String(first), second: String(second) } }
    },
  },
  listRecordsOfPerson: {
    may: 'person.merge',
    belongs: 'district',
    asks: async (w, p) => ({ params: { id: await addPerson(w.house, at(w, p).district.tenant) } }),
  },
  listSplits: { may: 'person.merge', belongs: 'nothing' },
  undoSplit: {
    may: 'person.merge',
    belongs: 'district',
    asks: async (w, p) => ({ params: { id: await split(w, p) } }),
  },
  splitPerson: {
    may: 'person.merge',
    belongs: 'district',
    asks: async (w, p) => {
      const id = await addPerson(w.house, at(w, p).district.tenant)
      const employment = await employ(w.house, at(w, p).district.tenant, {
        person: id,
        organisation: at(w, p).organisation.id,
      })
      const person = { surname: name(), givenName: 'Анна', birthOn: '1990-01-01' }
      return {
        params: { id },
        payload: { person, records: [{ of: 'registry.employment.person_id', ids: [employment] }] },
        version: 1,
      }
    },
  },
  mergePerson: {
    may: 'person.merge',
    belongs: 'district',
    asks: async (w, p) => {
      const { first, second } = await pair(w, p)
      return { params: { id: first }, payload: { gone: second, version: 1 }, version: 1 }
    },
  },
  listMerges: { may: 'person.merge', belongs: 'nothing' },
  undoMerge: {
    may: 'person.merge',
    belongs: 'district',
    asks: async (w, p) => ({ params: { id: await merge(w, p) } }),
  },
  mergePosition: {
    may: 'classifier.manage',
    belongs: 'district',
    asks: async (w, p) => ({
      params: { id: await position(w, p) },
      payload: { into: await position(w, p, 'учитель') },
      version: 1,
    }),
  },
  listClassifierValues: {
    may: 'classifier.read',
    belongs: 'open',
    asks: async (w, p) => ({ params: { kind: (await value(w, p)).kind } }),
  },
  addClassifierValue: {
    may: 'classifier.manage',
    belongs: 'district',
    asks: async (w, p) => ({ params: { kind: (await value(w, p)).kind }, payload: { label: name() } }),
  },
  changeClassifierValue: {
    may: 'classifier.manage',
    belongs: 'district',
    asks: async (w, p) => ({ params: await value(w, p), payload: { retired: true }, version: 1 }),
  },

  getDistrict: { may: 'district.read', belongs: 'nothing' },
  changeDistrict: {
    may: 'district.manage',
    belongs: 'district',
    asks: async (w) => ({ payload: { dictionary: { district: { ru: 'округ' } } }, version: await versionHere(w) }),
  },

  getSignInRules: { may: 'rules.read', belongs: 'nothing' },
  changeSignInRules: {
    may: 'district.manage',
    belongs: 'district',
    asks: async (w) => ({ payload: { unusedDays: 91 }, version: await rulesHere(w) }),
  },
}
