import type { Scope } from '../../../platform/access/access.ts'
import { command, query, type Route } from '../../../platform/http/route.ts'
import * as contract from './accounts.contract.ts'
import { findAccounts, getAccountHere } from './accounts.repo.ts'
import { itself } from './accounts.scope.ts'
import * as service from './accounts.service.ts'
import { meRoutes } from './me.routes.ts'
import { slipRoutes } from './slips.routes.ts'

const may = 'account.manage'

const whole = async (): Promise<Scope> => 'district'

export const grantRoutes: readonly Route[] = [
  ...meRoutes,
  ...slipRoutes,
  query(contract.listAccounts, { may, over: whole, run: ({ db }, { query }) => findAccounts(db, query) }),
  query(contract.getAccount, {
    may,
    over: itself,
    run: ({ db }, { params }) => getAccountHere(db, params.id),
  }),
  command(contract.createAccount, { may, over: whole, run: (context, { body }) => service.addAccount(context, body) }),
  command(contract.changeAccount, {
    may,
    over: itself,
    run: (context, { params, body }) => {
      context.note({ kind: 'account', id: params.id, details: { fields: Object.keys(body) } })
      return service.changeAccount(context, params.id, body)
    },
  }),
  command(contract.makeAccountLink, {
    may,
    over: itself,
    secret: true,
    run: (context, { params }) => {
      context.note({ kind: 'account', id: params.id })
      return service.makeLink(context, params.id)
    },
  }),
  command(contract.resetSecondFactor, {
    may,
    over: itself,
    run: (context, { params }) => {
      context.note({ kind: 'account', id: params.id })
      return service.resetSecondFactor(context, params.id)
    },
  }),
  command(contract.disableAccount, {
    may,
    over: itself,
    run: (context, { params }) => {
      context.note({ kind: 'account', id: params.id })
      return service.disableAccount(context, params.id)
    },
  }),
  command(contract.enableAccount, {
    may,
    over: itself,
    run: (context, { params }) => {
      context.note({ kind: 'account', id: params.id })
      return service.enableAccount(context, params.id)
    },
  }),
  command(contract.addGrant, {
    may,
    over: itself,
    run: (context, { params, body }) => service.addGrant(context, params.id, body),
  }),
  command(contract.endGrant, {
    may,
    over: itself,
    run: (context, { params }) => {
      context.note({ kind: 'grant', id: params.grantId, details: { account: params.id } })
      return service.endGrant(context, params.id, params.grantId)
    },
  }),
]
