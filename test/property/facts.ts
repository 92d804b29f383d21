/** All that loads can change of a district, in a shape that two states of it can be compared in. */
import { sql } from 'kysely'
import type { Database } from '../../src/platform/db/db.ts'

type Row = Readonly<Record<string, unknown>>

const SCHEMAS = ['registry', 'activities', 'competence', 'communities', 'mentoring', 'talent', 'staffing']
/** The list of loads itself, what is told of them, and what belongs to no load. */
const BESIDE = [
  ...['load', 'upload', 'source', 'revision', 'matching_revision', 'load_image', 'load_difference'],
  ...['gone_decision', 'mending', 'district', 'region', 'region_grant', 'grant'],
]
/** How often it was written, not what it says. */
const TRACES = ['version', 'name_key', 'created_at', 'load_id', 'mended_by']

/** Every row of every table as it stands, ids and origins included. */
export async function exactFacts(database: Database, tenant: number): Promise<Record<string, string[]>> {
  return await factsOf(database, tenant, (row) => row)
}

/** The same with ids told by what they stand for: two districts that say the same are equal. */
export async function saidFacts(database: Database, tenant: number): Promise<Record<string, string[]>> {
  const names = await namesOf(database, tenant)
  return await factsOf(database, tenant, (row) => {
    const said = Object.entries(row).flatMap(([column, value]): [string, unknown][] => {
      if (column === 'id' || column === 'sealed_snils' || column === 'sealed_cells') return []
      if (column === 'row_hashes' || column === 'person_ids' || column === 'second_person_ids') return []
      if (column === 'mended_at' || column === 'overtaken_by') return [[column, value !== null]]
      const of = column === 'origins' ? undefined : names.kindOf(column)
      if (column === 'origins' && value !== null) return [[column, names.origins(value as Row)]]
      if (of === undefined) return [[column, value]]
      return [[column, Array.isArray(value) ? value.map((id) => names.say(of, id)).sort() : names.say(of, value)]]
    })
    return Object.fromEntries(said)
  })
}

async function factsOf(
  database: Database,
  tenant: number,
  shape: (row: Row) => Row,
): Promise<Record<string, string[]>> {
  const db = database.reader(tenant)
  const { rows: tables } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema = any (${SCHEMAS}) and table_type = 'BASE TABLE' and table_name <> all (${BESIDE})
    order by 1`.execute(db)
  const facts: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ row: Row }>`select to_jsonb(t) as row from ${sql.table(name)} t`.execute(db)
    facts[name] = rows.map(({ row }) => told(shape(row))).sort()
  }
  return facts
}

function told(row: Row): string {
  const kept = Object.entries(row).filter(([column]) => !TRACES.includes(column))
  return JSON.stringify(kept.sort(([left], [right]) => (left < right ? -1 : 1)))
}

const KINDS: Readonly<Record<string, string>> = {
  person_id: 'person',
  mentor_id: 'person',
  mentee_id: 'person',
  organisation_id: 'organisation',
  organisation_ids: 'organisation',
  organiser_id: 'organisation',
  position_id: 'position',
  position_ids: 'position',
  event_id: 'event',
  community_id: 'community',
  source_id: 'source',
  employment_id: 'employment',
}

async function namesOf(database: Database, tenant: number) {
  const { rows } = await sql<{ kind: string; id: number; name: string }>`
    select 'person' as kind, id, name_key || birth_on || coalesce(encode(snils_hash, 'hex'), '') as name from registry.person
    union all select 'organisation', id, code_key from registry.organisation
    union all select 'position', id, key from registry.position
    union all select 'value', id, kind || key from registry.classifier_value
    union all select 'event', id, code_key from activities.event
    union all select 'community', id, code_key from communities.community
    union all select 'employment', id, hired_on::text from registry.employment
    union all select 'source', id, file || coalesce(sheet, '') from registry.source`.execute(database.reader(tenant))
  const names = new Map(rows.map(({ kind, id, name }) => [`${kind} ${id}`, name]))
  const say = (kind: string, id: unknown): unknown => (id === null ? null : (names.get(`${kind} ${String(id)}`) ?? id))
  return {
    say,
    kindOf: (column: string): string | undefined => {
      const known = KINDS[column]
      return known ?? (/_ids?$/.test(column) && column !== 'tenant_id' ? 'value' : undefined)
    },
    origins: (origins: Row): Row =>
      Object.fromEntries(
        Object.entries(origins).map(([field, origin]) => [
          field,
          Array.isArray(origin) ? [say('source', origin[0]), origin[1]] : origin,
        ]),
      ),
  }
}
