import type { Band, Standing } from '../../indicators/bands/bands.contract.ts'
import { standingOf } from '../../indicators/bands/bands.contract.ts'
import { amountOf, type Figure, type Sureness } from '../../indicators/index.ts'

/** An indicator as the note speaks of it. */
export type NoteFigure = {
  readonly code: string
  readonly title: string
  /** Its definition in words. */
  readonly sentence: string
  readonly isShare: boolean
  readonly now: Figure
  readonly before: Figure | undefined
  /** Days and figures of a series, earliest first; empty where there is none. */
  readonly series: readonly { readonly date: string; readonly figure: Figure }[]
  readonly band: Band | undefined
  readonly slices: readonly NoteSlice[]
  /** Who is not counted because something is not known of them; undefined where that is closed. */
  readonly sureness: Sureness | undefined
  /** Terms its definition speaks of, and of what: from them follows whose work it is. */
  readonly subject: string
  readonly terms: readonly string[]
}

export type NoteSlice = { readonly name: string; readonly rows: readonly NoteRow[] }

export type NoteRow = {
  readonly key: string
  readonly id: string
  readonly label: string
  readonly now: Figure
  readonly before: Figure | undefined
}

export const isNothing = ({ numerator, denominator }: Figure): boolean => (denominator ?? numerator) === 0

export const standing = ({ now, band }: NoteFigure): Standing | null => standingOf(amountOf(now), band)

export type Change = { readonly by: number; readonly is: 'up' | 'down' | 'still' }

/** Less than half a percentage point, or less than one, is no change anybody should act on. */
const NOTABLE = { share: 0.5, count: 1 }

/** By how much a figure moved; undefined where one of both has no value. */
export function changeOf(before: Figure | undefined, now: Figure): Change | undefined {
  const then = before === undefined ? null : amountOf(before)
  const value = amountOf(now)
  if (then === null || value === null) return undefined
  const by = value - then
  const least = now.denominator === null ? NOTABLE.count : NOTABLE.share
  return { by, is: Math.abs(by) < least ? 'still' : by > 0 ? 'up' : 'down' }
}

/** Whether a step in this direction is one for the worse; more is better unless the district says otherwise. */
export const isWorse = ({ band }: Pick<NoteFigure, 'band'>, by: number): boolean =>
  by !== 0 && by < 0 === ((band?.better ?? 'higher') === 'higher')
