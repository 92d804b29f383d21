import type { Random } from './random.ts'

/** A calendar day, `YYYY-MM-DD`; such days compare as texts. */
export type Day = string

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** A day of the span, both ends included. */
export function dayBetween(random: Random, from: Day, to: Day): Day {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
  return addDays(from, random.int(0, Math.max(0, days)))
}

/** The day itself, or the Monday after it. */
export function workday(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 6 ? addDays(day, 2) : weekday === 0 ? addDays(day, 1) : day
}

/** Full years from one day to another. */
export function yearsBetween(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/**
 * The day up to which the demo is told when it is filled: the 20th of a month, when methodical centres gather their
 * spreadsheets, the latest that has come. All of a month make the same district to the byte, and yet its figures of
 * the running calendar year are those of a living one whenever it is filled.
 */
export function toldUntil(today: Day): Day {
  if (Number(today.slice(8)) >= 20) return `${today.slice(0, 8)}20`
  return `${addDays(`${today.slice(0, 8)}01`, -1).slice(0, 8)}20`
}

/** The year of the latest September before or in which the story ends: the story is moved by whole school years. */
export const schoolYearOf = (until: Day): number => (until.slice(5) >= '09-20' ? yearOf(until) : yearOf(until) - 1)
