import type { BandSetting } from '../modules/indicators/bands/bands.contract.ts'

const share = (good: number, warn: number, plan: number | null = null): BandSetting => ({
  better: 'higher',
  good,
  warn,
  plan,
})

/** What the made-up districts take for good: some of the sixteen, as a methodical centre would begin with. */
export const BANDS: Readonly<Record<string, BandSetting>> = {
  P01: share(25, 10, 30),
  P02: share(33, 25, 40),
  P04: share(12, 8, 15),
  P10: share(70, 60, 70),
  P12: share(65, 50, 75),
  P13: share(20, 15, 22),
  P14: share(96, 92, 97),
}
