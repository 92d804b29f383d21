import type { NamesOf } from '../../../platform/module.ts'

/** A document goes by its number. */
export const documentNames: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('documents.document')
    .select(['id', 'number'])
    .where('id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, number }) => [id, `№ ${number}`]))
}

export const seriesNames: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('documents.series')
    .select(['id', 'title'])
    .where('id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

export const signatoryNames: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('documents.signatory')
    .select(['id', 'name'])
    .where('id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
