import { z } from 'zod'
import { Day, endpoint, FileReply } from '../../../platform/contract.ts'
import { LifeFact } from '../../population/life/life.contract.ts'

/** What one may apply for: first category, highest, педагог-методист, педагог-наставник. */
export const AIMS = ['first', 'highest', 'methodist', 'mentor'] as const
export const Aim = z.enum(AIMS)
export type Aim = z.infer<typeof Aim>

const Wanted = z.object({
  /** What comes next after one's category, unless said. */
  aim: Aim.optional(),
})

export const Folder = z.object({
  aim: Aim,
  category: z.object({ label: z.string(), on: Day.nullable(), endsOn: Day.nullable() }).nullable(),
  /** Facts are gathered from this day on. */
  since: Day,
  parts: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      hint: z.string(),
      /** False where others have to say it. */
      fromFacts: z.boolean(),
      facts: z.array(LifeFact),
    }),
  ),
})
export type Folder = z.infer<typeof Folder>

export const getAttestationFolder = endpoint({
  id: 'getAttestationFolder',
  method: 'get',
  path: '/api/my/attestation',
  summary: 'What is on record of oneself, as a commission of attestation looks at it; nothing has to be filled in',
  query: Wanted,
  reply: Folder,
})

export const getAttestationDocument = endpoint({
  id: 'getAttestationDocument',
  method: 'get',
  path: '/api/my/attestation/document',
  summary: 'The same as a document of Word',
  query: Wanted,
  reply: FileReply,
})
