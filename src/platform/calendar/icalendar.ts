/** Moments, or whole days: the first and the last. */
export type CalendarSpan =
  | { readonly startsAt: Date; readonly endsAt: Date }
  | { readonly firstOn: string; readonly lastOn: string }

export type CalendarEntry = {
  /** Of all calendars there are, and the same for as long as the thing is the same. */
  readonly uid: string
  /** Grows with each change. */
  readonly sequence: number
  readonly span: CalendarSpan
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  readonly summary: string
  readonly description: string
  readonly location: string
  /** Where more is said of it. */
  readonly page: string
}

type Calendar = {
  readonly name: string
  /** Moments are in UTC; whole days are of this zone. */
  readonly zone: string
  readonly madeAt: Date
  readonly entries: readonly CalendarEntry[]
}

/** A calendar as programs subscribe to it: RFC 5545, with the name and how often to ask of RFC 7986. */
export function printCalendar({ name, zone, madeAt, entries }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rost//Rost//RU',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    `X-WR-TIMEZONE:${text(zone)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...entries.flatMap((entry) => linesOf(entry, madeAt)),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

function linesOf(entry: CalendarEntry, madeAt: Date): string[] {
  const { uid, sequence, span, status, summary, description, location, page } = entry
  return [
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `DTSTAMP:${moment(madeAt)}`,
    `SEQUENCE:${sequence}`,
    ...spanOf(span),
    `STATUS:${status}`,
    `SUMMARY:${text(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${text(description)}`]),
    ...(location === '' ? [] : [`LOCATION:${text(location)}`]),
    `URL:${page}`,
    'END:VEVENT',
  ]
}

const DAY_MS = 86_400_000

/** The end is no part of it: a day ends where the next one begins. */
function spanOf(span: CalendarSpan): string[] {
  if ('startsAt' in span) return [`DTSTART:${moment(span.startsAt)}`, `DTEND:${moment(span.endsAt)}`]
  const next = new Date(Date.parse(span.lastOn) + DAY_MS).toISOString().slice(0, 10)
  return [`DTSTART;VALUE=DATE:${digits(span.firstOn)}`, `DTEND;VALUE=DATE:${digits(next)}`]
}

const digits = (day: string): string => day.replaceAll('-', '')
const moment = (at: Date): string => at.toISOString().replace(/\.\d+|[-:]/g, '')

/** A value of type TEXT: clause 3.3.11. Of control characters it may hold line feeds and tabs. */
const text = (value: string): string =>
  value
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cc}/gu, (one) => (one === '\n' || one === '\t' ? one : ''))
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

const MOST_OCTETS = 75

/** Long lines go on in the next one behind a space, and no character is torn: clause 3.1. */
function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > MOST_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}
