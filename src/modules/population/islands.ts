import { leavesOf, type Population } from './population.contract.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Whether it asks for what only holders of the purpose may see of a person (passed or failed, scores). */
export function asksForIsland(vocabulary: Vocabulary, subject: string, population: Population): boolean {
  return leavesOf(population).some((leaf) => {
    const term = vocabulary.term(subject, leaf.term)
    if (term === undefined) return false
    if (term.kind === 'link') return leaf.of !== undefined && asksForIsland(vocabulary, term.to, leaf.of)
    if (term.kind !== 'fact') return false
    const named = [...Object.keys(leaf.where ?? {}), ...(leaf.total ? [leaf.total.field] : [])]
    return named.some((name) => term.fields[name]?.island === true)
  })
}
