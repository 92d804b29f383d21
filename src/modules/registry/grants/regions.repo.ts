import type { Tx } from '../../../platform/db/db.ts'

/** The region of that code, made when there is none. */
export async function findOrMakeRegion(tx: Tx, region: { code: string; name: string }): Promise<number> {
  const known = await tx.selectFrom('registry.region').select('id').where('code', '=', region.code).executeTakeFirst()
  if (known !== undefined) return known.id
  return (await tx.insertInto('registry.region').values(region).returning('id').executeTakeFirstOrThrow()).id
}

/** The region of a district; one of its own is made for a district that has none yet. */
export async function joinRegion(tx: Tx, district: { id: number; code: string }): Promise<number> {
  const row = await tx
    .selectFrom('registry.district')
    .select(['region_id', 'name'])
    .where('id', '=', district.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (row.region_id !== null) return row.region_id
  const region = await tx
    .insertInto('registry.region')
    .values({ code: district.code, name: row.name })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.updateTable('registry.district').set({ region_id: region.id }).where('id', '=', district.id).execute()
  return region.id
}
