import { randomUUID } from 'node:crypto'
import { findDistrictKey } from '../../../src/modules/registry/districts/district.key.ts'
import type { Asked, Expectation } from '../expectation.ts'
import { at, type Place, type World } from '../world.ts'
import { files, organisation } from './things.ts'

/** Each writes that of another year: whoever writes after another would have to have read it. */
let forms = 0

const stateForm = async (world: World, place: Place): Promise<Asked> => ({
  params: { id: at(world, place).organisation.id, year: 2025 },
})

const newProfile = () => ({
  name: `Профиль ${randomUUID()}`,
  settings: { sheets: {}, answers: {}, scores: null, hidden: null },
})

async function profile(world: World, place: Place): Promise<number> {
  const { methodist } = at(world, place).district
  const reply = await methodist.ask('POST', '/api/load-profiles', { payload: newProfile() })
  if (reply.statusCode >= 300) throw new Error(reply.body)
  return reply.json().id
}

async function load(world: World, place: Place): Promise<{ params: { id: number }; row: number }> {
  const { tenant } = at(world, place).district
  const { database, master } = world.house.services
  const keyring = await findDistrictKey(database.reader(tenant), master, tenant)
  return await database.write(tenant, async (tx) => {
    const { id } = await tx.insertInto('registry.load').defaultValues().returning('id').executeTakeFirstOrThrow()
    const source = await tx
      .insertInto('registry.source')
      .values({ load_id: id, file: 'staff.xlsx', sheet: null, headers: ['Код ОО'] })
      .returning('id')
      .executeTakeFirstOrThrow()
    const cells = keyring.seal(Buffer.from('["Ш9"]'), 'faulty_row')
    const row = await tx
      .insertInto('registry.faulty_row')
      .values({ source_id: source.id, row_no: 2, code: 'x', row_hash: Buffer.alloc(16), sealed_cells: cells })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { params: { id }, row: row.id }
  })
}

const NO_COMPARISON = JSON.stringify({
  ...{ revision: 0, at: '2025-01-01T00:00:00.000Z', sheets: [], people: { added: 0, changed: 0 } },
  result: { files: [], unread: [] },
})

async function comparedLoad(world: World, place: Place): Promise<Asked> {
  const { params } = await load(world, place)
  const { tenant } = at(world, place).district
  await world.house.services.database.write(tenant, async (tx) => {
    await tx
      .updateTable('registry.load')
      .set({ state: 'compared', comparison: NO_COMPARISON })
      .where('id', '=', params.id)
      .execute()
  })
  return { params }
}

async function doneLoad(world: World, place: Place): Promise<Asked> {
  const { params } = await load(world, place)
  const { tenant } = at(world, place).district
  await world.house.services.database.write(tenant, async (tx) => {
    const done = { state: 'done', answer: JSON.stringify({ files: [], unread: [] }) }
    await tx.updateTable('registry.load').set(done).where('id', '=', params.id).execute()
  })
  return { params }
}

/** A check of the row that was begun. */
async function mendingOf(world: World, place: Place, mends: number, row: number): Promise<number> {
  const { tenant } = at(world, place).district
  return await world.house.services.database.write(tenant, async (tx) => {
    const { id } = await tx.insertInto('registry.load').values({ mends }).returning('id').executeTakeFirstOrThrow()
    const sealed = { load_id: id, faulty_row_id: row, sealed_cells: Buffer.alloc(1) }
    await tx.insertInto('registry.mending').values(sealed).execute()
    return id
  })
}

export const loads: Readonly<Record<string, Expectation>> = {
  listQuality: { may: 'person.read', belongs: 'nothing' },
  listQualityDays: { may: 'person.read', belongs: 'nothing' },
  listStateForms: { may: 'person.read', belongs: 'nothing', asks: () => ({ query: { year: '2025' } }) },
  getStateForm: { may: 'person.read', belongs: 'organisation', asks: stateForm },
  writeStateForm: {
    may: 'person.manage',
    belongs: 'organisation',
    asks: (w, p) => {
      const year = 2001 + (forms++ % 99)
      const params = { id: at(w, p).organisation.id, year }
      return { params, payload: { staffOn: `${year}-09-20`, told: { all: 1 } }, version: 0 }
    },
  },
  listStateFormMembers: {
    may: 'person.read',
    belongs: 'organisation',
    asks: async (w, p) => ({ ...(await stateForm(w, p)), query: { line: 'all' } }),
  },
  getQuality: {
    may: 'person.read',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: (await organisation(w, p)).params }),
  },
  createLoad: { may: 'load.run', belongs: 'district', asks: files },
  listLoadProfiles: { may: 'load.read', belongs: 'district' },
  getLoadProfile: {
    may: 'load.read',
    belongs: 'district',
    asks: async (w, p) => ({ params: { id: await profile(w, p) } }),
  },
  createLoadProfile: { may: 'load.run', belongs: 'district', asks: async () => ({ payload: newProfile() }) },
  changeLoadProfile: {
    may: 'load.run',
    belongs: 'district',
    asks: async (w, p) => ({ params: { id: await profile(w, p) }, payload: newProfile(), version: 1 }),
  },
  removeLoadProfile: {
    may: 'load.run',
    belongs: 'district',
    asks: async (w, p) => ({ params: { id: await profile(w, p) }, version: 1 }),
  },
  lookIntoFiles: { may: 'load.run', belongs: 'district', asks: files },
  listKeptCells: { may: 'load.read', belongs: 'district', asks: load },
  listLoads: { may: 'load.read', belongs: 'district' },
  getLoad: { may: 'load.read', belongs: 'district', asks: load },
  listFaultyRows: { may: 'load.read', belongs: 'district', asks: load },
  getFaultyRowsWorkbook: { may: 'load.read', belongs: 'district', asks: load },
  listDifferences: { may: 'load.read', belongs: 'district', asks: comparedLoad },
  takeComparedLoad: { may: 'load.run', belongs: 'district', asks: comparedLoad },
  compareLoad: { may: 'load.run', belongs: 'district', asks: comparedLoad },
  dropLoad: { may: 'load.run', belongs: 'district', asks: comparedLoad },
  decideGone: {
    may: 'load.run',
    belongs: 'district',
    asks: async (w, p) => {
      const { params } = await comparedLoad(w, p)
      return { params: params ?? {}, payload: { of: {}, decision: { is: 'here' } } }
    },
  },
  undoGone: {
    may: 'load.run',
    belongs: 'district',
    asks: async (w, p) => {
      const { params } = await comparedLoad(w, p)
      return { params: params ?? {}, payload: { of: {} } }
    },
  },
  getUndoPlan: { may: 'load.run', belongs: 'district', asks: doneLoad },
  undoLoad: { may: 'load.run', belongs: 'district', asks: doneLoad },
  mendFaultyRows: {
    may: 'load.run',
    belongs: 'district',
    asks: async (w, p) => {
      const { params, row } = await load(w, p)
      return { params, payload: { rows: [{ id: row, cells: [{ place: 0, text: 'Ш1' }] }] } }
    },
  },
  getMending: {
    may: 'load.read',
    belongs: 'district',
    asks: async (w, p) => {
      const { params, row } = await load(w, p)
      return { params: { id: await mendingOf(w, p, params.id, row) } }
    },
  },
  changeFaultyRow: {
    may: 'load.run',
    belongs: 'district',
    asks: async (w, p) => ({ params: { id: (await load(w, p)).row }, payload: { leftOut: true } }),
  },
}
