import { sql } from 'kysely'
import type { Services } from '../../../platform/services.ts'

type House = { readonly services: Services }

/** The only meeting of the event, in a district by the clock of Moscow, begins in so many minutes, and who is enrolled has been for a week. */
export async function beginIn({ services }: House, tenant: number, event: number, minutes: number): Promise<void> {
  await services.database.write(tenant, async (tx) => {
    const begins = sql`date_trunc('minute', now()) + make_interval(mins => ${minutes})`
    await sql`update activities.event set held_on = ((${begins}) at time zone 'Europe/Moscow')::date
      where id = ${event}`.execute(tx)
    await sql`update activities.meeting set starts_at = ${begins}, ends_at = ${begins} + interval '1 hour'
      where event_id = ${event}`.execute(tx)
    await sql`update activities.enrolment set changed_at = now() - interval '7 days' where event_id = ${event}`.execute(
      tx,
    )
  })
}

/** Head and text of a letter as it went over the line. */
export function readLetter(source: string): { readonly head: string; readonly text: string } {
  const at = source.indexOf('\r\n\r\n')
  const [head, body] = [source.slice(0, at), source.slice(at + 4)]
  if (/^content-transfer-encoding: base64/im.test(head)) return { head, text: Buffer.from(body, 'base64').toString() }
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return { head, text: Buffer.from(bytes, 'latin1').toString() }
}
