import type { ReadDb } from '../../../platform/db/db.ts'
import type { Keyring } from '../../../platform/secrets.ts'
import { openDistrictKey } from './district.creation.ts'

/** Opened keys by master and district: a district's key never changes, only how it is wrapped. */
const opened = new WeakMap<Keyring, Map<number, Keyring>>()

/** The keyring of a district, opened at its first use. */
export async function findDistrictKey(db: ReadDb, master: Keyring, tenant: number): Promise<Keyring> {
  const known = opened.get(master) ?? new Map<number, Keyring>()
  opened.set(master, known)
  const there = known.get(tenant)
  if (there !== undefined) return there
  const { wrappedKey } = await db
    .selectFrom('registry.district')
    .select('wrapped_key as wrappedKey')
    .where('id', '=', tenant)
    .executeTakeFirstOrThrow()
  const key = openDistrictKey(master, { id: tenant, wrappedKey })
  known.set(tenant, key)
  return key
}
