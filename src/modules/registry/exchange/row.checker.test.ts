import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../platform/spreadsheets/index.ts'
import { readCell } from './cell.reading.ts'
import { createHeaderSearch } from './header.match.ts'
import { rowChecker } from './row.checker.ts'
import { optional, personColumns, personReference, required, type SheetDeclaration } from './sheet.declaration.ts'

const person = personReference('person_id', { ru: 'Записи', en: 'Records' })
const sheet: SheetDeclaration = {
  file: 'some.csv',
  sheet: null,
  order: 1,
  table: 'some.record',
  people: [person],
  key: [],
  columns: [
    ...personColumns(person),
    required('Вид', { is: 'closed', values: { очная: 'in_person' } }, 'kind'),
    required('С', { is: 'date' }, 'from_on'),
    optional('По', { is: 'date' }, 'to_on', { notBefore: 'С' }),
    required('Балл', { is: 'number', from: 0, upTo: 'Максимум' }, 'score'),
    required('Максимум', { is: 'number', above: 0 }, 'maximum'),
  ],
}
const headers = sheet.columns.map((column) => column.header)
const good: Readonly<Record<string, Cell>> = {
  СНИЛС: '812-688-402 14',
  Фамилия: 'Медведева',
  Имя: 'Татьяна',
  'Дата рождения': { date: '1996-02-07' },
  Вид: ' ОЧНАЯ',
  С: '01.09.2024',
  По: '2024-09-01',
  Балл: '4,5',
  Максимум: 5,
}

function check(changes: Readonly<Record<string, Cell>> = {}, absent: readonly string[] = []) {
  const present = headers.filter((header) => !absent.includes(header))
  const header = createHeaderSearch(sheet).offer(present)
  if (header === undefined) throw new Error('no header')
  const row = { ...good, ...changes }
  const cells = present.map((name) => row[name] ?? null)
  return rowChecker(sheet, header)(cells.map(readCell))
}

describe('rowChecker', () => {
  it('reads a good row', () => {
    const row = check()
    if ('code' in row) throw new Error(row.code)
    expect(row.values.map((value) => value?.text)).toEqual([
      ...['81268840214', 'Медведева', 'Татьяна', undefined, '1996-02-07'],
      ...['in_person', '2024-09-01', '2024-09-01', '4.5', '5'],
    ])
    expect(row.people[0]).toMatchObject({ patronymic: undefined, patronymicKnown: true })
  })

  it.each([
    ['an empty required cell', { Вид: null }, 'Вид', 'required_missing'],
    ['only blanks in it', { Вид: ' \u00a0\u200b' }, 'Вид', 'required_missing'],
    ['what is missing before what is wrong', { СНИЛС: '1', Максимум: null }, 'Максимум', 'required_missing'],
    ['no number and half a name', { СНИЛС: null, Имя: null }, 'Фамилия', 'required_missing'],
    ['the leftmost wrong cell', { СНИЛС: '1', С: 'вчера' }, 'СНИЛС', 'snils_checksum'],
    ['a value outside the list', { Вид: 'заочная', С: 'вчера' }, 'Вид', 'value_unknown'],
    ['no such day', { С: '31.02.2024' }, 'С', 'date_invalid'],
    ['a number for a date', { По: 45000 }, 'По', 'date_invalid'],
    ['more than the maximum', { Балл: '5,01' }, 'Балл', 'number_range'],
    ['less than nothing', { Балл: -1 }, 'Балл', 'number_range'],
    ['a maximum that is none', { Балл: 60, Максимум: 'сто' }, 'Максимум', 'number_range'],
    ['a maximum of nothing', { Балл: 0, Максимум: 0 }, 'Максимум', 'number_range'],
    ['days in the wrong order', { По: '31.08.2024' }, 'По', 'dates_order'],
    ['a wrong cell before the order of days', { По: '31.08.2024', Балл: 'x' }, 'Балл', 'number_range'],
  ] as const)('refuses %s', (_, changes, column, code) => expect(check(changes)).toEqual({ column, code }))

  it('asks for the number where the file has no names', () => {
    const names = ['Фамилия', 'Имя', 'Отчество', 'Дата рождения']
    expect(check({ СНИЛС: null }, names)).toEqual({ column: 'СНИЛС', code: 'required_missing' })
    expect(check({}, names)).toHaveProperty('people')
  })

  it('knows an absent patronymic from an empty one', () => {
    const row = check({}, ['Отчество'])
    expect('people' in row && row.people[0]?.patronymicKnown).toBe(false)
  })
})
