import type { NamesOf } from '../../../platform/module.ts'

/** A plan goes by its school and year. */
export const coursePlanNames: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('activities.course_plan as p')
    .innerJoin('registry.organisation as o', 'o.id', 'p.organisation_id')
    .select(['p.id', 'p.year', 'o.name'])
    .where('p.id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, name, year }) => [id, `${name}, ${year}`]))
}
