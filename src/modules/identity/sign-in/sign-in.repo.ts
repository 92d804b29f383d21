import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import type { SignedIn } from './sign-in.contract.ts'

export type Candidate = SignedIn & {
  readonly passwordHash: string | null
  readonly disabled: boolean
  readonly knownDevice: boolean
  readonly knownNetwork: boolean
}

/** The account of an address or a login name, and whether the browser and the network are known to it, in one statement. */
export async function findCandidate(
  db: ReadDb,
  by: { key: string; deviceHash: Buffer; network: string },
): Promise<Candidate | undefined> {
  const row = await db
    .selectFrom('identity.account as a')
    .select((eb) => [
      'a.id',
      'a.name',
      'a.language',
      'a.password_hash as passwordHash',
      sql<boolean>`a.disabled_at is not null`.as('disabled'),
      eb
        .exists(
          eb
            .selectFrom('identity.known_device as d')
            .whereRef('d.account_id', '=', 'a.id')
            .where('d.token_hash', '=', by.deviceHash),
        )
        .as('knownDevice'),
      eb
        .exists(
          eb
            .selectFrom('identity.known_device as d')
            .whereRef('d.account_id', '=', 'a.id')
            .where('d.network', '=', by.network),
        )
        .as('knownNetwork'),
    ])
    .where((eb) => eb(by.key.includes('@') ? 'a.email_key' : 'a.login', '=', by.key))
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { language, knownDevice, knownNetwork, ...same } = row
  return {
    ...same,
    language: language as SignedIn['language'],
    knownDevice: knownDevice === true,
    knownNetwork: knownNetwork === true,
  }
}
