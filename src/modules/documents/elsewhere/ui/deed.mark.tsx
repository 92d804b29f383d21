import type { ReactNode } from 'react'
import { Mark, type State } from '../../../../web/kit/marks.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { DeedState } from '../elsewhere.contract.ts'
import { elsewhereWords } from './words.ts'

const STATES: Readonly<Record<DeedState, State>> = {
  draft: 'warn',
  asked: 'none',
  returned: 'warn',
  confirmed: 'good',
}

/** How far a document of learning has come. */
export function DeedMark({ state }: { readonly state: DeedState }): ReactNode {
  const words = useWords(elsewhereWords)
  return <Mark state={STATES[state]}>{words.states[state]}</Mark>
}
