import { describe, expect, it, test } from 'vitest'
import { modules } from '../../../modules.ts'
import { sheets } from '../../../sheets.ts'
import { bookOf, type Line, openProfiles, refusedIn, toldIn } from './profiles.fixture.ts'

const { load, staff, column, labels } = await openProfiles(
  sheets,
  modules.flatMap((module) => module.seedDistrict ?? []),
)

const ORGANISATIONS =
  'Код;Краткое наименование;Тип\nШ376;ГБОУ школа № 376;школа\nД15;ГБДОУ детский сад № 15;ДОУ\nШ15;ГБОУ школа № 15;школа\n'
const HEADER = ['ФИО', 'ДР', 'СНИЛС', 'Должность', 'Ставка', 'Основной', 'Принят на работу']
const anna: Line = ['Орлова Анна Ивановна', '01.05.1980', null, 'учитель', 1, 'да', '01.09.2010']
const boris: Line = ['Белов Борис Ильич', '02.05.1970', null, 'учитель', 1, 'да', '01.09.2001']
const vera: Line = ['Волкова Вера Петровна', '03.05.1975', null, 'воспитатель', 1, 'да', '01.09.2003']

describe('D03: sheets of schools, hidden sheets and rows', () => {
  it('takes the school from the name of a sheet, from its title, or from a section', async () => {
    const answer = await load({
      'organisations.xlsx': ORGANISATIONS,
      'Кадры.xlsx': bookOf([
        { name: 'Школа 376', rows: [HEADER, anna] },
        { name: 'Лист2', rows: [['ГБОУ школа № 15'], HEADER, boris] },
        { name: 'Лист3', rows: [HEADER, ['ГБДОУ детский сад № 15'], vera] },
      ]),
    })
    expect(refusedIn(answer, 'Кадры.xlsx')).toEqual([])
    expect((await staff()).map((line) => line.split(' | ').slice(0, 2).join(' ')).sort()).toEqual([
      'Д15 Волкова Вера Петровна',
      'Ш15 Белов Борис Ильич',
      'Ш376 Орлова Анна Ивановна',
    ])
  })

  it('asks about hidden sheets, and warns of hidden rows', async () => {
    const answer = await load({
      'organisations.xlsx': ORGANISATIONS,
      'Кадры.xlsx': bookOf([
        { name: 'Школа 376', rows: [HEADER, anna, boris], hiddenRows: [3] },
        { name: 'Школа 15', rows: [HEADER, vera], state: 'hidden' },
      ]),
    })
    expect(await staff()).toHaveLength(2)
    expect(answer.unread).toMatchObject([{ file: 'Кадры.xlsx', code: 'sheet_hidden' }])
    expect(answer.unread[0]?.message).toContain('Школа 15')
    expect(toldIn(answer, 'Кадры.xlsx')).toContain('3 row_hidden')
  })

  it('names a sheet nobody knows beside one that is loaded', async () => {
    const answer = await load({
      'organisations.xlsx': ORGANISATIONS,
      'Кадры.xlsx': bookOf([
        { name: 'Титул', rows: [['Отчёт школы № 376'], ['Исполнитель', 'секретарь']] },
        { name: 'Школа 376', rows: [HEADER, anna, boris] },
        { name: 'Лист3', rows: [] },
      ]),
    })
    expect(await staff()).toHaveLength(2)
    expect(answer.unread).toEqual([
      { file: 'Кадры.xlsx', code: 'sheet_unknown', message: expect.stringContaining('Лист «Титул»') },
    ])
  })
})

describe('D04: other formats', () => {
  it('are refused with what to do, whatever they are called', async () => {
    const answer = await load({
      'organisations.xlsx': ORGANISATIONS,
      'Кадры.xls': '<html><table><tr><td>ФИО</td></tr></table></html>',
      'Старые.xls': Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]),
    })
    expect(answer.unread.map(({ file, code }) => [file, code])).toEqual([
      ['Кадры.xls', 'format_unsupported'],
      ['Старые.xls', 'format_unsupported'],
    ])
    expect(answer.unread[0]?.message).toContain('сохраните файл как .xlsx или .csv')
  })
})

const STAFF = ['Код ОО', ...HEADER, 'Образование', 'Пед. образование', 'Паспорт', 'Адрес регистрации', 'Уволен']
const one = (about: Readonly<Record<string, string | number | null | { error: string }>>, name = 'Анна'): Line => {
  const usual: Record<string, string | number> = { 'Код ОО': 'Ш376', ФИО: `Орлова ${name} Ивановна`, ДР: '01.05.1980' }
  const rest = { Должность: 'учитель', Ставка: 1, Основной: 'да', 'Принят на работу': '01.09.2010' }
  const all: typeof about = { ...usual, ...rest, ...about }
  return STAFF.map((header) => all[header] ?? null)
}
const list = (...rows: readonly Line[]) => ({
  'organisations.xlsx': ORGANISATIONS,
  'Кадры.xlsx': bookOf([{ name: 'Лист1', rows: [STAFF, ...rows] }]),
})

describe('D06, D09: numbers and names', () => {
  it('reads numbers in every spelling, and «нет» as none', async () => {
    const said = ['112-233-445 95', 11223344595, '№ 112.233.445.95', 'нет', '-', '112-233-445 96']
    const answer = await load(list(...said.map((snils) => one({ СНИЛС: snils }))))
    expect(refusedIn(answer, 'Кадры.xlsx')).toEqual(['7 СНИЛС snils_checksum'])
    expect(toldIn(answer, 'Кадры.xlsx').filter((line) => line.includes('СНИЛС'))).toEqual([
      '4 repaired_snils СНИЛС',
      '5 repaired_snils СНИЛС',
      '6 repaired_snils СНИЛС',
    ])
  })

  it('invents no patronymic', async () => {
    const header = ['Код ОО', 'Фамилия', 'Имя', 'Отчество', ...HEADER.slice(1)]
    const row = (...names: readonly (string | null)[]): Line => ['Ш376', ...names, ...(anna ?? []).slice(1)]
    const rows = [
      header,
      row('Ким', 'Ли', 'нет'),
      row('Ли', 'Анна Мария', '-'),
      row('Петрова-Водкина', 'Ева Ильинична', null),
    ]
    const answer = await load({ 'organisations.xlsx': ORGANISATIONS, 'Кадры.xlsx': bookOf([{ name: 'Л', rows }]) })
    expect(refusedIn(answer, 'Кадры.xlsx')).toEqual([])
    expect((await staff()).map((line) => line.split(' | ')[1])).toEqual([
      'Ким Ли',
      'Ли Анна Мария',
      'Петрова-Водкина Ева Ильинична',
    ])
  })
})

describe('D21, D28, D35: education, failed formulas, what must not be kept', () => {
  it('names the level in full and what it says of pedagogical education', async () => {
    const said = ['в/о', 'высш. пед.', 'ср.-спец.', 'среднее профессиональное\nвысшее']
    await load(list(...said.map((text, at) => one({ Образование: text }, 'АБВГ'[at]))))
    expect(await column('registry.employment', 'pedagogical_education')).toEqual([null, true, null, null])
    expect(new Set(await column('registry.employment', 'education_level_id')).size).toBe(2)
  })

  it('reads a failed formula as an empty cell', async () => {
    const answer = await load(list(one({ Уволен: { error: '#N/A' } }), one({ Уволен: '#ССЫЛКА!' }, 'Инна')))
    expect(answer.files.at(-1)).toMatchObject({ accepted: 2, rejected: [] })
    expect(toldIn(answer, 'Кадры.xlsx')).toContain('3 repaired_error_cell Уволен')
  })

  it('reads no passports and no addresses', async () => {
    const answer = await load(list(one({ Паспорт: '4012 345678', 'Адрес регистрации': 'Садовая, 1', Должность: null })))
    const [, file] = answer.files
    expect(file?.profiled?.dropped).toEqual(['Паспорт', 'Адрес регистрации'])
    expect(file?.ignoredColumns).toEqual([])
    expect(refusedIn(answer, 'Кадры.xlsx')).toEqual(['2 Должность required_missing'])
  })
})

describe('D22–D25: courses', () => {
  const LEARNING = [
    'СНИЛС',
    'Название курса',
    'Вид',
    'Форма',
    'Где обучался',
    'Кол-во часов',
    'Сроки',
    null,
    '№ удостоверения',
  ]
  const BELOW = [null, null, null, null, null, null, 'с', 'по', null]
  const course = (about: Readonly<Record<string, string | number>>): Line => {
    const usual = {
      СНИЛС: '112-233-445 95',
      'Название курса': 'Физика',
      Вид: 'ПК',
      Форма: 'очно',
      'Где обучался': 'АППО',
    }
    const all: Readonly<Record<string, string | number>> = {
      ...usual,
      'Кол-во часов': 72,
      с: '01.02.2024',
      по: '01.03.2024',
      ...about,
    }
    return LEARNING.map((header, at) => all[header ?? BELOW[at] ?? ''] ?? all[BELOW[at] ?? ''] ?? null)
  }

  it('reads hours, titles, and days of a month; says what is doubtful, and takes a repeated certificate once', async () => {
    const people = {
      'organisations.xlsx': ORGANISATIONS,
      'staff.xlsx': bookOf([{ name: 'Л', rows: [STAFF, one({ СНИЛС: 11223344595 })] }]),
    }
    const rows = [
      LEARNING,
      BELOW,
      course({ 'Кол-во часов': '72ч' }),
      course({ 'Название курса': 'Химия', 'Кол-во часов': '72 (36+36)' }),
      course({ 'Название курса': '"Цифровая среда".', 'Кол-во часов': 8 }),
      course({ 'Название курса': 'Физика.', 'Кол-во часов': 72 }),
      course({ 'Название курса': 'Астрономия', с: '15.02.2024', по: 'февраль 2024' }),
      course({ 'Название курса': 'Музыка', с: '01.02.2024', по: '01.03.2026' }),
    ]
    const answer = await load({ ...people, 'Курсы.xlsx': bookOf([{ name: 'Л', rows }]) })
    const file = answer.files.find((read) => read.file === 'Курсы.xlsx')
    expect(file).toMatchObject({ accepted: 5, duplicateRows: [6], rejected: [] })
    expect((await labels('programme')).sort()).toEqual(['Астрономия', 'Музыка', 'Физика', 'Химия', 'Цифровая среда'])
    expect((await column('activities.learning', 'ends_on')).map(String)[3]).toBe('2024-02-29')
    expect(toldIn(answer, 'Курсы.xlsx')).toEqual(
      expect.arrayContaining([
        '5 doubtful_hours Часов',
        '8 doubtful_dates Окончание',
        '7 repaired_date_month Окончание',
      ]),
    )
  })
})

describe('D27: per cent and shares', () => {
  const HEAD = ['ФИО', 'Дата рождения', 'Диагностика', 'Компетенция', 'Дата', 'Результат', 'Зачёт']
  const result = (score: string | number): Line => [
    'Орлова Анна Ивановна',
    '01.05.1980',
    `Д ${score}`,
    'предметная',
    '01.02.2025',
    score,
    '+',
  ]

  it('a per cent sign says what it is; of a bare number somebody has to', async () => {
    const rows = [HEAD, result('72%'), result(0.72), result(72)]
    const answer = await load({ ...list(one({})), 'Результаты.xlsx': bookOf([{ name: 'Л', rows }]) })
    expect(refusedIn(answer, 'Результаты.xlsx')).toEqual(['3 Балл scale_unanswered', '4 Балл scale_unanswered'])
    expect(toldIn(answer, 'Результаты.xlsx')).toContain('2 repaired_percent Балл')
    expect(answer.files.at(-1)?.profiled?.questions).toEqual([{ kind: 'scores', column: 'Балл', rows: 2, values: 2 }])
  })
})

describe('D18, D20, D34, D36, D38', () => {
  it('doubts experience that does not fit the age, and takes the row', async () => {
    const header: Line = [...STAFF.slice(0, -1), 'Педстаж']
    const row: Line = [...(one({}) ?? []).slice(0, -1), '45 лет']
    const answer = await load({
      'organisations.xlsx': ORGANISATIONS,
      'Кадры.xlsx': bookOf([{ name: 'Л', rows: [['на 01.09.2025'], header, row] }]),
    })
    expect(answer.files.at(-1)).toMatchObject({ accepted: 1 })
    expect(toldIn(answer, 'Кадры.xlsx')).toContain('3 doubtful_experience Педагогический стаж с')
  })

  it('two exports of one day in another order of columns are one', async () => {
    await load(list(one({})))
    const turned = [[...STAFF].reverse(), [...(one({}) ?? [])].reverse()]
    const answer = await load({ 'Кадры.xlsx': bookOf([{ name: 'Лист1', rows: turned }]) })
    expect(answer.files[0]).toMatchObject({ accepted: 1, updated: 0, unchanged: 1 })
  })
})

test('a row of which nothing is left that is read is told of', async () => {
  const only = (about: Readonly<Record<string, number | { error: string }>>): Line => STAFF.map((h) => about[h] ?? null)
  const rows = [only({ Должность: { error: '#N/A' } }), one({}), only({ Паспорт: 4_015_000_000 })]
  const answer = await load(list(...rows))
  expect(answer.files.at(-1)).toMatchObject({ accepted: 1, rejected: [] })
  expect(answer.files.at(-1)?.profiled?.skipped).toEqual([
    { row: 2, kind: 'empty' },
    { row: 4, kind: 'empty' },
  ])
})

describe('D29: colours and notes', () => {
  const names = ['Анна', 'Вера', 'Нина', 'Ольга', 'Мария', 'Ирина', 'Дарья']
  const rows = [STAFF, ...names.map((name, at) => one({ ДР: `0${at + 1}.05.1980` }, name))]
  const marked = async (redRows: readonly number[]): Promise<readonly string[]> => {
    const book = bookOf([{ name: 'Лист1', rows, redRows, notedRows: [3] }])
    const answer = await load({ 'organisations.xlsx': ORGANISATIONS, 'Кадры.xlsx': book })
    expect(answer.files.at(-1)).toMatchObject({ accepted: 7 })
    return toldIn(answer, 'Кадры.xlsx').filter((told) => / row_/.test(told))
  }

  it('are pointed at, for nobody reads them: what they mean is said by no column', async () => {
    expect(await marked([4, 6])).toEqual(['3 row_noted', '4 row_coloured', '6 row_coloured'])
  })

  it('a look that many rows have means nothing of one', async () => {
    expect(await marked([2, 4, 6, 8])).toEqual(['3 row_noted'])
  })
})

describe('a profile', () => {
  it('is chosen: without one the same files are read as exchange.md says, and one that is not there is an error', async () => {
    const answer = await load(list(one({})), null)
    expect(answer.unread).toMatchObject([{ file: 'Кадры.xlsx', code: 'file_unknown' }])
    expect(answer.files.every(({ profiled }) => profiled === undefined)).toBe(true)
    await expect(load(list(one({})), 'nobody')).rejects.toMatchObject({ code: 'profile_unknown' })
  })
})
