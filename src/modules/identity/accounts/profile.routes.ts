import { Refusal } from '../../../platform/errors.ts'
import { command, type RequestContext, type Route } from '../../../platform/http/route.ts'
import { updateAccount } from './accounts.repo.ts'
import * as contract from './profile.contract.ts'

/** The account that asks. Endpoints that use it are bound as `signed-in`. */
export function ownAccount({ actor }: Pick<RequestContext, 'actor'>): number {
  if (actor.account === null) throw new Refusal('unauthenticated', 'sign_in_required')
  return actor.account
}

export const profileRoutes: readonly Route[] = [
  command(contract.changeMe, {
    may: 'signed-in',
    own: true,
    run: async (context, { body }) => {
      const id = ownAccount(context)
      context.note({ kind: 'account', id, details: { fields: Object.keys(body) } })
      const changed = await updateAccount(context.tx, id, context.expectedVersion, body)
      if (changed === undefined) throw new Refusal('version_conflict', 'version_conflict')
      return changed
    },
  }),
]
