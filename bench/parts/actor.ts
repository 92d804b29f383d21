import { sql } from 'kysely'
import { insertAccount, setPassword } from '../../src/modules/identity/accounts/accounts.repo.ts'
import { hashPassword } from '../../src/modules/identity/passwords/password.hash.ts'
import { hashSecret, newApiToken } from '../../src/modules/identity/secret.ts'
import { insertToken } from '../../src/modules/identity/tokens/tokens.repo.ts'
import { insertGrant } from '../../src/modules/registry/grants/grants.repo.ts'
import type { BenchHouse } from './house.ts'

type Actor = { readonly headers: Readonly<Record<string, string>>; readonly tokenHash: Buffer }

/** A methodist of the district with an API token. */
export async function addMethodist({ services }: BenchHouse, tenant: number): Promise<Actor> {
  const { account, ...actor } = await addToken(services)
  await addGrant(services, tenant, { account, role: 'methodist', person: null })
  return actor
}

/** One of its teachers. */
export async function addTeacher({ services }: BenchHouse, tenant: number): Promise<Actor> {
  const { account, ...actor } = await addToken(services)
  const { rows } = await services.database.write(tenant, (tx) =>
    sql<{ person: number }>`select min(person_id) as person from registry.person_span where pedagogue`.execute(tx),
  )
  await addGrant(services, tenant, { account, role: 'teacher', person: rows[0]?.person ?? null })
  return actor
}

async function addToken(services: BenchHouse['services']): Promise<Actor & { readonly account: number }> {
  const token = newApiToken()
  const tokenHash = hashSecret(token)
  const email = `${Date.now()}@bench.example`
  const account = await services.database.write(null, async (tx) => {
    const { id } = await insertAccount(tx, { email, name: email, language: null })
    await insertToken(tx, { tokenHash, account: id, name: 'bench', days: 1 })
    return id
  })
  return { account, headers: { authorization: `Bearer ${token}` }, tokenHash }
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
    await addGrant(services, tenant, { account, role: 'methodist', person: null })
  }
  return emails.map((email) => ({ email, password }))
}

type Given = { readonly account: number; readonly role: 'methodist' | 'teacher'; readonly person: number | null }

async function addGrant({ database }: BenchHouse['services'], tenant: number, given: Given): Promise<void> {
  await database.write(tenant, (tx) =>
    insertGrant(tx, { ...given, organisation: null, fromOn: '2020-01-01', toOn: null }),
  )
}
