import type { NamesOf } from '../../../platform/module.ts'

/** A programme goes by its title. */
export const programmeNames: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('activities.programme')
    .select(['id', 'title'])
    .where('id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}
