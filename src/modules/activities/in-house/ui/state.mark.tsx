import type { ReactNode } from 'react'
import { Mark, type State } from '../../../../web/kit/marks.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { AttestingState } from '../states.contract.ts'
import { inHouseWords } from './words.ts'

const MARKS: Readonly<Record<AttestingState, State>> = {
  none: 'none',
  asked: 'warn',
  attested: 'good',
  returned: 'bad',
  revoked: 'bad',
}

export function AttestingMark({ state }: { readonly state: AttestingState }): ReactNode {
  const { states } = useWords(inHouseWords)
  return <Mark state={MARKS[state]}>{states[state]}</Mark>
}
