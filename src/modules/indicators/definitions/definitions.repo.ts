import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Definition, DefinitionBody } from './definition.contract.ts'
import type { NewEdition } from './definitions.contract.ts'

const columns = [
  'd.id as id',
  'd.indicator_id as indicatorId',
  'i.code as code',
  'd.version as version',
  'd.title_ru as titleRu',
  'd.title_en as titleEn',
  'd.body as body',
  'd.valid_from as validFrom',
  'd.valid_until as validUntil',
  'd.order_reference as orderReference',
] as const

const all = (db: ReadDb) =>
  db
    .selectFrom('indicators.definition as d')
    .innerJoin('indicators.indicator as i', (j) =>
      j.onRef('i.tenant_id', '=', 'd.tenant_id').onRef('i.id', '=', 'd.indicator_id'),
    )
    .select(columns)

type Row = Omit<Definition, 'body'> & { body: unknown }
/** Bodies are checked when they are written; the database holds no other. */
const asDefinition = (row: Row): Definition => ({ ...row, body: row.body as DefinitionBody })

/**
 * The version of each indicator that counts on the day: the one in force, or for days before the first version that one.
 * Indicators retired before the day are left out.
 */
export async function findDefinitionsAt(db: ReadDb, date: string, codes?: readonly string[]): Promise<Definition[]> {
  const rows = await all(db)
    .distinctOn('i.code')
    .where((eb) => eb.or([eb('d.valid_until', 'is', null), eb('d.valid_until', '>=', date)]))
    .$if(codes !== undefined, (qb) => qb.where('i.code', 'in', [...(codes ?? []), '']))
    .orderBy('i.code')
    .orderBy(sql`d.valid_from <= ${date}::date`, 'desc')
    .orderBy(sql`abs(d.valid_from - ${date}::date)`)
    .execute()
  return rows.map(asDefinition)
}

export async function findEditions(db: ReadDb, code: string): Promise<Definition[]> {
  const rows = await all(db).where('i.code', '=', code).orderBy('d.version', 'desc').execute()
  return rows.map(asDefinition)
}

export async function findDefinitionsById(db: ReadDb, ids: readonly number[]): Promise<Definition[]> {
  const rows = await all(db)
    .where('d.id', 'in', [...ids, 0])
    .orderBy('i.code')
    .execute()
  return rows.map(asDefinition)
}

export async function insertIndicator(tx: Tx, code: string): Promise<number> {
  const row = await tx.insertInto('indicators.indicator').values({ code }).returning('id').executeTakeFirstOrThrow()
  return row.id
}

export async function insertDefinition(
  tx: Tx,
  indicatorId: number,
  version: number,
  edition: NewEdition,
  account: number | null,
): Promise<void> {
  await tx
    .insertInto('indicators.definition')
    .values({
      indicator_id: indicatorId,
      version,
      title_ru: edition.titleRu,
      title_en: edition.titleEn,
      body: JSON.stringify(edition.body),
      valid_from: edition.validFrom,
      order_reference: edition.orderReference,
      created_by: account,
    })
    .execute()
}

export async function endDefinition(tx: Tx, id: number, lastDay: string): Promise<void> {
  await tx.updateTable('indicators.definition').set({ valid_until: lastDay }).where('id', '=', id).execute()
}
