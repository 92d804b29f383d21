import { z } from 'zod'
import { endpoint, FileReply, Id, IdParams } from '../../../../platform/contract.ts'

export const SHEET_FORMATS = ['docx', 'pdf'] as const

export const getRegistrationDocument = endpoint({
  id: 'getRegistrationDocument',
  method: 'get',
  path: '/api/events/{id}/meetings/{meetingId}/sheet',
  summary:
    'The registration sheet of a meeting in Russian, with a line to sign for each who has a seat, and empty ones',
  params: IdParams.extend({ meetingId: Id }),
  query: z.object({ format: z.enum(SHEET_FORMATS) }),
  reply: FileReply,
})
