import type { NamesOf } from '../../platform/module.ts'

/** What the accounts are called. */
export const accountNames: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('identity.account')
    .select(['id', 'name'])
    .where('id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
