import { z } from 'zod'
import { Day, endpoint, Id, IdParams, listOf, listQuery, manyOf, Nothing } from '../../../platform/contract.ts'

export const ORGANISATION_TYPES = [
  'school',
  'kindergarten',
  'additional',
  'methodical_centre',
  'psychological_centre',
] as const
export const OrganisationType = z.enum(ORGANISATION_TYPES)

const fields = {
  code: z.string().trim().min(1).max(50),
  name: z.string().trim().min(1).max(300),
  type: OrganisationType,
  pupils: z.int().min(0).max(100_000).nullable(),
  /** The day from which the target model of mentoring is in force here. */
  mentoringModelOn: Day.nullable(),
  /** The last day of the organisation, inclusive; null while it is in being. */
  activeUntil: Day.nullable(),
  /** лицей, гимназия …: a value of the list `organisation_kind`. */
  kindId: Id.nullable(),
  shifts: z.int().min(1).max(9).nullable(),
}

const { kindId: _, ...told } = fields

/** As it stands: a loaded value may be longer than what is accepted by hand. */
export const Organisation = z.object({
  id: Id,
  version: z.int(),
  ...told,
  kind: z.object({ id: Id, label: z.string() }).nullable(),
  shifts: z.int().nullable(),
  code: z.string(),
  name: z.string(),
  pupils: z.int().nullable(),
})
export type Organisation = z.infer<typeof Organisation>

export const NewOrganisation = z.strictObject({
  code: fields.code,
  name: fields.name,
  type: fields.type,
  pupils: fields.pupils.default(null),
  mentoringModelOn: fields.mentoringModelOn.default(null),
  activeUntil: fields.activeUntil.default(null),
  kindId: fields.kindId.default(null),
  shifts: fields.shifts.default(null),
})
export type NewOrganisation = z.infer<typeof NewOrganisation>

export const OrganisationChange = z.strictObject(fields).partial()
export type OrganisationChange = z.infer<typeof OrganisationChange>

export const listOrganisations = endpoint({
  id: 'listOrganisations',
  method: 'get',
  path: '/api/organisations',
  summary: 'Organisations of the district within one’s reach',
  query: listQuery(['code', 'name', 'pupils'], {
    q: z.string().trim().max(200).optional(),
    type: manyOf(OrganisationType),
    /** Only those in being on this day. */
    activeOn: Day.optional(),
  }),
  reply: listOf(Organisation),
})

export const getOrganisation = endpoint({
  id: 'getOrganisation',
  method: 'get',
  path: '/api/organisations/{id}',
  summary: 'One organisation',
  params: IdParams,
  reply: Organisation,
  versioned: true,
})

export const createOrganisation = endpoint({
  id: 'createOrganisation',
  method: 'post',
  path: '/api/organisations',
  summary: 'Add an organisation',
  body: NewOrganisation,
  reply: Organisation,
})

export const changeOrganisation = endpoint({
  id: 'changeOrganisation',
  method: 'patch',
  path: '/api/organisations/{id}',
  summary: 'Change an organisation',
  params: IdParams,
  body: OrganisationChange,
  reply: Organisation,
  versioned: true,
})

export const removeOrganisation = endpoint({
  id: 'removeOrganisation',
  method: 'delete',
  path: '/api/organisations/{id}',
  summary: 'Remove an organisation nothing refers to',
  params: IdParams,
  reply: Nothing,
  versioned: true,
})
