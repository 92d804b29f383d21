import { type Cell, readsAs } from '../../../platform/spreadsheets/index.ts'
import { parseDay } from '../exchange/day.parsing.ts'
import type { DoubtKind } from './remarks.ts'
import { heldUntil } from './repairs/categories.ts'

export type Doubt = { readonly kind: DoubtKind; readonly column: string }

/** A row as it leaves, by declared headers; `was` is the cell as the file had it. */
export type DoubtedRow = { cell(header: string): Cell; was(header: string): Cell }

/** Younger people do not work, and do not teach. */
const LEAST_AGE = { work: 14, teaching: 16 }
const EARLIEST_BIRTH = '1920-01-01'
/** Fewer hours are no further education (law 273-ФЗ, order 499: 16 hours at least). */
const LEAST_HOURS = 16
/** From then on a category has no end; one that ended before is none. */
const WITHOUT_END = '2023-09-01'

/** What contradicts itself in a row that may well be taken: days, ages, lengths. Nothing is changed. */
export function doubtsOf(row: DoubtedRow, today: string): readonly Doubt[] {
  const doubts: Doubt[] = []
  const doubt = (kind: DoubtKind, column: string): void => {
    doubts.push({ kind, column })
  }
  const day = (header: string): string | undefined => parseDay(readsAs(row.cell(header)))
  const birth = day('Дата рождения')
  if (birth !== undefined && (birth < EARLIEST_BIRTH || birth > today)) doubt('birth', 'Дата рождения')
  const isBefore = (header: string, age: number): boolean => {
    const from = day(header)
    return birth !== undefined && from !== undefined && from < yearsLater(birth, age)
  }
  if (isBefore('Педагогический стаж с', LEAST_AGE.teaching)) doubt('experience', 'Педагогический стаж с')
  if (isBefore('Принят', LEAST_AGE.work)) doubt('dates', 'Принят')
  const begun = day('Начало')
  const ended = day('Окончание')
  if (begun !== undefined && ended !== undefined) {
    if (ended > today || ended > yearsLater(begun, 1) || isBefore('Начало', LEAST_AGE.work)) doubt('dates', 'Окончание')
  }
  const hours = readsAs(row.cell('Часов'))
  if (/^\d{1,2}([.,]\d+)?$/.test(hours) && Number.parseFloat(hours.replace(',', '.')) < LEAST_HOURS)
    doubt('hours', 'Часов')
  const until = row.cell('Категория') === null ? undefined : heldUntil(readsAs(row.was('Категория')))
  if (until !== undefined && until < WITHOUT_END) doubt('category', 'Категория')
  return doubts
}

const yearsLater = (iso: string, years: number): string => `${Number(iso.slice(0, 4)) + years}${iso.slice(4)}`
