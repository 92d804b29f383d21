import type { NamesOf } from '../../../platform/module.ts'

/** A claim goes by what was done. */
export const claimNames: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('documents.claim')
    .select(['id', 'title'])
    .where('id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}
