import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { rowsOfWorkbook } from '../../../../test/harness/workbook.ts'
import type { LoadAnswer } from '../exchange/load.answer.ts'
import { loadFolder } from '../exchange/load.command.ts'
import { registrySheets } from '../exchange/registry.sheets.ts'
import { addValue, expectSpansInOrder, faultsOf, hire, openDistrict } from './people.fixture.ts'

const house = await openTestHouse()
const { services } = house
const root = await mkdtemp(join(tmpdir(), 'rost-columns-'))
afterAll(() => rm(root, { recursive: true, force: true }))

const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })

type Cells = Readonly<Record<string, string>>

const ANNA: Cells = {
  ...{ Фамилия: 'Ёлкина', Имя: 'Анна', 'Дата рождения': '01.05.1980', Должность: 'учитель' },
  ...{ Ставка: '1', 'Основное место работы': 'да', Принят: '01.09.2020' },
}
const MORE: Cells = {
  'Вид занятости': 'Основное место',
  Категория: 'первая',
  'Категория присвоена': '12.04.2021',
  'Категория действует по': '',
  'Приказ о категории': '№ 871-р',
  'Длительный отпуск': 'Отпуск по уходу за ребёнком',
  'Длительный отпуск с': '01.02.2025',
  'Длительный отпуск по': '31.01.2027',
  'Функция заместителя': 'по ВР',
  'Классное руководство': '5 «А»',
  'Электронная почта': 'Anna@School.ru',
}

/** A district with a school, and loads of rows of staff there: the columns are those of the first row. */
async function openLoading() {
  const district = await openDistrict(house)
  const db = services.database.reader(district.tenant)
  const codeOf = async (table: 'registry.organisation' | 'registry.district', id: number): Promise<string> =>
    (await db.selectFrom(table).select('code').where('id', '=', id).executeTakeFirstOrThrow()).code
  const [code, districtCode] = [
    await codeOf('registry.organisation', district.school),
    await codeOf('registry.district', district.tenant),
  ]
  const load = async (...rows: readonly Cells[]): Promise<LoadAnswer> => {
    const columns = Object.keys(rows[0] ?? {})
    const lines = [['Код ОО', ...columns], ...rows.map((row) => [code, ...columns.map((column) => row[column] ?? '')])]
    const folder = await mkdtemp(join(root, 'f-'))
    await writeFile(join(folder, 'staff.xlsx'), lines.map((line) => line.join(';')).join('\n'))
    return await loadFolder(services, districtCode, folder, { sheets: registrySheets })
  }
  const card = async (surname = 'Ёлкина') => {
    const { items } = (await district.methodist.ask('GET', '/api/people', { query: { q: surname } })).json()
    return (await district.methodist.ask('GET', `/api/people/${items[0].id}`)).json()
  }
  const named = async (population: object, date = '2025-11-20'): Promise<string[]> => {
    const reply = await district.methodist.ask('POST', '/api/populations/preview', {
      payload: { subject: 'person', date, population },
    })
    expect(reply.statusCode, reply.body).toBe(201)
    const { names } = reply.json()
    return names.matched.map(({ label }: { label: string }) => label.split(' ')[0]).sort()
  }
  return { ...district, load, card, named }
}

const holds = (...is: readonly string[]) => ({
  term: 'holdsCategory',
  when: { at: 'date' },
  ...(is.length > 0 && { where: { category: { is } } }),
})
const employed = (where: object) => ({ term: 'employed', when: { at: 'date' }, where })

test('from the file to the card, with where each comes from; what the file clears is gone, what it lacks stays', async () => {
  const { load, card, tenant } = await openLoading()
  const answer = await load({ ...ANNA, ...MORE })
  expect(answer.files[0]).toMatchObject({ accepted: 1, rejected: [], ignoredColumns: [] })
  const loaded = await card()
  expect(loaded.employments).toMatchObject([
    {
      ...{ kind: 'main', category: { label: 'первая' }, categoryOn: '2021-04-12', categoryUntil: null },
      ...{ categoryEndsOn: '2026-04-11', categoryOrder: '№ 871-р', classLed: '5 «А»', email: 'a•••@school.ru' },
      ...{ leaveKind: { label: 'отпуск по уходу за ребёнком' }, leaveOn: '2025-02-01', leaveUntil: '2027-01-31' },
      ...{ deputyFunction: { label: 'по ВР' }, origin: { row: 2 } },
    },
  ])
  expect(JSON.stringify(loaded)).not.toMatch(/anna@/i)

  expect((await load(ANNA)).files[0]).toMatchObject({ accepted: 1, updated: 0, unchanged: 1 })
  expect((await card()).employments[0]).toEqual(loaded.employments[0])

  const cleared = Object.fromEntries(Object.keys(MORE).map((column) => [column, '']))
  const none = { ...cleared, 'Классное руководство': 'Нет', 'Функция заместителя': '—', 'Длительный отпуск': 'нет' }
  expect((await load({ ...ANNA, ...none })).files[0]).toMatchObject({ updated: 1, rejected: [] })
  const [after] = (await card()).employments
  expect(after).toMatchObject({
    ...{ kind: null, category: null, categoryOn: null, categoryOrder: null, categoryEndsOn: null, email: null },
    ...{ leaveKind: null, leaveOn: null, leaveUntil: null, deputyFunction: null, classLed: null },
    origins: { kind: { row: 2 }, leaveOn: { row: 2 }, email: { row: 2 } },
  })
  expect((await load({ ...ANNA, ...none })).files[0]).toMatchObject({ updated: 0, unchanged: 1 })
  await expectSpansInOrder(house, tenant)
})

test('what is wrong with a row is said at its cell', async () => {
  const { load } = await openLoading()
  const wrong = (change: Cells, at: number): Cells => ({ ...ANNA, ...MORE, Фамилия: `Иная${at}`, ...change })
  const answer = await load(
    wrong({ 'Вид занятости': 'по договору' }, 1),
    wrong({ 'Категория присвоена': '31.02.2021' }, 2),
    wrong({ 'Категория действует по': '11.04.2021' }, 3),
    wrong({ 'Длительный отпуск по': '31.01.2025' }, 4),
    wrong({ 'Электронная почта': 'анна@school.ru' }, 5),
    wrong({}, 6),
  )
  expect(answer.files[0]?.rejected.map(({ column, code }) => `${column}: ${code}`)).toEqual([
    'Вид занятости: value_unknown',
    'Категория присвоена: date_invalid',
    'Категория действует по: dates_order',
    'Длительный отпуск по: dates_order',
    'Электронная почта: email_invalid',
  ])
})

test('a category is held as long as it is in force, a leave while it lasts', async () => {
  const { load, named } = await openLoading()
  const row = (surname: string, change: Cells): Cells => ({
    ...ANNA,
    ...Object.fromEntries(Object.keys(MORE).map((column) => [column, ''])),
    Уволен: '',
    Фамилия: surname,
    ...change,
  })
  await load(
    row('Бессрочная', { Категория: 'высшая', 'Категория присвоена': '01.09.2023' }),
    row('Прежняя', { Категория: 'Высшая', 'Категория присвоена': '31.08.2023' }),
    row('Срочная', {
      Категория: 'первая',
      'Категория присвоена': '10.01.2022',
      'Категория действует по': '31.12.2025',
    }),
    row('Соответствует', { Категория: 'СЗД', 'Категория присвоена': '20.11.2023' }),
    row('Старая', { Категория: 'первая' }),
    row('Никакая', { Категория: 'без категории' }),
    row('Мать', { 'Длительный отпуск': 'отпуск по уходу за ребёнком', 'Длительный отпуск с': '01.12.2024' }),
    row('Ушедшая', { 'Длительный отпуск': 'длительный отпуск до года', Уволен: '31.08.2025' }),
    row('Вернулась', { 'Длительный отпуск с': '01.09.2024', 'Длительный отпуск по': '31.08.2025' }),
  )
  expect(await named(holds('высшая', 'первая'))).toEqual(['Бессрочная', 'Прежняя', 'Срочная', 'Старая'])
  expect(await named(holds())).toEqual(['Бессрочная', 'Прежняя', 'Соответствует', 'Срочная', 'Старая'])
  expect(await named(holds('высшая', 'первая'), '2026-01-01')).toEqual(['Бессрочная', 'Прежняя', 'Старая'])
  expect(await named(holds(), '2028-11-20')).toEqual(['Бессрочная', 'Старая'])
  expect(await named(holds(), '2028-08-30')).toContain('Прежняя')
  expect(await named(holds('СЗД'), '2028-11-19')).toEqual(['Соответствует'])
  expect(await named(holds('высшая'), '2023-08-31')).toEqual(['Прежняя'])
  const granted = { term: 'grantedCategory', when: { during: { from: '2023-09-01', to: '2024-08-31' } } }
  expect(await named(granted)).toEqual(['Бессрочная', 'Соответствует'])

  const onLeave = { term: 'onLeave', when: { at: 'date' } }
  expect(await named(onLeave)).toEqual(['Мать'])
  expect(await named(onLeave, '2025-08-31')).toEqual(['Вернулась', 'Мать', 'Ушедшая'])
  const caring = { ...onLeave, where: { kind: { is: 'Отпуск по уходу за ребенком' } } }
  expect(await named(caring, '2025-08-31')).toEqual(['Мать'])
  expect(await named({ all: [holds(), { not: onLeave }] })).toHaveLength(5)
})

test('kinds of employment, deputies, leaders of a class and who has an address can be asked for', async () => {
  const { load, named } = await openLoading()
  const row = (surname: string, change: Cells): Cells => ({ 'Вид занятости': '', ...ANNA, Фамилия: surname, ...change })
  const only = Object.fromEntries(
    ['Функция заместителя', 'Классное руководство', 'Электронная почта'].map((c) => [c, '']),
  )
  await load(
    { ...only, ...row('Основная', { 'Классное руководство': 'да', 'Электронная почта': 'a@b.ru' }) },
    row('Внешняя', { 'Вид занятости': 'внешнее совместительство', 'Основное место работы': 'нет' }),
    row('Замещает', { Должность: 'зам. директора', 'Функция заместителя': 'по УВР' }),
    row('Неясная', { 'Основное место работы': 'нет' }),
  )
  expect(await named(employed({ kind: { is: 'outer' } }))).toEqual(['Внешняя'])
  expect(await named(employed({ kind: { is: ['main', 'inner'] } }))).toEqual(['Замещает', 'Основная'])
  expect(await named({ not: employed({ kind: { is: 'main' } }) })).toEqual(['Внешняя'])
  expect(await named(employed({ deputyFunction: { is: ['по увр', 'по ВР'] } }))).toEqual(['Замещает'])
  expect(await named(employed({ classLed: { is: true } }))).toEqual(['Основная'])
  expect(await named(employed({ email: { is: true } }))).toEqual(['Основная'])
})

test('all of it is typed on the card, told in the history, taken back, and taken away in a workbook', async () => {
  const district = await openDistrict(house)
  const { tenant, methodist } = district
  const person = (await hire(methodist, district, { surname: 'Вручную' })).json()
  const [{ id }] = person.employments
  const [first, leave, retired] = [
    await addValue(house, tenant, 'category', 'первая'),
    await addValue(house, tenant, 'leave_kind', 'творческий отпуск'),
    await addValue(house, tenant, 'deputy_function'),
  ]
  await services.database.write(tenant, (tx) =>
    tx.updateTable('registry.classifier_value').set({ retired_at: new Date() }).where('id', '=', retired).execute(),
  )
  const change = (payload: object, version = 1) =>
    methodist.ask('PATCH', `/api/employments/${id}`, { payload, ...match(version) })
  expect(faultsOf(await change({ kind: 'outer', email: 'анна@mail.ru', deputyFunctionId: retired }))).toEqual([
    'deputyFunctionId value_retired',
    'email email_wrong',
    'kind kind_contradicts_main',
  ])
  expect(faultsOf(await change({ categoryOn: '2024-03-01', categoryUntil: '2024-02-29', leaveKindId: first }))).toEqual(
    ['categoryUntil ends_before_start', 'leaveKindId reference_unknown'],
  )
  const typed = {
    ...{ kind: 'outer', main: false, categoryId: first, categoryOn: '2024-03-01', categoryOrder: '12-р' },
    ...{ leaveKindId: leave, leaveOn: '2025-09-01', classLed: '7Б', email: ' Anna@Mail.ru ' },
  }
  const changed = await change(typed)
  expect(changed.statusCode, changed.body).toBe(200)
  expect(changed.json()).toMatchObject({
    ...{ kind: 'outer', categoryEndsOn: null, leaveKind: { label: 'творческий отпуск' }, email: 'a•••@mail.ru' },
    origins: { kind: null, categoryOn: null, leaveKind: null, email: null },
  })

  const at = `/api/people/${person.id}/revisions`
  const [latest] = (await methodist.ask('GET', at, { headers: { 'accept-language': 'ru' } })).json().items
  const told = new Map(latest.fields.map(({ field, after }: { field: string; after: string }) => [field, after]))
  expect([told.get('kind'), told.get('email'), told.get('category')]).toEqual([
    'внешнее совместительство',
    '•••',
    'первая',
  ])

  const book = await methodist.ask('GET', '/api/people.xlsx', { query: { q: 'вручную' } })
  const [header, line] = await rowsOfWorkbook(book.rawPayload, 'Люди')
  const cell = (column: string) => line?.[header?.indexOf(column) ?? -1]
  expect(['Вид занятости', 'Категория с', 'Категория по', 'Классное руководство'].map(cell)).toEqual([
    'внешнее совместительство',
    '01.03.2024',
    '',
    '7Б',
  ])

  const undone = await methodist.ask('POST', `${at}/${latest.id}/undo`)
  expect(undone.statusCode, undone.body).toBeLessThan(300)
  const [after] = (await methodist.ask('GET', `/api/people/${person.id}`)).json().employments
  expect(after).toMatchObject({ kind: null, main: true, category: null, categoryOn: null, email: null, classLed: null })
})
