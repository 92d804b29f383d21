import { z } from 'zod'
import { endpoint, FileReply, Id, IdParams, listOf, listQuery } from '../../../platform/contract.ts'
import { ANSWERS, SAYINGS } from './facts.contract.ts'

/** Rows of a file at most: what is more goes into the next one. */
export const ROWS_IN_FILE = 1_000

const File = z.object({
  id: Id,
  /** `2026-3`: the third of the year. */
  number: z.string(),
  madeOn: z.iso.date(),
  madeBy: z.string().nullable(),
  total: z.int(),
  taken: z.int(),
  refused: z.int(),
})
export type FederalFile = z.infer<typeof File>

const Row = z.object({
  id: Id,
  documentId: Id,
  number: z.string(),
  holder: z.string(),
  says: z.enum(SAYINGS),
  answer: z.enum(ANSWERS),
  /** Why it was refused. */
  word: z.string().nullable(),
})
export type FederalRow = z.infer<typeof Row>

export const listFederalFiles = endpoint({
  id: 'listFederalFiles',
  method: 'get',
  path: '/api/federal/files',
  summary: 'Files made for the federal register, the latest first',
  query: listQuery(['made'], {}).omit({ sort: true }),
  reply: listOf(File),
})

export const makeFederalFiles = endpoint({
  id: 'makeFederalFiles',
  method: 'post',
  path: '/api/federal/files',
  summary: 'Put all documents that lack nothing into files of up to 1,000 rows; the others stay on the list',
  reply: z.object({ files: z.array(File), told: z.int(), lacking: z.int() }),
})

export const getFederalFile = endpoint({
  id: 'getFederalFile',
  method: 'get',
  path: '/api/federal/files/{id}',
  summary: 'A file with its rows, those without an answer first',
  params: IdParams,
  reply: File.extend({ rows: z.array(Row) }),
})

export const takeFederalFile = endpoint({
  id: 'takeFederalFile',
  method: 'post',
  path: '/api/federal/files/{id}/take',
  summary: 'The file by the template, with the СНИЛС: who took it and what for is noted, and the people in it see it',
  params: IdParams,
  body: z.strictObject({ reason: z.string().trim().min(5).max(300) }),
  reply: FileReply,
})

export const answerFederalRows = endpoint({
  id: 'answerFederalRows',
  method: 'post',
  path: '/api/federal/files/{id}/answers',
  summary: 'What the register answered to these rows; what it refused is due again',
  params: IdParams,
  body: z.strictObject({
    rows: z.array(Id).min(1).max(ROWS_IN_FILE),
    answer: z.enum(['taken', 'refused']),
    word: z.string().trim().max(500).default(''),
  }),
  reply: File.extend({ rows: z.array(Row) }),
})

export const answerFederalFromFile = endpoint({
  id: 'answerFederalFromFile',
  method: 'post',
  path: '/api/federal/files/{id}/answers.xlsx',
  summary: 'The same from a workbook: number of the document, «Результат» and «Причина»; what cannot be read is named',
  params: IdParams,
  takes: 'files',
  reply: z.object({
    taken: z.int(),
    refused: z.int(),
    /** Numbers that are not in the file. */
    left: z.int(),
    faults: z.array(z.object({ row: z.int(), column: z.string() })),
  }),
})
