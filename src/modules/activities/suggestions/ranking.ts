import { isNamedIn } from './related.ts'

/** What is on record of somebody and can speak for an event. */
export type Profile = {
  readonly subjects: readonly string[]
  readonly positions: readonly string[]
  readonly organisations: readonly number[]
  /** Diagnostics not passed when they were last taken. */
  readonly deficits: readonly { readonly diagnostic: string; readonly on: string }[]
  /** When the last further training or retraining ended; null: none is on record. */
  readonly learnedOn: string | null
}

export type Candidate = {
  readonly title: string
  readonly topic: string | null
  readonly audience: string | null
  readonly hours: number | null
  readonly organiser: number
  readonly startsOn: string
  /** It has a rule, and the person meets it. */
  readonly isMeant: boolean
}

export type Reason =
  | { readonly code: 'deficit'; readonly diagnostic: string; readonly on: string }
  | { readonly code: 'course_due'; readonly on: string }
  | { readonly code: 'course_none' }
  | { readonly code: 'rule' }
  | { readonly code: 'subject'; readonly subject: string }
  | { readonly code: 'position'; readonly position: string }
  | { readonly code: 'own_organisation' }

/** What was measured weighs most, then what the law asks for, then what somebody works as; nearness alone weighs least. */
const WEIGHTS: Readonly<Record<Reason['code'], number>> = {
  deficit: 8,
  course_due: 5,
  course_none: 5,
  rule: 3,
  subject: 3,
  position: 2,
  own_organisation: 1,
}

/** The least hours of further training: order of the ministry of 24.03.2025 № 266, clause 18. */
const COURSE_HOURS = 16
/** Every three years (273-ФЗ, article 47, part 5, point 2); half a year before that it is time to choose. */
const DUE_MONTHS = 30

/** Everything that speaks for an event, the weightiest first; none: it is an event like any other. */
export function reasonsFor(event: Candidate, person: Profile, today: string): Reason[] {
  const said = [event.title, event.topic, event.audience].filter((one) => one !== null).join(' ')
  const about = event.topic
  const deficit = person.deficits.find(
    ({ diagnostic }) => isNamedIn(diagnostic, said) || (about !== null && isNamedIn(about, diagnostic)),
  )
  const subject = person.subjects.find((name) => isNamedIn(name, said))
  const { audience } = event
  const position = audience === null ? undefined : person.positions.find((name) => isNamedIn(name, audience))
  const reasons: (Reason | undefined)[] = [
    deficit && { code: 'deficit', ...deficit },
    courseReason(event, person, today),
    event.isMeant ? { code: 'rule' } : undefined,
    subject === undefined ? undefined : { code: 'subject', subject },
    position === undefined ? undefined : { code: 'position', position },
    person.organisations.includes(event.organiser) ? { code: 'own_organisation' } : undefined,
  ]
  return reasons.filter((reason) => reason !== undefined)
}

function courseReason({ hours }: Candidate, { learnedOn }: Profile, today: string): Reason | undefined {
  if (hours === null || hours < COURSE_HOURS) return undefined
  if (learnedOn === null) return { code: 'course_none' }
  return monthsLater(learnedOn, DUE_MONTHS) <= today ? { code: 'course_due', on: learnedOn } : undefined
}

function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, at = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, at)).toISOString().slice(0, 10)
}

export type Ranked<C> = { readonly event: C; readonly reasons: readonly Reason[] }

/** Those something speaks for, by how much does, the sooner first where it is the same. */
export function rank<C extends Candidate>(events: readonly C[], person: Profile, today: string): Ranked<C>[] {
  const weightOf = ({ reasons }: Ranked<C>): number => reasons.reduce((sum, { code }) => sum + WEIGHTS[code], 0)
  return events
    .map((event) => ({ event, reasons: reasonsFor(event, person, today) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((a, b) => weightOf(b) - weightOf(a) || a.event.startsOn.localeCompare(b.event.startsOn))
}
