import type { EventState } from '../../events/events.contract.ts'
import type { Learner, Run, Standing } from './group.contract.ts'

type Days = { readonly heldOn: string; readonly today: string }

/** Who goes before the first day gives up a seat; after it they leave the group, until the run was held. */
export const isUnderWay = (state: EventState, { heldOn, today }: Days): boolean =>
  state === 'announced' && heldOn <= today

export function stepsOf(standing: Standing, state: EventState, days: Days): Learner['can'] {
  if (!isUnderWay(state, days)) return []
  return standing === 'left' ? ['return'] : ['leave']
}

/** People join once it began; before that they enrol. */
export function stepsOfRun(state: EventState, isReopenable: boolean, days: Days): Run['can'] {
  if (state === 'announced') return isUnderWay(state, days) ? ['close', 'join'] : ['close']
  return isReopenable ? ['reopen'] : []
}
