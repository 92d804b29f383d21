import type { PlanState, PlanStep } from './course-plans.contract.ts'

/** Who does what: whoever plans for the school, its head, who sends its people to events. */
export type Part = 'planner' | 'head' | 'sender'

const FOLLOWS: Readonly<Record<PlanState, Readonly<Partial<Record<PlanStep, Part>>>>> = {
  draft: { change: 'planner', propose: 'planner', agree: 'head' },
  proposed: { agree: 'head', return: 'head' },
  agreed: { enrol: 'sender', reopen: 'head' },
}

/** What may be done with a plan now; one without courses is handed to nobody. */
export function stepsOf(
  { state, courses }: { readonly state: PlanState; readonly courses: number },
  parts: readonly Part[],
): PlanStep[] {
  const following = Object.entries(FOLLOWS[state]) as [PlanStep, Part][]
  return following.flatMap(([step, part]) => {
    const isEmpty = courses === 0 && step !== 'change' && step !== 'reopen'
    return parts.includes(part) && !isEmpty ? [step] : []
  })
}
