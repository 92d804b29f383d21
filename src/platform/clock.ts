/** Today's calendar day in a time zone, `YYYY-MM-DD`. The zone is a setting of the district (IANA name). */
export function today(timeZone: string, now: Date = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now)
}
