import type { ReactNode } from 'react'
import { Mark, type State } from '../../../../web/kit/marks.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { ClaimState, MyClaim } from '../claims.contract.ts'
import { claimWords } from './words.ts'

const STATES: Readonly<Record<ClaimState, State>> = {
  asked: 'none',
  returned: 'warn',
  confirmed: 'good',
  certified: 'good',
  revoked: 'bad',
}

/** How far a claim has come; of a certificate its number. */
export function ClaimMark({
  claim: { state, document },
}: {
  readonly claim: Pick<MyClaim, 'state' | 'document'>
}): ReactNode {
  const words = useWords(claimWords)
  return (
    <Mark state={STATES[state]}>
      {state === 'certified' && document !== null ? words.certificate(document.number) : words.states[state]}
    </Mark>
  )
}
