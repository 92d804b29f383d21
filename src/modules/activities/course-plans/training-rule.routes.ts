import type { ReadDb } from '../../../platform/db/db.ts'
import { Refusal } from '../../../platform/errors.ts'
import { command, query, type RequestContext, type Route } from '../../../platform/http/route.ts'
import * as contract from './training-rule.contract.ts'
import { findTrainingRule, writeTrainingRule } from './training-rule.repo.ts'

export const trainingRuleRoutes: readonly Route[] = [
  query(contract.getTrainingRule, {
    may: 'course_plan.sums',
    run: (context) => tell(context.db, context),
  }),
  command(contract.changeTrainingRule, {
    may: 'course_plan.rule',
    over: async () => 'district',
    run: async (context, { body }) => {
      const { tx, tenant, note, expectedVersion } = context
      note({ kind: 'district', id: tenant ?? 0, details: { ...body } })
      if (!(await writeTrainingRule(tx, expectedVersion, body)))
        throw new Refusal('version_conflict', 'version_conflict')
      return await tell(tx, context)
    },
  }),
]

async function tell(db: ReadDb, { mayAlso }: Pick<RequestContext, 'mayAlso'>) {
  const can: 'change'[] = mayAlso('course_plan.rule') ? ['change'] : []
  return { ...(await findTrainingRule(db)), can }
}
