import type { EventRequestState, EventRequestStep } from './event-requests.contract.ts'

/** Who does what: whoever asks for the organisation, and the centre. */
export type Part = 'asker' | 'centre'

const FOLLOWS: Readonly<Record<EventRequestState, Readonly<Partial<Record<EventRequestStep, Part>>>>> = {
  asked: { correct: 'asker', withdraw: 'asker', plan: 'centre', name: 'centre', return: 'centre', decline: 'centre' },
  returned: { correct: 'asker', withdraw: 'asker' },
  planned: { detach: 'centre' },
  held: {},
  // It was decided too soon, and a fit event is there now.
  declined: { plan: 'centre', name: 'centre' },
  withdrawn: {},
}

/** What may be done with a request now. */
export function stepsOf(state: EventRequestState, parts: readonly Part[]): EventRequestStep[] {
  const following = Object.entries(FOLLOWS[state]) as [EventRequestStep, Part][]
  return following.flatMap(([step, part]) => (parts.includes(part) ? [step] : []))
}
