import type { NamesOf } from '../../../platform/module.ts'

/** It goes by the programme. */
export const selfStudyNames: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('activities.self_study as s')
    .innerJoin('activities.programme as p', 'p.id', 's.programme_id')
    .select(['s.id as id', 'p.title as title'])
    .where('s.id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}
