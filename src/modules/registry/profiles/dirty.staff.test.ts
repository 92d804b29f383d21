import { describe, expect, it, test } from 'vitest'
import { modules } from '../../../modules.ts'
import { sheets } from '../../../sheets.ts'
import { bookOf, type Line, openProfiles, refusedIn, toldIn } from './profiles.fixture.ts'

const { load, staff, column } = await openProfiles(
  sheets,
  modules.flatMap((module) => module.seedDistrict ?? []),
)

const ORGANISATIONS =
  'Код;Краткое наименование;Тип\nШ376;ГБОУ школа № 376;школа\nД15;ГБДОУ детский сад № 15;ДОУ\nШ15;ГБОУ школа № 15;школа\n'
const HEADER = [
  '№ п/п',
  'Код ОО',
  'ФИО',
  'Дата рождения',
  'СНИЛС',
  'Должность',
  'Предметы',
  'Ставка',
  'Вид занятости',
  'Дата приёма',
]
const COLUMNS = [...HEADER, 'Пед. стаж', 'Категория', 'Образование']

/** A row of a school's list: what it must have, and what the test is about. */
function person(about: Readonly<Record<string, string | number | null>>, number = 1): Line {
  const usual: Record<string, string | number | null> = {
    '№ п/п': number,
    'Код ОО': 'Ш376',
    ФИО: 'Орлова Анна Ивановна',
    'Дата рождения': '01.05.1980',
    Должность: 'учитель',
    Ставка: 1,
    'Вид занятости': 'основное',
    'Дата приёма': '01.09.2010',
  }
  return COLUMNS.map((header) => about[header] ?? usual[header] ?? null)
}

const book = (...rows: readonly Line[]) => bookOf([{ name: 'Лист1', rows: [COLUMNS, ...rows] }])
const loaded = async (...rows: readonly Line[]) =>
  await load({ 'organisations.xlsx': ORGANISATIONS, 'Кадры на 01.09.2025.xlsx': book(...rows) })
const FILE = 'Кадры на 01.09.2025.xlsx'

describe('D01, D02: what stands around the rows', () => {
  it('takes a list with titles, a header of three rows, sections, totals and a signature', async () => {
    const rows: Line[] = [
      ['Сведения о педагогических работниках'],
      ['по состоянию на 01.09.2025'],
      null,
      ['№', 'Код', 'Сотрудник', null, null, 'Дата', 'Долж-\nность', 'Работа', null, null, 'Образование', null],
      [
        null,
        'ОУ',
        'Фамилия',
        'Имя',
        'Отчество',
        'рождения',
        null,
        'Ставка',
        'Осн. место работы',
        'Дата приема',
        'Уровень',
        'Пед. (да/нет)',
      ],
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      ['Педагогические работники'],
      [1, 'Ш376', 'Орлова', 'Анна', 'Ивановна', '01.05.1980', 'учитель', 1, 'да', '01.09.2010', 'высшее', 'да'],
      ['Администрация'],
      [2, 'Ш376', 'Белов', 'Пётр', 'Ильич', '02.05.1970', 'директор', 1, 'да', '01.09.2001', 'высшее', 'нет'],
      ['Итого:', null, null, null, null, null, null, 2],
      null,
      ['Директор', null, '______________', 'Белов П. И.'],
      ['Исполнитель: Орлова А. И., тел. 555-55-55'],
    ]
    const answer = await load({ 'organisations.xlsx': ORGANISATIONS, 'Школа.xlsx': bookOf([{ name: 'Кадры', rows }]) })
    expect(refusedIn(answer, 'Школа.xlsx')).toEqual([])
    expect(await staff()).toEqual([
      'Ш376 | Орлова Анна Ивановна | 1980-05-01 | учитель | 1 | t | 2010-09-01',
      'Ш376 | Белов Пётр Ильич | 1970-05-02 | директор | 1 | t | 2001-09-01',
    ])
    const profiled = answer.files.at(-1)?.profiled
    expect(profiled?.asOf).toEqual({ day: '2025-09-01', from: 'title' })
    expect(profiled?.skipped.map(({ row, kind }) => `${row} ${kind}`)).toEqual([
      '6 numbering',
      '7 section',
      '9 section',
      '11 total',
      '13 signature',
      '14 signature',
    ])
    expect(await column('registry.employment', 'pedagogical_education')).toEqual([true, false])
  })
})

test('a title right above the header is no part of it, and names the school and the day', async () => {
  const rows: Line[] = [
    ['Школа № 376: педагогические работники на 01.09.2025'],
    ['ФИО', 'ДР', 'Должность', 'Нагрузка', 'Основной', 'Принят на работу'],
    ['Орлова Анна Ивановна', '01.05.1980', 'учитель', 1, 'да', '01.09.2010'],
  ]
  const loaded = async (header: string) => {
    const said = rows.map((row) => row?.map((cell) => (cell === 'Нагрузка' ? header : cell)) ?? null)
    const book = bookOf([{ name: 'Лист1', rows: said }])
    return await load({ 'organisations.xlsx': ORGANISATIONS, 'Школа.xlsx': book })
  }
  expect((await loaded('Нагрузка')).unread).toMatchObject([
    { code: 'columns_missing', message: expect.stringMatching(/«Ставка»[^»]*$/) },
  ])
  const answer = await loaded('Ставка')
  expect(answer.files.at(-1)?.profiled?.asOf).toEqual({ day: '2025-09-01', from: 'title' })
  expect(await staff()).toEqual(['Ш376 | Орлова Анна Ивановна | 1980-05-01 | учитель | 1 | t | 2010-09-01'])
})

describe('D05: dates', () => {
  it('reads days however they are written, and says how exact they are', async () => {
    const days = [
      '01.09.2019 г.',
      '1.9.19',
      '43709',
      43709,
      'сентябрь 2019',
      '2019',
      2019,
      '1 сентября 2019 года',
      '2019/2020',
    ]
    const answer = await loaded(
      ...days.map((day, at) => person({ 'Дата приёма': day, ФИО: `Орлова Анна ${'А'.repeat(at + 1)}вна` })),
    )
    expect(refusedIn(answer, FILE)).toEqual([])
    expect((await staff()).map((line) => line.split(' | ').at(-1))).toEqual([
      ...['2019-09-01', '2019-09-01', '2019-09-01', '2019-09-01', '2019-09-01', '2019-01-01', '2019-01-01'],
      ...['2019-09-01', '2019-09-01'],
    ])
    expect(toldIn(answer, FILE).filter((line) => line.endsWith('Принят'))).toEqual([
      ...['2 repaired_date Принят', '3 repaired_date Принят', '4 repaired_date Принят', '5 repaired_date Принят'],
      ...['9 repaired_date Принят', '6 repaired_date_month Принят', '7 repaired_date_year Принят'],
      ...['8 repaired_date_year Принят', '10 repaired_date_year Принят'],
    ])
  })

  it('leaves days that never were, that may be two, and half a birth date', async () => {
    const answer = await loaded(
      person({ 'Дата приёма': '29.02.2019' }),
      person({ 'Дата приёма': '5/6/2019' }),
      person({ 'Дата рождения': '1980' }),
      person({ 'Дата рождения': '01.01.1900' }),
    )
    expect(refusedIn(answer, FILE)).toEqual([
      '2 Принят date_invalid',
      '3 Принят date_invalid',
      '4 Дата рождения date_invalid',
    ])
    expect(toldIn(answer, FILE)).toContain('5 doubtful_birth Дата рождения')
  })
})

describe('D07, D08: names', () => {
  it('sets letters right and parts names', async () => {
    const answer = await loaded(
      person({ ФИО: 'ОРЛОВA Анна Ивановнa' }),
      person({ ФИО: 'белова мария сергеевна', 'Дата рождения': '02.05.1981' }),
      person({ ФИО: 'Петрова (Иванова) Ольга Петровна', 'Дата рождения': '03.05.1981' }),
      person({ ФИО: 'Мамедов Али Гусейн оглы', 'Дата рождения': '04.05.1981' }),
      person({ ФИО: 'Анна Петровна Шилова', 'Дата рождения': '05.05.1981' }),
      person({ ФИО: 'Ким Виктория', 'Дата рождения': '06.05.1981' }),
      person({ ФИО: 'Иванова М.П.', 'Дата рождения': '07.05.1981' }),
    )
    expect(refusedIn(answer, FILE)).toEqual(['8 Имя name_initials'])
    expect((await staff()).map((line) => line.split(' | ')[1])).toEqual([
      'Орлова Анна Ивановна',
      'Белова Мария Сергеевна',
      'Петрова Ольга Петровна',
      'Мамедов Али Гусейн оглы',
      'Шилова Анна Петровна',
      'Ким Виктория',
    ])
    expect(toldIn(answer, FILE).filter((line) => line.includes('former'))).toEqual([
      '4 repaired_former_surname Фамилия',
    ])
  })
})

describe('D10, D12: one person', () => {
  it('is one in two schools, and after a change of surname', async () => {
    const first = await loaded(
      person({ СНИЛС: '112-233-445 95', ФИО: 'Орлова Анна Ивановна' }),
      person({
        СНИЛС: 11223344595,
        'Код ОО': 'Детский сад № 15',
        'Вид занятости': 'внешн. совм.',
        Должность: 'воспит.',
      }),
    )
    expect(refusedIn(first, FILE)).toEqual([])
    const second = await loaded(person({ СНИЛС: '112 233 445 95', ФИО: 'Зимина (Орлова) Анна Ивановна' }))
    expect(refusedIn(second, FILE)).toEqual([])
    expect(await staff()).toEqual([
      'Ш376 | Зимина Анна Ивановна | 1980-05-01 | учитель | 1 | t | 2010-09-01',
      'Д15 | Зимина Анна Ивановна | 1980-05-01 | воспитатель | 1 | f | 2010-09-01',
    ])
  })
})

describe('D14: organisations', () => {
  it('knows them by name and number, and asks where two may be meant', async () => {
    const names = ['Ш376', 'ГБОУ СОШ № 376', 'ОУ 376', 'Школа №376', '376', 376, 'д/с 15', '15']
    const answer = await loaded(
      ...names.map((name, at) => person({ 'Код ОО': name, ФИО: `Орлова Анна ${'А'.repeat(at + 1)}вна` })),
    )
    expect((await staff()).map((line) => line.split(' | ')[0])).toEqual([...Array(6).fill('Ш376'), 'Д15'])
    expect(refusedIn(answer, FILE)).toEqual(['9 Код ОО organisation_unknown'])
    expect(answer.files.at(-1)?.profiled?.questions).toEqual([
      { kind: 'organisation', column: 'Код ОО', rows: 1, values: 1 },
    ])
  })
})

describe('D15, D16: positions and subjects', () => {
  it('knows abbreviations and parts subjects', async () => {
    const said: readonly (readonly [string, string | null])[] = [
      ['учитель нач.кл.', null],
      ['уч. русского яз. и лит-ры', null],
      ['воспит.', null],
      ['зам.дир. по УВР', null],
      ['зам по ВР', null],
      ['Учитель', 'математика; физика'],
      ['учитель', 'рус.яз/лит'],
      ['педагог-псих.', null],
    ]
    const answer = await loaded(
      ...said.map(([position, subjects], at) =>
        person({ Должность: position, Предметы: subjects, ФИО: `Орлова Анна ${'А'.repeat(at + 1)}вна` }),
      ),
    )
    expect(refusedIn(answer, FILE)).toEqual([])
    expect((await staff()).map((line) => line.split(' | ').slice(3, -3).join(': '))).toEqual([
      'учитель: Начальные классы',
      'учитель: Литература, Русский язык',
      'воспитатель',
      'заместитель директора',
      'заместитель директора',
      'учитель: Математика, Физика',
      'учитель: Литература, Русский язык',
      'педагог-психолог',
    ])
  })
})

describe('D17, D19, D26: experience, categories, yes and no', () => {
  it('counts experience back from the day the file is of', async () => {
    const said = ['12 л. 3 мес.', '12/10', '12,5', 'с 2009', 'менее года', '12 лет', 7, '01.09.2001', '25/20']
    const answer = await loaded(
      ...said.map((text, at) => person({ 'Пед. стаж': text, ФИО: `Орлова Анна ${'А'.repeat(at + 1)}вна` })),
    )
    expect(refusedIn(answer, FILE)).toEqual(['10 Педагогический стаж с date_invalid'])
    expect((await column('registry.employment', 'experience_since')).map(String)).toEqual([
      ...[
        '2013-06-01',
        '2012-11-01',
        '2013-03-01',
        '2009-01-01',
        '2025-09-01',
        '2013-09-01',
        '2018-09-01',
        '2001-09-01',
      ],
    ])
  })

  it('knows categories, their dates and that there is none', async () => {
    const said = [
      'Высшая',
      'ВКК',
      'в',
      '1 КК',
      'б/к',
      'СЗД',
      'соотв.',
      '—',
      'высшая до 25.04.2026',
      'первая, до 01.03.2022',
    ]
    const answer = await loaded(
      ...said.map((text, at) => person({ Категория: text, ФИО: `Орлова Анна ${'А'.repeat(at + 1)}вна` })),
    )
    expect(answer.files.at(-1)?.accepted).toBe(10)
    const told = toldIn(answer, FILE)
    expect(told).toContain('10 repaired_category_date Категория')
    expect(told).toContain('11 doubtful_category Категория')
    expect((await column('registry.employment', 'category_id')).filter((id) => id === null)).toHaveLength(2)
  })

  it('takes the days in the cell of a category, and clears nothing where it has none', async () => {
    const told = async (text: string) => {
      const answer = await loaded(person({ Категория: text }))
      expect(refusedIn(answer, FILE)).toEqual([])
      const [on, until, order] = await Promise.all(
        ['category_on', 'category_until', 'category_order'].map((name) => column('registry.employment', name)),
      )
      return [on, until, order].map((values) => String(values?.[0]))
    }
    expect(await told('высшая, 25.03.2022')).toEqual(['2022-03-25', 'null', 'null'])
    expect(await told('высшая')).toEqual(['2022-03-25', 'null', 'null'])
    expect(await told('высшая до 24.03.2027')).toEqual(['2022-03-25', '2027-03-24', 'null'])
    expect(await told('высшая, приказ № 7 от 20.03.2022')).toEqual([
      '2022-03-25',
      '2027-03-24',
      'приказ № 7 от 20.03.2022',
    ])
    // A last day before the first one that stands is of another category: that first day is no more.
    expect(await told('первая до 01.01.2022')).toEqual(['null', '2022-01-01', 'приказ № 7 от 20.03.2022'])
  })

  it('reads yes and no in every spelling, and no answer as none', async () => {
    const said = ['да', '+', 1, 'v', '✓', 'осн.', 'нет', '-', 0, 'внутр. совм.', 'ГПХ', '?', '—']
    const answer = await loaded(
      ...said.map((text, at) => person({ 'Вид занятости': text, ФИО: `Орлова Анна ${'А'.repeat(at + 1)}вна` })),
    )
    expect((await staff()).map((line) => line.split(' | ').at(-2))).toEqual([
      ...Array(6).fill('t'),
      ...Array(5).fill('f'),
    ])
    expect(refusedIn(answer, FILE)).toEqual([
      '13 Основное место работы value_unknown',
      '14 Основное место работы required_missing',
    ])
  })
})
