import type { NamesOf } from '../../../platform/module.ts'

/** Learning goes by its programme. */
export const elsewhereNames: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('documents.elsewhere')
    .select(['id', 'programme'])
    .where('id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, programme }) => [id, programme]))
}
