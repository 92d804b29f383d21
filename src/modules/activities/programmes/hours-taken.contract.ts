import type { ProgrammeModule } from './programmes.contract.ts'

export type Plan = { readonly modules: readonly ProgrammeModule[]; readonly electives: number }

/**
 * Hours of what a learner takes: all modules that are not elective, and so many of the elective ones. Undefined where that
 * depends on which are chosen, or there are not enough of them.
 */
export function hoursTaken({ modules, electives }: Plan): number | undefined {
  const chosen = modules.filter(({ elective }) => elective)
  const each = new Set(chosen.map(({ hours }) => hours))
  if (each.size > 1 || electives > chosen.length || (chosen.length > 0 && electives === 0)) return undefined
  const fixed = modules.reduce((sum, { elective, hours }) => (elective ? sum : sum + hours), 0)
  return fixed + electives * (chosen[0]?.hours ?? 0)
}
