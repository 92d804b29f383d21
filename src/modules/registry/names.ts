import type { NamesOf } from '../../platform/module.ts'

const fullName = (row: { surname: string; given_name: string; patronymic: string | null }): string =>
  [row.surname, row.given_name, row.patronymic].filter(Boolean).join(' ')

const people: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('registry.person')
    .select(['id', 'surname', 'given_name', 'patronymic'])
    .where('id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, fullName(row)]))
}

/** An employment goes by who is employed. */
const employments: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('registry.employment as e')
    .innerJoin('registry.person as p', 'p.id', 'e.person_id')
    .select(['e.id', 'p.surname', 'p.given_name', 'p.patronymic'])
    .where('e.id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, fullName(row)]))
}

const organisations: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('registry.organisation')
    .select(['id', 'name'])
    .where('id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const positions: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('registry.position')
    .select(['id', 'name'])
    .where('id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** A grant goes by whose it is. */
const grants: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('registry.grant as g')
    .innerJoin('identity.account as a', 'a.id', 'g.account_id')
    .select(['g.id', 'a.name'])
    .where('g.id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const districts: NamesOf = async (db, ids) => {
  const rows = await db
    .selectFrom('registry.district')
    .select(['id', 'name'])
    .where('id', 'in', [0, ...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export const registryNames: Readonly<Record<string, NamesOf>> = {
  person: people,
  employment: employments,
  organisation: organisations,
  position: positions,
  grant: grants,
  district: districts,
}
