import { isWorkingDay } from '../platform/calendar/working-days.ts'
import { addDays, type Day } from './days.ts'
import type { Visitor } from './visitor.ts'

export type Named = { readonly id: number; readonly label: string }
export type Place = { readonly id: number; readonly name: string }

/** The day itself, or the next on which schools work. */
export const workDay = (day: Day): Day => (isWorkingDay(day) ? day : workDay(addDays(day, 1)))

/** An afternoon every other working day, from a day on. */
export function meetingDays(from: Day, count: number): readonly Day[] {
  const days: Day[] = []
  for (let day = workDay(from); days.length < count; day = workDay(addDays(day, 2))) days.push(day)
  return days
}

export type Said = Readonly<Record<string, unknown>> & { readonly title: string }
type NewRoom = {
  readonly organisationId: number
  readonly name: string
  readonly seats: number
  readonly equipment: string
}
export type Planned = { readonly id: number; readonly version: number; readonly state: string; readonly heldOn: Day }

/** The event of this title, planned where there is none: a season that was cut short goes on where it ended. */
export async function planOnce(visitor: Visitor, organiser: Place, said: Said): Promise<Planned> {
  const { items } = await visitor.get(
    `/api/events?size=20&state=draft&state=announced&state=cancelled&state=held&q=${encodeURIComponent(said.title)}`,
  )
  const known = (items as readonly (Planned & { title: string })[]).find(({ title }) => title === said.title)
  return known ?? (await visitor.send('POST', '/api/events', { organiserId: organiser.id, ...said }))
}

export type Registered = {
  readonly id: number
  readonly title: string
  readonly modules: readonly { readonly id: number; readonly elective: boolean }[]
}

/** The edition in the register. */
export async function programmeCalled(visitor: Visitor, title: string): Promise<Registered> {
  const { items } = await visitor.get('/api/programmes?state=registered&size=50')
  const found = (items as readonly Registered[]).find((one) => one.title === title)
  if (found === undefined) throw new Error(`no programme ${title} in the register`)
  return await visitor.get(`/api/programmes/${found.id}`)
}

export async function announce(visitor: Visitor, { id, version, state }: Planned): Promise<void> {
  if (state === 'draft') await visitor.send('POST', `/api/events/${id}/announcement`, undefined, version)
}

export async function cancel(visitor: Visitor, id: number, reason: string): Promise<void> {
  const { state, version } = await visitor.get(`/api/events/${id}`)
  if (state === 'announced') await visitor.send('POST', `/api/events/${id}/cancellation`, { reason }, version)
}

export async function roomOf(visitor: Visitor, room: NewRoom): Promise<number> {
  const { items } = await visitor.get(`/api/rooms?organisation=${room.organisationId}`)
  const known = (items as readonly Place[]).find(({ name }) => name === room.name)
  return (known ?? (await visitor.send('POST', '/api/rooms', room))).id
}

export async function organisationOf(visitor: Visitor, type: string): Promise<Place> {
  const { items } = await visitor.get(`/api/organisations?type=${type}&size=1`)
  return items[0]
}

/** Where the visitor's role holds. */
export async function ownOrganisation(visitor: Visitor): Promise<Place> {
  const { grants } = await visitor.get('/api/me')
  return grants[0].organisation
}

export function idOf(list: readonly Named[], label: string): number {
  const found = list.find((one) => one.label.toLowerCase() === label)
  if (found === undefined) throw new Error(`no form of events is called ${label}`)
  return found.id
}
