import { command, query, type Route } from '../../../platform/http/route.ts'
import { ownAccount } from '../../identity/index.ts'
import { itself } from '../grants/accounts.scope.ts'
import * as contract from './looks.contract.ts'
import * as repo from './looks.repo.ts'
import * as service from './looks.service.ts'

export const lookRoutes: readonly Route[] = [
  command(contract.lookAs, {
    may: 'account.look',
    over: itself,
    run: (context, { params, body }) => service.lookAs(context, params.id, body.reason),
  }),
  command(contract.stopLooking, {
    may: 'signed-in',
    whileLooking: true,
    run: (context) => service.stopLooking(context),
  }),
  query(contract.listMyLooks, {
    may: 'signed-in',
    own: true,
    run: async (context) => {
      const items = await repo.findLooks(context.db, ownAccount(context))
      return { items, total: items.length }
    },
  }),
]
