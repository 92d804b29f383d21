import { hoursTaken, type Plan } from './hours-taken.contract.ts'
import type { ProgrammeKind, ProgrammeLack, ProgrammeState, ProgrammeStep, VERDICTS } from './programmes.contract.ts'

/** Hours below which the law gives no such document: order of the ministry of 24.03.2025 № 266, clause 18. */
export const LEAST_HOURS: Readonly<Record<ProgrammeKind, number>> = { upskilling: 16, retraining: 250 }

/** Who does what: whoever answers for programmes in the district, one of the reviewers, or who plans events. */
export type Part = 'centre' | 'reviewer' | 'organiser'

type Following = Readonly<Partial<Record<ProgrammeStep, { readonly by: readonly Part[]; readonly to: ProgrammeState }>>>

const centre = (to: ProgrammeState) => ({ by: ['centre'], to }) as const

/** What may follow, who does it, and what comes of it. Renewing begins another one: this one stays as it is. */
export const FOLLOWS: Readonly<Record<ProgrammeState, Following>> = {
  requested: { develop: centre('draft'), decline: centre('declined') },
  draft: { change: centre('draft'), review: centre('review'), decline: centre('declined') },
  review: {
    judge: { by: ['reviewer', 'centre'], to: 'review' },
    return: centre('draft'),
    approve: centre('approved'),
    decline: centre('declined'),
  },
  approved: { register: centre('registered'), decline: centre('declined') },
  registered: { run: { by: ['organiser'], to: 'registered' }, renew: centre('registered'), retire: centre('retired') },
  retired: {},
  declined: {},
}

type Verdict = (typeof VERDICTS)[number] | null

export type Standing = {
  readonly state: ProgrammeState
  readonly lacks: readonly ProgrammeLack[]
  /** Of those who were asked this time. */
  readonly verdicts: readonly Verdict[]
  readonly validUntil: string | null
  /** A next edition is on its way or there. */
  readonly renewed: boolean
}

/** Where the state would let it, but something else is in the way. */
const HINDRANCES: Readonly<Partial<Record<ProgrammeStep, (standing: Standing, today: string) => boolean>>> = {
  review: ({ lacks }) => lacks.length > 0,
  judge: ({ verdicts }) => verdicts.every((verdict) => verdict !== null),
  approve: ({ verdicts }) => !isRecommended(verdicts),
  run: ({ validUntil }, today) => isOver(validUntil, today),
  renew: ({ renewed }) => renewed,
}

/** Everybody who was asked recommends it. */
export const isRecommended = (verdicts: readonly Verdict[]): boolean =>
  verdicts.length > 0 && verdicts.every((verdict) => verdict === 'recommended')

export const isOver = (validUntil: string | null, day: string): boolean => validUntil !== null && validUntil < day

export function stepsOf(standing: Standing, parts: readonly Part[], today: string): ProgrammeStep[] {
  const following = Object.entries(FOLLOWS[standing.state]) as [ProgrammeStep, { readonly by: readonly Part[] }][]
  return following.flatMap(([step, { by }]) =>
    by.some((part) => parts.includes(part)) && HINDRANCES[step]?.(standing, today) !== true ? [step] : [],
  )
}

type Draft = Plan & {
  readonly about: string
  readonly hours: number | null
  readonly providers: readonly unknown[]
}

/** What nobody could judge the programme without. */
export function lacksOf({ about, hours, providers, ...plan }: Draft): ProgrammeLack[] {
  const lacks: ProgrammeLack[] = []
  if (about === '') lacks.push('about')
  if (hours === null) lacks.push('hours')
  if (providers.length === 0) lacks.push('providers')
  if (plan.modules.length === 0) return [...lacks, 'modules']
  const taken = hoursTaken(plan)
  if (taken === undefined) lacks.push('electives')
  else if (hours !== null && taken !== hours) lacks.push('sum')
  return lacks
}
