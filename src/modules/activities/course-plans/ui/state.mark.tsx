import type { ReactNode } from 'react'
import { Mark, type State } from '../../../../web/kit/marks.tsx'
import { useWords } from '../../../../web/language.tsx'
import type { PlanState } from '../course-plans.contract.ts'
import type { CourseState, DueState } from '../courses.contract.ts'
import { coursePlanWords } from './words.ts'

const PLANS: Readonly<Record<PlanState | 'none', State>> = {
  none: 'none',
  draft: 'none',
  proposed: 'warn',
  agreed: 'good',
}
const COURSES: Readonly<Record<CourseState, State>> = {
  planned: 'none',
  enrolled: 'good',
  completed: 'good',
  missed: 'warn',
}
const DUES: Readonly<Record<DueState, State>> = {
  never: 'warn',
  overdue: 'bad',
  due: 'warn',
  later: 'good',
  away: 'none',
}

export function PlanMark({ state }: { readonly state: PlanState | 'none' }): ReactNode {
  const words = useWords(coursePlanWords)
  return <Mark state={PLANS[state]}>{words.states[state]}</Mark>
}

export function CourseMark({ state }: { readonly state: CourseState }): ReactNode {
  const words = useWords(coursePlanWords)
  return <Mark state={COURSES[state]}>{words.courseStates[state]}</Mark>
}

export function DueMark({ state }: { readonly state: DueState }): ReactNode {
  const words = useWords(coursePlanWords)
  return <Mark state={DUES[state]}>{words.dueStates[state]}</Mark>
}
