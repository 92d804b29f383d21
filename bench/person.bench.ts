import { findPersonCard } from '../src/modules/registry/people/person.card.ts'
import { addMethodist } from './parts/actor.ts'
import { type BenchHouse, findTenants, openBenchHouse } from './parts/house.ts'
import { withOptions } from './parts/place.ts'
import { statementsOf } from './parts/recording.ts'
import type { BenchOptions, Report, Row } from './parts/report.ts'
import {
  askHard,
  type BarePlan,
  type Load,
  type Server,
  type Statement,
  startBare,
  startProduct,
} from './parts/servers.ts'
import { ratioOf, spreadOf } from './parts/timing.ts'

const CONNECTIONS = 32
/** The same work for all, so that code that runs often is compiled alike. */
const REQUESTS = 3_000
const MOST_ROUNDS = 7
const WARM_UP = 2
const WHOLE = { district: true, organisations: [], people: [] }

/** One person by id through the whole chain, and what each part of the chain costs the server's process. */
export async function person({ rounds }: BenchOptions): Promise<readonly Report[]> {
  const house = await openBenchHouse('people')
  const [tenant = 0] = await findTenants(house)
  const { headers, tokenHash } = await addMethodist(house, tenant)
  const id = await findSomebody(house, tenant)
  const servers = new Map<string, Server>()
  try {
    for (const [name, plan] of Object.entries(await plansOf(house, tenant, id, tokenHash.toString('hex')))) {
      servers.set(name, await startBare(plan))
    }
    servers.set(PRODUCT, await startProduct(house.settings.dataFolder, { ROST_SECRET: house.settings.secret ?? '' }))
    const loads = new Map<string, Load[]>([...servers.keys()].map((name) => [name, []]))
    for (let round = -WARM_UP; round < Math.min(rounds, MOST_ROUNDS); round++) {
      for (const [name, server] of servers) {
        const options = { connections: CONNECTIONS, lasting: { requests: REQUESTS }, headers }
        const load = await askHard(server, `/api/people/${id}`, options)
        if (round >= 0) loads.get(name)?.push(load)
      }
    }
    return [reportOf(loads)]
  } finally {
    for (const server of servers.values()) await server.stop()
    await house.close()
  }
}

const RAW = 'node:http, one row by primary key'
const PRODUCT = 'the product'

function reportOf(loads: ReadonlyMap<string, readonly Load[]>): Report {
  const cpu = (name: string): number[] => (loads.get(name) ?? []).map((load) => load.cpuPerRequest)
  const rows: Row[] = [
    { what: `${PRODUCT} / ${RAW}`, unit: '× CPU', value: ratioOf(cpu(PRODUCT), cpu(RAW)), reach: '≤ 2 ×' },
    ...[...loads.keys()].map((name) => ({ what: name, unit: 'µs CPU', value: spreadOf(cpu(name)) })),
    ...[RAW, PRODUCT].map((name) => ({
      what: `${name}: answers`,
      unit: '/s',
      value: spreadOf((loads.get(name) ?? []).map((load) => load.perSecond)),
    })),
  ]
  const notes = [`User and system time of the server’s process per request, ${CONNECTIONS} connections.`]
  return { title: 'One person by id, through the whole chain', rows, notes }
}

async function findSomebody({ services }: BenchHouse, tenant: number): Promise<number> {
  const row = await services.database
    .reader(tenant)
    .selectFrom('registry.employment')
    .select('person_id as id')
    .orderBy('person_id')
    .offset(1000)
    .limit(1)
    .executeTakeFirstOrThrow()
  return row.id
}

/** From the barest server upwards; each adds one part of what the product does. */
async function plansOf(
  house: BenchHouse,
  tenant: number,
  id: number,
  tokenHash: string,
): Promise<Readonly<Record<string, BarePlan>>> {
  const today = new Date().toISOString().slice(0, 10)
  const card = await statementsOf(house.services.database.readPool, tenant, (db) =>
    findPersonCard(db, WHOLE, id, today),
  )
  const row: Statement = {
    name: 'person',
    text: 'select id, surname, given_name, patronymic, birth_on, sex, version from registry.person where tenant_id = $1 and id = $2',
    values: [tenant, id],
  }
  const actor: Statement = {
    name: 'actor',
    text: 'select account, credential, language, stale, tenant, zone, grants from registry.resolve_actor($1, $2, $3)',
    values: [{ hex: tokenHash }, 'token', null],
  }
  const settings = ['-c jit=off', `-c rost.tenant=${tenant}`]
  const asApp = withOptions(house.appUrl, settings)
  const asOwner = withOptions(house.migratorUrl, settings)
  const bare = { server: 'fastify', url: asApp, first: [], page: [row], zod: false } as const
  return {
    [RAW]: { ...bare, server: 'http' },
    'Fastify instead': bare,
    '… and zod on the answer': { ...bare, zod: true },
    '… and who asks (one statement)': { ...bare, first: [actor] },
    'Fastify, who asks, the whole card': { ...bare, first: [actor], page: card },
    '… without row security': { ...bare, url: asOwner, first: [actor], page: card },
  }
}
