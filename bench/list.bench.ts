import { findPeople } from '../src/modules/registry/people/people.list.ts'
import { addMethodist } from './parts/actor.ts'
import { type BenchHouse, findTenants, openBenchHouse } from './parts/house.ts'
import { withOptions } from './parts/place.ts'
import { statementsOf } from './parts/recording.ts'
import type { BenchOptions, Report, Row } from './parts/report.ts'
import { askHard, type Load, type Statement, startBare, startProduct } from './parts/servers.ts'
import { ratioOf, spreadOf } from './parts/timing.ts'

const CONNECTIONS = 32
const SECONDS = 4
const MOST_ROUNDS = 9
type Filter = { readonly q?: string; readonly pedagogue?: 'yes' }

const FILTERS: Readonly<Record<string, Filter>> = {
  'pedagogues whose name begins with «Ив»': { q: 'Ив', pedagogue: 'yes' },
  'pedagogues, by name': { pedagogue: 'yes' },
}

/** The list of people, filtered, against Fastify with the same statements and nothing else. */
export async function list({ rounds }: BenchOptions): Promise<readonly Report[]> {
  const house = await openBenchHouse('people')
  try {
    const [tenant = 0] = await findTenants(house)
    const reports: Report[] = []
    for (const [title, filter] of Object.entries(FILTERS)) {
      reports.push(await measure(house, tenant, { title, filter, rounds: Math.min(rounds, MOST_ROUNDS) }))
    }
    return reports
  } finally {
    await house.close()
  }
}

type Asked = { readonly title: string; readonly filter: Filter; readonly rounds: number }

async function measure(house: BenchHouse, tenant: number, { title, filter, rounds }: Asked): Promise<Report> {
  const { headers } = await addMethodist(house, tenant)
  const statements = await record(house, tenant, filter)
  const url = withOptions(house.appUrl, ['-c jit=off', `-c rost.tenant=${tenant}`])
  const bare = await startBare({ server: 'fastify', url, first: [], page: statements, zod: false })
  const product = await startProduct(house.settings.dataFolder, { ROST_SECRET: house.settings.secret ?? '' })
  const ours: Load[] = []
  const yardstick: Load[] = []
  try {
    const path = `/api/people?${new URLSearchParams(filter)}`
    const options = { connections: CONNECTIONS, lasting: { seconds: SECONDS }, headers }
    for (let round = -1; round < rounds; round++) {
      const [one, other] = [await askHard(product, path, options), await askHard(bare, path, options)]
      if (round < 0) continue
      ours.push(one)
      yardstick.push(other)
    }
  } finally {
    await product.stop()
    await bare.stop()
  }
  return { title: `List of 60,000 people: ${title}`, rows: rowsOf(ours, yardstick) }
}

function rowsOf(ours: readonly Load[], yardstick: readonly Load[]): Row[] {
  const of = (loads: readonly Load[], what: keyof Load): number[] => loads.map((load) => load[what])
  return [
    {
      what: 'answers / bare Fastify with the same statements',
      unit: '×',
      value: ratioOf(of(ours, 'perSecond'), of(yardstick, 'perSecond')),
      reach: '≥ 0.6 ×',
    },
    { what: 'its p99 / theirs', unit: '×', value: ratioOf(of(ours, 'p99'), of(yardstick, 'p99')), reach: '≤ 1.3 ×' },
    { what: 'answers', unit: '/s', value: spreadOf(of(ours, 'perSecond')) },
    { what: 'answers of bare Fastify', unit: '/s', value: spreadOf(of(yardstick, 'perSecond')) },
    { what: 'p99', unit: 'ms', value: spreadOf(of(ours, 'p99')) },
    { what: 'p99 of bare Fastify', unit: 'ms', value: spreadOf(of(yardstick, 'p99')) },
  ]
}

async function record({ services }: BenchHouse, tenant: number, filter: Filter): Promise<Statement[]> {
  const reach = { district: true, organisations: [], people: [] }
  const today = new Date().toISOString().slice(0, 10)
  const query = { page: 1, size: 50, employed: 'yes', ...filter } as const
  const found = await statementsOf(services.database.readPool, tenant, (db) => findPeople(db, { reach, query, today }))
  // The page comes first, whichever was answered first.
  return found.toSorted((a, b) => Number(a.text.includes('as total')) - Number(b.text.includes('as total')))
}
