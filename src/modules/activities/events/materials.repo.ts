import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Material } from './materials.contract.ts'

export async function findMaterials(db: ReadDb, event: number): Promise<Material[]> {
  return await db
    .selectFrom('activities.material')
    .select(['id', 'title', 'link'])
    .where('event_id', '=', event)
    .orderBy('id')
    .execute()
}

export async function insertMaterial(tx: Tx, event: number, material: Omit<Material, 'id'>): Promise<Material> {
  return await tx
    .insertInto('activities.material')
    .values({ event_id: event, ...material })
    .returning(['id', 'title', 'link'])
    .executeTakeFirstOrThrow()
}

/** False where the event has no such material. */
export async function deleteMaterial(tx: Tx, event: number, id: number): Promise<boolean> {
  const done = await tx
    .deleteFrom('activities.material')
    .where('event_id', '=', event)
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}
