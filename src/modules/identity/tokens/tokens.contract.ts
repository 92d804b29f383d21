import { z } from 'zod'
import { endpoint, Id, IdParams, listOf, Nothing } from '../../../platform/contract.ts'

const Name = z.string().trim().min(1).max(100)
/** Names of permissions; those the owner does not hold are refused. */
const Permissions = z.array(z.string().min(1).max(60)).min(1).max(200)
export const TokenDays = z.int().min(1).max(366)

export const ApiToken = z.object({
  id: Id,
  name: Name,
  /** What it may at most, of what its owner may; null: all of that. */
  permissions: z.array(z.string()).nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
})
export type ApiToken = z.infer<typeof ApiToken>

export const listMyTokens = endpoint({
  id: 'listMyTokens',
  method: 'get',
  path: '/api/me/tokens',
  summary: 'One’s API tokens that are good',
  reply: listOf(ApiToken),
})

export const createMyToken = endpoint({
  id: 'createMyToken',
  method: 'post',
  path: '/api/me/tokens',
  summary: 'Make an API token; it is shown this once',
  body: z.strictObject({ name: Name, days: TokenDays.default(30), permissions: Permissions.nullable().default(null) }),
  reply: z.object({ ...ApiToken.shape, token: z.string() }),
})

export const revokeMyToken = endpoint({
  id: 'revokeMyToken',
  method: 'delete',
  path: '/api/me/tokens/{id}',
  summary: 'Make an API token worthless',
  params: IdParams,
  reply: Nothing,
})
