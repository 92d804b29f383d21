import { sqlState, type Tx } from '../../../platform/db/db.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { NewOrganisation, Organisation, OrganisationChange } from './organisations.contract.ts'
import * as repo from './organisations.repo.ts'

const UNIQUE = '23505'
const REFERRED = '23503'

/** Adds an organisation. Refused when its code is taken. */
export async function createOrganisation(tx: Tx, organisation: NewOrganisation): Promise<Organisation> {
  await refuseKind(tx, organisation.kindId)
  return await refuseTakenCode(() => repo.insertOrganisation(tx, organisation))
}

/** Changes the named fields. Refused when somebody changed the organisation meanwhile, or the code is taken. */
export async function changeOrganisation(
  tx: Tx,
  id: number,
  version: number,
  change: OrganisationChange,
): Promise<Organisation> {
  await refuseKind(tx, change.kindId, id)
  const changed = await refuseTakenCode(() => repo.updateOrganisation(tx, id, version, change))
  if (changed === undefined) throw new Refusal('version_conflict', 'version_conflict')
  if (change.type !== undefined || change.code !== undefined) await repo.rebuildSpansOf(tx, id)
  return changed
}

/** Removes an organisation nothing refers to: one with people or events is closed by its last day instead. */
export async function removeOrganisation(tx: Tx, id: number, version: number): Promise<void> {
  try {
    if (await repo.deleteOrganisation(tx, id, version)) return
  } catch (error) {
    if (sqlState(error) === REFERRED) throw new Refusal('conflict', 'organisation_in_use')
    throw error
  }
  throw new Refusal('version_conflict', 'version_conflict')
}

/** A kind has to be of the list; one no longer offered may stay where it is. */
async function refuseKind(tx: Tx, kind: number | null | undefined, organisation?: number): Promise<void> {
  if (kind === undefined || kind === null) return
  const value = await repo.findKind(tx, kind)
  if (value === undefined) throw invalidField('kindId', 'reference_unknown')
  if (!value.retired) return
  const before = organisation === undefined ? undefined : await repo.findOrganisation(tx, organisation)
  if (before?.kind?.id !== kind) throw invalidField('kindId', 'value_retired')
}

async function refuseTakenCode<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (sqlState(error) === UNIQUE) throw invalidField('code', 'code_taken')
    throw error
  }
}
