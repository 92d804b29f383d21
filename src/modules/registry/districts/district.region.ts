import type { ReadDb } from '../../../platform/db/db.ts'

export type RegionDistrict = { readonly id: number; readonly code: string; readonly name: string }

/** The districts of these regions by name, at most so many. */
export async function findDistrictsOf(db: ReadDb, regions: readonly number[], most: number): Promise<RegionDistrict[]> {
  if (regions.length === 0) return []
  return await db
    .selectFrom('registry.district')
    .select(['id', 'code', 'name'])
    .where('region_id', 'in', [...regions])
    .orderBy('name')
    .orderBy('id')
    .limit(most)
    .execute()
}
