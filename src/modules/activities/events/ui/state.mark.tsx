import type { ReactNode } from 'react'
import { today } from '../../../../web/formats.ts'
import { Mark, type State } from '../../../../web/kit/marks.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { EventState } from '../events.contract.ts'
import { eventWords } from './words.ts'

const MARKS: Readonly<Record<EventState, State>> = { draft: 'none', announced: 'good', held: 'good', cancelled: 'bad' }

type Props = { readonly event: { readonly state: EventState; readonly heldOn: string } }

/** How an event stands. A file tells of events as held, also of those that lie ahead. */
export function StateMark({ event: { state, heldOn } }: Props): ReactNode {
  const words = useWords(eventWords)
  if (state === 'held' && heldOn > today()) return <Mark state="none">{words.aheadInFile}</Mark>
  return <Mark state={MARKS[state]}>{words.states[state]}</Mark>
}
