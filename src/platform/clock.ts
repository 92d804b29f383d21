/** Making a formatter is dear (about 50 µs); there are as many as time zones of districts. */
const formatters = new Map<string, Intl.DateTimeFormat>()

/** Today's calendar day in a time zone, `YYYY-MM-DD`. The zone is a setting of the district (IANA name). */
export function today(timeZone: string, now: Date = new Date()): string {
  let formatter = formatters.get(timeZone)
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
    formatters.set(timeZone, formatter)
  }
  return formatter.format(now)
}
