import { z } from 'zod'
import { Day, endpoint, FileReply, Id, IdParams, listOf, listQuery, manyOf } from '../../../platform/contract.ts'
import { Missing } from '../organisations/staff/staff.contract.ts'
import { Employment, EmploymentKind, NewEmployment } from './employments.contract.ts'
import { Named, Provenance } from './provenance.contract.ts'

const Name = z.string().trim().min(1).max(100)

const fields = {
  surname: Name,
  givenName: Name,
  patronymic: Name.nullable(),
  birthOn: Day,
  sex: z.enum(['female', 'male']).nullable(),
}

/** Eleven digits in any usual spelling; check digits are looked at. */
const Snils = z.string().trim().min(1).max(30).nullable()

/** What is stored may be longer than what may be typed: files set no such limits. */
const stored = {
  surname: z.string(),
  givenName: z.string(),
  patronymic: z.string().nullable(),
  birthOn: z.iso.date(),
}

export const Person = z.object({
  id: Id,
  version: z.int(),
  ...stored,
  sex: fields.sex,
  /** Masked: only the last two digits are shown. */
  snils: z.string().nullable(),
  ...Provenance,
  /** The newest first; of other employers nothing is told to who reaches one organisation only. */
  employments: z.array(Employment),
  /** The sheets that `origin` and `origins` name, each once. */
  sources: z.array(
    z.object({
      id: Id,
      file: z.string(),
      sheet: z.string().nullable(),
      loadId: Id,
      loadedAt: z.iso.datetime().nullable(),
    }),
  ),
  can: z.array(z.enum(['change', 'employ', 'open_snils'])),
})
export type Person = z.infer<typeof Person>

/** Told where they are asked for. */
const Details = {
  subjects: z.array(z.string()).optional(),
  category: z.string().nullable().optional(),
  educationLevel: z.string().nullable().optional(),
  experienceSince: z.iso.date().nullable().optional(),
  kind: EmploymentKind.nullable().optional(),
  categoryOn: z.iso.date().nullable().optional(),
  categoryEndsOn: z.iso.date().nullable().optional(),
  leaveKind: z.string().nullable().optional(),
  leaveOn: z.iso.date().nullable().optional(),
  leaveUntil: z.iso.date().nullable().optional(),
  deputyFunction: z.string().nullable().optional(),
  classLed: z.string().nullable().optional(),
}

/** A line of the list: the person as of the day, with the main employment among those within reach. */
export const PersonLine = z.object({
  id: Id,
  ...stored,
  /** Null where a position is not classified yet. */
  pedagogue: z.boolean().nullable(),
  employment: z
    .object({
      id: Id,
      organisation: z.object({ id: Id, code: z.string(), name: z.string() }),
      position: Named,
      hiredOn: z.iso.date(),
      dismissedOn: z.iso.date().nullable(),
      rate: z.number(),
      main: z.boolean(),
      ...Details,
    })
    .nullable(),
})
export type PersonLine = z.infer<typeof PersonLine>

export const NewPerson = z.strictObject({
  ...fields,
  patronymic: fields.patronymic.default(null),
  sex: fields.sex.default(null),
  snils: Snils.default(null),
  /** The first place of work. Needed of who reaches organisations only: without it the person is in none of them. */
  employment: NewEmployment.nullable().default(null),
})
export type NewPerson = z.infer<typeof NewPerson>

export const PersonChange = z.strictObject({ ...fields, snils: Snils }).partial()
export type PersonChange = z.infer<typeof PersonChange>

const PeopleQuery = listQuery(['name', 'birth', 'organisation'], {
  /** Beginnings of words of the name, in any order, case and spelling of ё. */
  q: z.string().trim().max(200).optional(),
  /** Just these. */
  id: manyOf(Id),
  organisation: manyOf(Id),
  position: manyOf(Id),
  pedagogue: z.enum(['yes', 'no', 'unknown']).optional(),
  /** Those of whom this is not known, at a place of work that the other filters leave. */
  missing: Missing.optional(),
  /** Today when left out. */
  activeOn: Day.optional(),
  /** `no`: those without a place of work on the day, with the latest they have. */
  employed: z.enum(['yes', 'no']).default('yes'),
  /** `details`: of the employment also subjects, category, education and experience. */
  with: z.enum(['details']).optional(),
})

export const listPeople = endpoint({
  id: 'listPeople',
  method: 'get',
  path: '/api/people',
  summary: 'People within one’s reach as of a day',
  query: PeopleQuery,
  reply: listOf(PersonLine).extend({
    /** Beginnings of names that were looked for instead of what was typed, because nobody is called so. */
    meant: z.array(z.string()),
  }),
})

/** Who wants more narrows the list first. */
export const PEOPLE_IN_WORKBOOK = 20_000

export const exportPeople = endpoint({
  id: 'exportPeople',
  method: 'get',
  path: '/api/people.xlsx',
  summary: 'The same list as a workbook, at most 20,000 people',
  query: PeopleQuery.omit({ page: true, size: true, with: true }),
  reply: FileReply,
})

export const getPerson = endpoint({
  id: 'getPerson',
  method: 'get',
  path: '/api/people/{id}',
  summary: 'One person with all places of work, and where each value comes from',
  params: IdParams,
  reply: Person,
  versioned: true,
})

export const createPerson = endpoint({
  id: 'createPerson',
  method: 'post',
  path: '/api/people',
  summary: 'Add a person by hand',
  body: NewPerson,
  reply: Person,
})

export const changePerson = endpoint({
  id: 'changePerson',
  method: 'patch',
  path: '/api/people/{id}',
  summary: 'Correct names, birth date, sex or СНИЛС of a person',
  params: IdParams,
  body: PersonChange,
  reply: Person,
  versioned: true,
})
