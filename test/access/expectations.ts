import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Permission } from '../../src/access-matrix.ts'
import { findDistrictKey } from '../../src/modules/registry/districts/district.key.ts'
import { mergePerson } from '../../src/modules/registry/doubles/merges.service.ts'
import { splitPerson } from '../../src/modules/registry/doubles/split.service.ts'
import { addActor, addPerson, employ, unique } from '../harness/actors.ts'
import { ABROAD, at, makeIndicator, type Place, type World } from './world.ts'

/** Parameters of the path, query, body and version a route is asked with. */
export type Asked = {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string>>
  readonly payload?: object
  readonly version?: number
}

/**
 * What a route is expected to ask for, written down apart from its binding. `belongs` says where its object stands:
 * - nothing: it has no object; who has the permission gets what is within reach;
 * - open: it has one, which everybody in the district with the permission may see;
 * - organisation, district, account: only whose reach covers it.
 */
export type Expectation =
  | { readonly may: 'public'; readonly answers: number; readonly asks?: Ask }
  | {
      readonly may: 'signed-in'
      readonly belongs: 'nothing' | 'account'
      readonly asks?: Ask
      /** A refusal that only who was let in gets; otherwise the answer has to be a success. */
      readonly answers?: number
    }
  | {
      readonly may: Permission
      readonly belongs: 'nothing' | 'open' | 'organisation' | 'district'
      readonly asks?: Ask
      /** A refusal that only who was let in gets. */
      readonly answers?: number
      /** Shows the organisations of the district by name to whoever reaches them. */
      readonly shows?: true
    }
/** Made anew where the request may succeed, for then it changes something. */
type Ask = (world: World, place: Place) => Promise<Asked> | Asked

const name = (): string => unique('x')

/** An account of the place that may be changed freely. */
/** Of the district, and may be tried again. */
async function failedJob({ house, ...world }: World, place: Place): Promise<{ id: string }> {
  const { tenant } = at({ house, ...world }, place).district
  const { rows } = await house.services.database.write(tenant, (tx) =>
    sql<{ id: string }>`insert into job.job (name, data, state)
      values ('registry-tidy-loads', ${JSON.stringify({ tenant })}, 'failed') returning id`.execute(tx),
  )
  return { id: rows[0]?.id ?? '' }
}

async function account({ house, ...world }: World, place: Place): Promise<{ id: number }> {
  const { district, organisation } = at({ house, ...world }, place)
  const { account: id } = await addActor(house, [
    { tenant: district.tenant, role: 'head', organisation: organisation.id },
  ])
  return { id }
}

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

async function organisation(world: World, place: Place): Promise<{ params: { id: number }; version: number }> {
  const { district, organisation: where } = at(world, place)
  const { version } = await world.house.services.database
    .reader(district.tenant)
    .selectFrom('registry.organisation')
    .select('version')
    .where('id', '=', where.id)
    .executeTakeFirstOrThrow()
  return { params: { id: where.id }, version }
}

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

/** Somebody employed at the organisation of the place, who is none of the actors. */
async function employee(world: World, place: Place): Promise<{ person: number; employment: number }> {
  const { district, organisation: where } = at(world, place)
  const person = await addPerson(world.house, district.tenant, place === 'abroad' ? ABROAD : name())
  return { person, employment: await employ(world.house, district.tenant, { person, organisation: where.id }) }
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

async function position({ house, ...world }: World, place: Place, key: string | null = null): Promise<number> {
  const { tenant } = at({ house, ...world }, place).district
  if (key !== null) {
    const db = house.services.database.reader(tenant)
    return (await db.selectFrom('registry.position').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id
  }
  return await house.services.database.write(tenant, async (tx) => {
    const values = { key: name(), name: place === 'abroad' ? ABROAD : name() }
    return (await tx.insertInto('registry.position').values(values).returning('id').executeTakeFirstOrThrow()).id
  })
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

async function employmentAt(world: World, place: Place): Promise<object> {
  const where = {
    organisationId: at(world, place).organisation.id,
    positionId: await position(world, place, 'учитель'),
  }
  return { ...where, hiredOn: '2024-09-01', rate: 1, main: true }
}

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

/** Each writes that of another year: whoever writes after another would have to have read it. */
let forms = 0

const stateForm = async (world: World, place: Place): Promise<Asked> => ({
  params: { id: at(world, place).organisation.id, year: 2025 },
})

/** An organisation nothing refers to. */
async function spareOrganisation(world: World, place: Place): Promise<{ params: { id: number }; version: number }> {
  const payload = { code: name(), name: name(), type: 'school' }
  const reply = await at(world, place).district.methodist.ask('POST', '/api/organisations', { payload })
  return { params: { id: reply.json().id }, version: 1 }
}

/** A session or token of somebody else, as everybody else's is. */
async function token(world: World, place: Place): Promise<Asked> {
  const { district, organisation: where } = at(world, place)
  const owner = await addActor(world.house, [{ tenant: district.tenant, role: 'head', organisation: where.id }])
  const reply = await owner.ask('GET', '/api/me/tokens')
  return { params: { id: reply.json().items[0].id } }
}

const indicator = (world: World, place: Place): Asked => ({ params: { code: at(world, place).district.indicator } })

async function spareIndicator(world: World, place: Place): Promise<string> {
  const { district } = at(world, place)
  return await makeIndicator(district.methodist, 'лишний')
}

const passport = {
  ...{ number: '1', unit: 'процент', purpose: null, period: null },
  ...{ source: null, monitoring: null, responsible: null, contact: null },
}

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

function files(): Asked {
  const payload = new FormData()
  payload.append('file', new File(['Код'], 'organisations.xlsx'))
  return { payload }
}

/** A draft of the place's organisation with one meeting: it could be announced. */
async function draftEvent(world: World, place: Place): Promise<{ id: number; payload: object }> {
  const { district, organisation: where } = at(world, place)
  const forms = await district.methodist.ask('GET', '/api/event-forms')
  const payload = {
    ...{ title: place === 'abroad' ? ABROAD : name(), formId: forms.json().items[0].id, level: 'organisation' },
    ...{ organiserId: where.id, heldOn: '2199-04-10', format: 'online' },
  }
  const reply = await district.methodist.ask('POST', '/api/events', { payload })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return { id: reply.json().id, payload }
}

const MEETING = { day: '2199-04-10', from: '15:00', until: '16:30' }

async function meeting(world: World, place: Place): Promise<{ id: number; meetingId: number }> {
  const { id } = await draftEvent(world, place)
  const reply = await at(world, place).district.methodist.ask('POST', `/api/events/${id}/meetings`, {
    payload: MEETING,
  })
  return { id, meetingId: reply.json().id }
}

async function announcedEvent(world: World, place: Place): Promise<{ params: { id: number }; version: number }> {
  const { id } = await meeting(world, place)
  const reply = await at(world, place).district.methodist.ask('POST', `/api/events/${id}/announcement`, {
    headers: { 'if-match': '"1"' },
  })
  if (reply.statusCode !== 201) throw new Error(reply.body)
  return { params: { id }, version: 2 }
}

/** The version they have by now. */
const quietHours: Ask = async ({ house, here }) => {
  const row = await house.services.database
    .reader(here.tenant)
    .selectFrom('activities.quiet_hours')
    .select('version')
    .executeTakeFirst()
  return { payload: { from: '21:00', until: '07:30', daysOff: true }, version: row?.version ?? 1 }
}

const MODULE = { title: 'Чтение', hours: 18, form: 'in_person' }

/** A programme of the place's district, brought as far along its way; somebody of the place is asked for an opinion. */
async function programme(
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
const NOBODY = 1_000_000_000

async function room(world: World, place: Place): Promise<number> {
  const { district, organisation: where } = at(world, place)
  const payload = { organisationId: where.id, name: place === 'abroad' ? `${ABROAD} ${name()}` : name() }
  const reply = await district.methodist.ask('POST', '/api/rooms', { payload })
  return reply.json().id
}

const edition = {
  titleRu: 'Все',
  titleEn: 'Everybody',
  body: { kind: 'count', subject: 'person', of: { term: 'pedagogue' }, slices: [] },
}

/** One line for every endpoint; the test fails while one is missing. */
export const expectations: Readonly<Record<string, Expectation>> = {
  checkDocument: { may: 'public', answers: 404, asks: () => ({ params: { code: 'none' } }) },
  listDocuments: { may: 'document.read', belongs: 'nothing' },
  exportDocuments: { may: 'document.read', belongs: 'nothing' },
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
  signIn: { may: 'public', answers: 401, asks: () => ({ payload: { email: 'nobody', password: 'nothing' } }) },
  requestSignInLink: { may: 'public', answers: 204, asks: () => ({ payload: { email: 'nobody' } }) },
  useSignInLink: { may: 'public', answers: 401, asks: () => ({ payload: { token: 'nothing' } }) },
  useSignInCode: {
    may: 'public',
    answers: 401,
    asks: () => ({ payload: { login: 'nobody', code: 'nothing', password: 'зелёный чайник' } }),
  },
  passSecondStep: { may: 'public', answers: 401, asks: () => ({ payload: { code: '000000' } }) },
  listOutsideDoors: { may: 'public', answers: 200 },
  beginOutside: { may: 'public', answers: 404, asks: () => ({ params: { provider: 'none' } }) },
  finishOutside: {
    may: 'public',
    answers: 404,
    asks: () => ({ params: { provider: 'none' }, payload: { answer: 'code=none' } }),
  },
  askForPasskey: { may: 'public', answers: 200 },
  signInByPasskey: {
    may: 'public',
    answers: 401,
    asks: () => ({
      payload: {
        ticket: 'none',
        credential: { id: 'none', response: { clientDataJSON: 'e30', authenticatorData: 'none', signature: 'none' } },
      },
    }),
  },
  signOut: { may: 'public', answers: 204 },

  getMe: { may: 'signed-in', belongs: 'nothing' },
  changeMe: { may: 'signed-in', belongs: 'nothing', asks: () => ({ payload: {}, version: 1 }) },
  changeMyEmail: {
    may: 'signed-in',
    belongs: 'nothing',
    answers: 422,
    asks: () => ({ payload: { email: null, current: 'not the password' }, version: 1 }),
  },
  changeMyPassword: {
    may: 'signed-in',
    belongs: 'nothing',
    answers: 422,
    asks: () => ({ payload: { current: 'not the password', password: 'зелёный чайник' } }),
  },
  // A program is let in as far as to hear that it has no second factor.
  getMySecondFactor: { may: 'signed-in', belongs: 'nothing' },
  beginMySecondFactor: { may: 'signed-in', belongs: 'nothing', answers: 403, asks: () => ({ payload: {} }) },
  confirmMySecondFactor: {
    may: 'signed-in',
    belongs: 'nothing',
    answers: 403,
    asks: () => ({ payload: { code: '000000' } }),
  },
  renewMyRecoveryCodes: { may: 'signed-in', belongs: 'nothing', answers: 403, asks: () => ({ payload: {} }) },
  removeMySecondFactor: { may: 'signed-in', belongs: 'nothing', answers: 403, asks: () => ({ payload: {} }) },
  listMyPasskeys: { may: 'signed-in', belongs: 'nothing' },
  beginMyPasskey: { may: 'signed-in', belongs: 'nothing', answers: 403, asks: () => ({ payload: {} }) },
  addMyPasskey: {
    may: 'signed-in',
    belongs: 'nothing',
    answers: 403,
    asks: () => ({
      payload: {
        name: 'x',
        ticket: 'none',
        credential: { id: 'none', response: { clientDataJSON: 'e30', attestationObject: 'none', transports: [] } },
      },
    }),
  },
  removeMyPasskey: {
    may: 'signed-in',
    belongs: 'nothing',
    answers: 403,
    asks: () => ({ params: { id: 1 }, payload: {} }),
  },
  listMyOutsideDoors: { may: 'signed-in', belongs: 'nothing' },
  beginMyOutsideLink: {
    may: 'signed-in',
    belongs: 'nothing',
    answers: 403,
    asks: () => ({ params: { provider: 'none' }, payload: {} }),
  },
  removeMyOutsideLink: {
    may: 'signed-in',
    belongs: 'nothing',
    answers: 403,
    asks: () => ({ params: { provider: 'none' }, payload: {} }),
  },
  listMySessions: { may: 'signed-in', belongs: 'nothing' },
  endMyOtherSessions: { may: 'signed-in', belongs: 'nothing' },
  endMySession: { may: 'signed-in', belongs: 'account', asks: token },
  listMyTokens: { may: 'signed-in', belongs: 'nothing' },
  createMyToken: { may: 'signed-in', belongs: 'nothing', asks: () => ({ payload: { name: name() } }) },
  revokeMyToken: { may: 'signed-in', belongs: 'account', asks: token },

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
  listJobs: { may: 'operation.manage', belongs: 'nothing' },
  retryJob: { may: 'operation.manage', belongs: 'district', asks: async (w, p) => ({ params: await failedJob(w, p) }) },
  listJournal: { may: 'journal.read', belongs: 'nothing' },
  exportJournal: { may: 'journal.read', belongs: 'nothing' },
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
  listPersonRevisions: {
    may: 'person.read',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await employee(w, p)).person } }),
  },
  getPersonalDataRegister: { may: 'signed-in', belongs: 'nothing' },
  exportMyData: { may: 'trace.own', belongs: 'nothing' },
  getAttestationFolder: { may: 'trace.own', belongs: 'nothing' },
  getAttestationDocument: { may: 'trace.own', belongs: 'nothing' },
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
    asks: () => ({ payload: { invitations: true, dayBefore: true, hourBefore: false, quiet: null } }),
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
  listEvents: { may: 'event.read', belongs: 'nothing', asks: () => ({ query: { size: '200' } }) },
  getEvent: { may: 'event.read', belongs: 'open', asks: announcedEvent },
  planEvent: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => {
      const { payload } = await draftEvent(w, p)
      const { id } = await draftEvent(w, p)
      return { payload: { ...payload, partOf: id, programmeId: (await programme(w, p, 'registered')).id } }
    },
  },
  changeEvent: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => {
      const { id, payload } = await draftEvent(w, p)
      return { params: { id }, payload, version: 1 }
    },
  },
  removeEvent: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await draftEvent(w, p)).id }, version: 1 }),
  },
  announceEvent: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await meeting(w, p)).id }, version: 1 }),
  },
  listRoll: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: (await announcedEvent(w, p)).params }),
  },
  holdEvent: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ ...(await announcedEvent(w, p)), payload: {} }),
    answers: 409,
  },
  reopenEvent: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: announcedEvent,
    answers: 409,
  },
  cancelEvent: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ ...(await announcedEvent(w, p)), payload: { reason: 'Карантин' } }),
  },
  addMeeting: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({
      params: { id: (await draftEvent(w, p)).id },
      payload: { ...MEETING, roomId: await room(w, p) },
    }),
  },
  changeMeeting: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({
      params: await meeting(w, p),
      payload: { from: '14:00', roomId: await room(w, p) },
      version: 1,
    }),
  },
  removeMeeting: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: await meeting(w, p), version: 1 }),
  },
  addSpeaker: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({
      params: { id: (await draftEvent(w, p)).id },
      payload: { personId: (await employee(w, p)).person },
    }),
  },
  removeSpeaker: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => {
      const { id } = await draftEvent(w, p)
      const reply = await at(w, p).district.methodist.ask('POST', `/api/events/${id}/speakers`, {
        payload: { guest: 'Гость' },
      })
      return { params: { id, speakerId: reply.json().id } }
    },
  },
  addMaterial: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({
      params: { id: (await draftEvent(w, p)).id },
      payload: { title: 'Презентация', link: 'https://files.example/1' },
    }),
  },
  removeMaterial: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => {
      const { id } = await draftEvent(w, p)
      const reply = await at(w, p).district.methodist.ask('POST', `/api/events/${id}/materials`, {
        payload: { title: 'Презентация', link: 'https://files.example/1' },
      })
      return { params: { id, materialId: reply.json().id } }
    },
  },
  listEventHints: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: (await meeting(w, p)).id } }),
  },
  listPlanningHints: {
    may: 'event.manage',
    belongs: 'nothing',
    asks: (w, p) => ({
      query: { ...MEETING, level: 'organisation', organiser: String(at(w, p).organisation.id) },
    }),
  },
  listPlan: {
    may: 'event.read',
    belongs: 'nothing',
    asks: () => ({ query: { from: '2199-04-01', to: '2199-04-30' } }),
  },
  countPlan: { may: 'event.read', belongs: 'nothing', asks: () => ({ query: { year: '2199' } }) },
  getPlanDocument: {
    may: 'event.manage',
    belongs: 'nothing',
    asks: () => ({ query: { year: '2199', month: '4' } }),
  },
  listEventSeries: { may: 'event.read', belongs: 'nothing' },
  listEventForms: { may: 'classifier.read', belongs: 'nothing' },
  markEventForm: {
    may: 'classifier.manage',
    belongs: 'district',
    asks: async (w, p) => {
      const forms = await at(w, p).district.methodist.ask('GET', '/api/event-forms')
      return { params: { id: forms.json().items[0].id }, payload: { interactive: true } }
    },
  },
  listRooms: { may: 'event.read', belongs: 'nothing' },
  addRoom: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: (w, p) => ({ payload: { organisationId: at(w, p).organisation.id, name: name() } }),
  },
  changeRoom: {
    may: 'event.manage',
    belongs: 'organisation',
    asks: async (w, p) => ({ params: { id: await room(w, p) }, payload: { seats: 30 }, version: 1 }),
  },
  listIncidents: { may: 'incident.manage', belongs: 'nothing' },
  getIncident: { may: 'incident.manage', belongs: 'district', asks: incident() },
  enterIncident: { may: 'incident.manage', belongs: 'nothing', asks: () => ({ payload: INCIDENT }) },
  changeIncident: { may: 'incident.manage', belongs: 'district', asks: incident({ people: 3 }) },
  stepIncident: { may: 'incident.manage', belongs: 'district', asks: incident({ step: 'notice' }) },
  getIncidentDocument: { may: 'incident.manage', belongs: 'district', asks: incident() },
  listExpiring: { may: 'rules.read', belongs: 'nothing' },
  listMySights: { may: 'trace.own', belongs: 'nothing' },
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
  openSnils: {
    may: 'island.snils',
    belongs: 'organisation',
    asks: async (w, p) => ({
      params: { id: (await employee(w, p)).person },
      payload: { purpose: 'check', reason: 'сверка' },
    }),
    answers: 409,
  },
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
  listTasks: { may: 'signed-in', belongs: 'nothing' },
  countNotifications: { may: 'signed-in', belongs: 'nothing' },
  listNotifications: { may: 'signed-in', belongs: 'nothing' },
  seeNotifications: { may: 'signed-in', belongs: 'nothing', asks: () => ({ payload: { upTo: 1 } }) },

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
