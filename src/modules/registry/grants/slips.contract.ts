import { z } from 'zod'
import { ROLE_ANCHOR, ROLES } from '../../../access-matrix.ts'
import { Day, endpoint, Id, IdParams, listOf, listQuery, manyOf } from '../../../platform/contract.ts'

/** As many people as one command gives accounts to. */
export const SLIPS_MOST = 5_000

/** Roles of people at their organisation; those over the district are given one by one. */
export const SLIP_ROLES = ROLES.filter((role) => ['person', 'organisation'].includes(ROLE_ANCHOR[role]))

/** `none`: no account; `waiting`: was given a slip and never came in; `has`: signs in, or was shut out. */
export const SLIP_STATES = ['none', 'waiting', 'has'] as const

const Who = z.enum(['pedagogues', 'all'])
const Organisation = z.object({ id: Id, code: z.string(), name: z.string() })

export const SlipPerson = z.object({
  personId: Id,
  name: z.string(),
  /** Of the main employment today. */
  organisation: Organisation,
  position: z.string(),
  state: z.enum(SLIP_STATES),
  account: z.object({ id: Id, signsInBy: z.string() }).nullable(),
})
export type SlipPerson = z.infer<typeof SlipPerson>

export const listSlipPeople = endpoint({
  id: 'listSlipPeople',
  method: 'get',
  path: '/api/slips/people',
  summary: 'People employed today, and whether they have accounts',
  query: listQuery(['organisation'], {
    q: z.string().trim().max(200).optional(),
    organisation: manyOf(Id),
    who: Who.default('pedagogues'),
    state: z.enum(SLIP_STATES).optional(),
  }),
  reply: z.object({
    ...listOf(SlipPerson).shape,
    /** Of all that are asked for, whatever their state. */
    counts: z.object({ none: z.int(), waiting: z.int(), has: z.int() }),
  }),
})

/** What one person is handed: printed once, the code is kept nowhere. */
export const Slip = z.object({
  accountId: Id,
  name: z.string(),
  organisation: Organisation.nullable(),
  login: z.string(),
  /** Four groups of four digits. */
  code: z.string(),
  /** The last day the code is good. */
  until: Day,
  /** Where it is typed. */
  address: z.string(),
})
export type Slip = z.infer<typeof Slip>

export const makeSlips = endpoint({
  id: 'makeSlips',
  method: 'post',
  path: '/api/slips',
  summary: 'Give accounts to people who have none, with one-time codes to be printed; shown this once',
  body: z.strictObject({
    /** All organisations when null. */
    organisationIds: z.array(Id).min(1).max(1_000).nullable().default(null),
    who: Who.default('pedagogues'),
    /** Of these only those named; all of them when null. */
    personIds: z.array(Id).min(1).max(SLIPS_MOST).nullable().default(null),
    role: z.enum(SLIP_ROLES).default('teacher'),
    /** New codes for those who never came in as well; their old slips are void. */
    renew: z.boolean().default(false),
  }),
  reply: z.object({
    /** By organisation and name. */
    slips: z.array(Slip),
    made: z.int(),
    renewed: z.int(),
    /** Had an account, and the role there as well. */
    skipped: z.int(),
    /** Had an account and were given the role at the organisation they work at now. */
    joined: z.int(),
  }),
})

export const makeAccountSlip = endpoint({
  id: 'makeAccountSlip',
  method: 'post',
  path: '/api/accounts/{id}/slip',
  summary: 'A slip with a new code for one account: whoever has it sets a new password',
  params: IdParams,
  reply: Slip,
})
