import { z } from 'zod'
import { endpoint } from '../../../platform/contract.ts'
import { PAPER_KINDS } from '../papers/kinds.contract.ts'

const Checked = z.object({
  kind: z.enum(PAPER_KINDS),
  number: z.string(),
  issuedOn: z.iso.date(),
  state: z.enum(['issued', 'replaced', 'revoked']),
  /** Since when it is good no more; null: it is. */
  endedOn: z.iso.date().nullable(),
  issuer: z.string(),
})
export type Checked = z.infer<typeof Checked>

export const checkDocument = endpoint({
  id: 'checkDocument',
  method: 'get',
  path: '/api/document-checks/{code}',
  summary: 'Whether a document is good, for anybody who holds the paper; names nobody',
  params: z.object({ code: z.string().max(64) }),
  reply: Checked,
})
