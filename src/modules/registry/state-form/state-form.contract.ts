import { z } from 'zod'
import { Day, endpoint, Id, IdParams } from '../../../platform/contract.ts'

/** Full years on 1 January after the year of the form; from this age until the next line. */
export const AGE_LINES = [
  'ageUnder25',
  'age25',
  'age30',
  'age35',
  'age40',
  'age45',
  'age50',
  'age55',
  'age60',
  'age65',
] as const

/** Women, by the same ages. */
export const WOMEN_LINES = [
  'womenUnder25',
  'women25',
  'women30',
  'women35',
  'women40',
  'women45',
  'women50',
  'women55',
  'women60',
  'women65',
] as const

/** Full years of pedagogical experience on the day the people were counted. */
export const EXPERIENCE_LINES = [
  'experienceUnder3',
  'experience3',
  'experience5',
  'experience10',
  'experience15',
  'experience20',
] as const

/** Lines of the form, as far as the registry knows what they ask, in its order. */
export const LINES = [
  ...(['all', 'women', 'higher', 'highest', 'first'] as const),
  ...AGE_LINES,
  ...EXPERIENCE_LINES,
  ...WOMEN_LINES,
] as const

/** Whom some lines leave out. */
export const UNKNOWN_LINES = ['experienceUnknown', 'sexUnknown', 'outsideUnknown'] as const
export type UnknownLine = (typeof UNKNOWN_LINES)[number]
const Line = z.enum(LINES)
export type Line = z.infer<typeof Line>

const People = z.int().min(0).max(100_000)
const Year = z.coerce.number().int().min(2000).max(2100)

export const Told = z.partialRecord(Line, People)
export type Told = z.infer<typeof Told>

const Organisation = z.object({ id: Id, code: z.string(), name: z.string() })

/** What a form says beside what the registry counts. */
export const StateForm = z.object({
  organisation: Organisation,
  year: z.int(),
  /** ОО-1 of schools, 85-К of kindergartens, 1-ПК of centres that train, 1-ДОП of what is additional. */
  form: z.enum(['oo1', 'k85', 'pk1', 'dop1']),
  /** The day the people are counted on. */
  staffOn: z.iso.date(),
  /** The day their ages are taken of. */
  agesOn: z.iso.date(),
  told: Told,
  counted: z.record(Line, z.int()),
  /** Pedagogues who are in no line of experience, for nobody knows when theirs began. */
  experienceUnknown: z.int(),
  /** Of whom nobody knows whether they are women: a surname tells nothing. In the lines of all, in none of women. */
  sexUnknown: z.int(),
  /** Of whom nobody knows whether they come from outside: not in the lines. */
  outsideUnknown: z.int(),
  writtenAt: z.iso.datetime().nullable(),
  /** 0 where nothing has been written yet. */
  version: z.int(),
})
export type StateForm = z.infer<typeof StateForm>

/** Of all organisations, how their forms agree. */
export const StateFormLine = z.object({
  organisation: Organisation,
  /** Written and counted pedagogues; null where nothing has been written. */
  told: z.int().nullable(),
  counted: z.int(),
  /** Lines written that the registry counts differently; null where nothing has been written. */
  different: z.int().nullable(),
})
export type StateFormLine = z.infer<typeof StateFormLine>

const FormParams = IdParams.extend({ year: Year })

export const listStateForms = endpoint({
  id: 'listStateForms',
  method: 'get',
  path: '/api/state-forms',
  summary:
    'Forms of state statistics of a year beside what the registry counts, by organisation, those that differ first',
  query: z.object({ year: Year }),
  reply: z.object({ items: z.array(StateFormLine), total: z.int() }),
})

export const getStateForm = endpoint({
  id: 'getStateForm',
  method: 'get',
  path: '/api/organisations/{id}/state-forms/{year}',
  summary:
    'Control totals of an organisation, line by line beside what the registry counts without outside part-timers',
  params: FormParams,
  reply: StateForm,
  versioned: true,
})

export const writeStateForm = endpoint({
  id: 'writeStateForm',
  method: 'put',
  path: '/api/organisations/{id}/state-forms/{year}',
  summary: 'Write what the form of state statistics says; version 0 where nothing was written before',
  params: FormParams,
  body: z.strictObject({
    /** Between the first day of the year and the last of the next. */
    staffOn: Day,
    told: Told,
  }),
  reply: StateForm,
  versioned: true,
})

const FormMember = z.object({
  id: Id,
  surname: z.string(),
  givenName: z.string(),
  patronymic: z.string().nullable(),
  position: z.string(),
  age: z.int(),
  /** Full years; null: not known. */
  experience: z.int().nullable(),
})

export const listStateFormMembers = endpoint({
  id: 'listStateFormMembers',
  method: 'get',
  path: '/api/organisations/{id}/state-forms/{year}/members',
  summary: 'Who the registry counts in a line of the form, by name',
  params: FormParams,
  query: z.object({ line: z.enum([...LINES, ...UNKNOWN_LINES]) }),
  reply: z.object({ items: z.array(FormMember), total: z.int() }),
})
