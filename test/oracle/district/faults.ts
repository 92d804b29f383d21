import type { Cell } from '../cells.ts'
import type { Column, Table } from '../tables.ts'
import type { Draft, Making } from './making.ts'
import { makeSnils } from './people.ts'
import { addDays, type Random } from './random.ts'
import { WOMEN } from './words.ts'

type Fault = (row: Draft) => void

const NO_DATE = [
  '31.02.1985',
  'не указана',
  '15.13.1970',
  '1.9.2015',
  '2015/09/01',
  '01.09.15',
  '2015-9-1',
  42614,
  '01.09.2015 г.',
  '00.00.0000',
  '29.02.2023',
  '2015-09-01 00:00:00',
  '—',
  '31.04.2020',
  '30.02.2024',
  '29.02.1900',
  '01,09,2015',
  '2015',
  true,
]
const NO_NUMBER = ['много', '-1', '1e3', '1,2,3', '—', '12 ч.', new Date('2020-01-01T00:00:00Z')]
const MOOT_NUMBER = ['1 000', '+1', '1.', '.5', '1000 ', '-0']
const NO_SNILS = ['нет', '-', '1234567', '123-456-789 011', '12345678901234', '11223344500', '000-000-001-99x']
const NO_VALUE = ['телепатические', 'иная', 'да/нет', 'yes', '+', 'школа, ДОУ', 'не знаю']

/** Faults that one column can have, whatever the row. */
function columnFaults(random: Random, column: Column, moot: boolean): Fault[] {
  const put = (list: readonly Cell[]): Fault => {
    return (row) => {
      row[column.name] = { raw: random.pick(list) }
    }
  }
  const faults: Fault[] = []
  if (column.required)
    faults.push((row) => {
      row[column.name] = random.pick([null, { raw: ' ' }, { raw: '\u00a0' }])
    })
  if (column.kind === 'date') faults.push(put(NO_DATE))
  if (column.kind === 'snils') faults.push(put(NO_SNILS), (row) => spoilSnils(random, row, column.name))
  if (column.kind === 'closed') faults.push(put(NO_VALUE))
  if (column.kind === 'closed' || column.kind === 'code' || column.person?.part === 'surname')
    faults.push((row) => {
      const value = row[column.name]
      if (typeof value === 'string') row[column.name] = likeLatin(value)
    })
  if (column.kind !== 'number') return faults
  faults.push(put(moot ? [...NO_NUMBER, ...MOOT_NUMBER] : NO_NUMBER))
  if (column.above !== undefined) faults.push(put([0, '0', '-0,5']))
  const { upTo } = column
  if (upTo !== undefined)
    faults.push((row) => {
      const limit = row[upTo]
      if (typeof limit === 'number') row[column.name] = limit + random.pick([0.5, 1, 100])
    })
  return faults
}

/** The same to the eye, with Latin letters. */
function likeLatin(text: string): string {
  const pairs = 'АAВBЕEКKМMНHОOРPСCТTХXаaеeоoрpсcуyхx'
  return text.replace(/./gu, (letter) => {
    const at = pairs.indexOf(letter)
    return at >= 0 && at % 2 === 0 ? pairs.charAt(at + 1) : letter
  })
}

/** Makes the check digits wrong. */
function spoilSnils(random: Random, row: Draft, name: string): void {
  const digits = row[name]
  if (typeof digits !== 'string' || digits.length !== 11 || Number(digits.slice(0, 9)) <= 1_001_998) return
  const wrong = String((Number(digits.slice(9)) + random.int(1, 98)) % 100).padStart(2, '0')
  row[name] = digits.slice(0, 9) + wrong
}

function moveDay(row: Draft, name: string, days: number): void {
  const day = row[name]
  if (typeof day === 'string') row[name] = addDays(day, days)
}

/** Faults in whom the row names. */
function personFaults(making: Making, table: Table, suffix: string): Fault[] {
  const { random } = making
  const [snils, surname, name, birth] = ['СНИЛС', 'Фамилия', 'Имя', 'Дата рождения'].map((part) => part + suffix)
  if (!snils || !surname || !name || !birth) return []
  const faults: Fault[] = [
    (row) => {
      moveDay(row, birth, random.pick([-366, -1, 1, 30]))
    },
    (row) => {
      moveDay(row, birth, 1)
      row[name] = random.pick(WOMEN)
    },
  ]
  if (table.id === 'staff') return faults
  return faults.concat([
    (row) => {
      row[snils] = null
      row[random.pick([surname, name, birth])] = null
    },
    (row) => {
      row[snils] = makeSnils(making)
    },
    (row) => {
      row[snils] = makeSnils(making)
      row[name] = random.pick(WOMEN)
    },
    (row) => {
      row[snils] = null
      row[name] = `${random.pick(WOMEN)}-${random.pick(WOMEN)}`
    },
  ])
}

function rowFaults(making: Making, table: Table, moot: boolean): Fault[] {
  const { random } = making
  const faults = table.columns.flatMap((column) => columnFaults(random, column, moot))
  for (const suffix of suffixesOf(table)) {
    const own = personFaults(making, table, suffix)
    faults.push(...own, ...own)
  }
  const { span, reference } = table
  if (span)
    for (let i = 0; i < 3; i++)
      faults.push((row) => {
        row[span.end] = row[span.start] ?? null
        moveDay(row, span.end, -random.pick([1, 1, 400]))
      })
  if (reference)
    for (let i = 0; i < 3; i++)
      faults.push((row) => {
        row[reference.column] = { raw: random.pick(['Ш999', 'С', 0, 'М 0001', '-']) }
      })
  if (table.id === 'mentoring')
    for (let i = 0; i < 5; i++)
      faults.push((row) => {
        for (const part of ['СНИЛС', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения'])
          row[`${part} наставляемого`] = row[`${part} наставника`] ?? null
        if (random.chance(0.3)) row['СНИЛС наставляемого'] = null
      })
  return faults
}

/** The suffixes of a table's person columns. */
export function suffixesOf(table: Table): string[] {
  return table.columns
    .filter((column) => column.person?.part === 'surname')
    .map((column) => column.name.slice('Фамилия'.length))
}

/**
 * Adds rows with one fault, sometimes two, and spoils a few of those that are there.
 * @param share how many, against the rows there are
 */
export function addFaults(making: Making, table: Table, rows: Draft[], share: number, moot: boolean): Draft[] {
  const { random } = making
  const spoiled = [...rows]
  const faults = rowFaults(making, table, moot)
  const amount = rows.length === 0 ? 0 : Math.ceil(rows.length * share)
  for (let i = 0; i < amount; i++) {
    const row = { ...random.pick(rows) }
    random.pick(faults)(row)
    if (random.chance(0.2)) random.pick(faults)(row)
    if (random.chance(0.15)) spoiled[random.int(0, spoiled.length - 1)] = row
    else spoiled.splice(random.int(0, spoiled.length), 0, row)
  }
  return spoiled
}

/** Adds rows that name a record again: with the same values, or with another one. */
export function addRepeats(making: Making, table: Table, rows: Draft[], share: number): Draft[] {
  const { random } = making
  const repeated = [...rows]
  const values = table.columns.filter((column) => !column.person && !table.key.includes(column.name))
  const amount = rows.length === 0 ? 0 : Math.ceil(rows.length * share)
  for (let i = 0; i < amount; i++) {
    const row = { ...random.pick(rows) }
    if (values.length > 0 && random.chance(0.4)) alter(random, row, random.pick(values))
    repeated.splice(random.int(0, repeated.length), 0, row)
  }
  return repeated
}

/** Gives one cell another value that is valid by itself. */
export function alter(random: Random, row: Draft, column: Column): void {
  const value = row[column.name] ?? null
  if (!column.required && value !== null && random.chance(0.3)) row[column.name] = null
  else if (column.kind === 'closed') row[column.name] = random.pick(column.values ?? [])
  else if (column.kind === 'date') row[column.name] = typeof value === 'string' ? addDays(value, 1) : '2030-01-01'
  else if (column.kind === 'number') row[column.name] = typeof value === 'number' ? value + 1 : 1
  else if (column.kind === 'list') row[column.name] = random.pick(['Физика', 'физика, Химия', 'Химия, Физика', 'Право'])
  else if (column.kind === 'code' || column.kind === 'position') return
  else row[column.name] = `${typeof value === 'string' ? value : ''} иначе`
}
