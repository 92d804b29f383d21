import { covers } from '../../../platform/access/access.ts'
import type { ReadDb } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext, RequestContext } from '../../../platform/http/route.ts'
import { findOrAddValue } from '../../registry/index.ts'
import { tellEnrolled } from '../enrolment/enrolment.news.ts'
import { seatAnew } from '../enrolment/seating.ts'
import { replaceRunModules } from '../programmes/run-modules.repo.ts'
import { taughtIn } from '../programmes/runs.ts'
import type { Event, EventChange, NewEvent } from './events.contract.ts'
import { refuseReferences } from './events.references.ts'
import * as repo from './events.repo.ts'
import { daysBetween, fixedField, isPlanned, isWithin, lacksOf, stepsOf } from './events.rules.ts'
import { findMaterials } from './materials.repo.ts'
import type { NewMeeting } from './meetings.contract.ts'
import { findMeetings, insertMeeting, moveMeetings } from './meetings.repo.ts'
import { refuseMeeting } from './meetings.service.ts'
import { SERIES } from './series.repo.ts'
import { findSpeakers } from './speakers.repo.ts'

/** Faults: 422 for what is not there, out of reach or contradicts itself. */
export async function planEvent(
  context: CommandContext,
  { meetings, moduleIds, ...typed }: NewEvent & { readonly meetings: readonly NewMeeting[] },
): Promise<number> {
  const { tx, actor, reach, note } = context
  refuseContradictions(context, typed)
  await refuseReferences(tx, typed, reach)
  const taught = await taughtIn(tx, { ...typed, moduleIds, hasTopic: typed.topicId !== null })
  const planned = { ...typed, ...taught }
  const id = await repo.insertEvent(tx, await withSeries(tx, planned), actor.account)
  await replaceRunModules(tx, id, moduleIds)
  for (const [index, meeting] of meetings.entries()) {
    await refuseMeeting(tx, typed, meeting, { at: `meetings.${index}.` })
    await insertMeeting(tx, id, meeting)
  }
  note({ kind: 'event', id })
  return id
}

/** With another first day the last one, unless it is typed too, and the meetings move along. */
export async function changeEvent(context: CommandContext, id: number, typed: EventChange): Promise<void> {
  const { tx, reach, note, expectedVersion } = context
  const event = await lock(context, id)
  note({ kind: 'event', id, details: { fields: Object.keys(typed) } })
  const fixed = fixedField(event.state, Object.keys(typed))
  if (fixed !== undefined) throw invalidField(fixed, 'event_fixed', { state: event.state })
  const days = typed.heldOn === undefined ? 0 : daysBetween(event.heldOn, typed.heldOn)
  const change = days === 0 ? typed : { lastOn: later(event.lastOn, days), ...typed }
  refuseContradictions(context, { ...event, level: undefined, series: undefined, ...change })
  const values = [event.form.id, event.topic?.id, event.audience?.id]
  await refuseReferences(tx, change, reach, { id, values })
  const { moduleIds: _, ...columns } = change
  const changed = await withSeries(tx, { ...columns, ...(await taughtAnew(tx, event, change)) })
  if (!(await repo.updateEvent(tx, id, expectedVersion, { change: changed }))) {
    throw new Refusal('version_conflict', 'version_conflict')
  }
  const modules = modulesOf(event, change)
  if (change.moduleIds !== undefined || change.programmeId !== undefined) await replaceRunModules(tx, id, modules)
  if (days !== 0) await moveMeetings(tx, id, days)
  await refuseStrays(tx, id)
  if (event.state !== 'announced') return
  if (change.heldOn !== undefined && days !== 0)
    await tellEnrolled(tx, { event: id, day: change.heldOn }, 'event_moved')
  else if (isElsewhere(event, typed)) await tellEnrolled(tx, { event: id, day: event.heldOn }, 'event_place')
  if (change.seats !== undefined) await seatAnew(tx, id)
}

const WHERE = ['format', 'place', 'link'] as const

const isElsewhere = (event: repo.StoredEvent, typed: EventChange): boolean =>
  WHERE.some((field) => typed[field] !== undefined && typed[field] !== event[field])

/** Faults: 409 where something is still missing that people would ask about. */
export async function announceEvent(context: CommandContext, id: number): Promise<void> {
  const event = await getEvent(context, context.tx, id)
  if (event.state !== 'draft') throw new Refusal('conflict', 'event_state')
  if (event.lacks.length > 0) throw new Refusal('conflict', 'event_unready')
  await step(context, id, { state: 'announced', announced_at: new Date() })
}

export async function cancelEvent(context: CommandContext, id: number, reason: string): Promise<void> {
  const event = await lock(context, id)
  if (event.state !== 'announced') throw new Refusal('conflict', 'event_state')
  await step(context, id, { state: 'cancelled', cancelled_for: reason, closed_at: new Date() })
  await tellEnrolled(context.tx, { event: id, day: event.heldOn }, 'event_cancelled')
}

/** Faults: 409 for what was announced: it is called off instead, and for one with parts. */
export async function removeEvent(context: CommandContext, id: number): Promise<void> {
  const { tx, note, expectedVersion } = context
  const event = await lock(context, id)
  if (event.state !== 'draft') throw new Refusal('conflict', 'event_state')
  if (event.parts.length > 0) throw new Refusal('conflict', 'event_has_parts')
  note({ kind: 'event', id, details: { code: event.code } })
  if (!(await repo.deleteEvent(tx, id, expectedVersion))) throw new Refusal('version_conflict', 'version_conflict')
}

/** One that is still ahead, locked. Faults: 404, 409. */
export async function lockPlanned(context: CommandContext, id: number): Promise<repo.StoredEvent> {
  const event = await lock(context, id)
  if (!isPlanned(event.state)) throw new Refusal('conflict', 'event_state')
  return event
}

async function lock({ tx }: CommandContext, id: number): Promise<repo.StoredEvent> {
  const event = await repo.lockEvent(tx, id)
  if (event === undefined) throw new Refusal('not_found', 'not_found')
  return event
}

async function step({ tx, note, expectedVersion }: CommandContext, id: number, set: repo.EventStep): Promise<void> {
  note({ kind: 'event', id })
  if (!(await repo.updateEvent(tx, id, expectedVersion, { step: set }))) {
    throw new Refusal('version_conflict', 'version_conflict')
  }
}

function refuseContradictions({ reach }: CommandContext, event: EventChange): void {
  const { heldOn = '', lastOn, level, instead, insteadUntil } = event
  if (lastOn != null && lastOn < heldOn) throw invalidField('lastOn', 'ends_before_start')
  if (insteadUntil != null && instead == null) throw invalidField('instead', 'required')
  // It would count in figures of the district, which is not for a school to say.
  if (level === 'district' && !reach.district) throw invalidField('level', 'level_of_district')
}

const TEACHING = ['heldOn', 'hours', 'moduleIds'] as const

/** As they are given; another programme has other ones. */
function modulesOf(
  { programme, modules }: repo.StoredEvent,
  { programmeId, moduleIds }: EventChange,
): readonly number[] {
  const isOther = programmeId !== undefined && programmeId !== (programme?.id ?? null)
  return moduleIds ?? (isOther ? [] : modules.map(({ id }) => id))
}

/** What follows from its programme where the programme, the day or the hours were touched. */
async function taughtAnew(tx: CommandContext['tx'], event: repo.StoredEvent, change: EventChange) {
  const stood = event.programme?.id
  const { programmeId = stood, heldOn = event.heldOn, format = event.format, topicId = event.topic?.id } = change
  const isTouched = programmeId !== stood || TEACHING.some((field) => change[field] !== undefined)
  const planned = { programmeId, moduleIds: modulesOf(event, change), heldOn, format, hasTopic: topicId != null, stood }
  return isTouched ? await taughtIn(tx, planned) : {}
}

/** With the id of the series that was named by its title. */
async function withSeries<T extends EventChange>(
  tx: CommandContext['tx'],
  { series, ...typed }: T,
): Promise<Omit<T, 'series'> & { series?: number | null }> {
  if (series === undefined) return typed
  return { ...typed, series: series === null ? null : await findOrAddValue(tx, SERIES, series) }
}

async function refuseStrays(tx: CommandContext['tx'], id: number): Promise<void> {
  const event = await repo.findEvent(tx, id)
  const meetings = await findMeetings(tx, id)
  if (event !== undefined && !meetings.every(({ day }) => isWithin(day, event))) {
    throw invalidField('lastOn', 'meetings_outside')
  }
}

const DAY_MS = 86_400_000

const later = (day: string | null, days: number): string | null =>
  day === null ? null : new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** As the reader sees it: drafts are there only for who may change them. Faults: 404. */
export async function getEvent(
  { today, reachAlso }: Pick<RequestContext, 'today' | 'reachAlso'>,
  db: ReadDb,
  id: number,
): Promise<Event> {
  const stored = await repo.findEvent(db, id)
  const managed = reachAlso('event.manage')
  const manages =
    stored !== undefined && managed !== undefined && covers(managed, { organisations: [stored.organiser.id] })
  if (stored === undefined || (stored.state === 'draft' && !manages)) throw new Refusal('not_found', 'not_found')
  const { wholeState, parts, ...event } = stored
  const meetings = await findMeetings(db, id)
  return {
    ...event,
    meetings,
    parts: parts.filter(({ state }) => manages || state !== 'draft'),
    speakers: await findSpeakers(db, id),
    materials: await findMaterials(db, id),
    lacks: event.state === 'draft' ? lacksOf({ ...event, meetings, parts, wholeState }, today) : [],
    can: manages ? stepsOf(event, today) : [],
  }
}
