import { z } from 'zod'
import { endpoint, FileReply, Id, listOf, listQuery } from '../../../platform/contract.ts'
import { CARD_FACTS, CAUSES, EDUCATIONS, FILLED_FACTS, FUNDINGS, SAYINGS, STUDY_FORMS } from './facts.contract.ts'

const Country = z
  .string()
  .trim()
  .regex(/^\d{3}$/, 'country_code')
const text = (most: number) => z.string().trim().min(1).max(most)

const usual = {
  citizenship: Country.nullable(),
  studyForm: z.enum(STUDY_FORMS).nullable(),
  funding: z.enum(FUNDINGS).nullable(),
  field: text(200).nullable(),
  group: text(200).nullable(),
}

const Rule = z.object({
  version: z.int(),
  /** Working days from the day a document was given. */
  days: z.int(),
  ...usual,
})
export type FederalRule = z.infer<typeof Rule>

export const getFederalRule = endpoint({
  id: 'getFederalRule',
  method: 'get',
  path: '/api/federal/rule',
  summary:
    'What is the same for all documents the federal register (ФИС ФРДО) is told of, and within how many working days',
  reply: Rule,
  versioned: true,
})

export const writeFederalRule = endpoint({
  id: 'writeFederalRule',
  method: 'put',
  path: '/api/federal/rule',
  summary: 'Write what is usual in the district; what was told before stays as it was told',
  body: z.strictObject({ days: z.int().min(1).max(250), ...usual }),
  reply: Rule,
  versioned: true,
})

const filled = {
  ...usual,
  education: z.enum(EDUCATIONS).nullable(),
  diplomaSurname: text(100).nullable(),
  diplomaSeries: text(30).nullable(),
  diplomaNumber: text(30).nullable(),
  cause: z.enum(CAUSES).nullable(),
}

const Due = z.object({
  /** Of the document. */
  id: Id,
  number: z.string(),
  kind: z.enum(['upskilling', 'retraining']),
  says: z.enum(SAYINGS),
  title: z.string(),
  holder: z.string(),
  personId: Id,
  /** Where they work now: whom to ask. */
  organisation: z.string().nullable(),
  /** From which day the term runs. */
  since: z.iso.date(),
  until: z.iso.date(),
  /** What has to be filled in first. */
  lacks: z.array(z.enum([...FILLED_FACTS, ...CARD_FACTS])),
  /** Why the register refused it before. */
  refused: z.string().nullable(),
  /** As it would be told: the document's own, or what is usual. */
  facts: z.object(filled),
})
export type Due = z.infer<typeof Due>

export const DUE_STATES = ['ready', 'lacking', 'overdue'] as const

/** What is looked at at once; the rest comes when these are told. */
export const DUE_AT_ONCE = 5_000

const DueSum = z.object({ due: z.int(), ready: z.int(), overdue: z.int(), nearest: z.iso.date().nullable() })
export type DueSum = z.infer<typeof DueSum>

const DueQuery = listQuery(['until'], {
  state: z.enum(DUE_STATES).optional(),
  /** A part of the name or of the number. */
  q: z.string().trim().max(200).optional(),
}).omit({ sort: true })

export const listFederalDue = endpoint({
  id: 'listFederalDue',
  method: 'get',
  path: '/api/federal/due',
  summary: 'Documents the federal register is still to be told of, the most urgent first, with what each of them lacks',
  query: DueQuery,
  reply: listOf(Due).extend({ sum: DueSum }),
})

export const exportFederalDue = endpoint({
  id: 'exportFederalDue',
  method: 'get',
  path: '/api/federal/due.xlsx',
  summary: 'The same documents as a workbook to fill in; without the СНИЛС',
  query: DueQuery.omit({ page: true, size: true }),
  reply: FileReply,
})

export const Fill = z.strictObject({ id: Id, ...z.object(filled).partial().shape })
export type Fill = z.infer<typeof Fill>

/** `left`: told of meanwhile, or not known. */
const FillReply = z.object({ filled: z.int(), left: z.int() })

export const fillFederal = endpoint({
  id: 'fillFederal',
  method: 'post',
  path: '/api/federal/facts',
  summary: 'Fill in what documents lack: only what is named changes, and only until the register is told',
  body: z.strictObject({ rows: z.array(Fill).min(1).max(500) }),
  reply: FillReply,
})

const Fault = z.object({ row: z.int(), column: z.string() })

export const fillFederalFromFile = endpoint({
  id: 'fillFederalFromFile',
  method: 'post',
  path: '/api/federal/due.xlsx',
  summary: 'Take the workbook back, filled in: empty cells change nothing, and what cannot be read is named',
  takes: 'files',
  reply: FillReply.extend({ faults: z.array(Fault) }),
})
