import { findDistrictKey } from '../src/modules/registry/districts/district.key.ts'
import { findPersonCard } from '../src/modules/registry/people/person.card.ts'
import { addMethodist } from './parts/actor.ts'
import { type BenchHouse, findTenants, openBenchHouse } from './parts/house.ts'
import { withOptions } from './parts/place.ts'
import { statementsOf } from './parts/recording.ts'
import type { BenchOptions, Report, Row } from './parts/report.ts'
import {
  askHard,
  type BarePlan,
  type CardPlan,
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
/** Until the compiler has done what it does: a server lives longer than a benchmark. */
const WARM_UP = 6
const SNILS = '11223344595'
const WHOLE = { district: true, organisations: [], people: [] }

/** One person by id through the whole chain, and what each part of the chain costs the server's process. */
export async function person({ rounds }: BenchOptions): Promise<readonly Report[]> {
  const house = await openBenchHouse('people')
  const [tenant = 0] = await findTenants(house)
  const { headers, tokenHash } = await addMethodist(house, tenant)
  const id = await findSomebody(house, tenant)
  const path = `/api/people/${id}`
  const servers = new Map<string, Server>()
  try {
    for (const [name, plan] of Object.entries(await plansOf(house, tenant, id, tokenHash.toString('hex')))) {
      servers.set(name, await startBare(plan))
    }
    // Logs as they are unless somebody says otherwise.
    const environment = { ROST_SECRET: house.settings.secret ?? '', LOG_LEVEL: 'info' }
    servers.set(PRODUCT, await startProduct(house.settings.dataFolder, environment))
    await refuseDifferent(servers, path, headers)
    const loads = new Map<string, Load[]>([...servers.keys()].map((name) => [name, []]))
    for (let round = -WARM_UP; round < Math.min(rounds, MOST_ROUNDS); round++) {
      for (const [name, server] of servers) {
        const options = { connections: CONNECTIONS, lasting: { requests: REQUESTS }, headers }
        const load = await askHard(server, path, options)
        if (round >= 0) loads.get(name)?.push(load)
      }
    }
    return [reportOf(loads)]
  } finally {
    for (const server of servers.values()) await server.stop()
    await house.close()
  }
}

const ROW = 'node:http + pg, one row by primary key'
const CARD = 'node:http + pg, the same answer, as the owner'
const PRODUCT = 'the product'

function reportOf(loads: ReadonlyMap<string, readonly Load[]>): Report {
  const cpu = (name: string): number[] => (loads.get(name) ?? []).map((load) => load.cpuPerRequest)
  const rows: Row[] = [
    { what: `${PRODUCT} / ${ROW}`, unit: '× CPU', value: ratioOf(cpu(PRODUCT), cpu(ROW)) },
    { what: `${PRODUCT} / ${CARD}`, unit: '× CPU', value: ratioOf(cpu(PRODUCT), cpu(CARD)), reach: '≤ 2 ×' },
    ...[...loads.keys()].map((name) => ({ what: name, unit: 'µs CPU', value: spreadOf(cpu(name)) })),
    ...[ROW, CARD, PRODUCT].map((name) => ({
      what: `${name}: answers`,
      unit: '/s',
      value: spreadOf((loads.get(name) ?? []).map((load) => load.perSecond)),
    })),
  ]
  const notes = [
    `User and system time of the server’s process per request, ${CONNECTIONS} connections, after ${WARM_UP * REQUESTS} requests each. The product logs every request.`,
    'What the chain costs is the second ratio, and the reach is of it: equal bytes by the same statement, so what is more is what the chain adds to them (who asks, may they, tenant and row security, shapes of input and answer, headers, log, metrics). The first, for information, is between different answers: one row of seven columns, and the whole card with its places of work.',
  ]
  return { title: 'One person by id, through the whole chain', rows, notes }
}

/** The servers that answer with the card answer with the same bytes as the product. */
async function refuseDifferent(
  servers: ReadonlyMap<string, Server>,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const answers = new Map<string, string>()
  for (const [name, { origin }] of servers) {
    const reply = await fetch(`${origin}${path}`, { headers })
    answers.set(name, await reply.text())
  }
  const expected = answers.get(PRODUCT)
  for (const [name, text] of answers) {
    if (name !== ROW && text !== expected) throw new Error(`${name} answers ${text} and not ${expected}`)
  }
}

/** Somebody with a place of work, given a sealed number, so that opening it counts. */
async function findSomebody({ services }: BenchHouse, tenant: number): Promise<number> {
  const { id } = await services.database
    .reader(tenant)
    .selectFrom('registry.employment')
    .select('person_id as id')
    .orderBy('person_id')
    .offset(1000)
    .limit(1)
    .executeTakeFirstOrThrow()
  const key = await findDistrictKey(services.database.reader(tenant), services.master, tenant)
  const columns = { snils_hash: key.hash(SNILS), sealed_snils: key.seal(Buffer.from(SNILS), 'snils') }
  await services.database.write(tenant, (tx) =>
    tx.updateTable('registry.person').set(columns).where('id', '=', id).execute(),
  )
  return id
}

async function cardPlanOf({ services, settings }: BenchHouse, tenant: number): Promise<CardPlan> {
  const db = services.database.reader(null)
  const { wrapped } = await db.selectFrom('platform.master_key').select('wrapped').executeTakeFirstOrThrow()
  const { wrapped_key } = await db
    .selectFrom('registry.district')
    .select('wrapped_key')
    .where('id', '=', tenant)
    .executeTakeFirstOrThrow()
  return {
    secret: settings.secret ?? '',
    wrappedMaster: wrapped.toString('hex'),
    tenant,
    wrappedKey: wrapped_key.toString('hex'),
  }
}

/** From the barest server upwards; each adds one part of what the product does. */
async function plansOf(
  house: BenchHouse,
  tenant: number,
  id: number,
  tokenHash: string,
): Promise<Readonly<Record<string, BarePlan>>> {
  const today = new Date().toISOString().slice(0, 10)
  const card = await cardPlanOf(house, tenant)
  const asked = await statementsOf(house.services.database.readPool, tenant, (db) =>
    findPersonCard(db, WHOLE, id, today),
  )
  // Prepared, as the product asks it.
  const page = asked.map((statement) => ({ ...statement, name: 'card' }))
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
  const whole = { server: 'http', url: asApp, first: [], page, card, zod: false } as const
  return {
    [ROW]: { server: 'http', url: asOwner, first: [], page: [row], zod: false },
    [CARD]: { ...whole, url: asOwner },
    '… under row security': whole,
    '… and by Fastify': { ...whole, server: 'fastify' },
    '… and zod on input and answer': { ...whole, server: 'fastify', zod: true },
    '… and who asks (one statement more)': { ...whole, server: 'fastify', zod: true, first: [actor] },
  }
}
