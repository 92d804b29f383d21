import { deepEqual } from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { findDefinitionsAt } from '../src/modules/indicators/definitions/definitions.repo.ts'
import type { Definition } from '../src/modules/indicators/index.ts'
import { computeIndicators, populationsOf } from '../src/modules/indicators/values/compute.ts'
import { type CountRow, compileCounts, findNames } from '../src/modules/population/index.ts'
import { vocabulary } from '../src/vocabulary.ts'
import { cellsOf, cellsOfHand, type HandRow } from './parts/cells.ts'
import { inDuckDb, openDuckDb } from './parts/duckdb.ts'
import { type BenchHouse, findTenants, openBenchHouse } from './parts/house.ts'
import { root } from './parts/place.ts'
import type { BenchOptions, Report, Row } from './parts/report.ts'
import { requestsOf } from './parts/requests.ts'
import { interleave, ratioOf, spreadOf, timed } from './parts/timing.ts'
import { acrossDistricts, fillSql, literalsOf } from './parts/yardstick.ts'

const DAY = '2025-12-31'
const REACH = '≤ 1.3 ×'

type Connections = {
  /** As the product reads. */
  readonly client: pg.ClientBase
  /** The same with the settings that suit the hand-written statements best. */
  readonly byHand: pg.ClientBase
  /** Row security leaves the owner alone. */
  readonly owner: pg.Client
}

type District = {
  readonly tenant: number
  readonly definitions: readonly Definition[]
  readonly compiled: ReturnType<typeof compileCounts>
  readonly hand: string
}

/**
 * The sixteen indicators with all their slices against SQL written by hand, both as the application's role with row
 * security on; all cells of both are compared before anything is timed.
 */
export async function indicators({ explain, rounds }: BenchOptions): Promise<readonly Report[]> {
  const house = await openBenchHouse('districts')
  const client = await house.services.database.readPool.connect()
  const byHand = await house.services.database.readPool.connect()
  const owner = new pg.Client({ connectionString: house.migratorUrl })
  await owner.connect()
  // Starting processes for a few thousand rows costs more than they save: who writes by hand would see that.
  for (const one of [byHand, owner]) await one.query('set max_parallel_workers_per_gather = 0')
  await owner.query('set jit = off')
  try {
    const tenants = await findTenants(house)
    const districts: District[] = []
    for (const tenant of tenants) districts.push(await prepare(house, owner, tenant))
    const cells = await compare(house, byHand, districts)
    if (explain) await explainBoth(client, districts[0])
    const one = await measureOne(house, { client, byHand, owner }, districts, rounds)
    const all = await measureAll(house, { client, byHand, owner }, districts, rounds)
    const notes = [
      `${cells.toLocaleString('en')} cells of ${districts.length} districts are equal in both before timing.`,
    ]
    return [{ ...one, notes }, all]
  } finally {
    client.release(true)
    byHand.release(true)
    await owner.end()
    await house.close()
  }
}

async function prepare({ services }: BenchHouse, owner: pg.Client, tenant: number): Promise<District> {
  const db = services.database.reader(tenant)
  const definitions = await findDefinitionsAt(db, DAY)
  const names = await findNames(db, vocabulary, definitions.flatMap(populationsOf))
  const compiled = compileCounts(requestsOf(definitions, DAY), { vocabulary, names, tenant })
  return { tenant, definitions, compiled, hand: fillSql('sixteen', await literalsOf(owner, [tenant], DAY)) }
}

async function asTenant(client: pg.ClientBase, tenant: number): Promise<void> {
  await client.query("select set_config('rost.tenant', $1, false)", [String(tenant)])
}

async function readOurs(client: pg.ClientBase, { compiled }: District): Promise<unknown> {
  const { rows } = await client.query<CountRow>('select * from population.count($1)', [compiled.sql])
  return compiled.read(rows)
}

async function readHand(client: pg.ClientBase, { hand }: District): Promise<HandRow[]> {
  return (await client.query<HandRow>(hand)).rows
}

function compute({ services }: BenchHouse, { tenant, definitions }: District): ReturnType<typeof computeIndicators> {
  return computeIndicators(services.database.reader(tenant), definitions, { vocabulary, tenant, date: DAY })
}

async function compare(house: BenchHouse, client: pg.ClientBase, districts: readonly District[]): Promise<number> {
  let count = 0
  for (const district of districts) {
    await asTenant(client, district.tenant)
    const ours = cellsOf(await compute(house, district))
    deepEqual(ours, cellsOfHand(await readHand(client, district)))
    count += ours.length
  }
  return count
}

async function measureOne(
  house: BenchHouse,
  { client, byHand, owner }: Connections,
  districts: readonly District[],
  rounds: number,
): Promise<Report> {
  const [district] = districts
  if (district === undefined) throw new Error('no district')
  await asTenant(client, district.tenant)
  await asTenant(byHand, district.tenant)
  const times = await interleave(
    {
      ours: () => readOurs(client, district),
      hand: () => readHand(byHand, district),
      whole: () => compute(house, district),
      owner: () => readHand(owner, district),
      preparing: () => prepareAgain(house, district),
    },
    { rounds },
  )
  const rows: Row[] = [
    { what: 'database part / hand SQL', unit: '×', value: ratioOf(times.ours, times.hand), reach: REACH },
    { what: 'whole call with names and labels / hand SQL', unit: '×', value: ratioOf(times.whole, times.hand) },
    { what: 'database part', unit: 'ms', value: spreadOf(times.ours) },
    { what: 'hand SQL', unit: 'ms', value: spreadOf(times.hand) },
    { what: 'whole call with names and labels', unit: 'ms', value: spreadOf(times.whole) },
    { what: 'of it: looking up names and compiling', unit: 'ms', value: spreadOf(times.preparing) },
    { what: 'hand SQL as owner, without row security', unit: 'ms', value: spreadOf(times.owner) },
  ]
  return { title: 'Sixteen indicators with all slices, one district of 3,500 staff rows', rows }
}

async function prepareAgain({ services }: BenchHouse, { tenant, definitions }: District): Promise<string> {
  const names = await findNames(services.database.reader(tenant), vocabulary, definitions.flatMap(populationsOf))
  return compileCounts(requestsOf(definitions, DAY), { vocabulary, names, tenant }).sql
}

async function measureAll(
  house: BenchHouse,
  { client, byHand, owner }: Connections,
  districts: readonly District[],
  rounds: number,
): Promise<Report> {
  const literals = await literalsOf(
    owner,
    districts.map((d) => d.tenant),
    DAY,
  )
  const statement = acrossDistricts('sixteen', literals)
  const duck = await openDuckDb(owner)
  try {
    const inDuck = inDuckDb(statement)
    const atOnce = (await owner.query<HandRow>(statement)).rows
    deepEqual(cellsOfHand(await duck.read(inDuck)), cellsOfHand(atOnce))
    const times = await interleave(
      {
        ours: () => each(districts, async (district) => readAs(client, district, readOurs)),
        hand: () => each(districts, async (district) => readAs(byHand, district, readHand)),
        whole: () => each(districts, (district) => compute(house, district)),
        two: () => each(districts, (district) => compute(house, district), 2),
        owner: () => each(districts, (district) => readHand(owner, district)),
        atOnce: () => owner.query(statement),
        duck: () => duck.read(inDuck),
      },
      { rounds, warmUp: 2 },
    )
    const rows: Row[] = [
      { what: 'database part / hand SQL', unit: '×', value: ratioOf(times.ours, times.hand), reach: REACH },
      { what: 'whole calls / hand SQL', unit: '×', value: ratioOf(times.whole, times.hand) },
      {
        what: 'whole calls, two districts at a time / hand SQL one by one',
        unit: '×',
        value: ratioOf(times.two, times.hand),
      },
      { what: 'database part', unit: 'ms', value: spreadOf(times.ours) },
      { what: 'hand SQL', unit: 'ms', value: spreadOf(times.hand) },
      { what: 'whole calls, one by one', unit: 'ms', value: spreadOf(times.whole) },
      { what: 'whole calls, two districts at a time', unit: 'ms', value: spreadOf(times.two) },
      { what: 'hand SQL as owner, without row security', unit: 'ms', value: spreadOf(times.owner) },
      { what: 'the same as one statement for all districts', unit: 'ms', value: spreadOf(times.atOnce) },
      { what: 'that statement in DuckDB, rows in memory', unit: 'ms', value: spreadOf(times.duck) },
    ]
    const notes = ['DuckDB answers the same cells as PostgreSQL; it has neither row security nor the client to cross.']
    return { title: 'The same for 18 districts, 65,000 staff rows in all', rows, notes }
  } finally {
    duck.close()
  }
}

async function readAs<T>(
  client: pg.ClientBase,
  district: District,
  read: (client: pg.ClientBase, district: District) => Promise<T>,
): Promise<T> {
  await asTenant(client, district.tenant)
  return await read(client, district)
}

async function each(
  districts: readonly District[],
  run: (district: District) => Promise<unknown>,
  lanes = 1,
): Promise<void> {
  const waiting = [...districts]
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await run(next)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

async function explainBoth(client: pg.ClientBase, district: District | undefined): Promise<void> {
  if (district === undefined) return
  await asTenant(client, district.tenant)
  for (const [name, sql] of [
    ['sixteen', district.hand],
    ['sixteen.compiled', district.compiled.sql],
  ]) {
    const ms = await timed(async () => {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${sql}`)
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      writeFileSync(join(root, 'bench', 'sql', `${name}.explain.txt`), `${plan}\n`)
    })
    process.stderr.write(`bench: explained ${name} in ${Math.round(ms)} ms\n`)
  }
}
