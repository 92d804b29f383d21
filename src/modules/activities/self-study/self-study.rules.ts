import type { SelfStudyState, SelfStudyStep } from './self-study.contract.ts'

type Module = { readonly elective: boolean; readonly passedOn: string | null }

export type Progress = {
  /** Of a part everything is passed; of a whole programme so many of the elective modules. */
  readonly isPart: boolean
  readonly electives: number
  readonly modules: readonly Module[]
}

const countOf = ({ isPart, electives, modules }: Progress, of: (module: Module) => boolean): number => {
  const counted = modules.filter(of)
  const fixed = counted.filter(({ elective }) => isPart || !elective).length
  return fixed + Math.min(counted.length - fixed, electives)
}

/** How many modules have to be passed, and how many of those are. */
export const neededOf = (progress: Progress): number => countOf(progress, () => true)
export const passedOf = (progress: Progress): number => countOf(progress, ({ passedOn }) => passedOn !== null)

type Known = Progress & {
  readonly state: SelfStudyState
  readonly startsOn: string
}

/** Who looks: the learner; who answers for them; who helps them; who gives documents of the district. */
export type Looking = {
  readonly isOwn: boolean
  readonly arranges: boolean
  readonly keeps: boolean
  readonly finishes: boolean
}

/** What may be done now. It is finished once every module that is needed is passed. */
export function stepsOf(study: Known, { isOwn, arranges, keeps, finishes }: Looking, today: string): SelfStudyStep[] {
  const has = (step: SelfStudyStep, isSo: boolean): SelfStudyStep[] => (isSo ? [step] : [])
  const order = has('order', arranges && study.state !== 'declined')
  if (study.state === 'asked')
    return [...has('withdraw', isOwn), ...has('approve', arranges), ...has('decline', arranges)]
  if (study.state === 'finished') return [...has('reopen', finishes), ...order]
  if (study.state !== 'going') return order
  const isBegun = study.startsOn <= today
  const isThrough = passedOf(study) === neededOf(study)
  return [
    ...has('keep', keeps && isBegun),
    ...has('change', arranges),
    ...has('finish', finishes && isBegun && isThrough),
    ...has('cancel', arranges),
    ...order,
  ]
}
