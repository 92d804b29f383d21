import type { Standing } from '../group.contract.ts'

export const LEARNER_SORTS = [
  ...(['name', '-name', 'organisation', '-organisation', 'share', '-share'] as const),
] as const

export type GroupSearch = {
  readonly standing?: Standing | undefined
  readonly lacking?: 'yes' | undefined
  readonly unchosen?: 'yes' | undefined
  readonly sort?: (typeof LEARNER_SORTS)[number] | undefined
  readonly page?: number | undefined
}
