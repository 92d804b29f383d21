import type { ReactNode } from 'react'
import { Mark, type State } from '../../../../web/kit/marks.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { EventRequestState } from '../event-requests.contract.ts'
import { eventRequestWords } from './words.ts'

const MARKS: Readonly<Record<EventRequestState, State>> = {
  asked: 'warn',
  returned: 'bad',
  planned: 'good',
  held: 'good',
  declined: 'none',
  withdrawn: 'none',
}

export function EventRequestMark({ state }: { readonly state: EventRequestState }): ReactNode {
  const { states } = useWords(eventRequestWords)
  return <Mark state={MARKS[state]}>{states[state]}</Mark>
}
