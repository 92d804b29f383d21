import pg from 'pg'
import { addMethodist, addSignIns } from './parts/actor.ts'
import { type CrowdKind, type CrowdResult, sendCrowd } from './parts/crowd.ts'
import { type BenchHouse, findTenants, openBenchHouse } from './parts/house.ts'
import type { BenchOptions, Report, Row } from './parts/report.ts'
import { startProduct } from './parts/servers.ts'

const USUAL = 32
const CROWD = 500
const SECONDS = { usual: 20, crowd: 60 }
const WARM_UP = 5

/** Twelve times as many clients as keep the server busy: how much of its work is still done, how soon, and who is sent away. */
export async function overload({ rounds }: BenchOptions): Promise<readonly Report[]> {
  const house = await openBenchHouse('districts')
  try {
    const [tenant = 0] = await findTenants(house)
    const asked = await askedOf(house, tenant)
    const product = await startProduct(house.settings.dataFolder, { ROST_SECRET: house.settings.secret ?? '' })
    try {
      // A look in passing, where few rounds are wanted.
      const seconds = rounds < 5 ? { usual: 8, crowd: 15 } : SECONDS
      const send = async (clients: number, lasting: number, waits: boolean): Promise<CrowdResult> =>
        await sendCrowd({
          ...{ origin: product.origin, clients, warmUp: WARM_UP, seconds: lasting, waits },
          kinds: [...asked, await savingOf(house, tenant)],
        })
      const usual = await send(USUAL, seconds.usual, true)
      const waiting = await send(CROWD, seconds.crowd, true)
      const pushing = await send(CROWD, seconds.crowd, false)
      return [
        reportOf(`${CROWD} clients that come again when they are told to`, { usual, crowd: waiting, seconds }),
        reportOf(`${CROWD} clients that come again at once`, { usual, crowd: pushing, seconds }),
      ]
    } finally {
      await product.stop()
      await tidy(house)
    }
  } finally {
    await house.close()
  }
}

async function askedOf(house: BenchHouse, tenant: number): Promise<readonly CrowdKind[]> {
  const { headers } = await addMethodist(house, tenant)
  const get = (path: string) => ({ method: 'GET', path, headers }) as const
  return [
    { name: 'signing in', share: 2, requests: await signInsOf(house, tenant) },
    {
      name: 'reading lists',
      share: 80,
      requests: [
        get('/api/people?pedagogue=yes'),
        get(`/api/people?${new URLSearchParams({ q: 'Ив' })}`),
        get('/api/organisations?size=50'),
        get('/api/notifications'),
      ],
    },
    {
      name: 'figures of the district',
      share: 8,
      requests: [get('/api/indicators?date=2025-12-31&by=organisation'), get('/api/indicators?date=2025-12-31')],
    },
  ]
}

/** Each client corrects an organisation of its own: nobody waits for anybody, as with people at work. */
async function savingOf(house: BenchHouse, tenant: number): Promise<CrowdKind> {
  const { headers } = await addMethodist(house, tenant)
  const organisations = await withClient(house, async (client) => {
    await client.query(
      `insert into registry.organisation (tenant_id, code, code_key, name, type)
      select $1, 'crowd-' || n, 'crowd-' || n, 'Школа', 'school' from generate_series(1, $2) n on conflict do nothing`,
      [tenant, CROWD],
    )
    const { rows } = await client.query<{ id: number; version: number }>(
      `select id, version from registry.organisation where tenant_id = $1 and code like 'crowd-%'`,
      [tenant],
    )
    return rows
  })
  return {
    ...{ name: 'saving', share: 10, own: true },
    requests: organisations.map(({ id, version }) => ({
      ...{ method: 'PATCH', path: `/api/organisations/${id}`, version, body: JSON.stringify({ name: 'Школа' }) },
      headers: { ...headers, 'if-match': '"{version}"' },
    })),
  }
}

async function withClient<T>({ migratorUrl }: BenchHouse, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: migratorUrl })
  await client.connect()
  try {
    await client.query('set row_security = off')
    return await run(client)
  } finally {
    await client.end()
  }
}

const signInsOf = async (house: BenchHouse, tenant: number): Promise<CrowdKind['requests']> =>
  (await addSignIns(house, tenant)).map((typed) => ({
    ...{ method: 'POST', path: '/api/sign-in', headers: {} },
    body: JSON.stringify(typed),
  }))

type Measured = {
  readonly usual: CrowdResult
  readonly crowd: CrowdResult
  readonly seconds: { readonly usual: number; readonly crowd: number }
}

function reportOf(title: string, { usual, crowd, seconds }: Measured): Report {
  const [before, under] = [timesOf(usual).length / seconds.usual, timesOf(crowd).length / seconds.crowd]
  const rows: Row[] = [
    { what: `answers at ${CROWD} / at ${USUAL}`, unit: '×', value: under / before, reach: '≥ 0.8 ×' },
    { what: `answers at ${USUAL}`, unit: '/s', value: before },
    { what: `answers at ${CROWD}`, unit: '/s', value: under },
    { what: `p99 at ${USUAL}`, unit: 'ms', value: percentile(timesOf(usual), 99) },
    { what: `p99 at ${CROWD}`, unit: 'ms', value: percentile(timesOf(crowd), 99), reach: '< 2,000 ms' },
    ...crowd.kinds.flatMap(({ name, times, shed }): Row[] => [
      { what: `${name}: answers`, unit: '/s', value: times.length / seconds.crowd },
      { what: `${name}: median`, unit: 'ms', value: percentile(times, 50) },
      { what: `${name}: p99`, unit: 'ms', value: percentile(times, 99) },
      { what: `${name}: told to come again`, unit: '%', value: (100 * shed) / Math.max(1, times.length + shed) },
    ]),
  ]
  return {
    title: `${title}, for ${seconds.crowd} s`,
    rows,
    notes: ['Of a hundred requests two sign in, ten save, eight want figures of the whole district, the others lists.'],
  }
}

const timesOf = ({ kinds }: CrowdResult): number[] => kinds.flatMap(({ times }) => times)

function percentile(times: readonly number[], percent: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN
}

/** The data are kept for other benchmarks. */
async function tidy(house: BenchHouse): Promise<void> {
  await withClient(house, async (client) => {
    await client.query(`delete from registry.revision r using registry.organisation o
      where o.code like 'crowd-%' and r.kind = 'organisation' and r.object_id = o.id and r.tenant_id = o.tenant_id`)
    await client.query(`delete from registry.organisation where code like 'crowd-%'`)
    await client.query('vacuum registry.organisation')
  })
}
