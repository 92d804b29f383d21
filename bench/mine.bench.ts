import { addTeacher } from './parts/actor.ts'
import { findTenants, openBenchHouse } from './parts/house.ts'
import type { BenchOptions, Report } from './parts/report.ts'
import { startProduct } from './parts/servers.ts'
import { spreadOf } from './parts/timing.ts'
import { inProfile, openPage, type Seen, SLOWER, USUAL_VISITS } from './parts/visits.ts'

const MOST_ROUNDS = 7
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const LINE = { bitsPerSecond: 1_600_000, latencyMs: 150 }
/** What is on record of oneself stands there. */
const READY = 'main .rost-record li'

/** «Моё» of a teacher on a telephone in the corridor. */
export async function mine({ rounds }: BenchOptions): Promise<readonly Report[]> {
  const house = await openBenchHouse('people')
  try {
    const [tenant = 0] = await findTenants(house)
    const { headers } = await addTeacher(house, tenant)
    const product = await startProduct(house.settings.dataFolder, { ROST_SECRET: house.settings.secret ?? '' })
    const asked = { origin: product.origin, path: '/my', ready: READY, line: LINE }
    const first: Seen[] = []
    const everyday: Seen[] = []
    try {
      for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round++)
        await inProfile(
          headers,
          async (context) => {
            first.push(await openPage(context, asked))
            for (let at = 0; at < USUAL_VISITS; at++) await openPage(context, asked)
            everyday.push(await openPage(context, asked))
          },
          PHONE,
        )
    } finally {
      await product.stop()
    }
    const seconds = (all: readonly Seen[]) => spreadOf(all.map(({ ms }) => ms / 1000))
    return [
      {
        title: `«Моё» on a telephone: 1.6 Mbit/s, 150 ms, processor ${SLOWER} times slower`,
        rows: [
          {
            what: 'script before it can be used',
            unit: 'kB',
            value: (first[0]?.scriptBefore ?? 0) / 1000,
            reach: '≤ 200 kB',
          },
          { what: 'never here before', unit: 's', value: seconds(first) },
          { what: 'everyday', unit: 's', value: seconds(everyday), reach: '≤ 2 s' },
        ],
        notes: [
          `From the request to what is on record being painted. Everyday: the same profile after ${USUAL_VISITS} visits.`,
        ],
      },
    ]
  } finally {
    await house.close()
  }
}
