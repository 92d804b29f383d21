import { accessMatrix } from '../../../access-matrix.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, query, type Route } from '../../../platform/http/route.ts'
import { ownAccount } from '../accounts/profile.routes.ts'
import { hashSecret, newApiToken } from '../secret.ts'
import * as contract from './tokens.contract.ts'
import * as repo from './tokens.repo.ts'

export const tokenRoutes: readonly Route[] = [
  query(contract.listMyTokens, {
    may: 'signed-in',
    own: true,
    run: async (context) => {
      const items = await repo.findTokens(context.db, ownAccount(context))
      return { items, total: items.length }
    },
  }),
  command(contract.createMyToken, {
    may: 'signed-in',
    own: true,
    secret: true,
    run: async (context, { body }) => {
      const token = newApiToken()
      const account = ownAccount(context)
      // More than its owner has it could never use, but would look as if it could.
      if (body.permissions?.some((name) => !holds(context, name))) throw invalidField('permissions', 'not_held')
      const created = await repo.insertToken(context.tx, { tokenHash: hashSecret(token), account, ...body })
      context.note({ kind: 'api_token', id: created.id })
      return { ...created, token }
    },
  }),
  command(contract.revokeMyToken, {
    may: 'signed-in',
    own: true,
    run: async (context, { params }) => {
      context.note({ kind: 'api_token', id: params.id })
      if (!(await repo.revokeToken(context.tx, ownAccount(context), params.id)))
        throw new Refusal('not_found', 'not_found')
      return undefined
    },
  }),
]

const holds = (context: CommandContext, permission: string): boolean =>
  Object.hasOwn(accessMatrix, permission) && context.mayAlso(permission)
