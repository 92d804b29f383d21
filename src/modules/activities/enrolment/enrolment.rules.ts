import type { Gate } from './admission.repo.ts'
import type { EnrolmentState, HINDRANCES, Standing } from './enrolment.contract.ts'

type Hindrance = (typeof HINDRANCES)[number]

/** Why nobody can enrol any more; whom the rule takes is asked apart, for it costs a look at the person. */
export function closedFor({ state, closesAt, begins }: Gate, now: Date): Hindrance | null {
  if (state === 'draft') return 'not_announced'
  if (state !== 'announced') return state
  return now >= (closesAt ?? begins) || now >= begins ? 'closed' : null
}

const IS_OVER: ReadonlySet<EnrolmentState> = new Set(['declined', 'cancelled', 'left'])
export const isOver = (state: EnrolmentState): boolean => IS_OVER.has(state)

type Own = { readonly state: EnrolmentState; readonly offeredUntil: string | null }

/** What somebody can do about their own enrolment: leaving is always possible until it begins. */
export function stepsOf(gate: Gate, mine: Own | null, hindrance: Hindrance | null, now: Date): Standing['can'] {
  if (mine === null || isOver(mine.state)) return hindrance === null ? ['enrol'] : []
  if (gate.state !== 'announced' || now >= gate.begins) return []
  const isKept = mine.state === 'offered' && mine.offeredUntil !== null && new Date(mine.offeredUntil) > now
  return isKept ? ['accept', 'leave'] : ['leave']
}
