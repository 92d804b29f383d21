import type { ReactNode } from 'react'
import { Mark, type State } from '../../../../web/kit/marks.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { ProgrammeState } from '../programmes.contract.ts'
import { programmeWords } from './words.ts'

const MARKS: Readonly<Record<ProgrammeState, State>> = {
  requested: 'none',
  draft: 'none',
  review: 'warn',
  approved: 'good',
  registered: 'good',
  retired: 'none',
  declined: 'none',
}

export function ProgrammeMark({ state, expired = false }: { state: ProgrammeState; expired?: boolean }): ReactNode {
  const words = useWords(programmeWords)
  return <Mark state={expired ? 'warn' : MARKS[state]}>{expired ? words.expired : words.states[state]}</Mark>
}
