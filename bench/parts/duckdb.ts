import { createWriteStream, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { HandRow } from './cells.ts'
import { cached } from './place.ts'

/** Tables and columns the yardstick reads; lists of ids go over as text. */
const TABLES: Readonly<Record<string, string>> = {
  'registry.person_span':
    "tenant_id, person_id, from_on, least(to_on, date '9999-12-31') as to_on, pedagogue, organisation_id, organisation_type, position_id, array_to_json(position_ids) as position_ids, array_to_json(subject_ids) as subject_ids, birth_on, experience_since, pedagogical_education",
  'registry.organisation': 'tenant_id, id, type, active_until, mentoring_model_on',
  'activities.learning': 'tenant_id, person_id, kind, form, provider_id, topic_id, ends_on',
  'activities.event': 'tenant_id, id, organiser_id, held_on, level, topic_id, audience_id',
  'activities.attendance': 'tenant_id, event_id, person_id',
  'competence.diagnostic_result': 'tenant_id, person_id, area, taken_on, passed',
  'communities.community': 'tenant_id, id, kind_id, level',
  'communities.membership': 'tenant_id, community_id, person_id, from_on, to_on',
  'mentoring.pair': 'tenant_id, mentee_id, from_on, to_on',
  'talent.pool_membership': 'tenant_id, person_id, kind_id, from_on, to_on',
  'staffing.post': 'tenant_id, organisation_id, position_id, planned, filled, on_day',
}

const LISTS = ['position_ids', 'subject_ids']

export type DuckDb = { read(sql: string): Promise<HandRow[]>; close(): void }

/** The same rows in DuckDB's memory, under the same names. The client must see all districts. */
export async function openDuckDb(owner: pg.Client): Promise<DuckDb> {
  const folder = cached('duckdb')
  if (existsSync(folder)) rmSync(folder, { recursive: true })
  mkdirSync(folder)
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  for (const [table, columns] of Object.entries(TABLES)) {
    const file = join(folder, `${table}.csv`)
    await pipeline(
      owner.query(copyTo(`copy (select ${columns} from ${table}) to stdout with (format csv, header)`)),
      createWriteStream(file),
    )
    const [schema] = table.split('.')
    const lists = LISTS.filter((name) => columns.includes(name)).map((name) => `json(${name})::bigint[] as ${name}`)
    await connection.run(`create schema if not exists ${schema}`)
    await connection.run(
      `create table ${table} as select * ${lists.length > 0 ? `replace (${lists.join(', ')})` : ''} from read_csv('${file}', header = true, sample_size = -1)`,
    )
  }
  rmSync(folder, { recursive: true })
  return {
    async read(sql) {
      const answer = await connection.runAndReadAll(sql)
      return answer.getRowObjects().map((row) => ({
        block: String(row.block),
        organisation: numberOrNull(row.organisation),
        type: row.type === null ? null : String(row.type),
        subject: numberOrNull(row.subject),
        counts: String(row.counts),
      }))
    },
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

const numberOrNull = (value: unknown): number | null => (value === null ? null : Number(value))

/** A statement for PostgreSQL as DuckDB reads it: lists of ids are written differently. */
export const inDuckDb = (sql: string): string => sql.replace(/'\{([\d,]*)\}'::bigint\[\]/g, '[$1]::bigint[]')
