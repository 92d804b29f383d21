/** Somebody is erased: nothing of them is left anywhere, published figures stay, and a file does not bring them back. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, test } from 'vitest'
import { addActor, type Person } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import { findDistrictKey } from '../../registry/districts/district.key.ts'
import { openLoads } from '../../registry/loads/loads.fixture.ts'
import type { ErasurePreview } from './erasure.contract.ts'

const house = await openTestHouse({ work: true })
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
const { load, compare, ended, faulty, at } = openLoads(house, seeds)
const { services } = house

const ORGANISATIONS = 'Код;Краткое наименование;Тип\nШ1;Школа 1;школа\n'
const HEAD =
  'Код ОО;Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Должность;Ставка;Основное место работы;Принят;Уволен;Электронная почта\n'
const MAIL = 'zhuravlikhina@school.example'
const HERS = `Ш1;Журавлихина;Анна;Петровна;01.05.1980;112-233-445 95;учитель;1;да;01.09.2010;31.08.2025;${MAIL}\n`
/** The same person in a row that cannot be taken. */
const SPOILT = 'Ш9;Журавлихина;Анна;Петровна;01.05.1980;;учитель;1;нет;01.09.2010;;\n'
const OTHER = 'Ш1;Птицына;Ольга;Ивановна;02.06.1985;;учитель;1;да;01.09.2012;;\n'
const OTHER_SPOILT = 'Ш9;Птицына;Ольга;Ивановна;02.06.1985;;учитель;1;нет;01.09.2012;;\n'
const LEARNING =
  'Фамилия;Имя;Отчество;Дата рождения;Программа;Вид;Форма;Провайдер;Часов;Начало;Окончание\n' +
  'Журавлихина;Анна;Петровна;01.05.1980;Курс;повышение квалификации;дистанционная;Центр;36;01.02.2025;20.02.2025\n'
const FILES = {
  'organisations.csv': ORGANISATIONS,
  'staff.csv': HEAD + HERS + SPOILT + OTHER + OTHER_SPOILT,
  'learning.csv': LEARNING,
}

/** As any of these letters stand nobody else has it in this house. */
const TRACES = ['журавлихин', '112-233-445 95', '11223344595', 'zhuravlikhina']

/** What the register says stays: who asked, as the answer names them. */
const STAYS = ['privacy.request.applicant']

const ok = async (asked: ReturnType<Person['ask']>) => {
  const reply = await asked
  expect([200, 201, 204], reply.body).toContain(reply.statusCode)
  return reply.json()
}

async function findTraces(): Promise<string[]> {
  const client = new pg.Client({ connectionString: services.settings.migratorUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ table: string; column: string }>(
      `select format('%I.%I', n.nspname, c.relname) as "table", format('%I', a.attname) as "column"
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
        and a.atttypid::regtype::text in ('text', 'text[]', 'json', 'jsonb', 'character varying', 'bytea')
        and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname not like 'pg\\_temp%' order by 1, 2`,
    )
    expect(rows.length).toBeGreaterThan(100)
    const found: string[] = []
    for (const { table, column } of rows) {
      const { rows: values } = await client.query<{ value: unknown }>(
        `select ${column} as value from ${table} where ${column} is not null`,
      )
      const texts = values.map(({ value }) => (Buffer.isBuffer(value) ? opened(value) : JSON.stringify(value)))
      const isThere = texts.some((text) => TRACES.some((trace) => text.toLowerCase().includes(trace)))
      if (isThere) found.push(`${table}.${column}`)
    }
    return found
  } finally {
    await client.end()
  }
}

let key: Awaited<ReturnType<typeof findDistrictKey>> | undefined
/** Whatever the district’s key opens, by any of the uses it is sealed for. */
function opened(sealed: Buffer): string {
  for (const context of ['faulty_row', 'mended_row', 'kept_cells', 'snils']) {
    try {
      return key?.open(sealed, context).toString() ?? ''
    } catch {
      // Sealed for something else, or not sealed at all.
    }
  }
  return sealed.toString('latin1')
}

async function fill() {
  const { tenant, methodist } = at
  key = await findDistrictKey(services.database.reader(null), services.master, tenant)
  const first = await load(FILES)
  const people: { id: number; surname: string; version: number }[] = (
    await ok(methodist.ask('GET', '/api/people?size=50&activeOn=2025-06-30'))
  ).items
  const { id } = people.find(({ surname }) => surname === 'Журавлихина') ?? expect.unreachable()
  const teacher = await addActor(house, [{ tenant, role: 'teacher', person: id }])
  const security = await addActor(house, [{ tenant, role: 'security' }])
  const once = { headers: { 'idempotency-key': randomUUID() } }
  await ok(
    methodist.ask('POST', `/api/people/${id}/snils/open`, { payload: { purpose: 'check', reason: 'сверка' }, ...once }),
  )
  await ok(
    teacher.ask('POST', '/api/my/questions', { payload: { about: 'Курс', text: 'Я, Журавлихина Анна, там не была' } }),
  )
  const card = await ok(methodist.ask('GET', `/api/people/${id}`))
  await ok(
    methodist.ask('PATCH', `/api/people/${id}`, {
      payload: { patronymic: 'Олеговна' },
      headers: { 'if-match': `"${card.version}"`, 'idempotency-key': randomUUID() },
    }),
  )
  // Another card of hers, merged; and a load that was compared before it was taken.
  const double = await ok(
    methodist.ask('POST', '/api/people', {
      payload: { surname: 'Журавлихина', givenName: 'Анна', patronymic: null, birthOn: '1980-01-05', snils: null },
      headers: { 'idempotency-key': randomUUID() },
    }),
  )
  const now = await ok(methodist.ask('GET', `/api/people/${id}`))
  await ok(
    methodist.ask('POST', `/api/people/${id}/merge`, {
      payload: { gone: double.id, version: double.version },
      headers: { 'if-match': `"${now.version}"` },
    }),
  )
  const compared = await compare({ 'staff.csv': HEAD + HERS.replace(';1;да', ';0.5;да') + SPOILT })
  await ok(methodist.ask('POST', `/api/loads/${compared.id}/take`))
  await ended(compared.id)
  const department = await addActor(house, [{ tenant, role: 'department' }])
  return { id, teacher, security, department, first, tenant, methodist }
}

async function publish({ methodist }: { methodist: Person }): Promise<number> {
  const { id } = await ok(methodist.ask('POST', '/api/snapshots', { payload: { date: '2025-06-30', title: 'Июнь' } }))
  const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
  const document = { number: '1', date: '2025-07-01', signatory: 'Начальник' }
  await ok(methodist.ask('POST', `/api/snapshots/${id}/approve`, { payload: document, ...match(1) }))
  await ok(methodist.ask('POST', `/api/snapshots/${id}/publish`, match(2)))
  return id
}

test('what is erased is nowhere, the published figures are as they were, and the same file does not bring it back', async () => {
  const { id, teacher, security, department, methodist } = await fill()
  const snapshot = await publish({ methodist })
  const figures = async () => {
    // What is counted anew stands beside them, and that does change.
    const { restated: _, ...told } = await ok(methodist.ask('GET', `/api/snapshots/${snapshot}`))
    return told
  }
  const before = await figures()
  const counted = JSON.stringify(before)
  expect(counted).toMatch(/"numerator":1,"denominator":2/)
  const traces = await findTraces()
  expect(traces).toEqual(
    expect.arrayContaining([
      'registry.person.surname',
      'registry.faulty_row.sealed_cells',
      'platform.kept_answer.reply',
    ]),
  )
  expect(traces.length).toBeGreaterThan(10)

  const request = await ok(
    teacher.ask('POST', '/api/me/personal-data-requests', { payload: { kind: 'erasure', words: 'удалите меня' } }),
  )
  const address = `/api/personal-data/requests/${request.id}/erasure`
  const preview: ErasurePreview = await ok(methodist.ask('GET', address))
  expect(preview).toMatchObject({ hindrances: [], byTwo: true, askedBy: null, can: ['ask'] })
  const told = new Map(preview.lines.map(({ table, does, rows }) => [`${table} ${does}`, rows]))
  expect(told.get('registry.person remove')).toBe(1)
  expect(told.get('registry.faulty_row open')).toBe(2)
  expect(told.get('activities.learning remove')).toBe(1)
  expect(told.get('indicators.snapshot_member keep')).toBeGreaterThan(0)
  expect(await findTraces()).toEqual([...traces, ...STAYS].sort())

  const go = (who: Person, version: number, surname = 'Журавлихина') =>
    who.ask('POST', address, { payload: { surname }, headers: { 'if-match': `"${version}"` } })
  expect((await go(methodist, 1, 'Птицына')).json()).toMatchObject({
    status: 422,
    errors: [{ code: 'surname_differs' }],
  })
  expect(await ok(go(methodist, 1))).toEqual({ erased: false })
  expect((await go(methodist, 2)).json()).toMatchObject({ status: 409, code: 'second_person_needed' })
  expect((await go(security, 2)).statusCode).toBe(403)
  expect(await ok(go(department, 2))).toEqual({ erased: true })

  expect((await findTraces()).filter((place) => !STAYS.includes(place))).toEqual([])
  expect(await figures()).toEqual(before)
  const behind = await ok(methodist.ask('GET', `/api/snapshots/${snapshot}/indicators/P04/members?part=counted`))
  expect(behind.items).toMatchObject([{ id, label: null }])
  expect((await methodist.ask('GET', `/api/people/${id}`)).statusCode).toBe(404)
  expect((await teacher.ask('GET', '/api/me')).statusCode).toBe(401)
  const journal = (await ok(security.ask('GET', '/api/journal?size=50'))).items
  expect(journal.find(({ action }: { action: string }) => action === 'eraseRequested')).toBeDefined()

  // Others stay as they were.
  const left = (await ok(methodist.ask('GET', '/api/people?size=50&activeOn=2025-06-30'))).items
  expect(left.map(({ surname }: { surname: string }) => surname)).toEqual(['Птицына'])

  const again = await load(FILES)
  const refused = (await faulty(again.id)).items.map(({ file, code }: { file: string; code: string }) => [file, code])
  expect(refused).toEqual(
    expect.arrayContaining([
      ['staff.csv', 'person_erased'],
      ['learning.csv', 'person_erased'],
    ]),
  )
  expect((await ok(methodist.ask('GET', '/api/people?size=50&activeOn=2025-06-30'))).total).toBe(1)

  await ok(methodist.ask('POST', `${address}/lift`))
  await load(FILES)
  expect((await ok(methodist.ask('GET', '/api/people?size=50&activeOn=2025-06-30'))).total).toBe(2)
})

test('who is at work is not erased, and is told why; nor is anybody while a load waits', async () => {
  const { tenant, methodist } = at
  await load({ ...FILES, 'staff.csv': HEAD + HERS.replace('31.08.2025', '') })
  const { items } = await ok(methodist.ask('GET', '/api/people?size=50&activeOn=2025-06-30'))
  const [{ id }] = items
  const department = await addActor(house, [{ tenant, role: 'department' }])
  const entered = await ok(
    methodist.ask('POST', '/api/personal-data/requests', {
      payload: { personId: id, kind: 'erasure', receivedOn: '2025-05-05' },
    }),
  )
  const address = `/api/personal-data/requests/${entered.id}/erasure`
  const preview: ErasurePreview = await ok(methodist.ask('GET', address))
  expect(preview.can).toEqual([])
  expect(preview.hindrances).toHaveLength(1)
  const go = (who: Person, version: number) =>
    who.ask('POST', address, { payload: { surname: 'журавлихина' }, headers: { 'if-match': `"${version}"` } })
  expect((await go(department, 1)).json()).toMatchObject({ status: 409, code: 'erasure_hindered' })
  expect((await ok(methodist.ask('GET', '/api/people?size=50&activeOn=2025-06-30'))).total).toBe(1)
})
