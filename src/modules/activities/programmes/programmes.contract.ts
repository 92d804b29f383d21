import { z } from 'zod'
import { endpoint, FileReply, Id, IdParams, listOf, listQuery, manyOf } from '../../../platform/contract.ts'

export const PROGRAMME_STATES = [
  ...(['requested', 'draft', 'review', 'approved', 'registered', 'retired', 'declined'] as const),
] as const
export type ProgrammeState = (typeof PROGRAMME_STATES)[number]

export const PROGRAMME_KINDS = ['upskilling', 'retraining'] as const
export type ProgrammeKind = (typeof PROGRAMME_KINDS)[number]
export const PROGRAMME_FORMS = ['in_person', 'distance', 'blended'] as const
export const MODULE_FORMS = ['in_person', 'distance', 'self'] as const
export const VERDICTS = ['recommended', 'remarks'] as const

/** What a draft still needs before others judge it. */
export const PROGRAMME_LACKS = ['about', 'hours', 'providers', 'modules', 'electives', 'sum'] as const
export type ProgrammeLack = (typeof PROGRAMME_LACKS)[number]

/** What may be done with a programme as it stands. */
export const PROGRAMME_STEPS = [
  ...(['change', 'develop', 'decline', 'review', 'judge', 'return', 'approve', 'register'] as const),
  ...(['run', 'renew', 'retire'] as const),
] as const
export type ProgrammeStep = (typeof PROGRAMME_STEPS)[number]

const State = z.enum(PROGRAMME_STATES)
const Value = z.object({ id: Id, label: z.string() })
const hours = z.number().positive().max(5000)

const Module = z.strictObject({
  title: z.string().trim().min(1).max(300),
  hours,
  form: z.enum(MODULE_FORMS),
  /** Learners choose among the elective ones. */
  elective: z.boolean().default(false),
})
export type ProgrammeModule = z.infer<typeof Module>

/** An organisation of the district, or one from elsewhere by name. */
const NewProvider = z
  .strictObject({
    organisationId: Id.nullable().default(null),
    outside: z.string().trim().min(1).max(300).nullable().default(null),
  })
  .refine(({ organisationId, outside }) => (organisationId === null) !== (outside === null), {
    path: ['organisationId'],
    message: 'provider_one',
  })
export type NewProvider = z.infer<typeof NewProvider>

const fields = {
  title: z.string().trim().min(1).max(300),
  kind: z.enum(PROGRAMME_KINDS),
  form: z.enum(PROGRAMME_FORMS),
  /** Academic hours of all that a learner takes. */
  hours: hours.nullable(),
  topicId: Id.nullable(),
  about: z.string().trim().max(4000),
  /** For whom it is, what they become better at, and what they know and can do afterwards. */
  audience: z.string().trim().max(2000),
  competences: z.string().trim().max(4000),
  results: z.string().trim().max(4000),
  /** What it is for: what monitoring found, what an organisation lacks. */
  reason: z.string().trim().max(2000),
  /** Code of the indicator that showed it. */
  indicator: z.string().trim().min(1).max(40).nullable(),
  /** May be taken without a group. */
  selfStudy: z.boolean(),
  /** Of the elective modules a learner takes so many. */
  electives: z.int().min(0).max(50),
  modules: z.array(Module).max(60),
  /** Who carries it out together, the leading one first. */
  providers: z.array(NewProvider).max(30),
}

const line = {
  id: Id,
  version: z.int(),
  title: z.string(),
  kind: fields.kind,
  form: fields.form,
  hours: z.number().nullable(),
  topic: Value.nullable(),
  state: State,
  edition: z.int(),
  /** Under which it stands in the register, and from when until when. */
  number: z.string().nullable(),
  registeredOn: z.iso.date().nullable(),
  validUntil: z.iso.date().nullable(),
  /** In the register, but its last day is over. */
  expired: z.boolean(),
  selfStudy: z.boolean(),
  /** Who leads it. */
  lead: z.string().nullable(),
  networked: z.boolean(),
}
const Line = z.object(line)
export type ProgrammeLine = z.infer<typeof Line>

const Review = z.object({
  id: Id,
  version: z.int(),
  round: z.int(),
  person: z.object({ id: Id, name: z.string() }),
  dueOn: z.iso.date(),
  verdict: z.enum(VERDICTS).nullable(),
  remarks: z.string(),
  givenAt: z.iso.datetime().nullable(),
  /** Somebody wrote down what came on paper. */
  onPaper: z.boolean(),
  can: z.array(z.enum(['judge'])),
})
export type ProgrammeReview = z.infer<typeof Review>

const Step = z.object({ id: Id, state: State, said: z.string(), by: z.string().nullable(), at: z.iso.datetime() })

export const Programme = z.object({
  ...line,
  about: z.string(),
  audience: z.string(),
  competences: z.string(),
  results: z.string(),
  reason: z.string(),
  requestedBy: z.object({ id: Id, name: z.string() }).nullable(),
  indicator: z.object({ code: z.string(), title: z.string() }).nullable(),
  electives: z.int(),
  modules: z.array(Module.extend({ id: Id })),
  providers: z.array(z.object({ organisationId: Id.nullable(), name: z.string() })),
  order: z.object({ number: z.string(), on: z.iso.date() }).nullable(),
  /** All editions of it, this one among them. */
  editions: z.array(z.object({ id: Id, edition: z.int(), state: State, number: z.string().nullable() })),
  steps: z.array(Step),
  /** For who answers for programmes, and for the reviewers. */
  reviews: z.array(Review),
  lacks: z.array(z.enum(PROGRAMME_LACKS)),
  can: z.array(z.enum(PROGRAMME_STEPS)),
})
export type Programme = z.infer<typeof Programme>

export const NewProgramme = z.strictObject({
  ...fields,
  hours: fields.hours.default(null),
  topicId: fields.topicId.default(null),
  about: fields.about.default(''),
  audience: fields.audience.default(''),
  competences: fields.competences.default(''),
  results: fields.results.default(''),
  reason: fields.reason.min(5),
  indicator: fields.indicator.default(null),
  selfStudy: fields.selfStudy.default(false),
  electives: fields.electives.default(0),
  modules: fields.modules.default([]),
  providers: fields.providers.default([]),
})
export type NewProgramme = z.infer<typeof NewProgramme>

export const ProgrammeChange = z.strictObject(fields).partial()
export type ProgrammeChange = z.infer<typeof ProgrammeChange>

const filters = {
  /** Part of the title, or of the number. */
  q: z.string().trim().max(200).optional(),
  state: manyOf(State),
  kind: fields.kind.optional(),
  form: fields.form.optional(),
  topic: Id.optional(),
  selfStudy: z.enum(['yes', 'no']).optional(),
}
const ListQuery = listQuery(['title', 'hours', 'number', 'validUntil', 'state'], filters)

export const listProgrammes = endpoint({
  id: 'listProgrammes',
  method: 'get',
  path: '/api/programmes',
  summary:
    'Programmes of further training: those in the register, and others only for who asked, judges or answers for them',
  query: ListQuery,
  reply: listOf(Line).extend({ can: z.array(z.enum(['ask', 'draft', 'export'])) }),
})

export const PROGRAMMES_IN_WORKBOOK = 5_000

export const exportProgrammes = endpoint({
  id: 'exportProgrammes',
  method: 'get',
  path: '/api/programmes.xlsx',
  summary: 'The register of programmes as a workbook, at most 5,000 of them',
  query: ListQuery.omit({ page: true, size: true }),
  reply: FileReply,
})

export const getProgramme = endpoint({
  id: 'getProgramme',
  method: 'get',
  path: '/api/programmes/{id}',
  summary: 'A programme with its modules, steps, editions and reviews',
  params: IdParams,
  reply: Programme,
  versioned: true,
})

export const getProgrammeDocument = endpoint({
  id: 'getProgrammeDocument',
  method: 'get',
  path: '/api/programmes/{id}/document',
  summary: 'The text of a programme as a Word file in Russian: passport, results, plan of modules, signatures',
  params: IdParams,
  reply: FileReply,
})

export const requestProgramme = endpoint({
  id: 'requestProgramme',
  method: 'post',
  path: '/api/programme-requests',
  summary: 'Ask for a programme on behalf of an organisation, and say what for',
  body: z.strictObject({
    organisationId: Id,
    title: fields.title,
    kind: fields.kind,
    form: fields.form,
    topicId: fields.topicId.default(null),
    reason: fields.reason.min(5),
  }),
  reply: Programme,
})

export const draftProgramme = endpoint({
  id: 'draftProgramme',
  method: 'post',
  path: '/api/programmes',
  summary: 'Begin a programme from what monitoring found',
  body: NewProgramme,
  reply: Programme,
})

export const changeProgramme = endpoint({
  id: 'changeProgramme',
  method: 'patch',
  path: '/api/programmes/{id}',
  summary: 'Change a draft of a programme; modules and who carries it out are given as a whole',
  params: IdParams,
  body: ProgrammeChange,
  reply: Programme,
  versioned: true,
})
