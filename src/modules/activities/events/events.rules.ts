import type { AttestingState } from '../in-house/states.contract.ts'
import type { EVENT_FORMATS, EVENT_LACKS, Event, EventChange, EventState } from './events.contract.ts'

const ALL: readonly (keyof EventChange)[] = [
  ...(['title', 'formId', 'format', 'level', 'organiserId', 'topicId', 'audienceId', 'heldOn', 'lastOn'] as const),
  ...(['about', 'hours', 'seats', 'place', 'link', 'recording', 'instead', 'insteadUntil'] as const),
  ...(['onRequest', 'asksFeedback', 'series', 'partOf', 'programmeId', 'moduleIds'] as const),
]

/**
 * What may still be changed. Who announced an event goes on answering for it, and it runs what it was announced for; of what was held the facts stand, and only
 * what helps those who could not come is added, or nobody is asked any more how it was; what was called off is left as people read it.
 */
const CHANGEABLE: Readonly<Record<EventState, readonly (keyof EventChange)[]>> = {
  draft: ALL,
  announced: ALL.filter((field) => !['organiserId', 'programmeId', 'moduleIds'].includes(field)),
  held: ['about', 'recording', 'instead', 'insteadUntil', 'asksFeedback'],
  cancelled: [],
}

/** The first of the fields that can no longer be changed. */
export const fixedField = (state: EventState, fields: readonly string[]): string | undefined =>
  fields.find((field) => !CHANGEABLE[state].some((free) => free === field))

/** Meetings, speakers and where: as long as it is ahead. */
export const isPlanned = (state: EventState): boolean => state === 'draft' || state === 'announced'

const STEPS: Readonly<Record<EventState, Event['can']>> = {
  draft: ['change', 'announce', 'remove'],
  announced: ['change', 'cancel'],
  held: ['change'],
  cancelled: [],
}

type Known = {
  readonly state: EventState
  readonly heldOn: string
  readonly closedAt: string | null
  readonly attesting: AttestingState
  readonly isRecorded: boolean
}

/** What the centre is asked about, or has said yes to, stays as it was read. */
export const isSettled = (attesting: AttestingState): boolean => attesting === 'asked' || attesting === 'attested'

/** From its first day on. */
export const canBeHeld = ({ state, heldOn }: Pick<Known, 'state' | 'heldOn'>, today: string): boolean =>
  state === 'announced' && heldOn <= today

/** What was marked here may be marked anew; what a file told may not, and what was noted after the fact is corrected instead. */
export const canBeReopened = ({ state, closedAt, attesting, isRecorded }: Omit<Known, 'heldOn'>): boolean =>
  state === 'held' && closedAt !== null && !isRecorded && !isSettled(attesting)

/** What whoever answers for it may do next. */
export const stepsOf = (event: Known, today: string): Event['can'] => [
  ...STEPS[event.state],
  ...(canBeHeld(event, today) ? (['hold'] as const) : []),
  ...(canBeReopened(event) ? (['reopen'] as const) : []),
]

type Days = { readonly heldOn: string; readonly lastOn: string | null }

export const lastDayOf = ({ heldOn, lastOn }: Days): string => lastOn ?? heldOn

export const isWithin = (day: string, event: Days): boolean => day >= event.heldOn && day <= lastDayOf(event)

type Draft = Days & {
  readonly format: (typeof EVENT_FORMATS)[number] | null
  readonly where: string | null
  readonly meetings: readonly unknown[]
  readonly parts: readonly unknown[]
  readonly wholeState: EventState | null
}

/** What people would ask at once: how, when, where. An event of several parts meets in its parts, and comes before them. */
export function lacksOf(draft: Draft, today: string): (typeof EVENT_LACKS)[number][] {
  const { format, where, meetings, parts } = draft
  const lacks: (typeof EVENT_LACKS)[number][] = []
  if (format === null) lacks.push('format')
  if (meetings.length === 0 && parts.length === 0) lacks.push('meetings')
  if (format !== null && format !== 'online' && where === null && parts.length === 0) lacks.push('place')
  if (lastDayOf(draft) < today) lacks.push('day_past')
  if (draft.wholeState === 'draft') lacks.push('whole')
  return lacks
}

const DAY_MS = 86_400_000

/** By how many days the second day is behind the first. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS
