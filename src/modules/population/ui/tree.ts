import type { Leaf, Population } from '../population.contract.ts'

/** How the conditions of a group are taken together; `none` is «кроме». */
export type Operator = 'all' | 'any' | 'none'

export type Group = {
  readonly kind: 'group'
  readonly id: number
  readonly operator: Operator
  readonly children: readonly Node[]
}

/** One condition. What linked subjects must be is a tree of its own. */
export type Row = {
  readonly kind: 'row'
  readonly id: number
  readonly leaf: Omit<Leaf, 'of'>
  readonly of: Group | null
}

export type Node = Group | Row

/** The population as rows and groups with ids from `first` on, and the next free id. Inverse of `write`. */
export function plant(population: Population, first = 1): { root: Group; next: number } {
  let next = first
  const group = (operator: Operator, children: readonly Population[]): Group => {
    const id = next++
    return { kind: 'group', id, operator, children: children.map(node) }
  }
  const node = (one: Population): Node => {
    if ('all' in one) return group('all', one.all)
    if ('any' in one) return group('any', one.any)
    if ('not' in one) return negation(one.not)
    const { of, ...leaf } = one
    const id = next++
    return { kind: 'row', id, leaf, of: of === undefined ? null : rootOf(of) }
  }
  /** A group of one is told from its only condition, so that what was read is what is written. */
  const negation = (one: Population): Group =>
    'any' in one && one.any.length !== 1 ? group('none', one.any) : group('none', [one])
  const rootOf = (one: Population): Group => {
    if ('all' in one) return group('all', one.all)
    if ('any' in one) return group('any', one.any)
    return 'not' in one ? negation(one.not) : group('all', [one])
  }
  const root = rootOf(population)
  return { root, next }
}

/** The population a tree says, and the path of each row and group in it. */
export function write(root: Group): { population: Population; places: ReadonlyMap<number, string> } {
  const places = new Map<number, string>()
  const group = ({ id, operator, children }: Group, path: string): Population => {
    places.set(id, path)
    const list = (name: string): Population[] => children.map((child, i) => node(child, join(path, `${name}.${i}`)))
    if (operator === 'all') return { all: list('all') }
    if (operator === 'any') return { any: list('any') }
    const [only, ...more] = children
    if (only !== undefined && more.length === 0) return { not: node(only, join(path, 'not')) }
    return { not: { any: list('not.any') } }
  }
  const node = (one: Node, path: string): Population => {
    if (one.kind === 'group') return group(one, path)
    places.set(one.id, path)
    return one.of === null ? one.leaf : { ...one.leaf, of: top(one.of, join(path, 'of')) }
  }
  /** A single condition, or a single group, needs no group around it. */
  const top = (one: Group, path: string): Population => {
    const [only, ...more] = one.children
    if (one.operator !== 'all' || only === undefined || more.length > 0) return group(one, path)
    places.set(one.id, path)
    return only.kind === 'group' ? top(only, path) : node(only, path)
  }
  const population = top(root, '')
  return { population, places }
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

/** Every row and group of a tree, outer ones first, also those about linked subjects. */
export function nodesOf(node: Node): Node[] {
  if (node.kind === 'group') return [node, ...node.children.flatMap(nodesOf)]
  return [node, ...(node.of === null ? [] : nodesOf(node.of))]
}

/** The tree with one node in place of another; null takes it away. The same tree where the id is not in it. */
export function replace(group: Group, id: number, by: (node: Node) => readonly Node[]): Group {
  let changed = false
  const children = group.children.flatMap((child): readonly Node[] => {
    const next = child.id === id ? by(child) : [within(child, id, by)]
    if (next.length !== 1 || next[0] !== child) changed = true
    return next
  })
  return changed ? { ...group, children } : group
}

function within(node: Node, id: number, by: (node: Node) => readonly Node[]): Node {
  if (node.kind === 'group') return replace(node, id, by)
  if (node.of === null) return node
  const of = node.of.id === id ? groupOf(by(node.of), node.of) : replace(node.of, id, by)
  return of === node.of ? node : { ...node, of }
}

/** The group about linked subjects is always there. */
const groupOf = ([next]: readonly Node[], before: Group): Group => (next?.kind === 'group' ? next : before)

/** The tree with one of its groups changed, which may be its root. */
export function change(root: Group, id: number, by: (group: Group) => Group): Group {
  if (root.id === id) return by(root)
  return replace(root, id, (node) => [node.kind === 'group' ? by(node) : node])
}
