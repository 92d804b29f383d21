import { z } from 'zod'
import { Day, endpoint, Id, IdParams, Nothing } from '../../../platform/contract.ts'
import { Named, Provenance } from './provenance.contract.ts'

const Value = z.object({ id: Id, label: z.string() })

/** Of what sort a place of work is: the main one, a second one at the same employer, one beside a main one elsewhere. */
export const EmploymentKind = z.enum(['main', 'inner', 'outer'])

const Text = z.string().trim().min(1).max(200)

const fields = {
  hiredOn: Day,
  dismissedOn: Day.nullable(),
  rate: z.number().min(0.001).max(10).multipleOf(0.001),
  main: z.boolean(),
  experienceSince: Day.nullable(),
  pedagogicalEducation: z.boolean().nullable(),
  kind: EmploymentKind.nullable(),
  categoryOn: Day.nullable(),
  categoryUntil: Day.nullable(),
  categoryOrder: Text.nullable(),
  leaveOn: Day.nullable(),
  leaveUntil: Day.nullable(),
  classLed: Text.nullable(),
  email: Text.max(254).nullable(),
}

export const Employment = z.object({
  id: Id,
  version: z.int(),
  personId: Id,
  organisation: z.object({ id: Id, code: z.string(), name: z.string() }),
  position: Named.extend({ pedagogical: z.boolean().nullable() }),
  hiredOn: z.iso.date(),
  /** The last day, inclusive. */
  dismissedOn: z.iso.date().nullable(),
  rate: z.number(),
  main: z.boolean(),
  experienceSince: z.iso.date().nullable(),
  pedagogicalEducation: z.boolean().nullable(),
  subjects: z.array(Value),
  category: Value.nullable(),
  educationLevel: Value.nullable(),
  /** Null where no file and no hand has said it; `main` is always said. */
  kind: EmploymentKind.nullable(),
  categoryOn: z.iso.date().nullable(),
  categoryUntil: z.iso.date().nullable(),
  categoryOrder: z.string().nullable(),
  /** The last day of the category: as it is written, or else by the rules of attestation; null where it has none. */
  categoryEndsOn: z.iso.date().nullable(),
  leaveKind: Value.nullable(),
  leaveOn: z.iso.date().nullable(),
  leaveUntil: z.iso.date().nullable(),
  deputyFunction: Value.nullable(),
  /** The class, or «да». */
  classLed: z.string().nullable(),
  /** Masked: only the first letter is shown. */
  email: z.string().nullable(),
  ...Provenance,
  can: z.array(z.enum(['change', 'remove'])),
})
export type Employment = z.infer<typeof Employment>

const references = {
  positionId: Id,
  subjectIds: z.array(Id).max(50),
  categoryId: Id.nullable(),
  educationLevelId: Id.nullable(),
  leaveKindId: Id.nullable(),
  deputyFunctionId: Id.nullable(),
}

export const NewEmployment = z.strictObject({
  organisationId: Id,
  positionId: Id,
  hiredOn: Day,
  dismissedOn: fields.dismissedOn.default(null),
  rate: fields.rate,
  main: fields.main,
  subjectIds: references.subjectIds.default([]),
  categoryId: references.categoryId.default(null),
  educationLevelId: references.educationLevelId.default(null),
  experienceSince: fields.experienceSince.default(null),
  pedagogicalEducation: fields.pedagogicalEducation.default(null),
  kind: fields.kind.default(null),
  categoryOn: fields.categoryOn.default(null),
  categoryUntil: fields.categoryUntil.default(null),
  categoryOrder: fields.categoryOrder.default(null),
  leaveKindId: references.leaveKindId.default(null),
  leaveOn: fields.leaveOn.default(null),
  leaveUntil: fields.leaveUntil.default(null),
  deputyFunctionId: references.deputyFunctionId.default(null),
  classLed: fields.classLed.default(null),
  email: fields.email.default(null),
})
export type NewEmployment = z.infer<typeof NewEmployment>

/** The employer stays: another one is another employment. */
export const EmploymentChange = z.strictObject({ ...references, ...fields }).partial()
export type EmploymentChange = z.infer<typeof EmploymentChange>

export const addEmployment = endpoint({
  id: 'addEmployment',
  method: 'post',
  path: '/api/people/{id}/employments',
  summary: 'Add a place of work',
  params: IdParams,
  body: NewEmployment,
  reply: Employment,
})

export const changeEmployment = endpoint({
  id: 'changeEmployment',
  method: 'patch',
  path: '/api/employments/{id}',
  summary: 'Correct or end a place of work',
  params: IdParams,
  body: EmploymentChange,
  reply: Employment,
  versioned: true,
})

export const removeEmployment = endpoint({
  id: 'removeEmployment',
  method: 'delete',
  path: '/api/employments/{id}',
  summary: 'Remove a place of work entered by mistake',
  params: IdParams,
  reply: Nothing,
  versioned: true,
})
