import type { Tx } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import { rememberAdded } from '../history/history.service.ts'
import * as people from '../people/people.repo.ts'
import { refuseNamesake } from '../people/people.service.ts'
import { nameColumns } from '../people/person.identity.ts'
import type { splitPerson as contract } from './doubles.contract.ts'
import { insertToldApart } from './doubles.repo.ts'
import { forgetTakenOf } from './merges.repo.ts'
import { findBelongings, moveRecords } from './records.repo.ts'

type Asked = NonNullable<(typeof contract)['$in']>['body'] & {
  readonly id: number
  readonly version: number
  readonly account: number | null
  readonly today: string
}

const NO_NUMBER = { snils_hash: null, sealed_snils: null }

/**
 * Two people got onto one card: one of them gets a card of their own with the records that are named. Undone by merging
 * the new card back. From then on a row of a file has to say by number, name or birth date which of both it means.
 */
export async function splitPerson(
  tx: Tx,
  { id, version, person, takesNumber, records, account, today }: Asked,
): Promise<{ id: number; cardVersion: number; moved: number }> {
  await people.holdPeople(tx)
  if (person.birthOn > today) throw invalidField('person.birthOn', 'in_future')
  const before = await people.findPersonRow(tx, id)
  if (before === undefined) throw new Refusal('not_found', 'not_found')
  const { snils_hash, sealed_snils } = before
  const number = takesNumber ? { snils_hash, sealed_snils } : NO_NUMBER
  // The old card is changed even where the number stays: who has seen it whole is told so.
  const isDone = await people.updatePerson(tx, id, version, takesNumber ? NO_NUMBER : {})
  if (!isDone) throw new Refusal('version_conflict', 'version_conflict')
  const columns = { ...nameColumns(person), birth_on: person.birthOn, sex: person.sex, ...number }
  await refuseNamesake(tx, columns)
  const parted = await people.insertPerson(tx, columns)
  let moved = 0
  const known = await findBelongings(tx)
  for (const { of, ids } of records) {
    const belonging = known.find(({ table, column }) => `${table}.${column}` === of)
    if (belonging === undefined) throw invalidField('records', 'reference_unknown')
    moved += (await moveRecords(tx, belonging, { from: id, to: parted, ids })).ids.length
  }
  if (moved < records.reduce((sum, { ids }) => sum + new Set(ids).size, 0)) {
    throw invalidField('records', 'reference_unknown')
  }
  await rememberAdded(tx, { kind: 'person', id: parted, account })
  await forgetTakenOf(tx, id)
  await insertToldApart(tx, { first: id, second: parted }, account)
  await people.rebuildSpans(tx, [id, parted])
  return { id: parted, cardVersion: 1, moved }
}
