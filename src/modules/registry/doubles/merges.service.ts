import { sqlState, type Tx } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { restoreColumns, restoreRow } from '../history/history.repo.ts'
import { differing } from '../history/revised.ts'
import { findPersonRow, holdPeople, rebuildSpans } from '../people/people.repo.ts'
import { refuseNamesake } from '../people/people.service.ts'
import type { TAKEN } from './doubles.contract.ts'
import { insertToldApart } from './doubles.repo.ts'
import * as repo from './merges.repo.ts'
import * as records from './records.repo.ts'

type Field = (typeof TAKEN)[number]

const COLUMNS: Readonly<Record<Field, readonly [string, ...string[]]>> = {
  surname: ['surname', 'surname_key'],
  givenName: ['given_name', 'given_key'],
  patronymic: ['patronymic', 'patronymic_key'],
  birthOn: ['birth_on'],
  sex: ['sex'],
}
const NUMBER = ['snils_hash', 'sealed_snils']

/** Of a broken key or reference, as the database calls them, and a rule that a record does not keep. */
export const IN_THE_WAY = new Set(['23503', '23505', '23514'])

type Asked = {
  readonly kept: number
  readonly version: number
  readonly gone: number
  readonly goneVersion: number
  readonly take: readonly Field[]
  readonly account: number | null
}

/**
 * Makes two cards one: the records of the card that goes come along, what both had stays once, and rows of files that
 * name the card that is gone mean the one that stays. Answers with the id by which it is undone. Two cards that each have a
 * number of their own are two people until one of the numbers is corrected.
 */
export async function mergePerson(tx: Tx, asked: Asked): Promise<number> {
  await holdPeople(tx)
  const [kept, gone] = [await repo.findPersonImage(tx, asked.kept), await repo.findPersonImage(tx, asked.gone)]
  if (kept === undefined || gone === undefined || kept.id === gone.id) throw new Refusal('not_found', 'not_found')
  if (kept.version !== asked.version || gone.version !== asked.goneVersion) {
    throw new Refusal('version_conflict', 'version_conflict')
  }
  if (kept.snils_hash !== null && gone.snils_hash !== null) throw new Refusal('conflict', 'two_numbers')
  const goneSurnames = await repo.findSurnames(tx, gone.id)
  const { moved, dropped } = await handOver(tx, gone.id, kept.id)
  await repo.deletePerson(tx, gone.id)
  const surnames = await joinNames(tx, asked, kept, gone, goneSurnames)
  const keptAfter = (await repo.findPersonImage(tx, kept.id)) ?? kept
  const merge = { keptId: kept.id, goneId: gone.id, gone, keptBefore: kept, keptAfter, goneSurnames, surnames }
  const id = await repo.insertMerge(tx, { ...merge, moved, dropped }, asked.account)
  await rebuildSpans(tx, [kept.id, gone.id])
  return id
}

/** Gives all records of one card to another; what both had stays once. */
export async function handOver(
  tx: Tx,
  from: number,
  to: number,
): Promise<{ moved: records.Moved[]; dropped: records.Dropped[] }> {
  const moved: records.Moved[] = []
  const dropped: records.Dropped[] = []
  try {
    for (const belonging of await records.findBelongings(tx)) {
      dropped.push(...(await records.dropShared(tx, belonging, from, to)))
      const one = await records.moveRecords(tx, belonging, { from, to })
      if (one.ids.length > 0) moved.push(one)
    }
  } catch (error) {
    // A mentor and the one they help are two people: such a record cannot be of one.
    if (IN_THE_WAY.has(sqlState(error) ?? '')) throw new Refusal('conflict', 'records_collide')
    throw error
  }
  return { moved, dropped }
}

/** What the card that stays takes of the other; answers with the surnames by which it is found since. */
async function joinNames(
  tx: Tx,
  { take }: Asked,
  kept: repo.PersonImage,
  gone: repo.PersonImage,
  goneSurnames: readonly string[],
): Promise<string[]> {
  const fields = Object.entries(COLUMNS).filter(
    ([field, [column]]) => take.some((one) => one === field) || (kept[column] === null && gone[column] !== null),
  )
  const columns = [
    ...fields.flatMap(([, columns]) => columns),
    ...(kept.snils_hash === null && gone.snils_hash !== null ? NUMBER : []),
  ]
  if (columns.length > 0) {
    const origins = Object.fromEntries(columns.map((column) => [column, originOf(gone, column)]))
    await repo.takeColumns(tx, kept.id, { image: gone, columns, origins })
    const row = await findPersonRow(tx, kept.id)
    if (row !== undefined) await refuseNamesake(tx, row, kept.id)
  }
  const known = new Set(await repo.findSurnames(tx, kept.id))
  const surnames = [...new Set([...goneSurnames, gone.surname_key, kept.surname_key])].filter(
    (key): key is string => typeof key === 'string' && !known.has(key),
  )
  await repo.insertSurnames(tx, kept.id, surnames)
  return surnames
}

/** Sheet and row a value came from, as `origins` has it; null: typed by hand. */
function originOf(image: repo.PersonImage, column: string): unknown {
  const own = image.origins
  if (typeof own === 'object' && own !== null && column in own)
    return Object.entries(own).find(([c]) => c === column)?.[1]
  return image.source_id === null ? null : [image.source_id, image.source_row]
}

/**
 * Parts merged cards again: each has what it had, and they are not proposed again. What was added to the card since stays
 * with it. Refused when what the merge changed was changed again, or when that card went into another one.
 */
export async function undoMerge(tx: Tx, id: number, account: number | null): Promise<repo.StoredMerge> {
  await holdPeople(tx)
  const merge = await repo.findStoredMerge(tx, id)
  if (merge === undefined) throw new Refusal('not_found', 'not_found')
  if (merge.undone) throw new Refusal('conflict', 'undone_already')
  const { keptId, goneId, gone, keptBefore, keptAfter } = merge
  const now = await repo.findPersonImage(tx, keptId)
  if (now === undefined) throw new Refusal('conflict', 'merged_further')
  const changed = differing(keptBefore, keptAfter)
  if (differing(keptAfter, now).some((column) => changed.includes(column))) {
    throw new Refusal('conflict', 'changed_since')
  }
  try {
    if (changed.length > 0) {
      await restoreColumns(tx, { kind: 'person', id: keptId, image: keptBefore, columns: changed })
    }
    await restoreRow(tx, 'registry.person', gone)
    await repo.deleteSurnames(tx, keptId, merge.surnames)
    await repo.insertSurnames(tx, goneId, merge.goneSurnames)
    for (const { ids, ...belonging } of merge.moved) {
      await records.moveRecords(tx, belonging, { from: keptId, to: goneId, ids })
    }
    for (const { table, row } of merge.dropped) await restoreRow(tx, table, row)
  } catch (error) {
    if (IN_THE_WAY.has(sqlState(error) ?? '')) throw new Refusal('conflict', 'undo_in_use')
    throw error
  }
  await repo.forgetTaken(tx, id)
  await repo.markUndone(tx, id)
  await insertToldApart(tx, { first: keptId, second: goneId }, account)
  await rebuildSpans(tx, [keptId, goneId])
  return merge
}
