import { z } from 'zod'
import { ROLE_ANCHOR, ROLES } from '../../../access-matrix.ts'
import { Day, endpoint, Id, IdParams, listOf, listQuery, manyOf, Nothing } from '../../../platform/contract.ts'
import { AccountLanguage, AccountName, Email } from '../../identity/accounts/profile.contract.ts'

/** Roles over a region are given by the operator alone. */
const GrantableRole = z.enum(ROLES.filter((role) => ROLE_ANCHOR[role] !== 'region'))

export const Grant = z.object({
  id: Id,
  role: z.string(),
  /** What the role is held over, or who employs its holder. */
  organisation: z.object({ id: Id, code: z.string(), name: z.string() }).nullable(),
  /** The person of the district the account is, where that is known. */
  personId: Id.nullable(),
  fromOn: Day,
  /** The last day, inclusive. */
  toOn: Day.nullable(),
  /** Taken away before its last day. */
  endedAt: z.iso.datetime().nullable(),
  /** False too while the person is not employed at the organisation. */
  inForce: z.boolean(),
})
export type Grant = z.infer<typeof Grant>

export const NewGrant = z.strictObject({
  role: GrantableRole,
  organisationId: Id.nullable().default(null),
  personId: Id.nullable().default(null),
  /** Today when left out. */
  fromOn: Day.optional(),
  toOn: Day.nullable().default(null),
})
export type NewGrant = z.infer<typeof NewGrant>

export const Account = z.object({
  id: Id,
  version: z.int(),
  email: z.string().nullable(),
  /** What it signs in by without an address. */
  login: z.string().nullable(),
  name: z.string(),
  language: AccountLanguage.nullable(),
  disabled: z.boolean(),
  /** Whether somebody did it, or nobody used the account for long. */
  disabledAs: z.enum(['hand', 'unused']).nullable(),
  /** A code is asked for when it signs in. */
  secondFactor: z.boolean(),
  /** Was given a slip and never came in. */
  waiting: z.boolean(),
  createdAt: z.iso.datetime(),
  /** Those of this district only. */
  grants: z.array(Grant),
  /** An account that also works elsewhere is touched by the operator alone. */
  can: z.array(z.enum(['grant', 'change', 'link', 'slip', 'disable', 'enable', 'resetSecondFactor', 'look'])),
})
export type Account = z.infer<typeof Account>

export const listAccounts = endpoint({
  id: 'listAccounts',
  method: 'get',
  path: '/api/accounts',
  summary: 'Accounts with a grant in the district',
  query: listQuery(['name', 'email'], {
    q: z.string().trim().max(200).optional(),
    role: manyOf(z.enum(ROLES)),
    organisationId: Id.optional(),
    state: z.enum(['active', 'waiting', 'unused', 'disabled']).optional(),
  }),
  reply: listOf(Account),
})

export const getAccount = endpoint({
  id: 'getAccount',
  method: 'get',
  path: '/api/accounts/{id}',
  summary: 'One account with its grants in the district',
  params: IdParams,
  reply: Account,
  versioned: true,
})

export const createAccount = endpoint({
  id: 'createAccount',
  method: 'post',
  path: '/api/accounts',
  summary: 'Add an account with its first grants',
  body: z.strictObject({
    email: Email,
    name: AccountName,
    language: AccountLanguage.nullable().default(null),
    grants: z.array(NewGrant).min(1).max(20),
  }),
  reply: Account,
})

export const changeAccount = endpoint({
  id: 'changeAccount',
  method: 'patch',
  path: '/api/accounts/{id}',
  summary: 'Change address, name or language of an account that works in this district alone',
  params: IdParams,
  body: z.strictObject({ email: Email, name: AccountName, language: AccountLanguage.nullable() }).partial(),
  reply: Account,
  versioned: true,
})

export const makeAccountLink = endpoint({
  id: 'makeAccountLink',
  method: 'post',
  path: '/api/accounts/{id}/link',
  summary: 'A one-time sign-in link to hand over, good for seven days',
  params: IdParams,
  reply: z.object({ link: z.url() }),
})

export const resetSecondFactor = endpoint({
  id: 'resetSecondFactor',
  method: 'post',
  path: '/api/accounts/{id}/reset-second-factor',
  summary: 'Take away the second factor of somebody who lost it; they are told of it',
  params: IdParams,
  reply: Nothing,
})

export const disableAccount = endpoint({
  id: 'disableAccount',
  method: 'post',
  path: '/api/accounts/{id}/disable',
  summary: 'Shut an account out at once: its sessions end, its tokens and links are void',
  params: IdParams,
  reply: Nothing,
})

export const enableAccount = endpoint({
  id: 'enableAccount',
  method: 'post',
  path: '/api/accounts/{id}/enable',
  summary: 'Let a disabled account sign in again',
  params: IdParams,
  reply: Nothing,
})

export const addGrant = endpoint({
  id: 'addGrant',
  method: 'post',
  path: '/api/accounts/{id}/grants',
  summary: 'Give an account one more role in the district',
  params: IdParams,
  body: NewGrant,
  reply: Grant,
})

export const endGrant = endpoint({
  id: 'endGrant',
  method: 'delete',
  path: '/api/accounts/{id}/grants/{grantId}',
  summary: 'Take a role away at once',
  params: z.object({ id: Id, grantId: Id }),
  reply: Nothing,
})
