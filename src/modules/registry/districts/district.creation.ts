import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/db.ts'
import { createKeyring, type Keyring, newWrappedKey } from '../../../platform/secrets.ts'
import { VALUES } from '../classifiers/values.seed.ts'
import { headerKey } from '../text.ts'
import { OTHER_POSITIONS, PEDAGOGICAL_POSITIONS, POSITION_ALIASES } from './positions.seed.ts'

export type NewDistrict = {
  /** Latin letters, digits and dashes; unique. */
  readonly code: string
  readonly name: string
  readonly demo?: boolean
  readonly regionId?: number | null
  /** IANA name. */
  readonly timeZone?: string
}

/** What a module gives a new district (`Module.seedDistrict`). */
export type DistrictSeed = (tx: Tx) => Promise<void>

/**
 * Creates a district with a key of its own and everything districts start with; answers with its id, which is the
 * tenant. The transaction belongs to the new district afterwards. Faults: 23505 when the code is taken.
 */
export async function createDistrict(
  tx: Tx,
  district: NewDistrict,
  { master, seeds = [] }: { readonly master: Keyring; readonly seeds?: readonly DistrictSeed[] },
): Promise<number> {
  const { code, name, demo = false, regionId = null, timeZone = 'Europe/Moscow' } = district
  const { id } = await tx
    .insertInto('registry.district')
    .values({ code, name, demo, region_id: regionId, time_zone: timeZone, wrapped_key: Buffer.alloc(0) })
    .returning('id')
    .executeTakeFirstOrThrow()
  const wrapped = newWrappedKey(master, keyContext(id))
  await tx.updateTable('registry.district').set({ wrapped_key: wrapped }).where('id', '=', id).execute()
  await sql`select set_config('rost.tenant', ${String(id)}, true)`.execute(tx)
  await seedPositions(tx)
  await seedValues(tx)
  for (const seed of seeds) await seed(tx)
  return id
}

/** The key of the district's sealed values and hashes. */
export function openDistrictKey(
  master: Keyring,
  district: { readonly id: number; readonly wrappedKey: Buffer },
): Keyring {
  return createKeyring(master.open(district.wrappedKey, keyContext(district.id)), 'district')
}

/** Another key for a district, under another master. */
export function newDistrictKey(master: Keyring, id: number): { readonly wrapped: Buffer; readonly keyring: Keyring } {
  const wrapped = newWrappedKey(master, keyContext(id))
  return { wrapped, keyring: openDistrictKey(master, { id, wrappedKey: wrapped }) }
}

const keyContext = (id: number): string => `district/${id}`

async function seedValues(tx: Tx): Promise<void> {
  const rows = Object.entries(VALUES).flatMap(([kind, labels]) =>
    labels.map((label) => ({ kind, key: headerKey(label), label })),
  )
  await tx.insertInto('registry.classifier_value').values(rows).execute()
}

async function seedPositions(tx: Tx): Promise<void> {
  const rows = [
    ...PEDAGOGICAL_POSITIONS.map((name) => ({ key: headerKey(name), name, pedagogical: true })),
    ...OTHER_POSITIONS.map((name) => ({ key: headerKey(name), name, pedagogical: false })),
  ]
  const positions = await tx.insertInto('registry.position').values(rows).returning(['id', 'name']).execute()
  const ids = new Map(positions.map(({ id, name }) => [name, id]))
  const aliases = Object.entries(POSITION_ALIASES).flatMap(([alias, name]) => {
    const position = ids.get(name)
    return position === undefined ? [] : [{ key: headerKey(alias), position_id: position }]
  })
  await tx.insertInto('registry.position_alias').values(aliases).execute()
}
