import { Refusal } from '../../../platform/errors.ts'
import { appendJournal } from '../../../platform/journal/journal.ts'
import type { Services } from '../../../platform/services.ts'
import { findAccount } from '../accounts/accounts.repo.ts'
import { hashSecret, newApiToken } from '../secret.ts'
import { TokenDays } from './tokens.contract.ts'
import { insertToken } from './tokens.repo.ts'

const OPERATOR = { kind: 'operator', account: null, tenant: null, grants: [] } as const

/** An API token for an account, made at the command line. Refuses unknown addresses and more than 366 days. */
export async function createToken(
  services: Services,
  { email, days }: { email: string; days: number },
): Promise<{ token: string }> {
  if (!TokenDays.safeParse(days).success) throw new Refusal('invalid', 'token_days')
  return await services.database.write(null, async (tx) => {
    const account = await findAccount(tx, { email })
    if (account === undefined || account.disabled) throw new Refusal('not_found', 'account_unknown')
    const token = newApiToken()
    const { id } = await insertToken(tx, {
      tokenHash: hashSecret(token),
      account: account.id,
      name: 'command line',
      days,
    })
    await appendJournal(tx, {
      actor: OPERATOR,
      requestId: null,
      action: 'token create',
      objects: [{ kind: 'api_token', id }],
    })
    return { token }
  })
}
