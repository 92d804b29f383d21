import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { headerKey } from '../../src/modules/registry/index.ts'
import { root } from './place.ts'

/** What stands for the placeholders of a statement: literals of SQL by name. */
export type Literals = Readonly<Record<string, string>>

const NAMES: Readonly<Record<string, readonly [kind: string, ...names: string[]]>> = {
  centre: ['provider', 'СПб ЦОКОиИТ'],
  final_exam: ['topic', 'эксперт ГИА'],
  attestation: ['topic', 'эксперт аттестации'],
  burnout: ['topic', 'профилактика выгорания'],
  pool: ['pool_kind', 'методический актив'],
  young_council: ['community_kind', 'совет молодых педагогов'],
  mentors: ['community_kind', 'сообщество наставников'],
  unions: ['community_kind', 'районное методическое объединение', 'профессиональное сообщество'],
  young_people: ['audience', 'молодые педагоги'],
  educator: ['position', 'воспитатель'],
  teacher: ['position', 'учитель'],
}

/** The text of a statement of bench/sql with its placeholders filled. @throws Error for one without a literal */
export function fillSql(name: string, literals: Literals): string {
  const text = readFileSync(join(root, 'bench', 'sql', `${name}.sql`), 'utf8').replace(/^--.*\n/gm, '')
  return text.replace(/(?<!:):([a-z_]\w*)/g, (_, placeholder: string) => {
    const literal = literals[placeholder]
    if (literal === undefined) throw new Error(`no literal for :${placeholder}`)
    return literal
  })
}

/** The days of the sixteen indicators as of a day, and the ids of what they name in these districts. */
export async function literalsOf(client: pg.ClientBase, tenants: readonly number[], day: string): Promise<Literals> {
  const year = Number(day.slice(0, 4))
  const before = (years: number): string => `date '${year - years}${day.slice(4)}'`
  const { rows } = await client.query<{ kind: string; key: string; id: number }>(
    `select kind, key, id from registry.classifier_value where tenant_id = any ($1)
     union all select 'position', key, id from registry.position where tenant_id = any ($1)`,
    [tenants],
  )
  const ids = Object.entries(NAMES).map(([name, [kind, ...wanted]]) => {
    const keys = wanted.map(headerKey)
    const found = rows.filter((row) => row.kind === kind && keys.includes(row.key)).map((row) => row.id)
    return [name, `'{${found.join(',')}}'::bigint[]`]
  })
  return {
    ...Object.fromEntries(ids),
    tenant: String(tenants[0]),
    day: before(0),
    day1: before(1),
    day2: before(2),
    day3: before(3),
    year: `date '${year}-01-01'`,
  }
}

/** The same statement over all districts at once; ids are unique across them. For the owner, whom row security leaves alone. */
export function acrossDistricts(name: string, literals: Literals): string {
  return fillSql(name, { ...literals, tenant: '\u0000' }).replace(/(\w+\.)?tenant_id = \0/g, 'true')
}
