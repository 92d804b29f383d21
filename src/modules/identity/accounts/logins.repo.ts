import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/db.ts'
import { freeLogins, loginBase } from './login.ts'

type Names = { readonly surname: string; readonly givenName: string; readonly patronymic: string | null }

/**
 * Makes an account without an address for each of these people, in their order, with a login name of their names; a few
 * statements for thousands. Whoever else makes login names waits until the transaction ends.
 */
export async function insertNamedAccounts(
  tx: Tx,
  people: readonly Names[],
): Promise<{ id: number; login: string; name: string }[]> {
  await sql`select pg_advisory_xact_lock(hashtext('identity.account.login'))`.execute(tx)
  const bases = people.map(loginBase)
  const logins = freeLogins(bases, await findTaken(tx, bases))
  const accounts = people.map((person, at) => ({ login: logins[at] ?? '', name: nameOf(person) }))
  const { rows } = await sql<{ id: number; login: string; name: string }>`
    insert into identity.account (login, name)
    select login, name from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb) as given (login text, name text)
    returning id, login, name`.execute(tx)
  const byLogin = new Map(rows.map((row) => [row.login, row]))
  return logins.flatMap((login) => byLogin.get(login) ?? [])
}

async function findTaken(tx: Tx, bases: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ login: string }>`
    select login from identity.account where rtrim(login, '0123456789') = any (${[...new Set(bases)]}::text[])`.execute(
    tx,
  )
  return new Set(rows.map(({ login }) => login))
}

const nameOf = ({ surname, givenName, patronymic }: Names): string =>
  [surname, givenName, patronymic].filter(Boolean).join(' ').slice(0, 200)
