import { command, query, type Route } from '../../../platform/http/route.ts'
import { hasGrantHere } from './grants.repo.ts'
import * as contract from './slips.contract.ts'
import { findSlipPeople } from './slips.repo.ts'
import * as service from './slips.service.ts'

const may = 'account.manage'

/**
 * For administrators alone, though heads know their teachers better: whoever holds a code can come in before its owner and
 * would see what only the owner may, results of diagnostics above all.
 */
export const slipRoutes: readonly Route[] = [
  query(contract.listSlipPeople, {
    may,
    over: async () => 'district',
    run: ({ db, today }, { query }) => findSlipPeople(db, today, query),
  }),
  command(contract.makeSlips, {
    may,
    over: async () => 'district',
    secret: true,
    run: (context, { body }) => service.makeSlips(context, body),
  }),
  command(contract.makeAccountSlip, {
    may,
    over: async ({ db }, { params }) => ((await hasGrantHere(db, params.id)) ? 'district' : undefined),
    secret: true,
    run: (context, { params }) => {
      context.note({ kind: 'account', id: params.id })
      return service.makeAccountSlip(context, params.id)
    },
  }),
]
