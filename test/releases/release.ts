/** What the archives of releases have in common: how they are opened, and what is asked of them. */
import { join } from 'node:path'

export const RELEASES = import.meta.dirname
/** A few made-up people of three organisations, as every release could load them. */
export const DISTRICT = join(RELEASES, 'district')
/** No secret: what it opens is made up. */
export const RELEASE_SECRET = 'known to everybody: it opens made-up releases'
export const FIGURES = ['indicators', '--date', '2025-12-31', '--json'] as const

/** What an indicator comes to, by its code. */
export type Figures = Readonly<Record<string, unknown>>

type Told = Readonly<Record<'code' | 'value' | 'numerator' | 'denominator' | 'series', unknown>>

/** Out of what the command tells; what a later release may tell besides is left out. */
export function figuresOf(stdout: string): Figures {
  const { indicators }: { indicators: readonly Told[] } = JSON.parse(stdout)
  return Object.fromEntries(
    indicators.map(({ code, value, numerator, denominator, series }) => [
      String(code),
      series ?? [value ?? null, numerator ?? null, denominator ?? null],
    ]),
  )
}
