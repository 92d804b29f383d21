import type { NamesOf } from '../../../platform/module.ts'

/** A request goes by what was asked for. */
export const eventRequestNames: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('activities.event_request')
    .select(['id', 'title'])
    .where('id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}
