import { z } from 'zod'
import { Day, endpoint, Id, IdParams, Nothing } from '../../../../platform/contract.ts'

/** A test, a credit, or the final work. */
export const EXAMINATION_KINDS = ['test', 'credit', 'final'] as const
export const OUTCOMES = ['credited', 'not_credited', 'absent'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** More than any course has. */
export const EXAMINATIONS_OF_A_RUN = 30
/** More than any group. */
const RESULTS_AT_ONCE = 500

/** Somebody of the district, or from elsewhere by name. */
const NewExaminer = z
  .strictObject({
    personId: Id.nullable().default(null),
    outside: z.string().trim().min(1).max(200).nullable().default(null),
    organisation: z.string().trim().max(300).default(''),
  })
  .refine(({ personId, outside }) => (personId === null) !== (outside === null), {
    path: ['personId'],
    message: 'examiner_one',
  })
export type NewExaminer = z.infer<typeof NewExaminer>

const fields = {
  title: z.string().trim().min(1).max(300),
  kind: z.enum(EXAMINATION_KINDS),
  heldOn: Day,
  examiners: z.array(NewExaminer).max(10),
}

const Examination = z.object({
  id: Id,
  version: z.int(),
  title: z.string(),
  kind: fields.kind,
  heldOn: z.iso.date(),
  examiners: z.array(z.object({ personId: Id.nullable(), name: z.string(), organisation: z.string() })),
  /** Of how many learners a result is known; which, is closed. */
  entered: z.int(),
  can: z.array(z.enum(['change', 'remove', 'enter'])),
})
export type Examination = z.infer<typeof Examination>

export const listExaminations = endpoint({
  id: 'listExaminations',
  method: 'get',
  path: '/api/events/{id}/examinations',
  summary: 'What the learners of a run are examined in, by whom and when; without results',
  params: IdParams,
  reply: z.object({ items: z.array(Examination), total: z.int(), can: z.array(z.enum(['add'])) }),
})

export const NewExamination = z.strictObject({ ...fields, examiners: fields.examiners.default([]) })
export type NewExamination = z.infer<typeof NewExamination>

export const addExamination = endpoint({
  id: 'addExamination',
  method: 'post',
  path: '/api/events/{id}/examinations',
  summary: 'Add an examination to a run',
  params: IdParams,
  body: NewExamination,
  reply: Examination,
})

export const changeExamination = endpoint({
  id: 'changeExamination',
  method: 'put',
  path: '/api/examinations/{id}',
  summary: 'Change an examination; examiners are given as a whole',
  params: IdParams,
  body: NewExamination,
  reply: Examination,
  versioned: true,
})

export const removeExamination = endpoint({
  id: 'removeExamination',
  method: 'delete',
  path: '/api/examinations/{id}',
  summary: 'Remove an examination nobody has a result of',
  params: IdParams,
  reply: Nothing,
  versioned: true,
})

const Attempt = z.object({ on: z.iso.date(), outcome: z.enum(OUTCOMES) })
const Examined = z.object({
  person: z.object({ id: Id, name: z.string() }),
  /** Left the run: there is nothing more to enter. */
  hasLeft: z.boolean(),
  /** The first one first; the last one counts. */
  attempts: z.array(Attempt),
})
export type Examined = z.infer<typeof Examined>

export const openResults = endpoint({
  id: 'openResults',
  method: 'post',
  path: '/api/examinations/{id}/results/open',
  summary: 'Results of an examination by name; who opened them is noted, and the learners see it',
  params: IdParams,
  reply: z.object({ items: z.array(Examined), total: z.int() }),
})

export const enterResults = endpoint({
  id: 'enterResults',
  method: 'post',
  path: '/api/examinations/{id}/results',
  summary:
    'Enter results of a day: the same day again corrects them, a later day is another attempt; null takes one back',
  params: IdParams,
  body: z.strictObject({
    on: Day,
    results: z
      .array(z.strictObject({ personId: Id, outcome: z.enum(OUTCOMES).nullable() }))
      .min(1)
      .max(RESULTS_AT_ONCE),
  }),
  reply: z.object({ entered: z.int() }),
})
