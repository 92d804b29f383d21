import type { ReactNode } from 'react'
import { today } from '../../../../web/formats.ts'
import { Mark, type State } from '../../../../web/kit/marks.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { SelfStudyLine, SelfStudyState } from '../self-study.contract.ts'
import { selfStudyWords } from './words.ts'

const MARKS: Readonly<Record<SelfStudyState, State>> = {
  ...{ asked: 'none', going: 'good', finished: 'good', declined: 'bad', cancelled: 'bad' },
}

type Props = { readonly study: Pick<SelfStudyLine, 'state' | 'startsOn' | 'endsOn'> }

export function SelfStudyMark({ study: { state, startsOn, endsOn } }: Props): ReactNode {
  const words = useWords(selfStudyWords)
  if (state === 'going' && startsOn > today()) return <Mark state="none">{words.ahead}</Mark>
  if (state === 'going' && endsOn < today()) return <Mark state="bad">{words.overdue}</Mark>
  return <Mark state={MARKS[state]}>{words.states[state]}</Mark>
}
