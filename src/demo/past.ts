import { addDays, type Day } from './days.ts'
import { announce, idOf, type Named, organisationOf, type Planned, planOnce, type Said } from './planning.ts'
import type { Visitor } from './visitor.ts'

export type Past = {
  readonly said: Said
  /** What its form is called. */
  readonly form: string
  /** Its meetings, of the same hours each. */
  readonly days: readonly Day[]
  readonly hours: { readonly from: string; readonly until: string }
  /** Who comes beside those sent. */
  readonly people: readonly number[]
  /** How many more are sent of a page of those who may be, who learned longest ago first: other pages are other people. */
  readonly sent: number
  readonly page: number
  readonly reason: string
}

const WEEK = 7
const PAGE = 16
const DAY_MS = 86_400_000

/**
 * An event of the centre with its people. Nobody enrols for what has begun, so one that has is planned whole weeks ahead, and
 * brought to its days when everybody is in.
 */
export async function beginEvent(methodist: Visitor, today: Day, past: Past): Promise<Planned> {
  const { said, form, days, hours } = past
  const [first = today] = days
  const ahead = Math.max(0, (Math.ceil((Date.parse(today) - Date.parse(first)) / DAY_MS / WEEK) + 1) * WEEK)
  const later = days.map((day) => addDays(day, ahead))
  const { items: forms } = (await methodist.get('/api/event-forms')) as { items: readonly Named[] }
  const event = await planOnce(methodist, await organisationOf(methodist, 'methodical_centre'), {
    ...{ formId: idOf(forms, form), level: 'district', format: 'in_person', heldOn: later[0], lastOn: later.at(-1) },
    meetings: later.map((day) => ({ day, ...hours })),
    ...said,
  })
  await announce(methodist, event)
  const { taken } = await methodist.get(`/api/events/${event.id}/enrolments`)
  if (taken > 0 && event.heldOn <= today) return event
  if (taken === 0) await send(methodist, event, past)
  const { version, heldOn } = await methodist.get(`/api/events/${event.id}`)
  return heldOn === first ? event : await methodist.send('PATCH', `/api/events/${event.id}`, { heldOn: first }, version)
}

async function send(methodist: Visitor, { id }: Planned, { people, sent, page, reason }: Past): Promise<void> {
  const { items } = await methodist.get(`/api/events/${id}/candidates?size=${PAGE}&page=${page}&sort=learned`)
  const chosen = new Set([...people, ...(items as readonly { id: number }[]).slice(0, sent).map((one) => one.id)])
  await methodist.send('POST', `/api/events/${id}/nominations`, { people: [...chosen], reason })
}

/** The person behind an account. */
export async function personOf(visitor: Visitor): Promise<number> {
  const { grants } = await visitor.get('/api/me')
  return grants[0].personId
}
