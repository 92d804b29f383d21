import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { sheets } from '../../../sheets.ts'
import type { LoadAnswer } from '../exchange/load.answer.ts'
import { loadFolder } from '../exchange/load.command.ts'
import { expectSpansInOrder, openDistrict, SNILS } from '../people/people.fixture.ts'
import type { Double, Merge } from './doubles.contract.ts'
import { findBelongings } from './records.repo.ts'

const house = await openTestHouse()
const root = await mkdtemp(join(tmpdir(), 'rost-doubles-'))
afterAll(() => rm(root, { recursive: true, force: true }))

const STAFF =
  'Код ОО;Фамилия;Имя;Отчество;Пол;Дата рождения;СНИЛС;Должность;Ставка;Основное место работы;Принят;Категория'
const LEARNING =
  'Фамилия;Имя;Отчество;Дата рождения;СНИЛС;Программа;Вид;Форма;Провайдер;Часов;Начало;Окончание;Номер документа'
const MENTORING = ['наставника', 'наставляемого']
  .flatMap((who) => ['Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'СНИЛС'].map((name) => `${name} ${who}`))
  .join(';')
  .concat(';С')

const PETROVA = 'Петрова;Мария;Ивановна'
const PETROVNA = 'Петровна;Мария;Ивановна'
const BORN = '03.05.1980'
const course = (who: string, name: string, number: string) =>
  `${who};${BORN};;${name};повышение квалификации;очная;Центр;36;01.02.2024;20.02.2024;${number}`

type Folder = { staff: readonly string[]; learning?: readonly string[]; mentoring?: readonly string[] }

/** Маria Petrova twice: with a letter too many, and without one's number, in two schools. */
const TWICE: Folder = {
  staff: [
    `Ш1;${PETROVA};ж;${BORN};;учитель;1;да;01.09.2010;высшая`,
    `Ш1;${PETROVNA};;${BORN};${SNILS[0]};учитель;1;нет;01.09.2010;первая`,
    `Ш2;${PETROVNA};;${BORN};${SNILS[0]};методист;0,5;нет;01.09.2015;`,
    'Ш1;Ким;Олег;;м;01.02.1970;;учитель;1;да;01.09.2000;',
  ],
  learning: [course(PETROVA, 'Первая', '1'), course(PETROVA, 'Общая', '2'), course(PETROVNA, 'Общая', '2')],
  mentoring: [`Ким;Олег;;01.02.1970;;${PETROVNA};${BORN};;01.10.2024`],
}

async function openTwice(folder: Folder = TWICE) {
  const district = await openDistrict(house)
  const { tenant, methodist } = district
  const db = house.services.database.reader(tenant)
  const { code } = await db
    .selectFrom('registry.district')
    .select('code')
    .where('id', '=', tenant)
    .executeTakeFirstOrThrow()
  const load = async ({ staff, learning = [], mentoring = [] }: Folder): Promise<LoadAnswer> => {
    const path = await mkdtemp(join(root, 'f-'))
    const organisations = 'Код;Краткое наименование;Тип\nШ1;Школа 1;школа\nШ2;Школа 2;школа\n'
    await writeFile(join(path, 'organisations.xlsx'), organisations)
    await writeFile(join(path, 'staff.xlsx'), [STAFF, ...staff].join('\n'))
    await writeFile(join(path, 'learning.csv'), [LEARNING, ...learning].join('\n'))
    await writeFile(join(path, 'mentoring.csv'), [MENTORING, ...mentoring].join('\n'))
    return await loadFolder(house.services, code, path, { sheets })
  }
  await load(folder)
  const doubles = async (): Promise<Double[]> => (await methodist.ask('GET', '/api/doubles')).json().items
  const card = async (surname: string) =>
    await db
      .selectFrom('registry.person')
      .select(['id', 'version'])
      .where('surname', '=', surname)
      .executeTakeFirstOrThrow()
  const merge = async (kept: string, gone: string, more: object = {}) => {
    const [one, other] = [await card(kept), await card(gone)]
    return await methodist.ask('POST', `/api/people/${one.id}/merge`, {
      payload: { gone: other.id, version: other.version, ...more },
      headers: { 'if-match': `"${one.version}"` },
    })
  }
  const undo = async ({ id }: Merge) => await methodist.ask('POST', `/api/merges/${id}/undo`)
  return { ...district, db, load, doubles, card, merge, undo }
}

/** Every row that belongs to people, and the people; without the versions that each change raises. */
async function allRows(tenant: number) {
  const db = house.services.database.reader(tenant)
  const tables = new Set((await findBelongings(db)).map(({ table }) => table))
  const rows: Record<string, unknown> = {}
  for (const table of [...tables, 'registry.person', 'registry.person_surname', 'registry.person_span']) {
    const { rows: found } = await sql<{ row: unknown }>`
      select to_jsonb(t) - 'version' as row from ${sql.table(table)} t order by to_jsonb(t)::text`.execute(db)
    rows[table] = found.map(({ row }) => row)
  }
  return rows
}

const accepted = ({ files }: LoadAnswer): number => files.reduce((sum, file) => sum + file.accepted - file.unchanged, 0)

test('a pair stands side by side with its reasons, until somebody says that they are two people', async () => {
  const { doubles, methodist, head } = await openTwice()
  const [pair, ...others] = await doubles()
  expect(others).toEqual([])
  expect(pair).toMatchObject({
    is: 'probable',
    first: { surname: 'Петрова', sex: 'female', snils: null, employments: [{ organisation: { name: 'Школа 1' } }] },
    second: { surname: 'Петровна', sex: null, snils: '•••-•••-••• 95', origin: { file: 'staff.xlsx' } },
  })
  expect(pair?.reasons).toEqual(['same_birth', 'close_surname', 'same_given', 'same_patronymic', 'same_organisation'])
  const both = { payload: { first: pair?.second.id, second: pair?.first.id } }
  expect((await head.ask('GET', '/api/doubles')).statusCode).toBe(403)
  expect((await methodist.ask('POST', '/api/doubles/apart', both)).statusCode).toBe(204)
  expect(await doubles()).toEqual([])
  expect((await methodist.ask('POST', '/api/doubles/ask-again', both)).statusCode).toBe(204)
  expect(await doubles()).toHaveLength(1)
})

test('all records come along, what both had stays once, and undoing gives each card what it had', async () => {
  const { tenant, merge, undo, db, doubles } = await openTwice()
  const before = await allRows(tenant)
  const reply = await merge('Петрова', 'Петровна')
  expect(reply.statusCode, reply.body).toBe(201)
  const merged: Merge = reply.json()
  expect(merged).toMatchObject({
    kept: { name: 'Петрова Мария Ивановна' },
    gone: { name: 'Петровна Мария Ивановна', birthOn: '1980-05-03' },
    dropped: 2,
    undone: false,
  })
  const person = await db.selectFrom('registry.person').selectAll().where('id', '=', merged.kept.id).executeTakeFirst()
  expect(person).toMatchObject({ surname: 'Петрова', sex: 'female' })
  expect(person?.snils_hash).not.toBeNull()
  const places = await db
    .selectFrom('registry.employment')
    .select(['main'])
    .where('person_id', '=', merged.kept.id)
    .orderBy('hired_on')
    .execute()
  expect(places).toEqual([{ main: true }, { main: false }])
  expect(
    await db.selectFrom('activities.learning').select('id').where('person_id', '=', merged.kept.id).execute(),
  ).toHaveLength(2)
  expect(
    await db.selectFrom('mentoring.pair').select('id').where('mentee_id', '=', merged.kept.id).execute(),
  ).toHaveLength(1)
  await expectSpansInOrder(house, tenant)
  expect(await doubles()).toEqual([])

  const undone = await undo(merged)
  expect(undone.statusCode, undone.body).toBe(201)
  expect(undone.json()).toMatchObject({ id: merged.id, undone: true })
  expect(await allRows(tenant)).toEqual(before)
  expect(await doubles(), 'two people since').toEqual([])
  expect((await undo(merged)).json()).toMatchObject({ code: 'undone_already' })
})

test('files that name the card that is gone mean the one that stays; after undoing, each again', async () => {
  const { tenant, merge, undo, load } = await openTwice()
  const merged: Merge = (await merge('Петрова', 'Петровна')).json()
  const after = await allRows(tenant)
  expect(accepted(await load(TWICE))).toBe(0)
  expect(await allRows(tenant)).toEqual(after)
  const answer = await load({ staff: TWICE.staff.slice(0, 1), learning: [course(PETROVNA, 'Новая', '9')] })
  expect(answer.files.flatMap(({ rejected }) => rejected)).toEqual([])
  const later: Merge = (await undo(merged)).json()
  expect(later.undone).toBe(true)
  const parted = await allRows(tenant)
  await load(TWICE)
  expect(await allRows(tenant)).toEqual(parted)
})

test('what the card that stays takes of the other is chosen', async () => {
  const { merge, db } = await openTwice()
  const reply = await merge('Петрова', 'Петровна', { take: ['surname'] })
  const { kept } = reply.json() as Merge
  expect(kept.name).toBe('Петровна Мария Ивановна')
  const surnames = await db
    .selectFrom('registry.person_surname')
    .select('key')
    .where('person_id', '=', kept.id)
    .execute()
  expect(surnames.map(({ key }) => key)).toContain('петрова')
})

test('two numbers are two people; so are a mentor and the one they help', async () => {
  const numbered = await openTwice({
    staff: [
      `Ш1;${PETROVA};ж;${BORN};${SNILS[1]};учитель;1;да;01.09.2010;`,
      `Ш1;${PETROVNA};;${BORN};${SNILS[0]};учитель;1;нет;01.09.2010;`,
    ],
  })
  const refused = await numbered.merge('Петрова', 'Петровна')
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'two_numbers'])
  const pair = await openTwice({
    ...TWICE,
    mentoring: [`${PETROVA};${BORN};;${PETROVNA};${BORN};;01.10.2024`],
  })
  const before = await allRows(pair.tenant)
  const collide = await pair.merge('Петрова', 'Петровна')
  expect([collide.statusCode, collide.json().code]).toEqual([409, 'records_collide'])
  expect(await allRows(pair.tenant)).toEqual(before)
})

test('a card that changed meanwhile is not merged, and a merge that was built on is not undone', async () => {
  const { merge, undo, card, methodist } = await openTwice()
  expect((await merge('Петрова', 'Петровна', { version: 99 })).statusCode).toBe(412)
  const merged: Merge = (await merge('Петрова', 'Петровна', { take: ['surname'] })).json()
  const { id, version } = await card('Петровна')
  await methodist.ask('PATCH', `/api/people/${id}`, {
    payload: { surname: 'Сидорова' },
    headers: { 'if-match': `"${version}"` },
  })
  const refused = await undo(merged)
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'changed_since'])
})

test('a card that stayed may go into another; they part in the other order', async () => {
  const third = 'Ш2;Петрива;Мария;Ивановна;;03.05.1980;;учитель;1;нет;01.09.2012;'
  const { tenant, merge, undo, load } = await openTwice({ ...TWICE, staff: [...TWICE.staff, third] })
  const before = await allRows(tenant)
  const first: Merge = (await merge('Петрова', 'Петровна')).json()
  const reply = await merge('Петрива', 'Петрова')
  expect(reply.statusCode, reply.body).toBe(201)
  const again = await load({ ...TWICE, staff: [...TWICE.staff, third] })
  expect(accepted(again), JSON.stringify(again.files)).toBe(0)
  const refused = await undo(first)
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'merged_further'])
  expect((await undo(reply.json())).statusCode).toBe(201)
  expect((await undo(first)).statusCode).toBe(201)
  expect(await allRows(tenant)).toEqual(before)
})

const ONE_CARD: Folder = {
  staff: [
    `Ш1;${PETROVA};ж;${BORN};${SNILS[0]};учитель;1;да;01.09.2010;высшая`,
    `Ш2;${PETROVA};ж;${BORN};${SNILS[0]};методист;0,5;нет;01.09.2015;`,
  ],
  learning: [course(PETROVA, 'Первая', '1'), course(PETROVA, 'Вторая', '2')],
}

test('two people on one card: one gets a card of their own with the records that are named, until it is merged back', async () => {
  const { tenant, methodist, db, load, card, doubles, school } = await openTwice(ONE_CARD)
  const before = await allRows(tenant)
  const { id, version } = await card('Петрова')
  const [, methodical] = await db.selectFrom('registry.employment').select('id').orderBy('hired_on').execute()
  const [, second] = await db.selectFrom('activities.learning').select('id').orderBy('id').execute()
  const person = { surname: 'Петрова', givenName: 'Марина', patronymic: 'Игоревна', birthOn: '1991-02-07' }
  const split = async (payload: object) =>
    await methodist.ask('POST', `/api/people/${id}/split`, { payload, headers: { 'if-match': `"${version}"` } })
  const records = [
    { of: 'registry.employment.person_id', ids: [methodical?.id] },
    { of: 'activities.learning.person_id', ids: [second?.id] },
  ]
  for (const wrong of [
    [{ of: 'registry.employment.person_id', ids: [999_999] }],
    [{ of: 'registry.organisation.id', ids: [school] }],
  ]) {
    expect((await split({ person, records: wrong })).statusCode).toBe(422)
  }
  expect(await allRows(tenant)).toEqual(before)

  const reply = await split({ person, records })
  expect(reply.statusCode, reply.body).toBe(201)
  const parted = reply.json()
  expect(parted.moved).toBe(2)
  const moved = await db.selectFrom('registry.employment').select('id').where('person_id', '=', parted.id).execute()
  expect(moved).toEqual([methodical])
  await expectSpansInOrder(house, tenant)
  expect(await doubles()).toEqual([])
  const after = await allRows(tenant)
  const right = (row: string) =>
    row.replaceAll(PETROVA, 'Петрова;Марина;Игоревна').replaceAll(BORN, '07.02.1991').replaceAll(SNILS[0], '')
  const mended = {
    staff: [ONE_CARD.staff[0] ?? '', right(ONE_CARD.staff[1] ?? '').replace(';ж;', ';;')],
    learning: [ONE_CARD.learning?.[0] ?? '', right(ONE_CARD.learning?.[1] ?? '')],
  }
  const answer = await load(mended)
  expect(answer.files.flatMap(({ rejected }) => rejected)).toEqual([])
  expect((await db.selectFrom('registry.employment').select('id').execute()).length).toBe(2)
  expect(Object.keys(after)).toEqual(Object.keys(await allRows(tenant)))

  const now = await card('Петрова')
  const back = await methodist.ask('POST', `/api/people/${id}/merge`, {
    payload: { gone: parted.id, version: parted.cardVersion },
    headers: { 'if-match': `"${now.id === id ? now.version : version + 1}"` },
  })
  expect(back.statusCode, back.body).toBe(201)
  const employments = await db.selectFrom('registry.employment').select('person_id').execute()
  expect(new Set(employments.map((one) => one.person_id))).toEqual(new Set([id]))
})
