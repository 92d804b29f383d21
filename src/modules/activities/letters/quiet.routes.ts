import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { command, query, type RequestContext, type Route } from '../../../platform/http/route.ts'
import { ownAccount } from '../../identity/index.ts'
import * as contract from './quiet.contract.ts'
import * as repo from './quiet.repo.ts'

export const quietRoutes: readonly Route[] = [
  query(contract.getQuietHours, {
    may: 'event.read',
    run: async (context) => await tell(context.db, context),
  }),
  command(contract.changeQuietHours, {
    may: 'district.manage',
    over: async () => 'district',
    run: async (context, { body }) => {
      const { tx, tenant, note, expectedVersion } = context
      note({ kind: 'district', id: tenant ?? 0, details: { ...body } })
      if (!(await repo.writeQuiet(tx, expectedVersion, body))) throw new Refusal('version_conflict', 'version_conflict')
      return await tell(tx, context)
    },
  }),
  query(contract.getMyLetters, {
    may: 'enrolment.own',
    run: async (context) => await tellMine(context.db, ownAccount(context)),
  }),
  command(contract.changeMyLetters, {
    may: 'enrolment.own',
    own: true,
    run: async (context, { body }) => {
      const account = ownAccount(context)
      context.note({ kind: 'account', id: account })
      await repo.writeMyLetters(context.tx, account, body)
      return await tellMine(context.tx, account)
    },
  }),
]

async function tell(db: ReadDb, { reachAlso }: Pick<RequestContext, 'reachAlso'>) {
  const { quiet, version } = await repo.findQuiet(db)
  const can: 'change'[] = reachAlso('district.manage')?.district ? ['change'] : []
  return { ...quiet, version, can }
}

async function tellMine(db: ReadDb, account: number) {
  return { ...(await repo.findMyLetters(db, account)), district: (await repo.findQuiet(db)).quiet }
}
