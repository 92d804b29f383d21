import type { Database } from '../../../platform/db/db.ts'

/** What a load, or its comparison, does one after the other. */
export type Stage = 'reading' | 'people' | 'conclusions' | 'differences' | 'keeping'

/** Parts of the time each takes, as measured on 15,000 rows of staff of which 10,000 changed; of 100. */
const WEIGHTS = {
  take: { reading: 85, people: 2, conclusions: 13 },
  compare: { reading: 70, people: 2, differences: 25, keeping: 3 },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<Stage, number>>>>>

export type Work = keyof typeof WEIGHTS

/** Rows after which half of what is not known is thought to be read. */
const HALF = 10_000

/**
 * How much of the work is done when so many of about `expected` rows are read (null: nobody knows how many, then the share
 * grows ever slower), or when a later stage begins. Of 100, and never all of it: that is when it stands.
 */
export function shareOf(work: Work, stage: Stage, rows: number, expected: number | null): number {
  const weights: readonly (readonly [string, number])[] = Object.entries(WEIGHTS[work])
  const at = weights.findIndex(([name]) => name === stage)
  const behind = weights.slice(0, Math.max(at, 0)).reduce((sum, [, weight]) => sum + weight, 0)
  if (stage !== 'reading') return Math.min(behind, 99)
  const read = expected === null || expected === 0 ? rows / (rows + HALF) : Math.min(rows / expected, 1)
  return Math.floor(read * WEIGHTS[work].reading)
}

export type LoadProgress = {
  readonly state: 'reading' | 'taking'
  readonly stage: Stage
  readonly file: string | null
  readonly rows: number
  /** How much of the work is done, of 100. */
  readonly share: number
}

export type Progress = {
  /** What is under way, and how many rows are read. */
  report(stage: Stage, file: string | null, rows: number): Promise<void>
  /** About how many rows there are, once the files have said so. */
  expect(rows: number | null): void
}

type Told = {
  readonly database: Database
  readonly tenant: number
  readonly loadId: number
  readonly onProgress?: (progress: LoadProgress) => Promise<void> | void
}

const BETWEEN_REPORTS = 1_000

/** How far the work is, in the load's own row (seen by others at once) and to who started it; once a second is enough. */
export function progressOf({ database, tenant, loadId, onProgress }: Told, work: Work): Progress {
  let expected: number | null = null
  let told = { stage: '', at: 0, share: 0 }
  return {
    expect(rows) {
      expected = rows
    },
    async report(stage, file, rows) {
      const now = performance.now()
      if (told.stage === stage && now - told.at < BETWEEN_REPORTS) return
      // A share that was too great, for the file said less rows than it has, does not go back.
      const share = Math.max(told.share, shareOf(work, stage, rows, expected))
      told = { stage, at: now, share }
      const state = work === 'compare' || stage === 'reading' ? 'reading' : 'taking'
      await onProgress?.({ state, stage, file, rows, share })
      await database.write(tenant, async (tx) => {
        const far = { state, rows_read: rows, progress: share }
        await tx.updateTable('registry.load').set(far).where('id', '=', loadId).execute()
      })
    },
  }
}
