import type { EventState } from '../../events/events.contract.ts'

type Days = { readonly heldOn: string; readonly chooseBy: string | null }

/** The day that was set, else the one on which the run begins; it is the last one. */
export const lastDayToChoose = ({ heldOn, chooseBy }: Days): string => chooseBy ?? heldOn

/** Learners choose until that day is over. */
export const isChoosing = (state: EventState, days: Days, today: string): boolean =>
  state === 'announced' && today <= lastDayToChoose(days)

type Chosen = { readonly moduleIds: readonly number[]; readonly electives: readonly number[]; readonly take: number }

/** What is wrong with a choice: another module than an elective one, or more of them than a learner takes. */
export function faultOf({ moduleIds, electives, take }: Chosen): { path: string; code: string } | undefined {
  const stranger = moduleIds.findIndex((id) => !electives.includes(id))
  if (stranger !== -1) return { path: `moduleIds.${stranger}`, code: 'reference_unknown' }
  return new Set(moduleIds).size > take ? { path: 'moduleIds', code: 'electives_many' } : undefined
}
