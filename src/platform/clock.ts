/** Making a formatter is dear (about 50 µs); there are as many as time zones of districts. */
const formatters = new Map<string, Intl.DateTimeFormat>()

/** Clocks of all zones are moved at full quarters of an hour, midnight is at one too: within one the day is the same. */
const QUARTER = 15 * 60_000
const days = new Map<string, { readonly quarter: number; readonly day: string }>()

/** Today's calendar day in a time zone, `YYYY-MM-DD`. The zone is a setting of the district (IANA name). */
export function today(timeZone: string, now: Date = new Date()): string {
  const quarter = Math.floor(now.getTime() / QUARTER)
  const known = days.get(timeZone)
  if (known?.quarter === quarter) return known.day
  const day = formatterOf(timeZone).format(now)
  days.set(timeZone, { quarter, day })
  return day
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known !== undefined) return known
  const formatter = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  formatters.set(timeZone, formatter)
  return formatter
}
