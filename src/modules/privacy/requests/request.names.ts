import type { NamesOf } from '../../../platform/module.ts'

/** A request goes by who asked. */
export const requestNames: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('privacy.request')
    .select(['id', 'applicant'])
    .where('id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, applicant }) => [id, applicant]))
}
