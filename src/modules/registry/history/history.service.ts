import { sqlState, type Tx } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { rebuildSpansOf } from '../organisations/organisations.repo.ts'
import { addSurname, findPersonRow, holdPeople, rebuildSpans } from '../people/people.repo.ts'
import { refuseNamesake } from '../people/people.service.ts'
import * as repo from './history.repo.ts'
import { differing, type Image, type Kind, REVISED } from './revised.ts'

const UNIQUE = '23505'
const REFERRED = '23503'

type What = { readonly kind: Kind; readonly id: number; readonly account: number | null }

/** Makes a change of a row and keeps how it was before, unless nothing changed. */
export async function remember<T>(tx: Tx, what: What, change: () => Promise<T>): Promise<T> {
  const before = (await repo.findImage(tx, what.kind, what.id)) ?? null
  const result = await change()
  await keep(tx, what, before, null)
  return result
}

/** Keeps that a row was added just now. */
export async function rememberAdded(tx: Tx, what: What): Promise<void> {
  await keep(tx, what, null, null)
}

async function keep(
  tx: Tx,
  { kind, id, account }: What,
  before: Image | null,
  undoes: repo.StoredRevision | null,
): Promise<void> {
  const after = (await repo.findImage(tx, kind, id)) ?? null
  if (before !== null && after !== null && differing(before, after).length === 0) return
  await repo.insertRevision(tx, { kind, objectId: id, before, after, account, undoes })
}

/**
 * Takes back a change made by hand, as a change of its own (which can be taken back too). Refused when it was taken back
 * already, when the same values were changed since, or when something was built on what would go.
 */
export async function undoRevision(tx: Tx, revision: repo.StoredRevision, account: number | null): Promise<void> {
  if (revision.undone) throw new Refusal('conflict', 'undone_already')
  if (revision.load !== null) throw new Refusal('conflict', 'made_by_undo')
  if (revision.kind !== 'organisation') await holdPeople(tx)
  const { kind, objectId: id } = revision
  const now = (await repo.findImage(tx, kind, id)) ?? null
  refuseChangedSince(revision, now)
  try {
    await takeBack(tx, revision, account)
  } catch (error) {
    if ([UNIQUE, REFERRED].includes(sqlState(error) ?? '')) throw new Refusal('conflict', 'undo_in_use')
    throw error
  }
  await keep(tx, { kind, id, account }, now, revision)
}

/** All that the change touched has to be as the change left it. */
function refuseChangedSince({ before, after }: repo.StoredRevision, now: Image | null): void {
  const touched = before !== null && after !== null ? differing(before, after) : null
  const same =
    after === null || now === null
      ? after === now
      : differing(after, now).every((column) => touched !== null && !touched.includes(column))
  if (!same) throw new Refusal('conflict', 'changed_since')
}

async function takeBack(tx: Tx, revision: repo.StoredRevision, account: number | null): Promise<void> {
  const { kind, objectId: id, before, after } = revision
  if (before === null) {
    if (kind === 'person') await undoPlaces(tx, id, account)
    await repo.removeRow(tx, kind, id)
  } else if (after === null) {
    await repo.restoreRow(tx, REVISED[kind].table, before)
  } else {
    await repo.restoreColumns(tx, { kind, id, image: before, columns: differing(before, after) })
    if (kind === 'person') await settlePerson(tx, id, after)
    if (kind === 'organisation') await rebuildSpansOf(tx, id)
  }
  const isGone = kind === 'person' && before === null
  if (revision.personId !== null && !isGone) await rebuildSpans(tx, [revision.personId])
}

/** Who is taken back was added with a place of work, which goes along; one added by somebody else stays, and so do they. */
async function undoPlaces(tx: Tx, person: number, account: number | null): Promise<void> {
  for (const place of await repo.findAddedPlaces(tx, person)) await undoRevision(tx, place, account)
}

/** Who gets an earlier name back stays to be found by the one they had meanwhile. */
async function settlePerson(tx: Tx, id: number, meanwhile: Image): Promise<void> {
  const row = await findPersonRow(tx, id)
  if (row === undefined) return
  await refuseNamesake(tx, row, id)
  const key = meanwhile.surname_key
  if (typeof key === 'string' && key !== row.surname_key) await addSurname(tx, id, key)
}
