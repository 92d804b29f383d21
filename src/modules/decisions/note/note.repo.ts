import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import type { Backing } from './note.facts.ts'

type Within = readonly number[] | undefined

export async function findBacking(db: ReadDb, date: string, within: Within): Promise<Backing> {
  const [people, organisations, loads] = [
    await findPeople(db, date, within),
    await findOrganisations(db, date, within),
    await findLoads(db),
  ]
  return { ...people, organisations, ...loads }
}

async function findPeople(db: ReadDb, date: string, within: Within): Promise<Pick<Backing, 'people' | 'pedagogues'>> {
  const mine = within === undefined ? sql`` : sql`and organisation_ids && ${[...within]}::bigint[]`
  const { rows } = await sql<{ people: number; pedagogues: number }>`
    select count(distinct person_id)::int as people,
      (count(distinct person_id) filter (where pedagogue))::int as pedagogues
    from registry.person_span where from_on <= ${date}::date and to_on >= ${date}::date ${mine}`.execute(db)
  return rows[0] ?? { people: 0, pedagogues: 0 }
}

async function findOrganisations(db: ReadDb, date: string, within: Within): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('registry.organisation')
    .select(['type', (eb) => eb.fn.countAll<number>().as('count')])
    .where((eb) => eb.or([eb('active_until', 'is', null), eb('active_until', '>=', date)]))
    .$if(within !== undefined, (qb) => qb.where('id', 'in', [...(within ?? []), 0]))
    .groupBy('type')
    .orderBy('count', 'desc')
    .orderBy('type')
    .execute()
  return new Map(rows.map(({ type, count }) => [type, Number(count)]))
}

async function findLoads(db: ReadDb): Promise<Pick<Backing, 'loads' | 'lastLoad'>> {
  const { rows } = await sql<{ loads: number; lastLoad: string | null }>`
    select count(*)::int as loads, to_char(max(l.finished_at) at time zone d.time_zone, 'YYYY-MM-DD') as "lastLoad"
    from registry.district d left join registry.load l on l.tenant_id = d.id and l.state = 'done'
    where d.id = platform.tenant() group by d.time_zone`.execute(db)
  return rows[0] ?? { loads: 0, lastLoad: null }
}

export type OrganisationRow = { readonly id: number; readonly name: string; readonly type: string }

export async function findOrganisationTypes(db: ReadDb): Promise<OrganisationRow[]> {
  return await db.selectFrom('registry.organisation').select(['id', 'name', 'type']).orderBy('code').execute()
}

export type FaultyRowCount = {
  readonly file: string
  readonly code: string
  readonly column: string | null
  readonly count: number
}

/** Rows that wait to be mended, counted by file, reason and column; what stands in them stays sealed. */
export async function countFaultyRows(db: ReadDb): Promise<FaultyRowCount[]> {
  const rows = await db
    .selectFrom('registry.faulty_row as f')
    .innerJoin('registry.source as s', (join) =>
      join.onRef('s.tenant_id', '=', 'f.tenant_id').onRef('s.id', '=', 'f.source_id'),
    )
    .select(['s.file', 'f.code', 'f.column_name as column', (eb) => eb.fn.countAll<number>().as('count')])
    .where('f.mended_at', 'is', null)
    .groupBy(['s.file', 'f.code', 'f.column_name'])
    .orderBy('s.file')
    .orderBy('count', 'desc')
    .orderBy('f.code')
    .orderBy('f.column_name')
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}
