import { type Browser, chromium } from 'playwright-core'
import { addMethodist } from './parts/actor.ts'
import { findTenants, openBenchHouse } from './parts/house.ts'
import type { BenchOptions, Report, Row } from './parts/report.ts'
import { startProduct } from './parts/servers.ts'
import { spreadOf } from './parts/timing.ts'

/** A school's old PC. */
const SLOWER = 4
const MOST_ROUNDS = 7

const PAGES = [
  { path: '/', what: 'first page after sign-in', ready: 'table tbody a' },
  { path: '/people', what: 'list of people', ready: 'table tbody a[href^="/people/"]' },
  { path: '/organisations', what: 'list of organisations', ready: 'table tbody a[href^="/organisations/"]' },
] as const

type Seen = { readonly ms: number; readonly script: number }

/** What a browser loads and how long it takes until there is something to read, on a processor four times slower. */
export async function page({ rounds }: BenchOptions): Promise<readonly Report[]> {
  const house = await openBenchHouse('people')
  try {
    const [tenant = 0] = await findTenants(house)
    const { headers } = await addMethodist(house, tenant)
    const product = await startProduct(house.settings.dataFolder, { ROST_SECRET: house.settings.secret ?? '' })
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
    try {
      const rows: Row[] = []
      for (const { path, what, ready } of PAGES) {
        const visits: Visits = { first: [], again: [] }
        for (let round = -1; round < Math.min(rounds, MOST_ROUNDS); round++) {
          const [first, again] = await visit(browser, { address: product.origin + path, headers, ready })
          if (round < 0) continue
          visits.first.push(first)
          visits.again.push(again)
        }
        rows.push(...rowsOf(what, visits))
      }
      return [
        {
          title: `Pages in Chromium, processor ${SLOWER} times slower, 60,000 people`,
          rows,
          notes: ['Never here before: an empty cache. Again: what has a hash in its name is kept by the browser.'],
        },
      ]
    } finally {
      await browser.close()
      await product.stop()
    }
  } finally {
    await house.close()
  }
}

type Visits = { readonly first: Seen[]; readonly again: Seen[] }

function rowsOf(what: string, { first, again }: Visits): Row[] {
  const script = first[0]?.script ?? 0
  return [
    {
      what: `${what}: script`,
      unit: 'kB',
      value: script / 1000,
      ...(what.startsWith('first') && { reach: '≤ 250 kB' }),
    },
    { what: `${what}: never here before`, unit: 's', value: spreadOf(first.map(({ ms }) => ms / 1000)) },
    {
      what: `${what}: again`,
      unit: 's',
      value: spreadOf(again.map(({ ms }) => ms / 1000)),
      ...(what.startsWith('list') && { reach: '≤ 2 s' }),
    },
  ]
}

type Asked = {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly ready: string
}

/** A browser that has never been here opens the page twice. */
async function visit(browser: Browser, asked: Asked): Promise<readonly [Seen, Seen]> {
  const context = await browser.newContext({ extraHTTPHeaders: { ...asked.headers }, locale: 'ru-RU' })
  try {
    return [await open(context, asked), await open(context, asked)]
  } finally {
    await context.close()
  }
}

async function open(context: Awaited<ReturnType<Browser['newContext']>>, { address, ready }: Asked): Promise<Seen> {
  const opened = await context.newPage()
  const wire = await context.newCDPSession(opened)
  await wire.send('Network.enable')
  await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const scripts = new Set<string>()
  let script = 0
  wire.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType.includes('javascript')) scripts.add(requestId)
  })
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) script += encodedDataLength
  })
  const started = performance.now()
  await opened.goto(address, { waitUntil: 'commit' })
  await opened.locator(ready).first().waitFor()
  const ms = performance.now() - started
  await opened.waitForLoadState('networkidle')
  await opened.close()
  return { ms, script }
}
