import { describe, expect, it } from 'vitest'
import { fullYears, yearsBefore } from './dates.ts'
import { type Indicator, indicatorsAt } from './indicators.ts'
import { type LoadAnswer, loadBooks } from './load.ts'
import type { Book } from './read.ts'
import { emptyState, type State } from './state.ts'

const WHO = 'Фамилия|Имя|Дата рождения'
const HEADERS: Record<string, string> = {
  'organisations.xlsx': 'Код|Краткое наименование|Тип',
  'staff.xlsx': `№ п/п|Код ОО|${WHO}|Должность|Предметы|Ставка|Основное место работы|Принят|Уволен|Педагогический стаж с|Педагогическое образование`,
  'learning.csv': `${WHO}|Программа|Вид|Форма|Провайдер|Часов|Начало|Окончание`,
  'diagnostics.csv': `${WHO}|Диагностика|Компетенции|Дата|Балл|Максимум|Пройдена`,
  'communities.xlsx/Сообщества': 'Код|Название|Вид|Уровень',
  'communities.xlsx/Участники': `Код сообщества|${WHO}|С|По`,
  'staffing.xlsx': 'Код ОО|Должность|Ставок по штату|Занято ставок|На дату',
}

/** A district of a few lines, cells divided by bars; every line must be taken unless `dirty`. */
function district(lines: Record<string, string[]>, dirty = false): { state: State; answer: LoadAnswer } {
  const books = new Map<string, Extract<Book, { sheets: unknown }>>()
  const organisations = ['Ш001|Школа 1|школа', 'Ш002|Школа 2|школа']
  for (const [name, rows] of Object.entries({ 'organisations.xlsx': organisations, ...lines })) {
    const [file = '', sheet = null] = name.split('/')
    const book = books.get(file) ?? { file, sheets: [] }
    book.sheets.push({ name: sheet, rows: [HEADERS[name] ?? '', ...rows].map((row) => row.split('|')) })
    books.set(file, book)
  }
  const state = emptyState()
  const answer = loadBooks(state, [...books.values()])
  if (!dirty) expect(answer.files.flatMap((file) => file.rejected)).toEqual([])
  return { state, answer }
}

function indicator(state: State, date: string, code: string): Indicator {
  const found = indicatorsAt(state, date).indicators.find((one) => one.code === code)
  if (!found) throw new Error(`no ${code}`)
  return found
}

const ANNA = 'Иванова|Анна|01.06.2000'

describe('experience and education', () => {
  it('are of the person: the earliest beginning, «да» before «нет», over ended employments too', () => {
    const { state } = district({
      'staff.xlsx': [
        `1|Ш001|${ANNA}|учитель|Физика|1|да|01.09.2024||01.09.2024|нет`,
        `2|Ш002|${ANNA}|секретарь||1|нет|01.09.2018|31.12.2018|01.09.2018|да`,
      ],
      'learning.csv': [`${ANNA}|Программа|профессиональная переподготовка|очная|АППО|256|01.01.2025|01.02.2025`],
    })
    expect(indicator(state, '2025-05-15', 'P10')).toMatchObject({ denominator: 0, value: null })
    expect(indicator(state, '2025-05-15', 'P03')).toMatchObject({ numerator: 0, denominator: 1 })
  })

  it('is nought where it starts after the date and unknown where nothing is said', () => {
    const { state } = district({
      'staff.xlsx': [
        `1|Ш001|${ANNA}|учитель||1|да|01.09.2024||01.09.2025|`,
        '2|Ш001|Орлова|Анна|01.06.2000|учитель||1|да|01.09.2024|||',
      ],
    })
    expect(indicator(state, '2025-05-15', 'P10')).toMatchObject({ denominator: 1 })
    expect(indicator(state, '2025-05-15', 'P15')).toMatchObject({ series: [{ value: 0 }, { value: 0 }, { value: 1 }] })
    expect(indicator(state, '2025-05-15', 'P16')).toMatchObject({ series: [{ value: 0 }, { value: 2 }] })
  })
})

describe('the main employment', () => {
  it('is of the lower code where all else is the same', () => {
    const { state } = district({
      'staff.xlsx': [`1|Ш002|${ANNA}|методист||1|да|01.09.2024|||`, `2|Ш001|${ANNA}|учитель||1|да|01.09.2024|||`],
    })
    expect(indicator(state, '2025-05-15', 'P04').slices.organisation).toMatchObject([{ key: 'Ш001', denominator: 1 }])
  })

  it('is of the position that comes first where even the codes are the same', () => {
    const { state } = district({
      'organisations.xlsx': ['Д001|Сад 1|ДОУ'],
      'staff.xlsx': [`1|Д001|${ANNA}|методист||1|да|01.09.2024|||`, `2|Д001|${ANNA}|воспитатель||1|да|01.09.2024|||`],
      'diagnostics.csv': [`${ANNA}|Диагностика|ИКТ|01.01.2025|0|10|нет`],
    })
    expect(indicator(state, '2025-05-15', 'P01')).toMatchObject({ numerator: 1, denominator: 1, value: 1 })
  })
})

describe('P10', () => {
  it('counts a council that was left within the period', () => {
    const { state } = district({
      'staff.xlsx': [`1|Ш001|${ANNA}|учитель||1|да|01.09.2024||01.09.2024|`],
      'communities.xlsx/Сообщества': ['С1|Совет|Совет  молодых педагогов|организация'],
      'communities.xlsx/Участники': [`с1|${ANNA}|01.09.2024|01.01.2025`],
    })
    expect(indicator(state, '2025-05-15', 'P10')).toMatchObject({ numerator: 1, denominator: 1 })
    expect(indicator(state, '2026-05-15', 'P10')).toMatchObject({ numerator: 0, denominator: 1 })
  })
})

describe('P14', () => {
  it('takes the latest row of each post later than a year before and not after the date', () => {
    const { state } = district({
      'staffing.xlsx': [
        'Ш001|учитель|10|9|15.05.2024',
        'Ш001|учитель|20|19|16.05.2024',
        'Ш001|Учитель|40|39|16.05.2025',
        'Ш002|учитель|3|3|15.05.2024',
      ],
    })
    expect(indicator(state, '2025-05-15', 'P14')).toMatchObject({
      series: [
        { date: '2023-05-15', numerator: 0, denominator: 0, value: null },
        { date: '2024-05-15', numerator: 12, denominator: 13 },
        { date: '2025-05-15', numerator: 19, denominator: 20, value: 0.95 },
      ],
    })
  })
})

describe('series', () => {
  it('hold every date of a key that any date has, keyed as first loaded', () => {
    const { state } = district({
      'staff.xlsx': [
        `1|Ш001|${ANNA}|учитель|физика|1|да|01.09.2023|31.12.2024||`,
        '2|Ш001|Орлова|Анна|01.06.2000|учитель|Химия, ФИЗИКА |1|да|01.09.2020|01.06.2024||',
      ],
    })
    expect(indicator(state, '2025-05-15', 'P16').slices.subject).toEqual([
      {
        key: 'Химия',
        label: 'Химия',
        series: [
          { date: '2024-05-15', value: 1 },
          { date: '2025-05-15', value: 0 },
        ],
      },
      {
        key: 'физика',
        label: 'физика',
        series: [
          { date: '2024-05-15', value: 2 },
          { date: '2025-05-15', value: 0 },
        ],
      },
    ])
  })
})

describe('repeated rows', () => {
  it('are found past «№ п/п», also of refused rows; a row with nothing but it is blank', () => {
    const row = `|Ш001|${ANNA}|учитель||0|да|01.09.2024|||`
    const { answer } = district({ 'staff.xlsx': [`1${row}`, `2${row}`, '3|||||||||||'] }, true)
    expect(answer.files[1]).toMatchObject({
      rows: 2,
      duplicateRows: [3],
      rejected: [{ row: 2, column: 'Ставка', code: 'number_range' }],
    })
  })
})

describe('days', () => {
  it.each([
    ['1990-02-29', '2025-02-28', 34],
    ['1990-02-29', '2025-03-01', 35],
    ['1990-05-15', '2025-05-14', 34],
    ['1990-05-15', '2025-05-15', 35],
  ])('from %s to %s are %i full years', (from, to, years) => {
    expect(fullYears(from, to)).toBe(years)
  })

  it.each([
    ['2024-02-29', 1, '2023-02-28'],
    ['2024-02-29', 4, '2020-02-29'],
    ['2025-02-28', 1, '2024-02-28'],
  ])('%s, %i years before, is %s', (date, years, day) => {
    expect(yearsBefore(date, years)).toBe(day)
  })
})
