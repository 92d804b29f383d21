import { insertAccount, setPassword } from '../../src/modules/identity/accounts/accounts.repo.ts'
import { hashPassword } from '../../src/modules/identity/passwords/password.hash.ts'
import { hashSecret, newApiToken } from '../../src/modules/identity/secret.ts'
import { insertToken } from '../../src/modules/identity/tokens/tokens.repo.ts'
import { insertGrant } from '../../src/modules/registry/grants/grants.repo.ts'
import type { BenchHouse } from './house.ts'

/** A methodist of the district with an API token. */
export async function addMethodist(
  { services }: BenchHouse,
  tenant: number,
): Promise<{ readonly headers: Readonly<Record<string, string>>; readonly tokenHash: Buffer }> {
  const token = newApiToken()
  const tokenHash = hashSecret(token)
  const email = `${Date.now()}@bench.example`
  const account = await services.database.write(null, async (tx) => {
    const { id } = await insertAccount(tx, { email, name: email, language: null })
    await insertToken(tx, { tokenHash, account: id, name: 'bench', days: 1 })
    return id
  })
  await addGrant(services, tenant, account)
  return { headers: { authorization: `Bearer ${token}` }, tokenHash }
}

const SIGN_INS = 50

/** What methodists type to sign in. */
export async function addSignIns(
  { services }: BenchHouse,
  tenant: number,
): Promise<{ readonly email: string; readonly password: string }[]> {
  const password = 'a long sentence of the bench'
  const passwordHash = await hashPassword(password)
  const emails = Array.from({ length: SIGN_INS }, (_, n) => `${Date.now()}-${n}@bench.example`)
  for (const email of emails) {
    const account = await services.database.write(null, async (tx) => {
      const { id } = await insertAccount(tx, { email, name: email, language: null })
      await setPassword(tx, id, passwordHash)
      return id
    })
    await addGrant(services, tenant, account)
  }
  return emails.map((email) => ({ email, password }))
}

async function addGrant({ database }: BenchHouse['services'], tenant: number, account: number): Promise<void> {
  await database.write(tenant, (tx) =>
    insertGrant(tx, { account, role: 'methodist', organisation: null, person: null, fromOn: '2020-01-01', toOn: null }),
  )
}
