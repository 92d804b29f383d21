import type { SubjectView, TermView } from '../asking/populations.contract.ts'
import { isFinished } from './conditions.ts'
import type { Group, Node } from './tree.ts'

export type Terms = {
  subject(name: string): SubjectView | undefined
  term(subject: string, name: string): TermView | undefined
}

export function termsOf(subjects: readonly SubjectView[]): Terms {
  const known = new Map(subjects.map((one) => [one.subject, one]))
  const terms = new Map(subjects.flatMap((one) => one.terms.map((term) => [`${one.subject}.${term.term}`, term])))
  return { subject: (name) => known.get(name), term: (subject, name) => terms.get(`${subject}.${name}`) }
}

/** The tree without what is not finished yet, and the ids of that: rows without a value, groups without a condition. */
export function finished(root: Group, subject: string, terms: Terms): { root: Group; unfinished: ReadonlySet<number> } {
  const unfinished = new Set<number>()
  const node = (one: Node, about: string): Node[] => {
    if (one.kind === 'group') {
      const kept = group(one, about)
      if (one.children.length === 0) unfinished.add(one.id)
      return kept.children.length === 0 ? [] : [kept]
    }
    const term = terms.term(about, one.leaf.term)
    if (!isFinished(term, one.leaf)) {
      unfinished.add(one.id)
      return []
    }
    return [one.of === null ? one : { ...one, of: top(one.of, term?.to ?? '') }]
  }
  const group = (one: Group, about: string): Group => ({
    ...one,
    children: one.children.flatMap((c) => node(c, about)),
  })
  /** Without conditions it says everybody; «любое из» nothing would be nobody, which nobody means. */
  const top = (one: Group, about: string): Group => {
    if (one.children.length === 0 && one.operator !== 'all') unfinished.add(one.id)
    const kept = group(one, about)
    return kept.children.length === 0 ? { ...kept, operator: 'all' } : kept
  }
  return { root: top(root, subject), unfinished }
}

/** The node each fault belongs to: the deepest whose path the fault's begins with. */
export function faultsByNode(
  faults: ReadonlyMap<string, string>,
  places: ReadonlyMap<number, string>,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  for (const [path, message] of faults) {
    let best: { id: number; place: string } | undefined
    // A condition that needs no group around it stands at the same place as the group: the later one is the inner one.
    for (const [id, place] of places) {
      if (isWithin(path, place) && place.length >= (best?.place.length ?? 0)) best = { id, place }
    }
    if (best !== undefined) found.set(best.id, message)
  }
  return found
}

const isWithin = (path: string, place: string): boolean =>
  place === '' || path === place || path.startsWith(`${place}.`)

/** The faults below a field of what was sent, by the path within it. */
export function faultsUnder(faults: ReadonlyMap<string, string>, field: string): ReadonlyMap<string, string> {
  const inside = [...faults].flatMap(([path, message]): [string, string][] =>
    path === field ? [['', message]] : path.startsWith(`${field}.`) ? [[path.slice(field.length + 1), message]] : [],
  )
  return new Map(inside)
}
