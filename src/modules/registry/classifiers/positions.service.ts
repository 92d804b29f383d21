import type { Tx } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { CommandContext } from '../../../platform/http/route.ts'
import { indexedKey, storable } from '../exchange/text.keys.ts'
import { holdPeople, rebuildSpans } from '../people/people.repo.ts'
import type { classifyPositions as contract, PositionChange } from './positions.contract.ts'
import * as repo from './positions.repo.ts'

/** Renames or classifies a position; the old name stays as an alias, so that files still find it. */
export async function changePosition(
  { tx, today, expectedVersion }: CommandContext,
  id: number,
  change: PositionChange,
): Promise<void> {
  await holdPeople(tx)
  const before = await getPosition(tx, id, today)
  const key = change.name === undefined ? before.key : indexedKey(change.name)
  const isRenamed = key !== before.key
  if (isRenamed && (key === '' || (await repo.isTaken(tx, key, id)))) throw invalidField('name', 'position_taken')
  const name = change.name === undefined ? {} : { name: storable(change.name) }
  if (isRenamed) await repo.removeAlias(tx, key)
  const isDone = await repo.updatePosition(tx, id, expectedVersion, { ...change, ...name, ...(isRenamed && { key }) })
  if (!isDone) throw new Refusal('version_conflict', 'version_conflict')
  if (isRenamed) await repo.addAlias(tx, id, before.key)
  const isReclassified = change.pedagogical !== undefined && change.pedagogical !== before.pedagogical
  if (isRenamed || isReclassified) await rebuildSpans(tx, await repo.findHolders(tx, [id]))
}

type Wanted = NonNullable<(typeof contract)['$in']>['body']
type Effect = NonNullable<(typeof contract)['$out']>

/** Says of several positions at once whether they are pedagogical, and how many people that makes pedagogues of today. */
export async function classifyPositions({ tx, today, note }: CommandContext, wanted: Wanted): Promise<Effect> {
  const { pedagogical } = wanted
  await holdPeople(tx)
  const known = await repo.findClassified(tx, wanted.ids)
  const ids = known.filter((position) => position.pedagogical !== pedagogical).map(({ id }) => id)
  if (ids.length === 0) return { changed: 0, entered: 0, left: 0 }
  for (const id of ids) note({ kind: 'position', id, details: { fields: ['pedagogical'] } })
  const holders = await repo.findHolders(tx, ids)
  const before = await repo.findPedagogues(tx, holders, today)
  await repo.classify(tx, ids, pedagogical)
  await rebuildSpans(tx, holders)
  const after = await repo.findPedagogues(tx, holders, today)
  return { changed: ids.length, entered: after.difference(before).size, left: before.difference(after).size }
}

/** Takes a position that a file brought for another spelling of one that is known: its rows become those of the other. */
export async function mergePosition(
  { tx, today, expectedVersion }: CommandContext,
  id: number,
  into: number,
): Promise<void> {
  await holdPeople(tx)
  const position = await getPosition(tx, id, today)
  if (position.version !== expectedVersion) throw new Refusal('version_conflict', 'version_conflict')
  if (position.pedagogical !== null) throw new Refusal('conflict', 'position_classified')
  const target = into === id ? undefined : await repo.findPosition(tx, into, today)
  if (target === undefined) throw invalidField('into', 'reference_unknown')
  const holders = await repo.findHolders(tx, [id])
  await repo.removeEqualEmployments(tx, id, into)
  if (!(await repo.replacePosition(tx, id, into))) throw new Refusal('conflict', 'positions_collide')
  await repo.addAlias(tx, into, position.key)
  await rebuildSpans(tx, holders)
}

async function getPosition(tx: Tx, id: number, today: string): Promise<repo.StoredPosition> {
  const found = await repo.findPosition(tx, id, today)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  return found
}
