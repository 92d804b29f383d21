import { z } from 'zod'
import { Day, endpoint, Id, IdParams, listOf, listQuery } from '../../../platform/contract.ts'
import { CONSENT_KINDS } from './kinds.contract.ts'

const Kind = z.enum(CONSENT_KINDS)

/** A text as it was published; another wording is another version. */
const Text = z.object({
  id: Id,
  kind: Kind,
  version: z.int(),
  title: z.string(),
  body: z.string(),
  publishedAt: z.iso.datetime(),
})
export type ConsentText = z.infer<typeof Text>

const NewText = z.strictObject({
  kind: Kind,
  title: z.string().trim().min(1).max(200),
  body: z.string().trim().min(50).max(20_000),
})

export const listConsentTexts = endpoint({
  id: 'listConsentTexts',
  method: 'get',
  path: '/api/consents',
  summary: 'Texts of consent of the district with all their versions, and how many gave and withdrew each',
  reply: listOf(Text.extend({ given: z.int(), withdrawn: z.int() })).extend({
    can: z.array(z.enum(['publish'])),
  }),
})

export const publishConsentText = endpoint({
  id: 'publishConsentText',
  method: 'post',
  path: '/api/consents',
  summary: 'Publish a text of consent, or another wording of it as its next version',
  body: NewText,
  reply: Text,
})

export const listConsents = endpoint({
  id: 'listConsents',
  method: 'get',
  path: '/api/consents/given',
  summary: 'Who gave a consent, which version, and who withdrew it; the look itself is noted',
  query: listQuery(['name'], { kind: Kind, state: z.enum(['given', 'withdrawn']).optional() }).omit({ sort: true }),
  reply: listOf(
    z.object({
      id: Id,
      person: z.object({ id: Id, name: z.string() }),
      version: z.int(),
      givenAt: z.iso.datetime(),
      /** The day on the paper; null: given in the own account. */
      signedOn: z.iso.date().nullable(),
      withdrawnAt: z.iso.datetime().nullable(),
    }),
  ),
})

const Mine = z.object({
  kind: Kind,
  /** The one in force; null where the district asks for none. */
  text: Text.nullable(),
  /** The consent that holds, of whichever version. */
  given: z
    .object({
      version: z.int(),
      at: z.iso.datetime(),
      signedOn: z.iso.date().nullable(),
      title: z.string(),
      body: z.string(),
    })
    .nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
})
export type MyConsent = z.infer<typeof Mine>

export const listMyConsents = endpoint({
  id: 'listMyConsents',
  method: 'get',
  path: '/api/me/consents',
  summary: 'What one is asked to agree to, what one agreed to, and what one withdrew',
  reply: listOf(Mine),
})

export const giveConsent = endpoint({
  id: 'giveConsent',
  method: 'post',
  path: '/api/me/consents',
  summary: 'Agree to a text, by its id: it has to be the one in force',
  body: z.strictObject({ textId: Id }),
  reply: Mine,
})

export const withdrawConsent = endpoint({
  id: 'withdrawConsent',
  method: 'post',
  path: '/api/me/consents/withdraw',
  summary: 'Withdraw a consent; nothing is asked',
  body: z.strictObject({ kind: Kind }),
  reply: Mine,
})

export const listPersonConsents = endpoint({
  id: 'listPersonConsents',
  method: 'get',
  path: '/api/people/{id}/consents',
  summary: 'What a person agreed to',
  params: IdParams,
  reply: listOf(Mine),
})

export const enterConsent = endpoint({
  id: 'enterConsent',
  method: 'post',
  path: '/api/people/{id}/consents',
  summary: 'Enter a consent that a person gave on paper',
  params: IdParams,
  body: z.strictObject({ textId: Id, signedOn: Day }),
  reply: Mine,
})

export const enterWithdrawal = endpoint({
  id: 'enterWithdrawal',
  method: 'post',
  path: '/api/people/{id}/consents/{kind}/withdraw',
  summary: 'Enter a withdrawal that came on paper',
  params: IdParams.extend({ kind: Kind }),
  reply: Mine,
})
