import type { InternshipState, InternshipStep, InternshipTask } from './internships.contract.ts'

type Known = {
  readonly state: InternshipState
  readonly startsOn: string
  readonly tasks: readonly InternshipTask[]
}

/** Who looks: who does it or guides it; who arranges internships for the intern. */
export type Looking = { readonly keeps: boolean; readonly arranges: boolean }

export const hasOpenTasks = (tasks: readonly InternshipTask[]): boolean => tasks.some(({ doneOn }) => doneOn === null)

/** What may be done now. The log begins with the first day; it is finished once everything is ticked off. */
export function stepsOf(
  { state, startsOn, tasks }: Known,
  { keeps, arranges }: Looking,
  today: string,
): InternshipStep[] {
  const has = (step: InternshipStep, isSo: boolean): InternshipStep[] => (isSo ? [step] : [])
  const isBegun = startsOn <= today
  if (state === 'finished') return has('reopen', arranges)
  if (state === 'cancelled') return []
  return [
    ...has('keep', keeps && isBegun),
    ...has('change', arranges),
    ...has('finish', arranges && isBegun && !hasOpenTasks(tasks)),
    ...has('cancel', arranges),
  ]
}

/** `done` stands from the day it was ticked off for the first time. */
export const ticked = (
  tasks: readonly InternshipTask[],
  at: number,
  { done, today }: { readonly done: boolean; readonly today: string },
): InternshipTask[] =>
  tasks.map((task, index) => (index === at ? { ...task, doneOn: done ? (task.doneOn ?? today) : null } : task))
