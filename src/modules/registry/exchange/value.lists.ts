import type { IdBlock } from './id.blocks.ts'
import type { TextKey } from './text.keys.ts'

export type NewValue = TextKey & { readonly id: number; readonly kind: string }

/** The open lists of a district in memory: what was there, and what this load adds. */
export type ValueLists = {
  find(kind: string, key: string): number | undefined
  /** The id of the value, added as it is written here when nobody had it. */
  add(kind: string, value: TextKey): number
  /** What was added since the last call; the caller hands it to the database. */
  drain(): readonly NewValue[]
}

export function createValueLists(known: Iterable<{ id: number; kind: string; key: string }>, ids: IdBlock): ValueLists {
  const kinds = new Map<string, Map<string, number>>()
  let added: NewValue[] = []

  function listOf(kind: string): Map<string, number> {
    const there = kinds.get(kind)
    if (there !== undefined) return there
    const list = new Map<string, number>()
    kinds.set(kind, list)
    return list
  }

  for (const { id, kind, key } of known) listOf(kind).set(key, id)
  return {
    drain() {
      const drained = added
      added = []
      return drained
    },
    find: (kind, key) => kinds.get(kind)?.get(key),
    add(kind, value) {
      const list = listOf(kind)
      const there = list.get(value.key)
      if (there !== undefined) return there
      const id = ids.take()
      list.set(value.key, id)
      added.push({ id, kind, ...value })
      return id
    },
  }
}
