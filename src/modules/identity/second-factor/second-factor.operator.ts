import { Refusal } from '../../../platform/errors.ts'
import { appendJournal } from '../../../platform/journal/journal.ts'
import type { Services } from '../../../platform/services.ts'
import { findAccount } from '../accounts/accounts.repo.ts'
import { sendLetter } from '../accounts/letters.jobs.ts'
import { signInKey } from '../accounts/login.ts'
import { deleteSecondFactor } from './second-factor.repo.ts'

const OPERATOR = { kind: 'operator', account: null, tenant: null, grants: [] } as const

/** Takes the second factor away at the command line, by address or login name. Refuses where there is none. */
export async function resetByOperator(services: Services, typed: string): Promise<void> {
  await services.database.write(null, async (tx) => {
    const account = await findAccount(tx, { key: signInKey(typed) })
    if (account === undefined) throw new Refusal('not_found', 'account_unknown')
    if (!(await deleteSecondFactor(tx, account.id))) throw new Refusal('conflict', 'second_factor_missing')
    await services.jobs.enqueue(tx, sendLetter, { account: account.id, letter: 'second_factor_reset' })
    const objects = [{ kind: 'account', id: account.id }]
    await appendJournal(tx, { actor: OPERATOR, requestId: null, action: 'user reset-second-factor', objects })
  })
}
