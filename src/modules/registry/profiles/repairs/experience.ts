import { type Cell, readsAs } from '../../../../platform/spreadsheets/index.ts'
import { headerKey } from '../../text.ts'
import { type DayUse, repairDay, reversed } from './days.ts'
import { isNone, type Repair } from './repair.ts'

const YEARS = '(?:лет|года?|годов|год|л|г)\\.?'
const MONTHS = '(?:месяц(?:а|ев)?|мес|м)\\.?'
const FULL = new RegExp(
  `^(\\d{1,2})\\s*${YEARS}(?:\\s*,?\\s*(?:и\\s*)?(\\d{1,2})\\s*${MONTHS})?(?:\\s*\\d{1,2}\\s*(?:дн(?:ей|я)?|день|д)\\.?)?$`,
)
const ONLY_MONTHS = new RegExp(`^(\\d{1,2})\\s*${MONTHS}$`)
const SLASHED = /^(\d{1,2})\s*\/\s*(\d{1,2})$/
const DECIMAL = /^(\d{1,2})(?:[.,](\d))?$/
const UNDER_ONE = /^(менее|до|меньше)\s+(1\s*)?(одного\s+)?год[а]?$|^<\s*1/

/**
 * Experience in years as the day it began, counted back from the day the file is of; days and years of beginning as they
 * are. «12,10» may be twelve years and ten months or twelve and a tenth: it stays.
 */
export function repairExperience(cell: Cell, { asOf, ...use }: DayUse & { readonly asOf: string }): Repair | undefined {
  if (cell === null || typeof cell === 'boolean') return undefined
  const text = headerKey(readsAs(cell))
  if (isNone(text)) return { kind: 'blank', cell: null }
  const span = monthsOf(text)
  return span === undefined ? repairDay(cell, use) : { kind: 'experience', cell: reversed(monthsBefore(asOf, span)) }
}

/** How many months of experience a text says; undefined where it says no span of time. */
export function monthsOf(text: string): number | undefined {
  if (UNDER_ONE.test(text)) return 0
  const full = FULL.exec(text)
  const slashed = SLASHED.exec(text)
  const pair = full ?? slashed
  if (pair) {
    const months = Number(pair[2] ?? 0)
    return months > 11 ? undefined : Number(pair[1]) * 12 + months
  }
  const months = ONLY_MONTHS.exec(text)
  if (months) return Number(months[1])
  const decimal = DECIMAL.exec(text)
  return decimal ? Number(decimal[1]) * 12 + Math.round((Number(decimal[2] ?? 0) / 10) * 12) : undefined
}

/** The day so many months before; where that month is shorter, its last day. */
export function monthsBefore(iso: string, months: number): string {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, last))
  return first.toISOString().slice(0, 10)
}
