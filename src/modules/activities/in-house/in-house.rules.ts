import type { InHouse, InHouseLack, InHouseStep } from './in-house.contract.ts'
import type { InHouseRule } from './rule.contract.ts'
import type { AttestingState } from './states.contract.ts'

/** Who does what: whoever keeps the events of the organisation, and the centre. */
export type Part = 'keeper' | 'centre'

const FOLLOWS: Readonly<Record<AttestingState, Readonly<Partial<Record<InHouseStep, Part>>>>> = {
  none: { correct: 'keeper', ask: 'keeper' },
  asked: { withdraw: 'keeper', attest: 'centre', return: 'centre' },
  attested: { revoke: 'centre' },
  returned: { correct: 'keeper', ask: 'keeper' },
  revoked: { correct: 'keeper', ask: 'keeper' },
}

type Standing = Pick<InHouse, 'state' | 'lacks'> & {
  /** What a file told is corrected in the file. */
  readonly isLoaded: boolean
}

/** What may be done with an in-house event now. */
export function stepsOf({ state, lacks, isLoaded }: Standing, parts: readonly Part[]): InHouseStep[] {
  const isOpen = (step: InHouseStep): boolean => {
    if (step === 'ask') return lacks.length === 0
    if (step === 'correct') return !isLoaded
    // The centre sends back instead, with a reason.
    return step !== 'withdraw' || !parts.includes('centre')
  }
  const following = Object.entries(FOLLOWS[state]) as [InHouseStep, Part][]
  return following.flatMap(([step, part]) => {
    return parts.includes(part) && isOpen(step) ? [step] : []
  })
}

type Known = Pick<InHouse, 'hours' | 'people' | 'about' | 'evidence' | 'dueOn'>

/** What the centre would ask about at once: hours, who was there, what was done, what came of it. */
export function lacksOf(event: Known, { evidence }: Pick<InHouseRule, 'evidence'>, today: string): InHouseLack[] {
  const lacks: InHouseLack[] = []
  if (event.hours === null) lacks.push('hours')
  if (event.people === 0) lacks.push('people')
  if (event.about === '') lacks.push('about')
  if (evidence && event.evidence.length === 0) lacks.push('evidence')
  if (event.dueOn !== null && event.dueOn < today) lacks.push('late')
  return lacks
}
