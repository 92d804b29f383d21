import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { FieldFault } from '../../../platform/errors.ts'
import type { EmploymentChange } from './employments.contract.ts'
import { originsByHand } from './people.repo.ts'

/** The columns of an employment that can be typed. */
export type EmploymentColumns = {
  position_id: number
  hired_on: string
  dismissed_on: string | null
  rate: number
  main: boolean
  subject_ids: number[]
  experience_since: string | null
  category_id: number | null
  education_level_id: number | null
  pedagogical_education: boolean | null
  kind: string | null
  category_on: string | null
  category_until: string | null
  category_order: string | null
  leave_kind_id: number | null
  leave_on: string | null
  leave_until: string | null
  deputy_function_id: number | null
  class_led: string | null
  email: string | null
}

const COLUMN_OF = {
  positionId: 'position_id',
  hiredOn: 'hired_on',
  dismissedOn: 'dismissed_on',
  rate: 'rate',
  main: 'main',
  subjectIds: 'subject_ids',
  experienceSince: 'experience_since',
  categoryId: 'category_id',
  educationLevelId: 'education_level_id',
  pedagogicalEducation: 'pedagogical_education',
  kind: 'kind',
  categoryOn: 'category_on',
  categoryUntil: 'category_until',
  categoryOrder: 'category_order',
  leaveKindId: 'leave_kind_id',
  leaveOn: 'leave_on',
  leaveUntil: 'leave_until',
  deputyFunctionId: 'deputy_function_id',
  classLed: 'class_led',
  email: 'email',
} as const satisfies Record<keyof EmploymentChange, keyof EmploymentColumns>

const SINGLE = Object.values(COLUMN_OF).filter((column) => column !== 'subject_ids')

/** What is typed, by column; subjects each once, in one order. */
export function columnsOf<T extends EmploymentChange>(typed: T): Columns<T> {
  const subjects = typed.subjectIds && [...new Set(typed.subjectIds)].sort((left, right) => left - right)
  const fields = Object.entries({ ...typed, ...(subjects && { subjectIds: subjects }) })
  return Object.fromEntries(
    fields.flatMap(([field, value]) =>
      field in COLUMN_OF ? [[COLUMN_OF[field as keyof typeof COLUMN_OF], value]] : [],
    ),
  ) as Columns<T>
}

/** Columns of fields that must be there must be there too. */
type Columns<T> = T extends Required<EmploymentChange> ? EmploymentColumns : Partial<EmploymentColumns>

export async function isPerson(db: ReadDb, id: number): Promise<boolean> {
  return (await db.selectFrom('registry.person').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

export async function isOrganisation(db: ReadDb, id: number): Promise<boolean> {
  const found = await db.selectFrom('registry.organisation').select('id').where('id', '=', id).executeTakeFirst()
  return found !== undefined
}

export async function findEmploymentRow(
  db: ReadDb,
  id: number,
): Promise<(EmploymentColumns & { person_id: number; version: number }) | undefined> {
  return await db
    .selectFrom('registry.employment')
    .select([...SINGLE, 'person_id', 'version'])
    // An array of bigints would come as texts.
    .select(sql<number[]>`to_json(subject_ids)`.as('subject_ids'))
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertEmployment(
  tx: Tx,
  employment: EmploymentColumns & { person_id: number; organisation_id: number },
): Promise<number> {
  const row = await tx.insertInto('registry.employment').values(employment).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** False when the version is another one by now. */
export async function updateEmployment(
  tx: Tx,
  id: number,
  version: number,
  change: Partial<EmploymentColumns>,
): Promise<boolean> {
  const done = await tx
    .updateTable('registry.employment')
    .set({ ...change, origins: originsByHand(Object.keys(change)), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function deleteEmployment(tx: Tx, id: number, version: number): Promise<boolean> {
  const done = await tx
    .deleteFrom('registry.employment')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

/** Lists of the district that an employment refers to, by field. */
const KINDS = {
  subjectIds: 'subject',
  categoryId: 'category',
  educationLevelId: 'education_level',
  leaveKindId: 'leave_kind',
  deputyFunctionId: 'deputy_function',
} as const
const REFERENCES = ['subjectIds', 'categoryId', 'educationLevelId', 'leaveKindId', 'deputyFunctionId'] as const

/** Positions and values that are not there; a retired value may stay where it is, but is given to nobody any more. */
export async function referenceFaults(
  db: ReadDb,
  typed: EmploymentChange,
  at: string,
  before?: EmploymentColumns,
): Promise<FieldFault[]> {
  const faults: FieldFault[] = []
  const { positionId } = typed
  if (positionId !== undefined && !(await isPosition(db, positionId))) {
    faults.push({ in: 'body', path: `${at}positionId`, code: 'reference_unknown' })
  }
  for (const field of REFERENCES) {
    const wanted = [typed[field] ?? []].flat()
    const had = [before?.[COLUMN_OF[field]] ?? []].flat()
    const given = wanted.filter((id) => !had.includes(id))
    if (given.length === 0) continue
    const known = await db
      .selectFrom('registry.classifier_value')
      .select(['id', 'retired_at'])
      .where('kind', '=', KINDS[field])
      .where('id', 'in', given)
      .execute()
    const fault = (code: string): FieldFault => ({ in: 'body', path: `${at}${field}`, code })
    if (new Set(given).size > known.length) faults.push(fault('reference_unknown'))
    else if (known.some((value) => value.retired_at !== null)) faults.push(fault('value_retired'))
  }
  return faults
}

async function isPosition(db: ReadDb, id: number): Promise<boolean> {
  return (await db.selectFrom('registry.position').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}
