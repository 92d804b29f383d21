import { type DayOff, dayOff } from '../../../platform/calendar/working-days.ts'

/** A meeting as it is planned, with what else decides who could not come. */
export type Planned = {
  readonly day: string
  readonly from: string
  readonly until: string
  readonly roomId: number | null
  readonly roomSeats: number | null
  readonly seats: number | null
  readonly audienceId: number | null
  readonly speakers: readonly { readonly personId: number; readonly name: string }[]
  /** How many schools it is for have lessons in one shift, and in several. */
  readonly schools: { readonly single: number; readonly double: number }
}

/** A meeting of another event at the same hours. */
export type Other = {
  readonly eventId: number
  /** Null where the reader may not know of it yet. */
  readonly title: string | null
  readonly roomId: number | null
  readonly audienceId: number | null
  readonly people: readonly number[]
}

type Elsewhere = Pick<Other, 'eventId' | 'title'>

/** What whoever plans would rather know now. None of it forbids anything. */
export type Hint =
  | ({ readonly kind: 'room' } & Elsewhere)
  | ({ readonly kind: 'speaker'; readonly name: string } & Elsewhere)
  | ({ readonly kind: 'audience' } & Elsewhere)
  | { readonly kind: 'day_off'; readonly why: DayOff }
  | { readonly kind: 'seats'; readonly has: number; readonly needs: number }
  | { readonly kind: 'lessons'; readonly until: string }
  | { readonly kind: 'second_shift'; readonly until: string; readonly schools: number }

/** By when lessons are over: of the first shift, and of the second one where a school has it. */
const FIRST_SHIFT_ENDS = '14:00'
const SECOND_SHIFT_ENDS = '19:00'

/** Clashes with what others plan first, then the calendar. */
export function hintsOf(planned: Planned, others: readonly Other[]): Hint[] {
  return [...clashesOf(planned, others), ...roomHints(planned), ...calendarHints(planned)]
}

function clashesOf({ roomId, audienceId, speakers }: Planned, others: readonly Other[]): Hint[] {
  return others.flatMap(({ eventId, title, people, ...other }) => {
    const elsewhere = { eventId, title }
    const busy = speakers.filter(({ personId }) => people.includes(personId))
    return [
      ...(roomId !== null && other.roomId === roomId ? [{ kind: 'room' as const, ...elsewhere }] : []),
      ...busy.map(({ name }) => ({ kind: 'speaker' as const, name, ...elsewhere })),
      ...(audienceId !== null && other.audienceId === audienceId ? [{ kind: 'audience' as const, ...elsewhere }] : []),
    ]
  })
}

const roomHints = ({ roomSeats, seats }: Planned): Hint[] =>
  roomSeats !== null && seats !== null && seats > roomSeats ? [{ kind: 'seats', has: roomSeats, needs: seats }] : []

/** On a day off nobody asks about lessons; nor do those without schools. */
function calendarHints({ day, from, schools }: Planned): Hint[] {
  const why = dayOff(day)
  if (why !== undefined) return [{ kind: 'day_off', why }]
  const { single, double } = schools
  if (from < FIRST_SHIFT_ENDS && single + double > 0) return [{ kind: 'lessons', until: FIRST_SHIFT_ENDS }]
  if (from < SECOND_SHIFT_ENDS && double > 0) {
    return [{ kind: 'second_shift', until: SECOND_SHIFT_ENDS, schools: double }]
  }
  return []
}
