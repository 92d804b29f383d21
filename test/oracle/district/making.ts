import type { Cell } from '../cells.ts'
import { yearsBefore } from '../dates.ts'
import type { TableId } from '../tables.ts'
import { addDays, dayBetween, type Random } from './random.ts'

/** A cell that is written as it is, past all spelling. */
export type Raw = { raw: Cell }

/** A row by column names; days are ГГГГ-ММ-ДД, lists are texts with commas. */
export type Draft = Record<string, string | number | null | Raw>

export type Drafts = Record<TableId, Draft[]>

export type MadePerson = {
  snils: string | null
  surname: string
  name: string
  patronymic: string
  birth: string
  gender: 'Ж' | 'М'
  since: string | null
  education: string | null
}

/** How much of everything is made. */
export type Amounts = {
  organisations: number
  people: number
  learning: number
  diagnostics: number
  events: number
  attendance: number
  communities: number
  members: number
  mentoring: number
  pools: number
  /** Staffing rows for each organisation. */
  staffing: number
}

/** What the makers of rows share. */
export type Making = {
  random: Random
  amounts: Amounts
  /** The date about which the district is lively; with edges, the date on whose boundaries facts fall. */
  date: string
  edges: boolean
  /** Days on which something begins, ends or tips over at the date, one or two years before it, or in their periods. */
  boundaries: string[]
}

/** The days on which a count at the date, or at the same day of the two years before, turns. */
export function boundariesOf(date: string): string[] {
  const days = new Set<string>()
  for (const years of [0, 1, 2, 3]) {
    const day = yearsBefore(date, years)
    for (const turn of [day, `${day.slice(0, 4)}-01-01`]) for (const shift of [-1, 0, 1]) days.add(addDays(turn, shift))
  }
  return [...days].sort()
}

/** A day of the span; where edges are wanted, often one of the boundaries. */
export function someDay(making: Making, from: string, to: string): string {
  const near = making.edges ? making.boundaries.filter((day) => day >= from && day <= to) : []
  return near.length > 0 && making.random.chance(0.6) ? making.random.pick(near) : dayBetween(making.random, from, to)
}

/** The end of something that began that day; often none. */
export function someEnd(making: Making, start: string, openShare: number): string | null {
  const { random, date } = making
  if (random.chance(openShare)) return null
  if (making.edges && random.chance(0.05)) return '9999-12-31'
  if (making.edges && random.chance(0.1)) return start
  const last = addDays(date, 200)
  return start >= last ? start : someDay(making, start, last)
}

/**
 * Calls the maker until so many rows of different keys are there; gives up on crowded keys, so that tiny districts end.
 * @param keyOf what may occur only once
 */
export function rowsOf(amount: number, make: () => Draft, keyOf: (row: Draft) => string): Draft[] {
  const rows: Draft[] = []
  const seen = new Set<string>()
  for (let tries = 0; rows.length < amount && tries < amount * 3 + 10; tries++) {
    const row = make()
    const key = keyOf(row)
    if (seen.has(key)) continue
    seen.add(key)
    rows.push(row)
  }
  return rows
}
