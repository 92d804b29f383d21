import { z } from 'zod'
import { endpoint, Id, IdParams, listOf, listQuery } from '../../../platform/contract.ts'

const modelFields = {
  title: z.string().trim().min(1).max(300),
  /** At a distance, over the screen. */
  virtual: z.boolean(),
  /** What the intern does and sees. */
  about: z.string().trim().max(4000),
  /** Academic hours it counts as. */
  hours: z.number().positive().max(2000),
  tasks: z.array(z.string().trim().min(1).max(300)).max(40),
}

/** A model of internships: what is done, which tasks, how many hours. */
export const InternshipModel = z.object({
  id: Id,
  version: z.int(),
  ...modelFields,
  hours: z.number(),
  retired: z.boolean(),
  /** Internships of it that were finished. */
  finished: z.int(),
})
export type InternshipModel = z.infer<typeof InternshipModel>

export const NewModel = z.strictObject({
  ...modelFields,
  virtual: modelFields.virtual.default(false),
  about: modelFields.about.default(''),
  tasks: modelFields.tasks.default([]),
})
export type NewModel = z.infer<typeof NewModel>

export const ModelChange = z.strictObject({ ...modelFields, retired: z.boolean() }).partial()
export type ModelChange = z.infer<typeof ModelChange>

const Retired = z.enum(['yes', 'no']).optional()

export const listInternshipModels = endpoint({
  id: 'listInternshipModels',
  method: 'get',
  path: '/api/internship-models',
  summary: 'Models of internships, on the spot and virtual',
  query: listQuery(['title', 'hours'], { q: z.string().trim().max(200).optional(), retired: Retired }),
  reply: listOf(InternshipModel).extend({ can: z.array(z.enum(['add'])) }),
})

export const addInternshipModel = endpoint({
  id: 'addInternshipModel',
  method: 'post',
  path: '/api/internship-models',
  summary: 'Add a model of internships',
  body: NewModel,
  reply: InternshipModel,
})

export const changeInternshipModel = endpoint({
  id: 'changeInternshipModel',
  method: 'patch',
  path: '/api/internship-models/{id}',
  summary: 'Change a model of internships, or offer it no more; internships that were arranged keep their tasks',
  params: IdParams,
  body: ModelChange,
  reply: InternshipModel,
  versioned: true,
})

const hostFields = {
  /** So many people at once. */
  places: z.int().min(1).max(1000),
  equipment: z.string().trim().max(1000),
  /** How one reaches who takes people. */
  contact: z.string().trim().max(300),
}

/** Who takes people for internships: an organisation of the district, or one from elsewhere. */
export const InternshipHost = z.object({
  id: Id,
  version: z.int(),
  organisationId: Id.nullable(),
  name: z.string(),
  ...hostFields,
  places: z.int(),
  retired: z.boolean(),
  /** Places taken today. */
  taken: z.int(),
  can: z.array(z.enum(['change'])),
})
export type InternshipHost = z.infer<typeof InternshipHost>

export const NewHost = z
  .strictObject({
    organisationId: Id.nullable().default(null),
    outside: z.string().trim().min(1).max(300).nullable().default(null),
    places: hostFields.places,
    equipment: hostFields.equipment.default(''),
    contact: hostFields.contact.default(''),
  })
  .refine(({ organisationId, outside }) => (organisationId === null) !== (outside === null), {
    path: ['organisationId'],
    message: 'provider_one',
  })
export type NewHost = z.infer<typeof NewHost>

export const HostChange = z.strictObject({ ...hostFields, retired: z.boolean() }).partial()
export type HostChange = z.infer<typeof HostChange>

export const listInternshipHosts = endpoint({
  id: 'listInternshipHosts',
  method: 'get',
  path: '/api/internship-hosts',
  summary: 'Who takes people for internships, of the district and from elsewhere',
  query: listQuery(['name', 'places'], { q: z.string().trim().max(200).optional(), retired: Retired }),
  reply: listOf(InternshipHost).extend({ can: z.array(z.enum(['add'])) }),
})

export const addInternshipHost = endpoint({
  id: 'addInternshipHost',
  method: 'post',
  path: '/api/internship-hosts',
  summary:
    'Say that an organisation takes people for internships; one from elsewhere is for who answers for the district',
  body: NewHost,
  reply: InternshipHost,
})

export const changeInternshipHost = endpoint({
  id: 'changeInternshipHost',
  method: 'patch',
  path: '/api/internship-hosts/{id}',
  summary: 'Change how many an organisation takes and what it has, or say that it takes no more',
  params: IdParams,
  body: HostChange,
  reply: InternshipHost,
  versioned: true,
})
