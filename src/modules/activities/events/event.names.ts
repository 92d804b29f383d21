import type { NamesOf } from '../../../platform/module.ts'

/** An event goes by its title. */
export const eventNames: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('activities.event')
    .select(['id', 'title'])
    .where('id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

export const roomNames: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('activities.room')
    .select(['id', 'name'])
    .where('id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
