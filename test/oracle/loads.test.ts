import { describe, expect, it } from 'vitest'
import type { Cell } from './cells.ts'
import { type FileAnswer, loadBooks } from './load.ts'
import { emptyState, type State } from './state.ts'

const ORGANISATIONS: Cell[][] = [
  ['Код', 'Краткое наименование', 'Тип'],
  ['Ш001', 'Школа 1', 'школа'],
]
const STAFF = ['Код ОО', 'СНИЛС', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Должность', 'Ставка']
const STAFF_END = ['Основное место работы', 'Принят', 'Категория']
const A = '112-233-445 95'
const B = '087-654-303 00'

type Who = { snils?: string; surname?: string; patronymic?: string; birth?: string }
type Job = { start?: string; rate?: Cell; category?: Cell; code?: string }

/** A staff row; who is not told otherwise is Анна Петровна Иванова, born 1980-01-01. */
function staff(who: Who, job: Job = {}): Cell[] {
  return [
    job.code ?? 'Ш001',
    who.snils ?? null,
    who.surname ?? 'Иванова',
    'Анна',
    who.patronymic ?? 'Петровна',
    who.birth ?? '01.01.1980',
    'учитель',
    job.rate ?? 1,
    'да',
    job.start ?? '01.09.2020',
    job.category ?? null,
  ]
}

function pool(who: Who, from = '01.02.2024'): Cell[] {
  const named = who.surname === '' ? ['', '', '', ''] : [who.surname ?? 'Иванова', 'Анна', 'Петровна', '01.01.1980']
  return ['кадровый резерв', who.snils ?? '', ...named, from]
}

/** Loads one folder of staff and pools and answers about both; numbers in answers are those of rows, from 2 on. */
function load(state: State, staffRows: Cell[][], poolRows: Cell[][] = []): { staff: FileAnswer; pools: FileAnswer } {
  const answer = loadBooks(state, [
    { file: 'organisations.xlsx', sheets: [{ name: 'Лист1', rows: ORGANISATIONS }] },
    { file: 'staff.xlsx', sheets: [{ name: 'Лист1', rows: [[...STAFF, ...STAFF_END], ...staffRows] }] },
    {
      file: 'pools.csv',
      sheets: [
        { name: null, rows: [['Вид', 'СНИЛС', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Включён'], ...poolRows] },
      ],
    },
  ])
  const [, staffAnswer, pools] = answer.files
  if (!staffAnswer || !pools) throw new Error('no answer')
  return { staff: staffAnswer, pools }
}

describe('who is meant', () => {
  it('gives a number to the one person of that name who has none', () => {
    const state = emptyState()
    load(state, [staff({}), staff({ snils: A }, { start: '01.09.2021' })])
    expect(state.people.map((person) => person.snils)).toEqual(['11223344595'])
  })

  it('makes a namesake of another number a new person, and a row without a number ambiguous', () => {
    const state = emptyState()
    const { staff: answer } = load(state, [
      staff({ snils: A }),
      staff({ snils: B }),
      staff({}, { start: '01.09.2021' }),
    ])
    expect(state.people).toHaveLength(2)
    expect(answer.rejected).toEqual([{ row: 4, column: 'Фамилия', code: 'person_ambiguous' }])
  })

  it('keeps the person of a row that was taken, though it would be ambiguous now', () => {
    const state = emptyState()
    load(state, [staff({})])
    const { staff: answer } = load(state, [
      staff({ snils: A }, { start: '01.09.2021' }),
      staff({ snils: B }),
      staff({}),
    ])
    expect(answer.rejected).toEqual([])
    expect(state.people.map((person) => person.snils)).toEqual(['11223344595', '08765430300'])
  })

  it('finds a person by every surname', () => {
    const state = emptyState()
    const { pools } = load(
      state,
      [staff({ snils: A }), staff({ snils: A, surname: 'Орлова' }, { start: '01.09.2021' })],
      [pool({}), pool({ surname: 'ОРЛОВА ' }, '02.02.2024'), pool({ surname: 'Белова' }, '03.02.2024')],
    )
    expect(state.people[0]?.surname).toBe('Орлова')
    expect(pools).toMatchObject({ accepted: 2, rejected: [{ row: 4, column: 'Фамилия', code: 'person_unknown' }] })
  })

  it('leaves a number where it is when the row that brings it is refused', () => {
    const state = emptyState()
    load(state, [staff({}), staff({ snils: A }, { rate: 0.5 })])
    expect(state.people[0]?.snils).toBeNull()
  })

  it('gives a number by a duplicate too', () => {
    const state = emptyState()
    const { staff: answer } = load(state, [staff({}), staff({ snils: A })])
    expect(answer).toMatchObject({ accepted: 1, duplicateRows: [3] })
    expect(state.people[0]?.snils).toBe('11223344595')
  })

  it('takes an empty patronymic beside a name as another one', () => {
    const state = emptyState()
    load(state, [staff({ snils: A }), staff({ snils: A, patronymic: '' }, { start: '01.09.2021' })])
    expect(state.people[0]?.patronymic).toBe('')
  })

  it('takes a row that has the number only', () => {
    const state = emptyState()
    const { pools } = load(state, [staff({ snils: A })], [pool({ snils: '11223344595', surname: '' })])
    expect(pools.accepted).toBe(1)
    expect(state.people[0]?.surname).toBe('Иванова')
  })
})

describe('another birth date', () => {
  it('is a conflict within one load', () => {
    const state = emptyState()
    const rows = [staff({ snils: A }), staff({ snils: A, birth: '02.01.1980' }, { start: '01.09.2021' })]
    const conflict = [{ row: 3, column: 'СНИЛС', code: 'person_conflict' }]
    expect(load(state, rows).staff.rejected).toEqual(conflict)
    expect(load(state, rows).staff).toMatchObject({ rejected: conflict, unchanged: 1 })
  })

  it('is corrected by a later load of the same name, and old lists stay taken', () => {
    const state = emptyState()
    load(state, [staff({ snils: A })], [pool({ snils: A })])
    const { staff: answer, pools } = load(state, [staff({ snils: A, birth: '02.01.1980' })], [pool({ snils: A })])
    expect(answer).toMatchObject({ updated: 1, rejected: [] })
    expect(pools).toMatchObject({ unchanged: 1, rejected: [] })
    expect(state.people.map((person) => person.birth)).toEqual(['1980-01-02'])
  })

  it('is a conflict in a later load of another name', () => {
    const state = emptyState()
    load(state, [staff({ snils: A })])
    const { staff: answer } = load(state, [staff({ snils: A, surname: 'Орлова', birth: '02.01.1980' })])
    expect(answer.rejected).toEqual([{ row: 2, column: 'СНИЛС', code: 'person_conflict' }])
    expect(state.people[0]).toMatchObject({ surname: 'Иванова', birth: '1980-01-01' })
  })
})

describe('the same record', () => {
  it('with the same values and the person in another spelling is a duplicate', () => {
    const state = emptyState()
    const { staff: answer } = load(state, [staff({ snils: A }), staff({ snils: '11223344595' }), staff({})])
    expect(answer).toMatchObject({ accepted: 1, duplicateRows: [3, 4] })
  })

  it('with other values is repeated, and so is that row in another spelling; cell for cell it is a duplicate', () => {
    const state = emptyState()
    const { staff: answer } = load(state, [
      staff({ snils: A }),
      staff({ snils: A }, { rate: 0.5 }),
      staff({}, { rate: '0,5' }),
      staff({ snils: A }, { rate: 0.5 }),
    ])
    const repeated = { column: 'Код ОО', code: 'record_repeated' }
    expect(answer).toMatchObject({
      accepted: 1,
      duplicateRows: [5],
      rejected: [
        { row: 3, ...repeated },
        { row: 4, ...repeated },
      ],
    })
  })

  it('is not named by a row that was refused', () => {
    const state = emptyState()
    const { staff: answer } = load(state, [staff({ snils: A }, { rate: 0 }), staff({ snils: A })])
    expect(answer).toMatchObject({ accepted: 1, rejected: [{ row: 2, column: 'Ставка', code: 'number_range' }] })
  })
})

describe('a corrected file', () => {
  it('clears by an empty cell and leaves what an absent column holds', () => {
    const state = emptyState()
    const category = (): unknown => [...state.records.staff.values()][0]?.values.Категория
    load(state, [staff({ snils: A }, { category: 'первая' })])
    const short = [...STAFF, ...STAFF_END].slice(0, -1)
    const books = [{ file: 'staff.xlsx', sheets: [{ name: 'Л', rows: [short, staff({ snils: A }).slice(0, -1)] }] }]
    expect(loadBooks(state, books).files[0]).toMatchObject({ unchanged: 1 })
    expect(category()).toBe('первая')
    expect(load(state, [staff({ snils: A })]).staff).toMatchObject({ updated: 1 })
    expect(category()).toBeNull()
  })

  it('leaves the records that it does not name', () => {
    const state = emptyState()
    load(state, [staff({ snils: A }), staff({ snils: B })])
    load(state, [staff({ snils: A }, { rate: 0.5 })])
    expect(state.records.staff.size).toBe(2)
  })

  it('may refer to an organisation of an earlier load, not to one that was refused', () => {
    const state = emptyState()
    load(state, [])
    const rows = [[...STAFF, ...STAFF_END], staff({ snils: A }), staff({ snils: B }, { code: 'Ш002' })]
    const refused: Cell[][] = [
      ['Код', 'Краткое наименование', 'Тип'],
      ['Ш002', 'Школа 2', 'лицей'],
    ]
    const [, answer] = loadBooks(state, [
      { file: 'organisations.xlsx', sheets: [{ name: 'Л', rows: refused }] },
      { file: 'staff.xlsx', sheets: [{ name: 'Л', rows }] },
    ]).files
    expect(answer).toMatchObject({
      accepted: 1,
      rejected: [{ row: 3, column: 'Код ОО', code: 'organisation_unknown' }],
    })
  })
})
