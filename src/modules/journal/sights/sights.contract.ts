import { z } from 'zod'
import { endpoint, Id, listOf, listQuery } from '../../../platform/contract.ts'

/** Somebody looked at one’s data. */
export const Sight = z.object({
  id: Id,
  at: z.iso.datetime(),
  /** Null: not an account, or one that is no more. */
  who: z.string().nullable(),
  /** With whose eyes, where they looked as somebody else. */
  asWhom: z.string().nullable(),
  action: z.string(),
  /** What was closed and was opened: `snils`, `diagnostics`. */
  island: z.string().nullable(),
  purpose: z.string().nullable(),
  /** In their own words. */
  reason: z.string().nullable(),
  /** How many people were shown along with oneself, oneself included. */
  people: z.int(),
})
export type Sight = z.infer<typeof Sight>

export const listMySights = endpoint({
  id: 'listMySights',
  method: 'get',
  path: '/api/me/sights',
  summary: 'Who opened, listed or took away one’s own data, when and what for; the newest first, three years back',
  query: listQuery(['at'], {}).omit({ sort: true }),
  reply: listOf(Sight),
})
