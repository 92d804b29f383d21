import type { Leaf } from '../population.contract.ts'
import { change, type Group, type Node, nodesOf, type Operator, type Row, replace } from './tree.ts'

/** Deeper nobody reads it any more. */
const DEPTH_MOST = 5
/** As many as the language takes side by side. */
const CHILDREN_MOST = 50

/** The group a node stands in, where in it, and how deep; `of` groups of a row begin anew. */
export type Place = {
  readonly parent: Group
  readonly index: number
  readonly depth: number
  readonly above: Group | null
}

export function placeOf(root: Group, id: number, depth = 1, above: Group | null = null): Place | undefined {
  const index = root.children.findIndex((child) => child.id === id)
  if (index >= 0) return { parent: root, index, depth, above }
  for (const child of root.children) {
    const inner = child.kind === 'group' ? child : child.of
    const found = inner === null ? undefined : placeOf(inner, id, depth + 1, child.kind === 'group' ? root : null)
    if (found !== undefined) return found
  }
  return undefined
}

export const mayMove = ({ parent, index }: Place, by: -1 | 1): boolean => parent.children[index + by] !== undefined

export const mayIndent = (place: Place): boolean => {
  const node = place.parent.children[place.index]
  return node !== undefined && place.depth + heightOf(node) < DEPTH_MOST
}

export const mayOutdent = ({ above }: Place): boolean => above !== null && above.children.length < CHILDREN_MOST

export const mayAdd = (group: Group): boolean => group.children.length < CHILDREN_MOST

export const mayAddGroup = (root: Group, group: Group): boolean => mayAdd(group) && depthOf(root, group.id) < DEPTH_MOST

export function addRow(root: Group, groupId: number, row: Row): Group {
  return change(root, groupId, (group) => (mayAdd(group) ? { ...group, children: [...group.children, row] } : group))
}

export function addGroup(root: Group, groupId: number, id: number, operator: Operator): Group {
  return change(root, groupId, (group) =>
    mayAddGroup(root, group)
      ? { ...group, children: [...group.children, { kind: 'group', id, operator, children: [] }] }
      : group,
  )
}

export const setOperator = (root: Group, id: number, operator: Operator): Group =>
  change(root, id, (group) => (group.operator === operator ? group : { ...group, operator }))

export const setLeaf = (root: Group, id: number, leaf: Omit<Leaf, 'of'>): Group =>
  replace(root, id, (node) => [node.kind === 'row' ? { ...node, leaf } : node])

export const remove = (root: Group, id: number): Group =>
  placeOf(root, id) === undefined ? root : replace(root, id, () => [])

/** Changes places with the sibling before or after. */
export function move(root: Group, id: number, by: -1 | 1): Group {
  const place = placeOf(root, id)
  if (place === undefined || !mayMove(place, by)) return root
  return change(root, place.parent.id, (group) => {
    const children = [...group.children]
    const [node] = children.splice(place.index, 1)
    if (node !== undefined) children.splice(place.index + by, 0, node)
    return { ...group, children }
  })
}

/** Into the group before it; where a condition stands before it, both become a group of their own: «любое из». */
export function indent(root: Group, id: number, groupId: number): Group {
  const place = placeOf(root, id)
  if (place === undefined || !mayIndent(place)) return root
  const { parent, index } = place
  const node = parent.children[index]
  const before = parent.children[index - 1]
  if (node === undefined) return root
  if (before?.kind === 'group' && !mayAdd(before)) return root
  const group: Group =
    before?.kind === 'group'
      ? { ...before, children: [...before.children, node] }
      : { kind: 'group', id: groupId, operator: 'any', children: before === undefined ? [node] : [before, node] }
  return change(root, parent.id, (one) => ({
    ...one,
    children: one.children.flatMap((child) => (child.id === before?.id ? [] : child.id === id ? [group] : [child])),
  }))
}

/** Out of its group, behind it; a group that is left empty goes. */
export function outdent(root: Group, id: number): Group {
  const place = placeOf(root, id)
  if (place === undefined || !mayOutdent(place)) return root
  const { parent, index } = place
  const node = parent.children[index]
  if (node === undefined) return root
  const rest = parent.children.filter((child) => child.id !== id)
  return replace(root, parent.id, () => (rest.length === 0 ? [node] : [{ ...parent, children: rest }, node]))
}

const heightOf = (node: Node): number => {
  const inner = node.kind === 'group' ? node.children : node.of === null ? [] : [node.of]
  return node.kind === 'group' || node.of !== null ? 1 + Math.max(0, ...inner.map(heightOf)) : 0
}

function depthOf(root: Group, id: number): number {
  if (root.id === id) return 1
  return (placeOf(root, id)?.depth ?? ofDepth(root, id)) + 1
}

/** Of a group that belongs to a row. */
function ofDepth(root: Group, id: number): number {
  const owner = nodesOf(root).find((node) => node.kind === 'row' && node.of?.id === id)
  return owner === undefined ? 0 : (placeOf(root, owner.id)?.depth ?? 0)
}
