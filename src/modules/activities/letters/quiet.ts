import { isWorkingDay } from '../../../platform/calendar/working-days.ts'
import type { Quiet } from './quiet.contract.ts'

/** Where a district has said nothing. */
export const USUAL_QUIET: Quiet = { from: '20:00', until: '08:00', daysOff: true }

const QUARTER_MS = 15 * 60_000
/** The longest holidays take eleven days; who is never to be written to is written to at once. */
const MOST_QUARTERS = 20 * 24 * 4

/** The moment, where it is not quiet then, else the first one behind it. */
export function nextOpen(moment: Date, quiet: Quiet, zone: string): Date {
  if (!isQuiet(moment, quiet, zone)) return moment
  return search(Math.ceil(moment.getTime() / QUARTER_MS) * QUARTER_MS, QUARTER_MS, quiet, zone) ?? moment
}

/** The moment, where it is not quiet then, else the last full quarter of an hour before it. */
export function lastOpen(moment: Date, quiet: Quiet, zone: string): Date {
  if (!isQuiet(moment, quiet, zone)) return moment
  return search(Math.floor(moment.getTime() / QUARTER_MS) * QUARTER_MS, -QUARTER_MS, quiet, zone) ?? moment
}

function search(from: number, step: number, quiet: Quiet, zone: string): Date | undefined {
  for (let quarter = 0; quarter < MOST_QUARTERS; quarter++) {
    const at = new Date(from + quarter * step)
    if (!isQuiet(at, quiet, zone)) return at
  }
  return undefined
}

export function isQuiet(moment: Date, { from, until, daysOff }: Quiet, zone: string): boolean {
  const { day, time } = localOf(moment, zone)
  if (daysOff && !isWorkingDay(day)) return true
  return from <= until ? time >= from && time < until : time >= from || time < until
}

/** Making a formatter is dear; there are as many as time zones of districts. */
const formatters = new Map<string, Intl.DateTimeFormat>()

/** Day and hour in the zone, `2026-11-23` and `14:05`. */
export function localOf(moment: Date, zone: string): { readonly day: string; readonly time: string } {
  const known = formatters.get(zone)
  const formatter =
    known ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  if (known === undefined) formatters.set(zone, formatter)
  const [day = '', time = ''] = formatter.format(moment).split(' ')
  return { day, time }
}

type Letter = { readonly now: Date; readonly begins: Date; readonly quiet: Quiet; readonly zone: string }

/** News waits till it is no longer quiet, unless the event would have begun by then. */
export function newsMoment({ now, begins, quiet, zone }: Letter): Date {
  const open = nextOpen(now, quiet, zone)
  return begins > now && open >= begins ? now : open
}

type Reminder = Omit<Letter, 'now'> & { readonly hours: number }

/** So many hours before; where it is quiet then, behind that, and if this were too late, before it. */
export function reminderMoment({ begins, hours, quiet, zone }: Reminder): Date {
  const wanted = new Date(begins.getTime() - hours * 3_600_000)
  const open = nextOpen(wanted, quiet, zone)
  return open < begins ? open : lastOpen(wanted, quiet, zone)
}
