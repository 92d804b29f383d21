import type { NamesOf } from '../../../../platform/module.ts'

export const examinationNames: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('activities.examination')
    .select(['id', 'title'])
    .where('id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}
