import type { ReactNode } from 'react'
import { Mark, type State } from '../../../../web/kit/marks.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { EventState } from '../events.contract.ts'
import { eventWords } from './words.ts'

const MARKS: Readonly<Record<EventState, State>> = { draft: 'none', announced: 'good', held: 'good', cancelled: 'bad' }

export function StateMark({ state }: { readonly state: EventState }): ReactNode {
  const words = useWords(eventWords)
  return <Mark state={MARKS[state]}>{words.states[state]}</Mark>
}
