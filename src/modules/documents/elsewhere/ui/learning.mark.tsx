import type { ReactNode } from 'react'
import { Mark, type State } from '../../../../web/kit/marks.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { ElsewhereState } from '../elsewhere.contract.ts'
import { elsewhereWords } from './words.ts'

const STATES: Readonly<Record<ElsewhereState, State>> = {
  draft: 'warn',
  asked: 'none',
  returned: 'warn',
  confirmed: 'good',
}

/** How far a document of learning has come. */
export function LearningMark({ state }: { readonly state: ElsewhereState }): ReactNode {
  const words = useWords(elsewhereWords)
  return <Mark state={STATES[state]}>{words.states[state]}</Mark>
}
