import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../../platform/db/db.ts'
import type { Definition, DefinitionBody } from './definition.contract.ts'
import type { NewEdition, Passport } from './definitions.contract.ts'

const columns = [
  'd.id as id',
  'd.indicator_id as indicatorId',
  'i.code as code',
  'd.version as version',
  'd.title_ru as titleRu',
  'd.title_en as titleEn',
  'd.short_ru as shortRu',
  'd.short_en as shortEn',
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
 * The version of each indicator that counts on the day: the newest of those begun by then, or for days before the first
 * version that one. Indicators retired before the day are left out, also where another version begins after it. The
 * sixteen come first, those of the district in the order in which they were defined.
 */
export async function findDefinitionsAt(db: ReadDb, date: string, codes?: readonly string[]): Promise<Definition[]> {
  const begun = all(db)
    .distinctOn('d.indicator_id')
    .$if(codes !== undefined, (qb) => qb.where('i.code', 'in', [...(codes ?? []), '']))
    .orderBy('d.indicator_id')
    .orderBy(sql`d.valid_from <= ${date}::date`, 'desc')
    .orderBy(sql`abs(d.valid_from - ${date}::date)`)
  const rows = await db
    .selectFrom(begun.as('one'))
    .selectAll()
    .where((eb) => eb.or([eb('one.validUntil', 'is', null), eb('one.validUntil', '>=', date)]))
    .orderBy('one.indicatorId')
    .execute()
  return rows.map(asDefinition)
}

/** The newest version of every indicator, retired ones and those to come too. */
export async function findNewestDefinitions(db: ReadDb): Promise<Definition[]> {
  const rows = await all(db)
    .distinctOn('d.indicator_id')
    .orderBy('d.indicator_id')
    .orderBy('d.version', 'desc')
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
    .orderBy('i.id')
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
      short_ru: edition.shortRu,
      short_en: edition.shortEn,
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

/** The indicator's own version and passport. */
export async function findCard(
  db: ReadDb,
  code: string,
): Promise<{ id: number; version: number; passport: Passport } | undefined> {
  const row = await db
    .selectFrom('indicators.indicator as i')
    .leftJoin('indicators.passport as p', (j) =>
      j.onRef('p.tenant_id', '=', 'i.tenant_id').onRef('p.indicator_id', '=', 'i.id'),
    )
    .select(['i.id', 'i.version', ...PASSPORT])
    .where('i.code', '=', code)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { id, version, ...passport } = row
  return { id, version, passport }
}

const PASSPORT = [
  'p.number',
  'p.unit',
  'p.purpose',
  'p.period',
  'p.source',
  'p.monitoring',
  'p.responsible',
  'p.contact',
] as const

/** Counts one change of the indicator; nothing where it has not the version that was seen. */
export async function countChange(tx: Tx, code: string, version: number): Promise<number | undefined> {
  const row = await tx
    .updateTable('indicators.indicator')
    .set({ version: version + 1 })
    .where('code', '=', code)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function writePassport(tx: Tx, indicatorId: number, passport: Passport): Promise<void> {
  await tx
    .insertInto('indicators.passport')
    .values({ indicator_id: indicatorId, ...passport })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'indicator_id']).doUpdateSet(passport))
    .execute()
}
