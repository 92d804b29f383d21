import { type FormatKind, formatKind } from './number.formats.ts'

const lastDay = 2_958_465 // 31.12.9999 in the 1900 system
const epoch1970in1900 = 25_569
const epoch1970in1904 = 24_107
/** A tenth of a millisecond: what arithmetic on dates in a sheet loses. */
const hair = 1e-9

/** Days since 1970-01-01, or a text where a sheet shows something that is no day. */
export type SerialMeaning = { readonly day: number } | { readonly text: string } | 'number'

/**
 * What a serial number in a date or time format means. The time of day is dropped. In the 1900 system a sheet
 * shows day 0 as 00.01.1900 and day 60 as 29.02.1900, which never was: both come as the text that is shown.
 */
export function serialMeaning(serial: number, kind: FormatKind, starts1904: boolean): SerialMeaning {
  const day = Math.floor(serial + hair)
  if (kind === formatKind.number || !(day >= 0 && day <= lastDay)) return 'number'
  if (kind === formatKind.time && day === 0) return { text: timeText(serial) }
  if (starts1904) return { day: day - epoch1970in1904 }
  if (day === 0) return { text: '00.01.1900' }
  if (day === 60) return { text: '29.02.1900' }
  return { day: day > 60 ? day - epoch1970in1900 : day + 1 - epoch1970in1900 }
}

function timeText(serial: number): string {
  const seconds = Math.min(Math.round(serial * 86_400), 86_399)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  if (seconds % 60 !== 0) parts.push(seconds % 60)
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

/** Days since 1970-01-01 of a text that begins with `YYYY-MM-DD`, or undefined if there is no such day. */
export function dayOfIso(text: string): number | undefined {
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0]
  if (iso === undefined) return undefined
  const instant = Date.parse(`${iso}T00:00:00Z`)
  if (Number.isNaN(instant) || isoOfDay(instant / 86_400_000) !== iso) return undefined
  return instant / 86_400_000
}

/** `YYYY-MM-DD` of days since 1970-01-01. */
export function isoOfDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}
