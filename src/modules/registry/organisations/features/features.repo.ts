import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../../platform/db/db.ts'
import type { Feature, FeatureChange } from './features.contract.ts'
import { KIND } from './features.seed.ts'

const features = (db: ReadDb, organisation: number) =>
  db
    .selectFrom('registry.organisation_feature as f')
    .innerJoin('registry.classifier_value as v', 'v.id', 'f.kind_id')
    .select(['f.id', 'f.version', 'f.from_on as from', 'f.to_on as until', 'f.document'])
    .select(sql<Feature['kind']>`json_build_object('id', v.id, 'label', v.label)`.as('kind'))
    .where('f.organisation_id', '=', organisation)

/** What is so still first, then by when it began. */
export async function findFeatures(db: ReadDb, organisation: number): Promise<Feature[]> {
  return await features(db, organisation)
    .orderBy(sql`f.to_on is not null`)
    .orderBy('f.from_on', 'desc')
    .orderBy('f.id')
    .execute()
}

export async function findFeature(db: ReadDb, organisation: number, id: number): Promise<Feature | undefined> {
  return await features(db, organisation).where('f.id', '=', id).executeTakeFirst()
}

export async function findFeatureKinds(db: ReadDb): Promise<Feature['kind'][]> {
  return await db
    .selectFrom('registry.classifier_value')
    .select(['id', 'label'])
    .where('kind', '=', KIND)
    .where('retired_at', 'is', null)
    .orderBy('label')
    .limit(1000)
    .execute()
}

type NewFeature = Pick<Feature, 'from' | 'until' | 'document'> & { readonly kindId: number }

/** Fails with 23505 where the organisation has it from this day. */
export async function insertFeature(tx: Tx, organisation: number, feature: NewFeature): Promise<number> {
  const { kindId, from, until, document } = feature
  const row = await tx
    .insertInto('registry.organisation_feature')
    .values({ organisation_id: organisation, kind_id: kindId, from_on: from, to_on: until, document })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** False when the version is another one by now. */
export async function updateFeature(
  tx: Tx,
  { id, version }: { readonly id: number; readonly version: number },
  { from, until, document }: FeatureChange,
): Promise<boolean> {
  const done = await tx
    .updateTable('registry.organisation_feature')
    .set({
      ...(from !== undefined && { from_on: from }),
      ...(until !== undefined && { to_on: until }),
      ...(document !== undefined && { document }),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** False when the version is another one by now. */
export async function deleteFeature(tx: Tx, id: number, version: number): Promise<boolean> {
  const done = await tx
    .deleteFrom('registry.organisation_feature')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}
