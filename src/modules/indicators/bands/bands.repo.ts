import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Band, BandSetting } from './bands.contract.ts'

const columns = ['i.code', 'b.better', 'b.good', 'b.warn', 'b.plan', 'b.version'] as const

const all = (db: ReadDb) =>
  db
    .selectFrom('indicators.band as b')
    .innerJoin('indicators.indicator as i', (j) =>
      j.onRef('i.tenant_id', '=', 'b.tenant_id').onRef('i.id', '=', 'b.indicator_id'),
    )
    .select(columns)
    .$narrowType<{ better: Band['better'] }>()

export async function findBands(db: ReadDb): Promise<Band[]> {
  return await all(db).orderBy('i.code').execute()
}

export async function findBand(db: ReadDb, code: string): Promise<Band | undefined> {
  return await all(db).where('i.code', '=', code).executeTakeFirst()
}

export async function findIndicator(db: ReadDb, code: string): Promise<number | undefined> {
  const row = await db.selectFrom('indicators.indicator').select('id').where('code', '=', code).executeTakeFirst()
  return row?.id
}

/** Writes the band where it still has the version that was seen (0: none yet). Tells whether it did. */
export async function writeBand(
  tx: Tx,
  indicator: number,
  version: number,
  { better, good, warn, plan }: BandSetting,
): Promise<boolean> {
  const written =
    version === 0
      ? await tx
          .insertInto('indicators.band')
          .values({ indicator_id: indicator, better, good, warn, plan })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('indicators.band')
          .set({ better, good, warn, plan, version: sql`version + 1` })
          .where('indicator_id', '=', indicator)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst()
  return written !== undefined
}

export async function deleteBand(tx: Tx, indicator: number, version: number): Promise<boolean> {
  const deleted = await tx
    .deleteFrom('indicators.band')
    .where('indicator_id', '=', indicator)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return deleted !== undefined
}
