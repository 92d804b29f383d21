import { describe, expect, it } from 'vitest'
import { sheets } from '../../../sheets.ts'
import { declarationOf } from './file.names.ts'
import { createMending, type ReadRow } from './row.mending.ts'
import { rowTexts } from './row.texts.ts'

type Cells = Readonly<Record<string, string>>
const textsOf = (cells: Cells) => rowTexts(Object.keys(cells), Object.values(cells))

const learning: Cells = {
  СНИЛС: '112-233-445 95',
  Программа: 'Оценивание',
  Часов: '36',
  Начало: '01.02.2024',
  Окончание: '01.03.2024',
  Тема: 'оценивание',
}
const attendance: Cells = { 'Код мероприятия': 'М1', СНИЛС: '112-233-445 95' }

type Offered = { cells: Cells; row?: number; corrects?: number }

type Later = { taken?: readonly Offered[]; refused?: readonly Offered[] }

/** Looks whether a row that waits is mended by what a later load took and refused, or waits there. */
function lookedAt(file: [string, string | null], waiting: { cells: Cells; column: string }, later: Later) {
  const sheet = declarationOf(sheets, ...file) ?? expect.unreachable()
  const mending = createMending<number>(sheet)
  mending.waits({ id: 7, load: 1, row: 5, ...waiting, texts: textsOf(waiting.cells) })
  const read = ({ cells, row = 9, corrects }: Offered): ReadRow => ({ texts: textsOf(cells), row, corrects })
  for (const [at, offered] of (later.refused ?? []).entries()) mending.refused(read(offered), 100 + at)
  for (const offered of later.taken ?? []) mending.taken(read(offered))
  return { isMended: mending.mended().includes(7), overtaken: mending.overtaken() }
}

const isMended = (...asked: Parameters<typeof lookedAt>): boolean => lookedAt(...asked).isMended

const inLearning = (cells: Cells, column: string, later: Parameters<typeof isMended>[2]) =>
  isMended(['learning.csv', null], { cells: { ...learning, ...cells }, column }, later)
const inAttendance = (later: Parameters<typeof isMended>[2]) =>
  isMended(['Events.xlsx', 'участие'], { cells: attendance, column: 'Код мероприятия' }, later)

describe('a row that waits is mended', () => {
  it('by a row with its very cells, wherever it stands, in whatever order and beside whatever ordinal', () => {
    const cells = Object.fromEntries(Object.entries(learning).reverse())
    expect(inLearning({}, 'СНИЛС', { taken: [{ cells: { '№ п/п': '4', ...cells } }] })).toBe(true)
  })

  it('by the same record, when the fault told no records apart', () => {
    const taken = [{ cells: { ...learning, Часов: '72', Тема: 'другая' } }]
    expect(inLearning({ Часов: '-1' }, 'Часов', { taken })).toBe(true)
    const names = { Фамилия: 'Орлова', Имя: 'Анна', 'Дата рождения': '01.05.1980' }
    const { СНИЛС: _, ...unnumbered } = learning
    const waiting = { cells: { ...unnumbered, ...names, Часов: '-1' }, column: 'Часов' }
    const numbered = [{ cells: { ...learning, ...names, Фамилия: 'ОРЛОВА' } }]
    expect(isMended(['learning.csv', null], waiting, { taken: numbered })).toBe(true)
  })

  it('by the row of its number with nothing changed but the cell named', () => {
    expect(inAttendance({ taken: [{ cells: { ...attendance, 'Код мероприятия': 'М2' }, row: 5 }] })).toBe(true)
  })

  it('by the row of its number with another of the cells that tell records apart', () => {
    const twice = { cells: learning, column: 'СНИЛС' }
    const of = (change: Cells) =>
      isMended(['learning.csv', null], twice, { taken: [{ cells: { ...learning, ...change }, row: 5 }] })
    expect(of({ Начало: '02.02.2024' })).toBe(true)
    expect(of({ Начало: '02.02.2024', Окончание: '02.03.2024' })).toBe(false)
    expect(of({ Начало: '02.02.2024', Часов: '37' })).toBe(false)
    const numbered: Cells = { ...learning, Фамилия: 'Орлова', Имя: 'Анна', 'Дата рождения': '01.05.1980' }
    const { СНИЛС: _, ...named } = numbered
    const ambiguous = { cells: named, column: 'Фамилия' }
    const taken = [{ cells: numbered, row: 5 }]
    expect(isMended(['learning.csv', null], ambiguous, { taken })).toBe(true)
  })

  it('by the row of a workbook of its load that says so, whatever was changed', () => {
    const cells = { 'Код мероприятия': 'М2', СНИЛС: '200-000-001 00' }
    expect(inAttendance({ taken: [{ cells, row: 5, corrects: 1 }] })).toBe(true)
    expect(inAttendance({ taken: [{ cells, row: 5, corrects: 2 }] })).toBe(false)
  })
})

describe('it waits on', () => {
  it('when only another record was taken', () => {
    const cells = { ...learning, Часов: '72' }
    expect(inLearning({ Часов: '-1' }, 'Часов', { taken: [{ cells: { ...cells, Начало: '02.02.2024' } }] })).toBe(false)
    expect(inLearning({ Часов: '-1' }, 'Часов', { taken: [{ cells: { ...cells, СНИЛС: '2' } }] })).toBe(false)
    expect(inAttendance({ taken: [{ cells: { ...attendance, 'Код мероприятия': 'М2' }, row: 6 }] })).toBe(false)
    expect(inAttendance({ taken: [{ cells: { 'Код мероприятия': 'М2', СНИЛС: '2' }, row: 5 }] })).toBe(false)
  })

  it('when it lacks what records are told apart by', () => {
    const taken = [{ cells: { ...learning, Начало: '' } }]
    expect(inLearning({ Часов: '', Начало: '' }, 'Часов', { taken })).toBe(false)
  })

  it('when two people of one name have numbers of their own', () => {
    const names = { Фамилия: 'Орлова', Имя: 'Анна', 'Дата рождения': '01.05.1980' }
    const taken = [{ cells: { ...learning, ...names, СНИЛС: '200-000-001 00' } }]
    expect(inLearning({ ...names, Часов: '-1' }, 'Часов', { taken })).toBe(false)
  })

  it('when it was refused again', () => {
    const taken = [{ cells: { ...attendance, 'Код мероприятия': 'М2' }, row: 5 }]
    expect(inAttendance({ taken, refused: [{ cells: attendance }] })).toBe(false)
  })
})

describe('a row that a later load refused, too, waits there', () => {
  const by = (cells: Cells, column: string, later: Later) =>
    lookedAt(['learning.csv', null], { cells: { ...learning, ...cells }, column }, later).overtaken
  const over = [{ id: 7, by: 100 }]

  it.each<[string, Cells, string, Cells]>([
    ['with the very same cells', { Часов: '-1' }, 'Часов', { ...learning, Часов: '-1' }],
    ['of the same record with another fault', { Часов: '-1' }, 'Часов', { ...learning, Тема: '', Часов: '0' }],
    ['of the same record whose key was at fault', { СНИЛС: '1' }, 'СНИЛС', { ...learning, СНИЛС: '1', Часов: '72' }],
  ])('%s', (_, cells, column, again) => {
    expect(by(cells, column, { refused: [{ cells: again }] })).toEqual(over)
  })

  it('with the same number and another of the cells that tell records apart, or named by a workbook of its load', () => {
    const refused = [{ cells: { ...learning, СНИЛС: '2' }, row: 5 }]
    expect(by({ СНИЛС: '1' }, 'СНИЛС', { refused })).toEqual(over)
    expect(by({ Часов: '-1' }, 'Часов', { refused: [{ cells: { Часов: '5' }, row: 5, corrects: 1 }] })).toEqual(over)
  })

  it('unless it is of another record, or another row mended it', () => {
    expect(by({ Часов: '-1' }, 'Часов', { refused: [{ cells: { ...learning, СНИЛС: '2' }, row: 5 }] })).toEqual([])
    const mended = lookedAt(
      ['learning.csv', null],
      { cells: { ...learning, Часов: '-1' }, column: 'Часов' },
      { taken: [{ cells: learning }], refused: [{ cells: { ...learning, Часов: '0' } }] },
    )
    expect(mended).toEqual({ isMended: true, overtaken: [] })
  })
})
