import { fits, type Leaf, type Population } from '../population.contract.ts'
import * as edits from './edits.ts'
import { type Group, nodesOf, type Operator, plant, write } from './tree.ts'

/** A control of a row or group that takes the focus. */
export type Part = 'value' | 'add' | 'up' | 'down' | 'in' | 'out' | 'remove' | 'operator'

export type Editing = {
  readonly root: Group
  /** The next free id. */
  readonly next: number
  readonly past: readonly Group[]
  readonly future: readonly Group[]
  /** Keys pressed in one control are one step of undo. */
  readonly merging: string | null
  /** Where the focus goes after the last edit; `turn` counts, so that the same place can be asked for again. */
  readonly focus: { readonly id: number; readonly part: Part; readonly turn: number } | null
}

export type Edit =
  | { readonly is: 'addRow'; readonly to: number; readonly leaf: Omit<Leaf, 'of'>; readonly linked: boolean }
  | { readonly is: 'addGroup'; readonly to: number; readonly operator: Operator }
  | { readonly is: 'setOperator'; readonly id: number; readonly operator: Operator }
  | { readonly is: 'setLeaf'; readonly id: number; readonly leaf: Omit<Leaf, 'of'>; readonly merge?: string }
  | { readonly is: 'remove'; readonly id: number }
  | { readonly is: 'move'; readonly id: number; readonly by: -1 | 1 }
  | { readonly is: 'indent'; readonly id: number }
  | { readonly is: 'outdent'; readonly id: number }
  | { readonly is: 'undo' }
  | { readonly is: 'redo' }

/** As many steps can be taken back. */
const STEPS_MOST = 100

export function begin(population: Population): Editing {
  return { ...plant(population), past: [], future: [], merging: null, focus: null }
}

/** The editor after an edit; the same state where it changes nothing. */
export function reduce(state: Editing, edit: Edit): Editing {
  if (edit.is === 'undo') return travel(state, 'past')
  if (edit.is === 'redo') return travel(state, 'future')
  const root = apply(state, edit)
  if (root === state.root || outgrows(state.root, root)) return state
  const merging = edit.is === 'setLeaf' && edit.merge !== undefined ? `${edit.id} ${edit.merge}` : null
  const isSameStep = merging !== null && merging === state.merging
  return {
    root,
    next: state.next + 2,
    past: isSameStep ? state.past : [...state.past, state.root].slice(-STEPS_MOST),
    future: [],
    merging,
    focus: focusAfter(state, edit, root),
  }
}

function apply({ root, next }: Editing, edit: Exclude<Edit, { is: 'undo' | 'redo' }>): Group {
  switch (edit.is) {
    case 'addRow': {
      const of: Group | null = edit.linked ? { kind: 'group', id: next + 1, operator: 'all', children: [] } : null
      return edits.addRow(root, edit.to, { kind: 'row', id: next, leaf: edit.leaf, of })
    }
    case 'addGroup':
      return edits.addGroup(root, edit.to, next, edit.operator)
    case 'setOperator':
      return edits.setOperator(root, edit.id, edit.operator)
    case 'setLeaf':
      return edits.setLeaf(root, edit.id, edit.leaf)
    case 'remove':
      return edits.remove(root, edit.id)
    case 'move':
      return edits.move(root, edit.id, edit.by)
    case 'indent':
      return edits.indent(root, edit.id, next)
    case 'outdent':
      return edits.outdent(root, edit.id)
  }
}

/** A tree that fitted the language still does. */
const outgrows = (before: Group, after: Group): boolean =>
  !fits(write(after).population) && fits(write(before).population)

function travel(state: Editing, to: 'past' | 'future'): Editing {
  const { past, future } = state
  const root = to === 'past' ? past.at(-1) : future[0]
  if (root === undefined) return state
  return {
    ...state,
    root,
    past: to === 'past' ? past.slice(0, -1) : [...past, state.root],
    future: to === 'past' ? [state.root, ...future] : future.slice(1),
    merging: null,
    focus: null,
  }
}

function focusAfter(state: Editing, edit: Edit, root: Group): Editing['focus'] {
  const at = (id: number, part: Part): Editing['focus'] => ({ id, part, turn: (state.focus?.turn ?? 0) + 1 })
  switch (edit.is) {
    case 'addRow':
      return at(state.next, 'value')
    case 'addGroup':
      return at(state.next, 'add')
    case 'move':
      return at(edit.id, edit.by < 0 ? 'up' : 'down')
    case 'indent':
      return at(edit.id, 'in')
    case 'outdent':
      return at(edit.id, 'out')
    case 'remove': {
      const place = edits.placeOf(state.root, edit.id)
      const left = place === undefined ? undefined : nodesOf(root).find(({ id }) => id === place.parent.id)
      if (place === undefined || left?.kind !== 'group') return at(root.id, 'add')
      const neighbour = left.children[place.index] ?? left.children[place.index - 1]
      return neighbour === undefined ? at(left.id, 'add') : at(neighbour.id, 'remove')
    }
    default:
      return state.focus
  }
}
