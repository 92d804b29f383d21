import type { Tx } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import { indexedKey, storable } from '../exchange/text.keys.ts'
import { holdPeople, rebuildSpans } from '../people/people.repo.ts'
import type { PositionChange } from './positions.contract.ts'
import * as repo from './positions.repo.ts'

/** Renames or classifies a position; the old name stays as an alias, so that files still find it. */
export async function changePosition(tx: Tx, id: number, version: number, change: PositionChange): Promise<void> {
  await holdPeople(tx)
  const before = await getPosition(tx, id)
  const key = change.name === undefined ? before.key : indexedKey(change.name)
  const isRenamed = key !== before.key
  if (isRenamed && (key === '' || (await repo.isTaken(tx, key, id)))) throw invalidField('name', 'position_taken')
  const name = change.name === undefined ? {} : { name: storable(change.name) }
  if (isRenamed) await repo.removeAlias(tx, key)
  const isDone = await repo.updatePosition(tx, id, version, { ...change, ...name, ...(isRenamed && { key }) })
  if (!isDone) throw new Refusal('version_conflict', 'version_conflict')
  if (isRenamed) await repo.addAlias(tx, id, before.key)
  const isReclassified = change.pedagogical !== undefined && change.pedagogical !== before.pedagogical
  if (isRenamed || isReclassified) await rebuildSpans(tx, await repo.findHolders(tx, id))
}

/** Takes a position that a file brought for another spelling of one that is known: its rows become those of the other. */
export async function mergePosition(tx: Tx, id: number, version: number, into: number): Promise<void> {
  await holdPeople(tx)
  const position = await getPosition(tx, id)
  if (position.version !== version) throw new Refusal('version_conflict', 'version_conflict')
  if (position.pedagogical !== null) throw new Refusal('conflict', 'position_classified')
  const target = into === id ? undefined : await repo.findPosition(tx, into)
  if (target === undefined) throw invalidField('into', 'reference_unknown')
  const holders = await repo.findHolders(tx, id)
  await repo.removeEqualEmployments(tx, id, into)
  if (!(await repo.replacePosition(tx, id, into))) throw new Refusal('conflict', 'positions_collide')
  await repo.addAlias(tx, into, position.key)
  await rebuildSpans(tx, holders)
}

async function getPosition(tx: Tx, id: number): Promise<repo.StoredPosition> {
  const found = await repo.findPosition(tx, id)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}
