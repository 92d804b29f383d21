import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import { headerKey, tidy } from '../text.ts'
import { type Profile, USUAL } from './profile.ts'
import { ProfileSettings } from './profiles.contract.ts'

export type StoredProfile = Profile & { readonly id: number; readonly version: number; readonly changedAt: Date }

const columns = ['id', 'name', 'version', 'settings', 'changed_at as changedAt'] as const

type Row = { id: number; name: string; version: number; settings: unknown; changedAt: Date }

const stored = ({ settings, ...row }: Row): StoredProfile => ({ ...row, ...ProfileSettings.parse(settings) })

/** The profiles of the district by name; the built-in one is not among them. */
export async function findProfiles(db: ReadDb): Promise<StoredProfile[]> {
  return (await db.selectFrom('registry.profile').select(columns).orderBy('key').execute()).map(stored)
}

export async function findProfile(db: ReadDb, id: number): Promise<StoredProfile | undefined> {
  const row = await db.selectFrom('registry.profile').select(columns).where('id', '=', id).executeTakeFirst()
  return row && stored(row)
}

/** By its name without regard to case; the built-in one, too. */
export async function findProfileNamed(db: ReadDb, name: string): Promise<Profile | undefined> {
  const key = headerKey(name)
  if (key === USUAL.name) return USUAL
  const row = await db.selectFrom('registry.profile').select(columns).where('key', '=', key).executeTakeFirst()
  return row && stored(row)
}

/** Undefined where another profile has the name. */
export async function insertProfile(tx: Tx, name: string, settings: ProfileSettings): Promise<number | undefined> {
  const row = await tx
    .insertInto('registry.profile')
    .values({ name: tidy(name), key: headerKey(name), settings: JSON.stringify(settings) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Writes the profile where it still has the version that was seen. Tells whether it did. */
export async function updateProfile(
  tx: Tx,
  id: number,
  version: number,
  { name, settings }: { readonly name: string; readonly settings: ProfileSettings },
): Promise<boolean> {
  const row = await tx
    .updateTable('registry.profile')
    .set({ name: tidy(name), key: headerKey(name), settings: JSON.stringify(settings) })
    .set({ version: sql`version + 1`, changed_at: new Date() })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteProfile(tx: Tx, id: number, version: number): Promise<boolean> {
  const row = await tx
    .deleteFrom('registry.profile')
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Another profile has the name. */
export async function isNameTaken(db: ReadDb, name: string, except: number | undefined): Promise<boolean> {
  const key = headerKey(name)
  if (key === USUAL.name) return true
  const row = await db.selectFrom('registry.profile').select('id').where('key', '=', key).executeTakeFirst()
  return row !== undefined && row.id !== except
}
