import type { ReactNode } from 'react'
import { Mark } from '../../../../web/kit/marks.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { EnrolmentState } from '../enrolment.contract.ts'
import { enrolmentWords } from './words.ts'

export const MARKS = {
  asked: 'warn',
  waiting: 'warn',
  offered: 'warn',
  enrolled: 'good',
  declined: 'bad',
  cancelled: 'none',
  left: 'none',
} as const satisfies Record<EnrolmentState, string>

/** How somebody stands with an event; in line with their number. */
export function EnrolmentMark({ state, inLine }: { state: EnrolmentState; inLine?: number | null }): ReactNode {
  const words = useWords(enrolmentWords)
  return (
    <Mark state={MARKS[state]}>
      {words.states[state]}
      {inLine == null ? '' : `, № ${inLine}`}
    </Mark>
  )
}
