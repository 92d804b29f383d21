import { covers, type Reach } from '../../../platform/access/access.ts'
import { sqlState, type Tx } from '../../../platform/db/db.ts'
import { type FieldFault, invalidField, Refusal } from '../../../platform/errors.ts'
import { parseEmail } from '../exchange/email.ts'
import { changesOf, refuseFaults } from './changes.ts'
import type { EmploymentChange, NewEmployment } from './employments.contract.ts'
import * as repo from './employments.repo.ts'
import { holdPeople, rebuildSpans } from './people.repo.ts'

const UNIQUE = '23505'

/** Adds a place of work of somebody known; answers with its id. */
export async function addEmployment(tx: Tx, person: number, employment: NewEmployment, reach: Reach): Promise<number> {
  await holdPeople(tx)
  if (!(await repo.isPerson(tx, person))) throw new Refusal('not_found', 'not_found')
  refuseFaults(await employmentFaults(tx, employment, { reach, at: '' }))
  return await insertChecked(tx, person, employment)
}

/** Stores what `employmentFaults` found no fault with. */
export async function insertChecked(tx: Tx, person: number, employment: NewEmployment): Promise<number> {
  const values = repo.columnsOf(asStored(employment))
  const id = await refuseSecond(() =>
    repo.insertEmployment(tx, { ...values, person_id: person, organisation_id: employment.organisationId }),
  )
  await rebuildSpans(tx, [person])
  return id
}

/** Corrects what is named, or ends the employment; answers with the person and the columns that changed. */
export async function changeEmployment(
  tx: Tx,
  id: number,
  version: number,
  change: EmploymentChange,
): Promise<{ person: number; columns: readonly string[] }> {
  await holdPeople(tx)
  const found = await repo.findEmploymentRow(tx, id)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  const { person_id: person, version: _, ...before } = found
  const after = { ...before, ...repo.columnsOf(asStored(change)) }
  refuseFaults([
    ...orderFaults(after, ''),
    ...saidFaults(change, after, ''),
    ...(await repo.referenceFaults(tx, change, '', before)),
  ])
  const changed = changesOf(before, after)
  const isDone = await refuseSecond(() => repo.updateEmployment(tx, id, version, changed))
  if (!isDone) throw new Refusal('version_conflict', 'version_conflict')
  await rebuildSpans(tx, [person])
  return { person, columns: Object.keys(changed) }
}

/** Removes an employment that never was; one that ended is given its last day instead. Answers with the person. */
export async function removeEmployment(tx: Tx, id: number, version: number): Promise<number> {
  await holdPeople(tx)
  const found = await repo.findEmploymentRow(tx, id)
  if (found === undefined) throw new Refusal('not_found', 'not_found')
  if (!(await repo.deleteEmployment(tx, id, version))) throw new Refusal('version_conflict', 'version_conflict')
  await rebuildSpans(tx, [found.person_id])
  return found.person_id
}

/** What is wrong with a new employment; `at` stands before the names of its fields. */
export async function employmentFaults(
  tx: Tx,
  employment: NewEmployment,
  { reach, at }: { readonly reach: Reach; readonly at: string },
): Promise<FieldFault[]> {
  const { organisationId } = employment
  const columns = repo.columnsOf(employment)
  const faults = [
    ...orderFaults(columns, at),
    ...saidFaults(employment, columns, at),
    ...(await repo.referenceFaults(tx, employment, at)),
  ]
  if (!(await repo.isOrganisation(tx, organisationId))) {
    faults.push({ in: 'body', path: `${at}organisationId`, code: 'reference_unknown' })
  } else if (!covers(reach, { organisations: [organisationId] })) {
    faults.push({ in: 'body', path: `${at}organisationId`, code: 'outside_reach' })
  }
  return faults
}

/** Typed values as a file would bring them. */
function asStored<T extends EmploymentChange>(typed: T): T {
  return typed.email === undefined || typed.email === null
    ? typed
    : { ...typed, email: parseEmail(typed.email) ?? typed.email }
}

/** Last days before their first ones. */
function orderFaults(columns: repo.EmploymentColumns, at: string): FieldFault[] {
  const spans = [
    ['dismissedOn', columns.hired_on, columns.dismissed_on],
    ['categoryUntil', columns.category_on, columns.category_until],
    ['leaveUntil', columns.leave_on, columns.leave_until],
  ] as const
  return spans.flatMap(([field, from, until]) =>
    from === null || until === null || until >= from
      ? []
      : [{ in: 'body', path: `${at}${field}`, code: 'ends_before_start' }],
  )
}

/** A file may contradict itself about the main place, which is asked about; whoever types is told at once. */
function saidFaults(typed: EmploymentChange, { kind, main }: repo.EmploymentColumns, at: string): FieldFault[] {
  const faults: FieldFault[] = []
  const isAboutMain = typed.kind !== undefined || typed.main !== undefined
  if (isAboutMain && kind !== null && (kind === 'main') !== main) {
    faults.push({ in: 'body', path: `${at}kind`, code: 'kind_contradicts_main' })
  }
  if (typeof typed.email === 'string' && parseEmail(typed.email) === undefined) {
    faults.push({ in: 'body', path: `${at}email`, code: 'email_wrong' })
  }
  return faults
}

/** One person, employer, position and first day are one employment. */
async function refuseSecond<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (sqlState(error) === UNIQUE) throw invalidField('hiredOn', 'employment_exists')
    throw error
  }
}
