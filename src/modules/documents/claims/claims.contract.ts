import { z } from 'zod'
import { Day, endpoint, Id, IdParams, listOf, listQuery, Nothing } from '../../../platform/contract.ts'
import { PaperPlace, PaperTitle } from '../papers/kinds.contract.ts'
import { Batch } from '../register/documents.contract.ts'

/**
 * `asked` waits for the organisation or the centre; `confirmed` waits for its certificate; `revoked`: the certificate it had
 * was revoked.
 */
export const CLAIM_STATES = ['asked', 'returned', 'confirmed', 'certified', 'revoked'] as const
export type ClaimState = (typeof CLAIM_STATES)[number]

export const CLAIMS_AT_ONCE = 200

const State = z.enum(CLAIM_STATES)

/** What was done, when and where: no more is asked. */
const Body = z.strictObject({ title: PaperTitle, doneOn: Day, place: PaperPlace })

const claim = {
  id: Id,
  version: z.int(),
  state: State,
  title: z.string(),
  doneOn: z.iso.date(),
  place: z.string(),
  /** Why it was sent back. */
  word: z.string().nullable(),
  madeAt: z.iso.datetime(),
  /** Whether it was on record before they said it. */
  isOnRecord: z.boolean(),
  document: z.object({ id: Id, number: z.string() }).nullable(),
}

const MyClaim = z.object({ ...claim, can: z.array(z.enum(['change', 'remove'])) })
export type MyClaim = z.infer<typeof MyClaim>

export const listMyClaims = endpoint({
  id: 'listMyClaims',
  method: 'get',
  path: '/api/my/claims',
  summary: 'What one has claimed, the latest first, and what became of it',
  query: listQuery(['made'], {}).omit({ sort: true }),
  reply: listOf(MyClaim),
})

const Work = z.object({ id: Id, title: z.string(), doneOn: z.iso.date(), place: z.string() })
export type Work = z.infer<typeof Work>

export const listMyWork = endpoint({
  id: 'listMyWork',
  method: 'get',
  path: '/api/my/claims/work',
  summary: 'What one did within a year that is on record and not claimed yet, the latest first, twenty at most',
  reply: listOf(Work),
})

export const makeClaim = endpoint({
  id: 'makeClaim',
  method: 'post',
  path: '/api/my/claims',
  summary: 'Say what one did beyond the lessons; one’s organisation confirms it, the centre where there is none',
  body: Body,
  reply: MyClaim,
})

export const claimWork = endpoint({
  id: 'claimWork',
  method: 'post',
  path: '/api/my/claims/work',
  summary: 'Claim what is on record already: an event at which one spoke',
  body: z.strictObject({ id: Id }),
  reply: MyClaim,
})

export const changeClaim = endpoint({
  id: 'changeClaim',
  method: 'put',
  path: '/api/my/claims/{id}',
  summary: 'Say it better, as long as nobody has confirmed it; one that was sent back asks again',
  params: IdParams,
  body: Body,
  reply: MyClaim,
  versioned: true,
})

export const removeClaim = endpoint({
  id: 'removeClaim',
  method: 'delete',
  path: '/api/my/claims/{id}',
  summary: 'Take a claim back for which no certificate was given',
  params: IdParams,
  reply: Nothing,
  versioned: true,
})

const Claim = z.object({
  ...claim,
  person: z.object({ id: Id, name: z.string() }),
  /** Null: the centre confirms it. */
  organisation: z.object({ id: Id, name: z.string() }).nullable(),
  can: z.array(z.enum(['confirm', 'return', 'certify'])),
})
export type Claim = z.infer<typeof Claim>

export const listClaims = endpoint({
  id: 'listClaims',
  method: 'get',
  path: '/api/claims',
  summary: 'What people within one’s reach have claimed, those who wait longest first',
  query: listQuery(['made', 'done', 'name'], {
    state: State.optional(),
    /** A part of the name or of what was done. */
    q: z.string().trim().max(200).optional(),
  }),
  reply: listOf(Claim).extend({ can: z.array(z.enum(['certify'])) }),
})

/** As they were read: what was changed meanwhile is left as it is. */
const Read = z
  .array(z.strictObject({ id: Id, version: z.int() }))
  .min(1)
  .max(CLAIMS_AT_ONCE)

const Word = z.string().trim().max(500)

export const decideClaims = endpoint({
  id: 'decideClaims',
  method: 'post',
  path: '/api/claims/decisions',
  summary: 'Confirm that it was so, or send back with a word; what was changed or decided meanwhile is left as it is',
  body: z.strictObject({ claims: Read, outcome: z.enum(['confirm', 'return']), word: Word.default('') }),
  reply: z.object({ decided: z.int(), left: z.int() }),
})

export const certifyClaims = endpoint({
  id: 'certifyClaims',
  method: 'post',
  path: '/api/claims/certificates',
  summary: 'Give a certificate for each of these claims; for one nobody has confirmed this does',
  body: z.strictObject({ claims: Read, seriesId: Id, signatoryId: Id, issuedOn: Day }),
  reply: Batch,
})
