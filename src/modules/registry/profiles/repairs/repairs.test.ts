import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Cell } from '../../../../platform/spreadsheets/index.ts'
import { parseDay } from '../../exchange/day.parsing.ts'
import { parseDecimal } from '../../exchange/decimal.ts'
import { parseSnils } from '../../exchange/snils.ts'
import { categoryOf, heldUntil } from './categories.ts'
import { repairDay } from './days.ts'
import { monthsBefore, monthsOf, repairExperience } from './experience.ts'
import { repairLetters } from './letters.ts'
import { splitName } from './names.ts'
import { repairNumber, repairSnils } from './numbers.ts'
import { createOrganisations, looksLikeOrganisation } from './organisations.ts'
import { positionOf } from './positions.ts'
import { createProviders } from './providers.ts'
import { repairSubjects } from './subjects.ts'
import { repairClosed, repairEducation, repairTitle, repairYesNo } from './words.ts'

const START = { isEnd: false, isBirth: false, thisYear: 2026 }
const END = { ...START, isEnd: true }
const BIRTH = { ...START, isBirth: true }
const NOBODY = () => undefined
const told = (repair: { kind: string; cell: Cell } | undefined) => repair && [repair.kind, repair.cell]

describe('days', () => {
  test.each<[Cell, string, Cell]>([
    ['01.09.2019 г.', 'date', '01.09.2019'],
    ['1.9.19', 'date', '01.09.2019'],
    ['1.9.85', 'date', '01.09.1985'],
    ['2019.9.1', 'date', '01.09.2019'],
    ['01.09.2019 0:00:00', 'date', '01.09.2019'],
    ['2019-09-01T00:00:00', 'date', '01.09.2019'],
    ['25/9/2019', 'date', '25.09.2019'],
    ['01092019', 'date', '01.09.2019'],
    ['1 мая 2019', 'date', '01.05.2019'],
    ['с 01.09.2019', 'date', '01.09.2019'],
    [43709.5, 'date', '01.09.2019'],
    ['09.2019', 'date_month', '01.09.2019'],
    ['сент. 2019 г.', 'date_month', '01.09.2019'],
    ['2019 г.', 'date_year', '01.01.2019'],
    ['2019-2020 уч. год', 'date_year', '01.09.2019'],
    ['по н.в.', 'blank', null],
    ['—', 'blank', null],
  ])('%s', (cell, kind, day) => {
    expect(told(repairDay(cell, START))).toEqual([kind, day])
  })

  test.each<[Cell, Cell]>([
    ['февраль 2024', '29.02.2024'],
    ['2019', '31.12.2019'],
    ['2019/20', '31.08.2020'],
  ])('an end is the last day: %s', (cell, day) => {
    expect(repairDay(cell, END)?.cell).toBe(day)
  })

  test.each<Cell>(['01.09.2019', '29.02.2019', '5/6/2019', 'вчера', '2019-2025', 13, '31.04.2019', '', null, true])(
    'left alone: %s',
    (cell) => {
      expect(repairDay(cell, START)).toBeUndefined()
    },
  )

  test.each<Cell>(['1980', 1980, 'май 1980', '05.1980', '—', 'нет'])('never half a birth date: %s', (cell) => {
    expect(repairDay(cell, BIRTH)).toBeUndefined()
  })

  it('whatever is written, what leaves is a day or nothing', () => {
    const pieces = fc.constantFrom(
      '1',
      '31',
      '02',
      '2019',
      '.',
      '/',
      '-',
      ' ',
      'мая',
      'г.',
      '19',
      'сентябрь',
      'с',
      'уч',
      '43709',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 6 }).map((some) => some.join('')),
        ),
        (text) => {
          const cell = repairDay(text, START)?.cell
          expect(cell === undefined || cell === null || parseDay(String(cell)) !== undefined).toBe(true)
        },
      ),
    )
  })

  it('every day is read in every spelling', () => {
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-')
        const whole = `${day}.${month}.${year}`
        for (const text of [`${Number(day)}.${Number(month)}.${year}`, `${whole} г.`, `${year}/${month}/${day}`]) {
          expect(repairDay(text, BIRTH)?.cell ?? text).toBe(whole)
        }
      }),
    )
  })
})

describe('experience', () => {
  test.each<[string, number | undefined]>([
    ['12 л. 3 мес.', 147],
    ['12 лет', 144],
    ['1 год 1 месяц', 13],
    ['5 лет, 2 мес. 10 дн.', 62],
    ['3 мес.', 3],
    ['12/10', 154],
    ['12,5', 150],
    ['12.5', 150],
    ['7', 84],
    ['менее года', 0],
    ['до 1 года', 0],
    ['12,10', undefined],
    ['25/20', undefined],
    ['много', undefined],
  ])('%s', (text, months) => {
    expect(monthsOf(text)).toBe(months)
  })

  it('is counted back to a day that was there, and forward again to as many months', () => {
    expect(monthsBefore('2025-03-31', 1)).toBe('2025-02-28')
    expect(monthsBefore('2025-09-01', 147)).toBe('2013-06-01')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), (months) => {
        const begun = monthsBefore('2025-09-01', months)
        expect((2025 - Number(begun.slice(0, 4))) * 12 + 9 - Number(begun.slice(5, 7))).toBe(months)
      }),
    )
  })

  it('a year is a year of beginning, not so many years', () => {
    expect(told(repairExperience('с 2009', { ...START, asOf: '2025-09-01' }))).toEqual(['date_year', '01.01.2009'])
    expect(told(repairExperience('нет', { ...START, asOf: '2025-09-01' }))).toEqual(['blank', null])
  })
})

describe('letters', () => {
  test.each([
    ['Ивановa', 'Иванова'],
    ['CОШ № 1', 'СОШ № 1'],
    ['Ива\u00adнова\u200b', 'Иванова'],
    ['Anna Иванова', 'Anna Иванова'],
    ['Zорин', 'Zорин'],
    ['ИКТ и IT', 'ИКТ и IT'],
  ])('%s', (text, right) => {
    expect(repairLetters(text)).toBe(right)
  })

  it('once right it stays right', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(repairLetters(repairLetters(text))).toBe(repairLetters(text))
      }),
    )
  })
})

describe('names', () => {
  test.each([
    ['Орлова Анна Ивановна', 'Орлова|Анна|Ивановна|'],
    ['ОРЛОВА, Анна', 'ОРЛОВА|Анна||'],
    ['Салтыков - Щедрин Пётр Ильич', 'Салтыков-Щедрин|Пётр|Ильич|'],
    ['Петрова (дев. Иванова) Ольга Ильинична', 'Петрова|Ольга|Ильинична|Иванова'],
    ['Мамедов Али Гусейн оглы', 'Мамедов|Али|Гусейн оглы|'],
    ['Анна Ивановна Орлова', 'Орлова|Анна|Ивановна|'],
  ])('%s', (text, parts) => {
    const name = splitName(text)
    expect(typeof name === 'object' && [name.surname, name.given, name.patronymic, name.former ?? ''].join('|')).toBe(
      parts,
    )
  })

  test.each(['Иванова М.П.', 'Иванова М. П.', 'Иванова М', 'М.П. Иванова'])('initials: %s', (text) => {
    expect(splitName(text)).toBe('initials')
  })

  test.each(['Иванова', 'Фон Дер Ляйен Урсула', 'вакансия 2', ''])('cannot be told: %s', (text) => {
    expect(splitName(text)).toBeUndefined()
  })
})

describe('numbers and СНИЛС', () => {
  test.each<[Cell, Cell | undefined]>([
    ['72ч', '72'],
    ['72 (36+36)', '72'],
    ['1,0 ст.', '1,0'],
    ['0.5 ставки', '0.5'],
    ['1 515 чел.', '1515'],
    ['72', undefined],
    ['36+36', undefined],
    ['около 72', undefined],
    [72, undefined],
  ])('%s', (cell, right) => {
    expect(repairNumber(cell, false)?.cell).toBe(right)
  })

  it('what leaves is a number, a СНИЛС, or nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const number = repairNumber(text, true)?.cell
        expect(number === undefined || number === null || parseDecimal(String(number)) !== undefined).toBe(true)
        const snils = repairSnils(text)?.cell
        expect(snils === undefined || snils === null || parseSnils(String(snils)) !== undefined).toBe(true)
      }),
    )
  })
})

describe('words', () => {
  test.each<[Cell, Cell | undefined]>([
    ['+', 'да'],
    [1, 'да'],
    [true, 'да'],
    ['✓', 'да'],
    ['Основное', 'да'],
    ['-', 'нет'],
    [0, 'нет'],
    ['внешний совместитель', 'нет'],
    ['—', null],
    ['Да', undefined],
    ['возможно', undefined],
  ])('yes or no: %s', (cell, right) => {
    expect(repairYesNo(cell)?.cell).toBe(right)
  })

  test.each<[string, readonly (string | null)[] | undefined]>([
    ['Высшая', undefined],
    ['ВКК', ['category', 'высшая']],
    ['в', ['category', 'высшая']],
    ['1 КК', ['category', 'первая']],
    ['I кв. категория', ['category', 'первая']],
    ['соотв.', ['category', 'СЗД']],
    ['б/к', ['blank', null]],
    ['—', ['blank', null]],
    ['высшая до 25.04.2026', ['category_date', 'высшая']],
    ['первая (25.04.2021)', ['category_date', 'первая']],
    ['вторая', undefined],
    ['кто знает', undefined],
  ])('category: %s', (text, right) => {
    const meant = categoryOf(text, '2025-09-01')
    expect(meant && [meant.kind, meant.cell]).toEqual(right)
  })

  test.each<[string, readonly (string | undefined)[]]>([
    ['высшая, 25.03.2022', ['25.03.2022']],
    ['первая (25.04.21 г.)', ['25.04.2021']],
    ['первая до 2024', [undefined, '31.12.2024']],
    ['высшая до мая 2026', [undefined, '31.05.2026']],
    ['высшая с 26.04.2021 по 25.04.2026', ['26.04.2021', '25.04.2026']],
    ['высшая, 25.03.2027', [undefined, '25.03.2027']],
    ['ВКК приказ № 12-р от 25.03.2022', [undefined, undefined, 'приказ № 12-р от 25.03.2022']],
    ['СЗД 2023', ['01.01.2023']],
    ['первая, 31.02.2022', []],
    ['первая', []],
  ])('%s: the days and the order of a category', (text, [on, until, order]) => {
    const { beside = {} } = categoryOf(text, '2025-09-01') ?? {}
    expect([beside['Категория присвоена'], beside['Категория действует по'], beside['Приказ о категории']]).toEqual([
      on,
      until,
      order,
    ])
  })

  it('a category says until when it is held', () => {
    expect(heldUntil('высшая до 25.04.2026')).toBe('2026-04-25')
    expect(heldUntil('высшая')).toBeUndefined()
  })

  test.each<[string, string | undefined]>([
    ['в/о', 'высшее'],
    ['высш. пед.', 'высшее'],
    ['ср.-спец.', 'среднее профессиональное'],
    ['СПО', 'среднее профессиональное'],
    ['высшее', undefined],
    ['курсы', undefined],
  ])('education: %s', (text, right) => {
    expect(repairEducation(text)?.cell).toBe(right)
  })

  it('education that is not pedagogical is not said to be', () => {
    expect(repairEducation('высш. непед.')?.beside).toBeUndefined()
    expect(repairEducation('высш. пед.')?.beside).toEqual({ 'Педагогическое образование': 'да' })
  })

  test.each<[string, string | undefined]>([
    ['"Физика".', 'Физика'],
    ['Программа "ФГОС" для всех..', 'Программа «ФГОС» для всех'],
    ['Работа в 2024 г.', undefined],
    ['Физика', undefined],
  ])('title: %s', (text, right) => {
    expect(repairTitle(text)?.cell).toBe(right)
  })

  it('only what a list has stands for another name', () => {
    expect(repairClosed('ПК', ['повышение квалификации'], false)?.cell).toBe('повышение квалификации')
    expect(repairClosed('ПК', ['очная'], false)).toBeUndefined()
  })
})

describe('positions and subjects', () => {
  const names = [
    'учитель',
    'воспитатель',
    'старший воспитатель',
    'заместитель директора',
    'директор',
    'педагог-психолог',
  ]
    .concat([
      'музыкальный руководитель',
      'педагог дополнительного образования',
      'помощник воспитателя',
      'учитель-логопед',
    ])
    .concat(['социальный педагог', 'инструктор по физической культуре', 'преподаватель-организатор ОБЗР'])
  const known = (key: string) => names.find((name) => name.toLowerCase() === key)

  test.each<[string, string | undefined, string?]>([
    ['учитель нач.кл.', 'учитель', 'Начальные классы'],
    ['уч. русского яз. и лит-ры', 'учитель', 'Русский язык, Литература'],
    ['Учитель математики', 'учитель', 'Математика'],
    ['учитель англ. яз.', 'учитель', 'Английский язык'],
    ['воспит.', 'воспитатель'],
    ['ст. воспитатель', 'старший воспитатель'],
    ['воспитатель ГПД', 'воспитатель'],
    ['зам.дир. по УВР', 'заместитель директора'],
    ['зам по ВР', 'заместитель директора'],
    ['муз. рук.', 'музыкальный руководитель'],
    ['пед.-псих.', 'педагог-психолог'],
    ['пед. доп. обр.', 'педагог дополнительного образования'],
    ['соц. педагог', 'социальный педагог'],
    ['логопед', 'учитель-логопед'],
    ['преподаватель-организатор ОБЖ', 'преподаватель-организатор ОБЗР'],
    ['пом. воспитателя', 'помощник воспитателя'],
    ['учитель', undefined],
    ['учитель жизни', undefined],
    ['зав. библиотекой', undefined],
    ['младший воспитатель', undefined],
    ['зам. главного бухгалтера', undefined],
  ])('%s', (text, position, subjects) => {
    const meant = positionOf(text, known, NOBODY)
    expect(meant?.position).toBe(position)
    expect(meant?.subjects).toBe(subjects)
  })

  test.each([
    ['математика; физика', 'Математика, Физика'],
    ['рус.яз/лит', 'Русский язык, Литература'],
    ['история и обществознание', 'История, Обществознание'],
    ['физ-ра', 'Физическая культура'],
    ['технология (труд)', 'Труд (технология)'],
    ['мхк и черчение', 'мхк и черчение'],
    ['музыка,\nИЗО', 'Музыка, Изобразительное искусство'],
  ])('subjects: %s', (text, right) => {
    expect(repairSubjects(text, NOBODY)).toBe(right)
  })

  it('the name a district has for a subject stays', () => {
    expect(repairSubjects('изо', (key) => (key === 'изо' ? 'ИЗО' : undefined))).toBe('ИЗО')
  })
})

describe('organisations', () => {
  const organisations = createOrganisations([
    { code: 'Ш376', name: 'ГБОУ школа № 376', type: 'school' },
    { code: 'Ш15', name: 'ГБОУ школа № 15', type: 'school' },
    { code: 'Д15', name: 'ГБДОУ детский сад № 15', type: 'kindergarten' },
    { code: 'Г1', name: 'Гимназия «Альма»', type: 'school' },
  ])

  test.each<[string, string | undefined]>([
    ['ГБОУ СОШ № 376', 'Ш376'],
    ['ОУ 376', 'Ш376'],
    ['Школа №376', 'Ш376'],
    ['376', 'Ш376'],
    ['ГБОУ СОШ № 376 Московского района Санкт-Петербурга', 'Ш376'],
    ['15', undefined],
    ['ГБДОУ № 15', 'Д15'],
    ['школа 15', 'Ш15'],
    ['гимназия "Альма"', 'Г1'],
    ['школа 377', undefined],
    ['школа 15 корпус 2', undefined],
  ])('%s', (text, code) => {
    expect(organisations.resolve(text)).toBe(code)
  })

  test.each<[string, boolean]>([
    ['Школа 376', true],
    ['ГБДОУ № 15', true],
    ['Лист1', false],
    ['Сведения о работниках', false],
  ])('looks like one: %s', (text, is) => {
    expect(looksLikeOrganisation(text)).toBe(is)
  })
})

describe('providers of learning', () => {
  test.each([
    ['ГБУ ДПО СПбАППО', 'СПб АППО'],
    ['ГБУ ДПО «СПб АППО»', 'спб аппо'],
    ['Санкт-Петербургский АППО', 'СПб АППО'],
    ['ООО "Инфоурок"', 'Инфоурок'],
    ['ГАУ ДПО ЯО «Институт развития образования»', 'ЯО Институт развития образования'],
  ])('%s and %s are one', (one, other) => {
    expect(createProviders([other]).known(one)).toBe(other)
    const rowByRow = createProviders([])
    expect([rowByRow.known(other), rowByRow.known(one)]).toEqual([undefined, other])
  })

  test.each([
    ['АППО', true],
    ['ИМЦ Московского района', false],
    ['СПб АППО, филиал', true],
    ['СПб АППО', false],
    ['ИМ', false],
  ])('%s may be one of the list: %s', (text, may) => {
    const providers = createProviders(['СПб АППО', 'Инфоурок'])
    expect(providers.known(text)).toBeUndefined()
    expect(providers.isDoubtful(text)).toBe(may)
  })

  it('two of the list stay two, though they are called alike', () => {
    const providers = createProviders(['СПб АППО', 'ГБУ ДПО СПбАППО'])
    expect(providers.known('ГБУ ДПО СПбАППО')).toBeUndefined()
    expect(providers.known('ГБУ СПбАППО')).toBe('СПб АППО')
  })
})
