import type { BrowserContext } from 'playwright-core'
import { addMethodist } from './parts/actor.ts'
import { findTenants, openBenchHouse } from './parts/house.ts'
import type { BenchOptions, Report, Row } from './parts/report.ts'
import { startProduct } from './parts/servers.ts'
import { spreadOf } from './parts/timing.ts'
import { inProfile, openPage, type Seen, SLOWER, tellWhenPainted, USUAL_VISITS } from './parts/visits.ts'

const MOST_ROUNDS = 7

const PAGES = [
  { path: '/', what: 'first page after sign-in', ready: 'table tbody a' },
  {
    path: '/people',
    what: 'list of people',
    ready: 'table tbody a[href^="/people/"]',
    link: 'nav a[href="/people"]',
  },
  {
    path: '/organisations',
    what: 'list of organisations',
    ready: 'table tbody a[href^="/organisations/"]',
    link: 'nav a[href="/organisations"]',
  },
] as const

/** What a browser loads and how long it takes until there is something to read, on a processor four times slower. */
export async function page({ rounds }: BenchOptions): Promise<readonly Report[]> {
  const house = await openBenchHouse('people')
  try {
    const [tenant = 0] = await findTenants(house)
    const { headers } = await addMethodist(house, tenant)
    const product = await startProduct(house.settings.dataFolder, { ROST_SECRET: house.settings.secret ?? '' })
    try {
      const rows: Row[] = []
      for (const { path, what, ...looked } of PAGES) {
        const visits: Visits = { first: [], everyday: [], opened: [] }
        for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round++) {
          const seen = await visit({ origin: product.origin, path, headers, ...looked })
          visits.first.push(seen.first)
          visits.everyday.push(seen.everyday)
          visits.opened.push(...seen.opened)
        }
        rows.push(...rowsOf(what, visits))
      }
      return [
        {
          title: `Pages in Chromium, processor ${SLOWER} times slower, 60,000 people`,
          rows,
          notes: [
            'From the request (or the click) to the rows being painted, as the page itself sees it.',
            `Never here before: an empty profile. Everyday: the same profile after ${USUAL_VISITS} visits.`,
            'Opened: on the first page somebody clicks the link of the list; never before in this profile, and everyday.',
          ],
        },
      ]
    } finally {
      await product.stop()
    }
  } finally {
    await house.close()
  }
}

type Visits = { readonly first: Seen[]; readonly everyday: Seen[]; readonly opened: Opened[] }

/** How long a list took that was opened from the first page: never opened before, and everyday. */
type Opened = { readonly first: number; readonly everyday: number }

function rowsOf(what: string, { first, everyday, opened }: Visits): Row[] {
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
      what: `${what}: everyday`,
      unit: 's',
      value: spreadOf(everyday.map(({ ms }) => ms / 1000)),
      ...(what.startsWith('list') && { reach: '≤ 2 s' }),
    },
    ...(opened.length === 0 ? [] : (['first', 'everyday'] as const)).map((when) => ({
      what: `${what}: opened from the first page, ${when === 'first' ? 'never before' : 'everyday'}`,
      unit: 's' as const,
      value: spreadOf(opened.map((one) => one[when] / 1000)),
      reach: '≤ 2 s',
    })),
  ]
}

type Asked = {
  readonly origin: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly ready: string
  /** What is clicked on the first page, where the page is a list. */
  readonly link?: string
}

/** A browser with a profile on disk, as people have one, opens the page for the first time and some visits later. */
async function visit(
  asked: Asked,
): Promise<{ readonly first: Seen; readonly everyday: Seen; readonly opened: readonly Opened[] }> {
  const seen = await inProfile(asked.headers, async (context) => {
    const first = await openPage(context, asked)
    for (let at = 0; at < USUAL_VISITS; at++) await openPage(context, asked)
    return { first, everyday: await openPage(context, asked) }
  })
  const { link } = asked
  if (link === undefined) return { ...seen, opened: [] }
  return await inProfile(asked.headers, async (context) => {
    const first = await click(context, { ...asked, link })
    for (let at = 0; at < USUAL_VISITS; at++) await click(context, { ...asked, link })
    return { ...seen, opened: [{ first, everyday: await click(context, { ...asked, link }) }] }
  })
}

/** Milliseconds from the click on the first page, which is there and at rest, to the rows of the list. */
async function click(
  context: BrowserContext,
  { origin, ready, link }: Asked & { readonly link: string },
): Promise<number> {
  const opened = await context.newPage()
  const wire = await context.newCDPSession(opened)
  await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await opened.goto(`${origin}/`, { waitUntil: 'networkidle' })
  await opened.evaluate(tellWhenPainted, ready)
  await opened.evaluate(() => addEventListener('click', () => performance.mark('clicked'), { capture: true }))
  await opened.locator(link).first().click()
  await opened.waitForFunction(() => performance.getEntriesByName('painted').length > 0)
  const ms = await opened.evaluate(() => performance.measure('opening', 'clicked', 'painted').duration)
  await opened.close()
  return ms
}
