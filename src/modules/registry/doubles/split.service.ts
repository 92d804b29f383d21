import { sqlState, type Tx } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import { restoreColumns } from '../history/history.repo.ts'
import { rememberAdded } from '../history/history.service.ts'
import { differing } from '../history/revised.ts'
import * as people from '../people/people.repo.ts'
import { refuseNamesake } from '../people/people.service.ts'
import { nameColumns } from '../people/person.identity.ts'
import { insertToldApart } from './doubles.repo.ts'
import { deletePerson, findPersonImage, forgetTakenOf, hasMerged } from './merges.repo.ts'
import { handOver, IN_THE_WAY } from './merges.service.ts'
import { findBelongings, type Moved, moveRecords } from './records.repo.ts'
import type { splitPerson as contract } from './splits.contract.ts'
import * as repo from './splits.repo.ts'

type Asked = NonNullable<(typeof contract)['$in']>['body'] & {
  readonly id: number
  readonly version: number
  readonly account: number | null
  readonly today: string
}

const NO_NUMBER = { snils_hash: null, sealed_snils: null }
const NUMBER = ['snils_hash', 'sealed_snils']

/**
 * Two people got onto one card: one of them gets a card of their own with the records that are named. From then on a row of
 * a file has to say by number, name or birth date which of both it means.
 */
export async function splitPerson(
  tx: Tx,
  { id, version, person, takesNumber, records, account, today }: Asked,
): Promise<{ id: number; cardVersion: number; moved: number; split: number }> {
  await people.holdPeople(tx)
  if (person.birthOn > today) throw invalidField('person.birthOn', 'in_future')
  const [before, keptBefore] = [await people.findPersonRow(tx, id), await findPersonImage(tx, id)]
  if (before === undefined || keptBefore === undefined) throw new Refusal('not_found', 'not_found')
  const { snils_hash, sealed_snils } = before
  const number = takesNumber ? { snils_hash, sealed_snils } : NO_NUMBER
  // The old card is changed even where the number stays: who has seen it whole is told so.
  const isDone = await people.updatePerson(tx, id, version, takesNumber ? NO_NUMBER : {})
  if (!isDone) throw new Refusal('version_conflict', 'version_conflict')
  const columns = { ...nameColumns(person), birth_on: person.birthOn, sex: person.sex, ...number }
  await refuseNamesake(tx, columns)
  const partedId = await people.insertPerson(tx, columns)
  const moved = await moveNamed(tx, records, { from: id, to: partedId })
  await rememberAdded(tx, { kind: 'person', id: partedId, account })
  await forgetTakenOf(tx, id)
  await insertToldApart(tx, { first: id, second: partedId }, account)
  await people.rebuildSpans(tx, [id, partedId])
  const parted = await findPersonImage(tx, partedId)
  if (parted === undefined) throw new Error('a card that was just added')
  const split = await repo.insertSplit(tx, { keptId: id, partedId, keptBefore, parted, moved, takesNumber }, account)
  return { id: partedId, cardVersion: parted.version, moved: countOf(moved), split }
}

async function moveNamed(
  tx: Tx,
  named: Asked['records'],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Moved[]> {
  const known = await findBelongings(tx)
  const moved: Moved[] = []
  for (const { of, ids } of named) {
    const belonging = known.find(({ table, column }) => `${table}.${column}` === of)
    if (belonging === undefined) throw invalidField('records', 'reference_unknown')
    moved.push(await moveRecords(tx, belonging, { from, to, ids }))
  }
  if (countOf(moved) < named.reduce((sum, { ids }) => sum + new Set(ids).size, 0)) {
    throw invalidField('records', 'reference_unknown')
  }
  return moved
}

const countOf = (moved: readonly Moved[]): number => moved.reduce((sum, { ids }) => sum + ids.length, 0)

/**
 * Makes one card again of one that was split: the new card is gone, all its records, later ones too, and the number it took
 * go back. Refused when who the new card is of was corrected since, or when either card went into another one.
 */
export async function undoSplit(tx: Tx, id: number): Promise<repo.StoredSplit> {
  await people.holdPeople(tx)
  const split = await repo.findStoredSplit(tx, id)
  if (split === undefined) throw new Refusal('not_found', 'not_found')
  if (split.undone) throw new Refusal('conflict', 'undone_already')
  const { keptId, partedId, keptBefore, parted, takesNumber } = split
  const [kept, now] = [await findPersonImage(tx, keptId), await findPersonImage(tx, partedId)]
  if (kept === undefined || now === undefined || (await hasMerged(tx, partedId))) {
    throw new Refusal('conflict', 'merged_further')
  }
  const isTaken = takesNumber && kept.snils_hash !== null
  if (isTaken || differing(parted, now).length > 0) throw new Refusal('conflict', 'changed_since')
  await handOver(tx, partedId, keptId)
  await deletePerson(tx, partedId)
  try {
    if (takesNumber) await restoreColumns(tx, { kind: 'person', id: keptId, image: keptBefore, columns: NUMBER })
    else await people.updatePerson(tx, keptId, kept.version, {})
  } catch (error) {
    if (IN_THE_WAY.has(sqlState(error) ?? '')) throw new Refusal('conflict', 'undo_in_use')
    throw error
  }
  await forgetTakenOf(tx, partedId)
  await repo.markSplitUndone(tx, id)
  await people.rebuildSpans(tx, [keptId, partedId])
  return split
}
