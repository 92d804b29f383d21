import { z } from 'zod'
import { Day, endpoint, FileReply } from '../../../platform/contract.ts'

export const NOTE_FORMATS = ['docx', 'pdf', 'xlsx'] as const
export type NoteFormat = (typeof NOTE_FORMATS)[number]

const typed = z.string().trim().min(1).max(300).optional()

export const getMonitoringNote = endpoint({
  id: 'getMonitoringNote',
  method: 'get',
  path: '/api/notes/monitoring',
  summary: 'The analytical note on the indicators of a day as Word, PDF or workbook; always in Russian',
  query: z.object({
    /** Today unless given. */
    date: Day.optional(),
    /** The day that is compared with; a year before unless given. */
    compare: Day.optional(),
    format: z.enum(NOTE_FORMATS).default('docx'),
    /** Of the paper, as typed: nothing of it is kept. */
    number: typed,
    signedOn: Day.optional(),
    position: typed,
    signatory: typed,
    addressee: typed,
  }),
  reply: FileReply,
})
