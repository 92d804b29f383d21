import { sql } from 'kysely'
import { findDistrictKey } from '../../../src/modules/registry/districts/district.key.ts'
import type { Expectation } from '../expectation.ts'
import { ABROAD, at, type Place, type World } from '../world.ts'
import { employee, NOBODY, name } from './things.ts'

/** A PNG of one point. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const SEMINAR = {
  ...{ kind: 'participation', title: 'Семинар', part: 'participant', hours: 4 },
  ...{ startsOn: '2026-01-12', endsOn: '2026-01-12' },
}

/** Somebody who signs in the district of the place. */
async function signatory({ house, ...world }: World, place: Place): Promise<number> {
  const { tenant } = at({ house, ...world }, place).district
  return await house.services.database.write(tenant, async (tx) => {
    const values = { name: place === 'abroad' ? ABROAD : name(), post: 'Директор', from_on: '2020-01-01' }
    return (await tx.insertInto('documents.signatory').values(values).returning('id').executeTakeFirstOrThrow()).id
  })
}

async function series({ house, ...world }: World, place: Place): Promise<number> {
  const { tenant } = at({ house, ...world }, place).district
  return await house.services.database.write(tenant, async (tx) => {
    const values = { kind: 'participation', title: name(), prefix: name(), suffix: '/{YYYY}' }
    return (await tx.insertInto('documents.series').values(values).returning('id').executeTakeFirstOrThrow()).id
  })
}

async function letterhead({ house, ...world }: World, place: Place): Promise<number> {
  const { tenant } = at({ house, ...world }, place).district
  const { rows } = await house.services.database.write(tenant, (tx) =>
    sql<{
      version: number
    }>`insert into documents.letterhead as l (name) values (${place === 'abroad' ? ABROAD : 'ИМЦ'})
      on conflict (tenant_id) do update set name = excluded.name returning l.version`.execute(tx),
  )
  return rows[0]?.version ?? 0
}

/** A document of somebody of the place, as if it had been printed. */
async function document(world: World, place: Place): Promise<{ id: number; batch: number; signatory: number }> {
  const { person } = await employee(world, place)
  await letterhead(world, place)
  const [seriesId, signatoryId] = [await series(world, place), await signatory(world, place)]
  const { methodist, tenant } = at(world, place).district
  const reply = await methodist.ask('POST', '/api/documents', {
    payload: { about: SEMINAR, seriesId, signatoryId, issuedOn: '2026-01-12', personIds: [person] },
  })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  const batch: number = reply.json().id
  const { rows } = await world.house.services.database.write(tenant, (tx) =>
    sql<{ id: number }>`update documents.document set state = 'issued', sheet = null, body = '%PDF', hash = 'x'
      where batch_id = ${batch} returning id`.execute(tx),
  )
  return { id: rows[0]?.id ?? 0, batch, signatory: signatoryId }
}

const someWork = () => ({ title: name(), doneOn: '2026-01-12', place: 'школа' })

/** What the person of the place has claimed. */
async function claim(world: World, place: Place): Promise<number> {
  const { district, organisation } = at(world, place)
  return await world.house.services.database.write(district.tenant, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      insert into documents.claim (person_id, organisation_id, title, done_on, place)
      values (${organisation.person}, ${organisation.id}, ${name()}, '2026-01-12', 'школа') returning id`.execute(tx)
    return rows[0]?.id ?? 0
  })
}

const someDeed = () => ({
  ...{ kind: 'upskilling', form: 'distance', title: name(), place: name(), number: name(), hours: 36 },
  ...{ startsOn: '2026-01-12', endsOn: '2026-01-30' },
})

/** At which somebody of the place spoke. */
async function outsideEvent(world: World, place: Place) {
  const addValue = (kind: string): Promise<number> =>
    world.house.services.database.write(at(world, place).district.tenant, async (tx) => {
      const values = { kind, key: name(), label: name() }
      return (await tx.insertInto('registry.classifier_value').values(values).returning('id').executeTakeFirstOrThrow())
        .id
    })
  return {
    ...{ personId: (await employee(world, place)).person, kind: 'event', title: name() },
    ...{ startsOn: '2026-01-12', endsOn: '2026-01-12', typeId: await addValue('deed_event') },
    ...{ levelId: await addValue('deed_level'), roleId: await addValue('deed_role') },
  }
}

/** Learning elsewhere of somebody of the place, with a scan: its own person, unless another one is named. */
async function learned(world: World, place: Place, person = at(world, place).organisation.person): Promise<number> {
  const { district, organisation } = at(world, place)
  const { services } = world.house
  const key = await findDistrictKey(services.database.reader(district.tenant), services.master, district.tenant)
  return await services.database.write(district.tenant, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      insert into documents.elsewhere
        (person_id, organisation_id, kind, form, title, place, hours, starts_on, ends_on, number)
      values (${person}, ${organisation.id}, 'upskilling', 'distance', ${name()}, ${name()}, 36, '2026-01-12',
        '2026-01-30', ${name()}) returning id`.execute(tx)
    const id = rows[0]?.id ?? 0
    const sealed = key.seal(PIXEL, `documents.elsewhere/${id}`)
    await sql`update documents.elsewhere set file = ${sealed}, file_type = 'image/png', state = 'asked'
      where id = ${id}`.execute(tx)
    return id
  })
}

const USUAL = { citizenship: '643', studyForm: null, funding: null, field: null, group: null }

/** A file for the federal register with one row, as if it had been made. */
async function federalFile(world: World, place: Place): Promise<{ id: number; row: number }> {
  const { id: told } = await document(world, place)
  const { tenant } = at(world, place).district
  return await world.house.services.database.write(tenant, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      insert into documents.federal_file (year, count, template, made_on)
      select 2026, coalesce(max(count), 0) + 1, 'dpo-2021', '2026-01-12' from documents.federal_file returning id`.execute(
      tx,
    )
    const id = rows[0]?.id ?? 0
    const key = await findDistrictKey(tx, world.house.services.master, tenant)
    const cells = key.seal(Buffer.from('[]'), `documents.federal_row/${id}/${told}`)
    const made = await sql<{ id: number }>`
      insert into documents.federal_row (file_id, document_id, person_id, says, cells)
      select ${id}, ${told}, person_id, 'original', ${cells} from documents.document where id = ${told}
      returning id`.execute(tx)
    return { id, row: made.rows[0]?.id ?? 0 }
  })
}

async function federalRule({ house, ...world }: World): Promise<number> {
  const { tenant } = at({ house, ...world }, 'own').district
  const { rows } = await house.services.database.write(tenant, (tx) =>
    sql<{ version: number }>`insert into documents.federal_rule as r (days) values (20)
      on conflict (tenant_id) do update set days = 20 returning r.version`.execute(tx),
  )
  return rows[0]?.version ?? 0
}

export const documents: Readonly<Record<string, Expectation>> = {
  getFederalRule: { may: 'document.federal', belongs: 'nothing' },
  writeFederalRule: {
    may: 'document.federal',
    belongs: 'nothing',
    asks: async (world) => ({ version: await federalRule(world), payload: { days: 20, ...USUAL } }),
  },
  listFederalDue: { may: 'document.federal', belongs: 'nothing' },
  exportFederalDue: { may: 'document.federal', belongs: 'nothing' },
  fillFederal: {
    may: 'document.federal',
    belongs: 'nothing',
    asks: () => ({ payload: { rows: [{ id: NOBODY, education: 'higher' }] } }),
    answers: 422,
  },
  fillFederalFromFile: {
    may: 'document.federal',
    belongs: 'nothing',
    asks: () => {
      const payload = new FormData()
      payload.append('file', new File(['№ в Росте;Образование\n1;высшее\n'], 'filled.csv'))
      return { payload }
    },
  },
  listFederalFiles: { may: 'document.federal', belongs: 'nothing' },
  makeFederalFiles: { may: 'document.federal', belongs: 'nothing', answers: 409 },
  getFederalFile: {
    may: 'document.federal',
    belongs: 'district',
    asks: async (world, place) => ({ params: { id: (await federalFile(world, place)).id } }),
  },
  takeFederalFile: {
    may: 'document.federal',
    belongs: 'district',
    asks: async (world, place) => ({
      params: { id: (await federalFile(world, place)).id },
      payload: { reason: 'загрузка в реестр' },
    }),
  },
  answerFederalFromFile: {
    may: 'document.federal',
    belongs: 'district',
    asks: async (world, place) => {
      const payload = new FormData()
      payload.append('file', new File(['Регистрационный номер;Результат\n1;принят\n'], 'answers.csv'))
      return { params: { id: (await federalFile(world, place)).id }, payload }
    },
  },
  answerFederalRows: {
    may: 'document.federal',
    belongs: 'district',
    asks: async (world, place) => {
      const { id, row } = await federalFile(world, place)
      return { params: { id }, payload: { rows: [row], answer: 'taken' } }
    },
  },
  checkDocument: { may: 'public', answers: 404, asks: () => ({ params: { code: 'none' } }) },
  listDocuments: { may: 'document.read', belongs: 'nothing' },
  exportDocuments: { may: 'document.read', belongs: 'nothing' },
  listMyClaims: { may: 'claim.own', belongs: 'nothing' },
  listMyWork: { may: 'claim.own', belongs: 'nothing' },
  makeClaim: { may: 'claim.own', belongs: 'nothing', asks: () => ({ payload: someWork() }) },
  claimWork: { may: 'claim.own', belongs: 'nothing', asks: () => ({ payload: { id: NOBODY } }), answers: 422 },
  changeClaim: {
    may: 'claim.own',
    belongs: 'self',
    asks: async (w, p) => ({ params: { id: await claim(w, p) }, version: 1, payload: someWork() }),
  },
  removeClaim: {
    may: 'claim.own',
    belongs: 'self',
    asks: async (w, p) => ({ params: { id: await claim(w, p) }, version: 1 }),
  },
  listClaims: { may: 'claim.confirm', belongs: 'nothing' },
  decideClaims: {
    may: 'claim.confirm',
    belongs: 'nothing',
    asks: () => ({ payload: { claims: [{ id: NOBODY, version: 1 }], outcome: 'confirm' } }),
    answers: 422,
  },
  certifyClaims: {
    may: 'document.manage',
    belongs: 'nothing',
    asks: async (w, p) => {
      const [seriesId, signatoryId] = [await series(w, p), await signatory(w, p)]
      return { payload: { claims: [{ id: NOBODY, version: 1 }], seriesId, signatoryId, issuedOn: '2026-01-12' } }
    },
    answers: 422,
  },
  listMyDeeds: { may: 'deed.tell', belongs: 'nothing' },
  findSameDeeds: {
    may: 'deed.tell',
    belongs: 'nothing',
    asks: () => {
      const { kind, title, place, startsOn, endsOn, number } = someDeed()
      return { query: { kind, title, place, startsOn, endsOn, number } }
    },
  },
  tellDeed: { may: 'deed.tell', belongs: 'nothing', asks: () => ({ payload: someDeed() }) },
  changeDeed: {
    may: 'deed.tell',
    belongs: 'self',
    asks: async (w, p) => ({ params: { id: await learned(w, p) }, version: 1, payload: someDeed() }),
  },
  putDeedScan: {
    may: 'deed.tell',
    belongs: 'self',
    asks: async (w, p) => {
      const payload = new FormData()
      payload.append('file', new File([PIXEL], 'scan.png'))
      return { params: { id: await learned(w, p) }, payload }
    },
  },
  removeDeed: {
    may: 'deed.tell',
    belongs: 'self',
    asks: async (w, p) => ({ params: { id: await learned(w, p) }, version: 1 }),
  },
  listDeeds: { may: 'deed.confirm', belongs: 'nothing' },
  listDeedValues: { may: 'deed.read', belongs: 'nothing' },
  listScansOf: {
    may: 'deed.read',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await employee(w, p)).person } }),
  },
  recogniseDeedPeople: {
    may: 'deed.confirm',
    belongs: 'nothing',
    asks: () => {
      const payload = new FormData()
      payload.append('file', new File(['Иванова Анна'], 'list.csv'))
      return { payload }
    },
  },
  recordDeeds: {
    may: 'deed.confirm',
    belongs: 'nothing',
    asks: async (w, p) => ({ payload: { deeds: [await outsideEvent(w, p)] } }),
  },
  getDeedDocument: {
    may: 'deed.read',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: await learned(w, p, (await employee(w, p)).person) } }),
  },
  decideDeeds: {
    may: 'deed.confirm',
    belongs: 'nothing',
    asks: () => ({ payload: { deeds: [{ id: NOBODY, version: 1 }], outcome: 'confirm' } }),
    answers: 422,
  },
  listMyDocuments: { may: 'document.own', belongs: 'nothing' },
  getDocument: {
    may: 'document.read',
    belongs: 'organisation',
    asks: async (world, place) => ({ params: { id: (await document(world, place)).id } }),
  },
  getDocumentPaper: {
    may: 'document.read',
    belongs: 'organisation',
    asks: async (world, place) => ({ params: { id: (await document(world, place)).id } }),
  },
  issueDocuments: {
    may: 'document.manage',
    belongs: 'nothing',
    asks: async (world, place) => {
      await letterhead(world, place)
      const [seriesId, signatoryId] = [await series(world, place), await signatory(world, place)]
      const { person } = await employee(world, place)
      return { payload: { about: SEMINAR, seriesId, signatoryId, issuedOn: '2026-01-12', personIds: [person] } }
    },
  },
  getDocumentBatch: {
    may: 'document.manage',
    belongs: 'district',
    asks: async (world, place) => ({ params: { id: (await document(world, place)).batch } }),
  },
  reissueDocument: {
    may: 'document.manage',
    belongs: 'organisation',
    asks: async (world, place) => {
      const { id, signatory: signatoryId } = await document(world, place)
      return { params: { id }, version: 1, payload: { reason: 'ошибка', signatoryId, issuedOn: '2026-01-12' } }
    },
  },
  revokeDocument: {
    may: 'document.manage',
    belongs: 'organisation',
    asks: async (world, place) => ({
      params: { id: (await document(world, place)).id },
      ...{ version: 1, payload: { reason: 'ошибка' } },
    }),
  },
  getLetterhead: { may: 'document.manage', belongs: 'nothing' },
  writeLetterhead: {
    may: 'document.manage',
    belongs: 'nothing',
    asks: async (world) => ({
      version: await letterhead(world, 'own'),
      payload: { name: 'ИМЦ района', place: '', address: '', requisites: '' },
    }),
  },
  putEmblem: {
    may: 'document.manage',
    belongs: 'nothing',
    asks: () => {
      const payload = new FormData()
      payload.append('file', new File([PIXEL], 'emblem.png'))
      return { payload }
    },
  },
  removeEmblem: { may: 'document.manage', belongs: 'nothing' },
  previewDocument: { may: 'document.manage', belongs: 'nothing' },
  listSignatories: { may: 'document.manage', belongs: 'nothing' },
  addSignatory: {
    may: 'document.manage',
    belongs: 'nothing',
    asks: () => ({ payload: { name: name(), post: 'Директор', fromOn: '2020-01-01', toOn: null } }),
  },
  changeSignatory: {
    may: 'document.manage',
    belongs: 'district',
    asks: async (world, place) => ({
      params: { id: await signatory(world, place) },
      ...{ version: 1, payload: { name: name(), post: 'Директор', fromOn: '2020-01-01', toOn: null } },
    }),
  },
  listSeries: { may: 'document.manage', belongs: 'nothing' },
  createSeries: {
    may: 'document.manage',
    belongs: 'nothing',
    asks: () => ({
      payload: { kind: 'participation', title: name(), prefix: name(), suffix: '/{YYYY}', digits: 4 },
    }),
  },
  changeSeries: {
    may: 'document.manage',
    belongs: 'district',
    asks: async (world, place) => ({
      params: { id: await series(world, place) },
      version: 1,
      payload: { kind: 'participation', title: name(), prefix: name(), suffix: '/{YYYY}', digits: 4, retired: false },
    }),
  },
}
