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

function isMended(
  file: [string, string | null],
  waiting: { cells: Cells; column: string },
  later: { taken?: readonly Offered[]; refused?: readonly Cells[] },
): boolean {
  const sheet = declarationOf(sheets, ...file) ?? expect.unreachable()
  const mending = createMending(sheet, [{ id: 7, load: 1, row: 5, ...waiting, texts: textsOf(waiting.cells) }])
  for (const cells of later.refused ?? []) mending.refused(textsOf(cells))
  for (const { cells, row = 9, corrects } of later.taken ?? []) {
    const read: ReadRow = { texts: textsOf(cells), row, corrects }
    mending.taken(read)
  }
  return mending.mended().includes(7)
}

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
    expect(inAttendance({ taken, refused: [attendance] })).toBe(false)
  })
})
