import type { ReactNode } from 'react'
import { today } from '../../../../web/formats.ts'
import { Mark, type State } from '../../../../web/kit/marks.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { InternshipState } from '../internships.contract.ts'
import { internshipWords } from './words.ts'

const MARKS: Readonly<Record<InternshipState, State>> = { arranged: 'good', finished: 'good', cancelled: 'bad' }

type Props = { readonly internship: { readonly state: InternshipState; readonly startsOn: string } }

export function InternshipMark({ internship: { state, startsOn } }: Props): ReactNode {
  const words = useWords(internshipWords)
  if (state === 'arranged' && startsOn > today()) return <Mark state="none">{words.ahead}</Mark>
  return <Mark state={MARKS[state]}>{words.states[state]}</Mark>
}
