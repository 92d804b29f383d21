import type { NamesOf } from '../../../platform/module.ts'

/** What was done elsewhere goes by its title. */
export const elsewhereNames: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('documents.elsewhere')
    .select(['id', 'title'])
    .where('id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}
