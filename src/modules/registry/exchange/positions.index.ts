import type { IdBlock } from './id.blocks.ts'
import type { TextKey } from './text.keys.ts'

export type Position = {
  readonly id: number
  /** The key of its own name: positions are compared after aliases. */
  readonly key: string
  readonly isClassified: boolean
}

export type PositionsIndex = {
  /** By name or alias. */
  find(key: string): Position | undefined
  add(position: TextKey): Position
  /** What was added since the last call; the caller hands it to the database. */
  drain(): readonly (TextKey & { readonly id: number })[]
}

export function createPositionsIndex(
  known: Iterable<{ id: number; key: string; pedagogical: boolean | null }>,
  aliases: Iterable<{ key: string; positionId: number }>,
  ids: IdBlock,
): PositionsIndex {
  const byKey = new Map<string, Position>()
  const byId = new Map<number, Position>()
  let added: (TextKey & { id: number })[] = []
  for (const { id, key, pedagogical } of known) {
    const position = { id, key, isClassified: pedagogical !== null }
    byKey.set(key, position)
    byId.set(id, position)
  }
  for (const { key, positionId } of aliases) {
    const position = byId.get(positionId)
    if (position !== undefined && !byKey.has(key)) byKey.set(key, position)
  }
  return {
    drain() {
      const drained = added
      added = []
      return drained
    },
    find: (key) => byKey.get(key),
    add({ key, label }) {
      const position = { id: ids.take(), key, isClassified: false }
      byKey.set(key, position)
      added.push({ id: position.id, key, label })
      return position
    },
  }
}
