import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { District } from './district.contract.ts'

export type DistrictRow = Pick<District, 'version' | 'code' | 'name' | 'timeZone' | 'own'> & { readonly id: number }

const mine = sql<number>`platform.tenant()`

/** The district of the connection. */
export async function findDistrictRow(db: ReadDb): Promise<DistrictRow | undefined> {
  const row = await db
    .selectFrom('registry.district')
    .select(['id', 'version', 'code', 'name', 'time_zone as timeZone', 'dictionary'])
    .where('id', '=', mine)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { dictionary, ...same } = row
  return { ...same, own: dictionary as District['own'] }
}

/** False when the version is another one by now. */
export async function updateWords(tx: Tx, version: number, own: District['own']): Promise<boolean> {
  const done = await tx
    .updateTable('registry.district')
    .set({ dictionary: JSON.stringify(own), version: version + 1 })
    .where('id', '=', mine)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
