import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { command, query, type RequestContext, type Route } from '../../../platform/http/route.ts'
import * as contract from './rule.contract.ts'
import { findInHouseRule, writeInHouseRule } from './rule.repo.ts'

export const inHouseRuleRoutes: readonly Route[] = [
  query(contract.getInHouseRule, {
    may: 'in_house.read',
    run: (context) => tell(context.db, context),
  }),
  command(contract.changeInHouseRule, {
    may: 'in_house.attest',
    over: async () => 'district',
    run: async (context, { body }) => {
      const { tx, tenant, note, expectedVersion } = context
      note({ kind: 'district', id: tenant ?? 0, details: { ...body } })
      if (!(await writeInHouseRule(tx, expectedVersion, body)))
        throw new Refusal('version_conflict', 'version_conflict')
      return await tell(tx, context)
    },
  }),
]

async function tell(db: ReadDb, { mayAlso }: Pick<RequestContext, 'mayAlso'>) {
  const can: 'change'[] = mayAlso('in_house.attest') ? ['change'] : []
  return { ...(await findInHouseRule(db)), can }
}
