import { z } from 'zod'
import { ROLES } from '../../../access-matrix.ts'
import { endpoint } from '../../../platform/contract.ts'

const Seen = z.array(z.enum(ROLES))

export const RegisterEntry = z.object({
  /** The table of the database. */
  table: z.string(),
  module: z.string(),
  about: z.string(),
  purpose: z.string(),
  ground: z.string(),
  term: z.string(),
  /** What becomes of it when the person is erased, and why it stays where it does. */
  erasing: z.string(),
  /** Roles that see it of others within their reach; nobody does where there is none. */
  seen: Seen,
  fields: z.array(
    z.object({
      is: z.string(),
      column: z.string(),
      /** Where it is closed to some who see the rest. */
      seen: Seen.nullable(),
    }),
  ),
})
export type RegisterEntry = z.infer<typeof RegisterEntry>

export const getPersonalDataRegister = endpoint({
  id: 'getPersonalDataRegister',
  method: 'get',
  path: '/api/personal-data/register',
  summary: 'What data of people the product keeps: purpose, ground, term, and who sees it',
  reply: z.object({ items: z.array(RegisterEntry), total: z.int() }),
})
