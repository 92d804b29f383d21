import { accessMatrix } from '../../../access-matrix.ts'
import { type Actor, reachOf } from '../../../platform/access/access.ts'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import { type CommandContext, command, query, type Route } from '../../../platform/http/route.ts'
import { tightenSessions } from '../../identity/index.ts'
import * as contract from './rules.contract.ts'
import { findAccountsHere, findRules, type StoredRules, saveRules } from './rules.repo.ts'

type Change = NonNullable<(typeof contract.changeSignInRules)['$in']>['body']

export const signInRuleRoutes: readonly Route[] = [
  query(contract.getSignInRules, {
    may: 'rules.read',
    over: async () => 'district',
    run: async ({ db, actor }) => tell(await findRules(db), actor),
  }),
  command(contract.changeSignInRules, {
    may: 'district.manage',
    over: async () => 'district',
    run: (context, { body }) => changeRules(context, body),
  }),
]

async function changeRules(context: CommandContext, change: Change): Promise<contract.SignInRules> {
  const { tx, tenant, actor, note, expectedVersion } = context
  const before = await findRules(tx)
  if (before.version !== expectedVersion) throw new Refusal('version_conflict', 'version_conflict')
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const after: StoredRules = { ...before, ...given }
  if (after.restMinutes > after.lifeHours * 60) throw invalidField('restMinutes', 'rests_longer_than_lives')
  note({ kind: 'district', id: tenant ?? 0, details: given })
  if (!(await saveRules(tx, expectedVersion, after))) throw new Refusal('version_conflict', 'version_conflict')
  await tightenSessions(tx, await findAccountsHere(tx), after)
  return tell(await findRules(tx), actor)
}

function tell(rules: StoredRules, actor: Actor): contract.SignInRules {
  const manages = reachOf(accessMatrix, actor, 'district.manage')?.district === true
  return { ...rules, can: manages ? ['change'] : [] }
}
