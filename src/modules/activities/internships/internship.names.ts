import type { NamesOf } from '../../../platform/module.ts'

/** An internship goes by its model. */
export const internshipNames: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('activities.internship')
    .innerJoin('activities.internship_model as m', 'm.id', 'activities.internship.model_id')
    .select(['activities.internship.id as id', 'm.title as title'])
    .where('activities.internship.id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

export const modelNames: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('activities.internship_model')
    .select(['id', 'title'])
    .where('id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

export const hostNames: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('activities.internship_host as h')
    .leftJoin('registry.organisation as o', 'o.id', 'h.organisation_id')
    .select((eb) => ['h.id as id', eb.fn.coalesce('o.name', 'h.outside').as('name')])
    .where('h.id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name ?? '']))
}
