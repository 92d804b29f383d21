import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { SAMPLE_TOLD, toldOf } from '../../../../test/harness/sample.ts'
import { modules } from '../../../modules.ts'
import { writeWorkbook } from '../../../platform/spreadsheets/index.ts'
import { ANNA, type Files, ORGANISATIONS, openLoads, STAFF } from './loads.fixture.ts'

const SAMPLE = new URL('../../../../test/fixtures/district', import.meta.url).pathname

const house = await openTestHouse({ work: true })
const { load, faulty, look, at } = openLoads(
  house,
  modules.flatMap((module) => module.seedDistrict ?? []),
)

const book = async (sheets: Readonly<Record<string, string>>): Promise<Uint8Array> =>
  await writeWorkbook({
    sheets: Object.entries(sheets).map(([name, csv]) => {
      const [header = '', ...rows] = csv.trimEnd().split('\n')
      return {
        name,
        columns: header.split(';').map((text) => ({ header: text })),
        rows: rows.map((row) => row.split(';').map((text) => (text === '' ? null : text))),
      }
    }),
  })

const OLGA = ANNA.replace('Анна', 'Ольга')
const POOLS = 'Вид;СНИЛС;Фамилия;Имя;Дата рождения;Включён\nрезерв;;Орлова;Анна;01.05.1980;01.02.2024\n'
const EVENTS = 'Код;Название;Вид;Дата;Организатор;Уровень\nМ1;Семинар;семинар;01.02.2024;Ш1;район\n'

it('the sample district under names nobody knows comes out as the truth says', { timeout: 120_000 }, async () => {
  const names = await readdir(SAMPLE)
  const renamed = await Promise.all(
    names.map(
      async (name, n): Promise<[string, Uint8Array]> => [
        `Выгрузка ${n + 1}${name.slice(name.lastIndexOf('.'))}`,
        await readFile(join(SAMPLE, name)),
      ],
    ),
  )
  const done = await load(Object.fromEntries(renamed.reverse()))
  expect(done).toMatchObject({ state: 'done', answer: { unread: [] } })
  expect(toldOf(done.answer.files)).toEqual(SAMPLE_TOLD)
  expect(done.answer.files[1]).toMatchObject({ recognised: { file: 'staff.xlsx', sheet: null } })
})

const cases: readonly { what: string; files: () => Promise<Files> | Files; files_: object[]; unread: object[] }[] = [
  {
    what: 'two files of one kind are both taken, in the order of upload',
    files: () => ({ 'б.csv': STAFF + ANNA, 'школы.csv': ORGANISATIONS, 'а.csv': STAFF + OLGA }),
    files_: [
      { file: 'школы.csv', recognised: { file: 'organisations.xlsx', sheet: null } },
      { file: 'б.csv', accepted: 1 },
      { file: 'а.csv', accepted: 1, after: ['б.csv'] },
    ],
    unread: [],
  },
  {
    what: 'one of them has the name of the exchange folder',
    files: () => ({ 'ещё.csv': STAFF + OLGA, 'organisations.xlsx': ORGANISATIONS, 'Staff.xlsx': STAFF + ANNA }),
    files_: [{ file: 'organisations.xlsx' }, { file: 'ещё.csv' }, { file: 'Staff.xlsx', after: ['ещё.csv'] }],
    unread: [],
  },
  {
    what: 'a workbook holds everything, beside sheets nobody needs',
    files: async () => ({
      'Район.xlsx': await book({
        Справка: 'О файле\nтекст\n',
        Резерв: POOLS,
        'Школа 1': STAFF + ANNA,
        'Школа 1 (2)': STAFF + OLGA,
        Организации: ORGANISATIONS,
        План: EVENTS,
      }),
    }),
    files_: [
      { sheet: 'Организации', accepted: 1 },
      { sheet: 'Школа 1', accepted: 1 },
      { sheet: 'Школа 1 (2)', accepted: 1 },
      // Every list of events has the columns of a list of communities, too.
      { sheet: 'План', accepted: 1, recognised: { file: 'events.xlsx', sheet: 'Мероприятия' } },
      { sheet: 'Резерв', accepted: 1 },
    ],
    unread: [
      {
        file: 'Район.xlsx',
        code: 'sheet_unknown',
        message: 'Лист «Справка». По заголовкам не узнать, что это: лист не загружен',
      },
    ],
  },
  {
    what: 'headers below a title, and in other letters',
    files: () => ({ 'x.csv': `Реестр организаций\n\n${ORGANISATIONS.replace('Код', ' КОД ')}` }),
    files_: [{ file: 'x.csv', accepted: 1 }],
    unread: [],
  },
  {
    what: 'a column is missing: what it looks like, and which',
    files: () => ({ 'кадры.csv': STAFF.replace(';Ставка', '').replace(';Принят', ';Принята') }),
    files_: [],
    unread: [
      {
        file: 'кадры.csv',
        code: 'columns_missing',
        message: 'Похоже на staff, не хватает столбцов: «Ставка», «Принят»',
      },
    ],
  },
  {
    what: 'headers of two kinds',
    files: () => ({ 'всё.csv': 'Код;Краткое наименование;Тип;Название;Вид;Уровень\n1;2;3;4;5;6\n' }),
    files_: [],
    unread: [
      { code: 'sheet_ambiguous', message: expect.stringContaining('organisations, communities («Сообщества»)') },
    ],
  },
  {
    what: 'nothing like anything, and no spreadsheet at all',
    files: () => ({ 'заметки.csv': 'Что;Когда\n1;2\n', 'план.docx': Buffer.alloc(3_000, 7), 'старый.xls': 'x' }),
    files_: [],
    unread: [
      { file: 'заметки.csv', code: 'file_unknown', message: expect.stringContaining('organisations, staff') },
      { file: 'план.docx', code: 'format_unsupported' },
      { file: 'старый.xls', code: 'format_unsupported' },
    ],
  },
  {
    what: 'one sheet of a workbook lacks a column',
    files: async () => ({ 'a.xlsx': await book({ Школы: ORGANISATIONS, Люди: STAFF.replace(';Ставка', '') + ANNA }) }),
    files_: [{ sheet: 'Школы', accepted: 1 }],
    unread: [{ file: 'a.xlsx', message: 'Лист «Люди». Похоже на staff, не хватает столбцов: «Ставка»' }],
  },
  {
    what: 'a name of the exchange folder decides, whatever stands in the file',
    files: () => ({ 'pools.csv': ORGANISATIONS }),
    files_: [],
    unread: [{ file: 'pools.csv', code: 'columns_missing' }],
  },
]

it.each(cases)('$what', async ({ files, files_, unread }) => {
  const { state, answer } = await load(await files())
  expect(state).toBe('done')
  expect(answer.files).toMatchObject(files_)
  expect(answer.files).toHaveLength(files_.length)
  expect(answer.unread).toMatchObject(unread)
  expect(answer.unread).toHaveLength(unread.length)
})

it('faulty rows of two files of one kind come in one workbook, which mends both', async () => {
  const wrong = (row: string) => row.replace('01.05.1980', '31.02.1980')
  const files = { 'школы.csv': ORGANISATIONS, 'а.csv': STAFF + wrong(ANNA), 'б.csv': STAFF + wrong(OLGA) }
  const first = await load(files)
  expect((await faulty(first.id)).items).toMatchObject([{ file: 'а.csv' }, { file: 'б.csv' }])
  const corrections = await book({
    staff: `${STAFF.trimEnd()};Причина\n${ANNA.trimEnd()};Строка 2. Дата\n`,
    'staff 2': `${STAFF.trimEnd()};Причина\n${OLGA.trimEnd()};Строка 2. Дата\n`,
  })
  const second = await load({ [`faulty-rows-${first.id}.xlsx`]: corrections })
  expect(second.answer.files).toMatchObject([
    { file: 'staff.xlsx', sheet: 'staff', accepted: 1 },
    { file: 'staff.xlsx', sheet: 'staff 2', accepted: 1 },
  ])
  // The birth date tells people apart: of two rows of one number no reason says which was mended, but their cells do.
  expect((await look(first.id)).waitingRows).toBe(0)
  const reply = await at.methodist.ask('GET', '/api/people')
  expect(reply.json().total).toBe(2)
})
