import { z } from 'zod'
import { Day, endpoint, Id, IdParams } from '../../../platform/contract.ts'
import { Programme, VERDICTS } from './programmes.contract.ts'

const Reason = z.strictObject({ reason: z.string().trim().min(5).max(2000) })
const OfficialNumber = z.string().trim().min(1).max(60)

/** What follows in the life of a programme: each answers with the programme as it is then. */
const step = { method: 'post', params: IdParams, reply: Programme, versioned: true } as const

export const developProgramme = endpoint({
  ...step,
  id: 'developProgramme',
  path: '/api/programmes/{id}/development',
  summary: 'Begin to develop a programme somebody asked for',
})

export const declineProgramme = endpoint({
  ...step,
  id: 'declineProgramme',
  path: '/api/programmes/{id}/refusal',
  summary: 'Say that a programme will not be made, and why',
  body: Reason,
})

export const reviewProgramme = endpoint({
  ...step,
  id: 'reviewProgramme',
  path: '/api/programmes/{id}/review',
  summary: 'Ask people of the district for their opinion on a draft, by a day',
  body: z.strictObject({ reviewers: z.array(Id).min(1).max(10), dueOn: Day }),
})

export const judgeProgramme = endpoint({
  id: 'judgeProgramme',
  method: 'post',
  path: '/api/programme-reviews/{id}/verdict',
  summary: 'Recommend a programme or say what is to be changed: the reviewer, or who has it from them on paper',
  params: IdParams,
  body: z
    .strictObject({ verdict: z.enum(VERDICTS), remarks: z.string().trim().max(4000).default('') })
    .refine(({ verdict, remarks }) => verdict === 'recommended' || remarks !== '', {
      path: ['remarks'],
      message: 'remarks_missing',
    }),
  reply: Programme,
  versioned: true,
})

export const returnProgramme = endpoint({
  ...step,
  id: 'returnProgramme',
  path: '/api/programmes/{id}/return',
  summary: 'Take a programme back from the reviewers to be changed, and say what',
  body: Reason,
})

export const approveProgramme = endpoint({
  ...step,
  id: 'approveProgramme',
  path: '/api/programmes/{id}/approval',
  summary: 'Approve a programme all reviewers recommend, by an order',
  body: z.strictObject({ orderNumber: OfficialNumber, orderOn: Day }),
})

export const registerProgramme = endpoint({
  ...step,
  id: 'registerProgramme',
  path: '/api/programmes/{id}/registration',
  summary: 'Enter an approved programme in the register; the edition it renews leaves it',
  body: z.strictObject({ number: OfficialNumber, registeredOn: Day, validUntil: Day.nullable().default(null) }),
})

export const renewProgramme = endpoint({
  ...step,
  id: 'renewProgramme',
  path: '/api/programmes/{id}/renewal',
  summary: 'Begin the next edition of a programme in the register, for a reason; answers with the new draft',
  body: Reason,
})

export const retireProgramme = endpoint({
  ...step,
  id: 'retireProgramme',
  path: '/api/programmes/{id}/retirement',
  summary: 'Take a programme out of the register, for a reason',
  body: Reason,
})
