import type { EventState } from '../../events/events.contract.ts'
import type { Examination, Outcome } from './examinations.contract.ts'

export type Attempt = { readonly attempt: number; readonly on: string; readonly outcome: Outcome }
type Told = { readonly on: string; readonly outcome: Outcome | null }

export type Step =
  | { readonly does: 'write'; readonly attempt: number }
  | { readonly does: 'remove'; readonly attempt: number }
  | { readonly does: 'nothing' }
  | { readonly does: 'refuse'; readonly because: 'result_older' | 'result_credited' }

/** What follows from a result of a day: the same day again corrects, a later one is another attempt of who needs it. */
export function stepOf(last: Attempt | undefined, { on, outcome }: Told): Step {
  if (last === undefined) return outcome === null ? { does: 'nothing' } : { does: 'write', attempt: 1 }
  if (on < last.on) return { does: 'refuse', because: 'result_older' }
  if (on === last.on) return { does: outcome === null ? 'remove' : 'write', attempt: last.attempt }
  if (outcome === null) return { does: 'nothing' }
  if (last.outcome === 'credited') return { does: 'refuse', because: 'result_credited' }
  return { does: 'write', attempt: last.attempt + 1 }
}

type Known = { readonly heldOn: string; readonly entered: number; readonly state: EventState }

/** Until the run was held; results from the day of the examination on. */
export function stepsOf({ heldOn, entered, state }: Known, today: string): Examination['can'] {
  if (state !== 'draft' && state !== 'announced') return []
  const can: Examination['can'] = ['change']
  if (entered === 0) can.push('remove')
  if (state === 'announced' && heldOn <= today) can.push('enter')
  return can
}
