import type { z } from 'zod'
import { sayCount, sayShare } from '../../../../web/formats.ts'
import type { Language } from '../../../../web/words.ts'
import type { IndicatorValue } from '../values.contract.ts'

export type Row = z.infer<typeof IndicatorValue>
export type Point = {
  readonly numerator?: number | undefined
  readonly denominator?: number | undefined
  readonly value?: number | null | undefined
}

/** Of a series the figure is its last day. */
export const figureOf = (row: Point & { readonly series?: readonly Point[] | undefined }): Point =>
  row.series?.at(-1) ?? row

/** `25,9 %`, a count, or what says that there is none: missing is not zero. */
export function sayFigure({ numerator, denominator, value }: Point, language: Language, noData: string): string {
  if (denominator !== undefined && numerator !== undefined) {
    return denominator === 0 ? noData : sayShare(numerator, denominator, language)
  }
  return value === null || value === undefined ? noData : sayCount(value, language)
}

/** The share in per cent, or the count; null where there is none. */
export function amountOf({ numerator, denominator, value }: Point): number | null {
  if (denominator !== undefined && numerator !== undefined)
    return denominator === 0 ? null : (numerator * 100) / denominator
  return value ?? null
}

/** Nobody and nothing was counted: true of every figure of a district without data. */
export const isNothing = ({ denominator, value }: Point): boolean => denominator === 0 || value === 0 || value == null

export const isShare = (point: Point): boolean => point.denominator !== undefined

/** Less than this many percentage points is no change anybody should act on. */
const NOTABLE = 0.5

export type Movement = { readonly by: number; readonly is: 'up' | 'down' | 'still' }

/** By how much a figure moved; null where one of both is missing. */
export function movement(before: Point | undefined, now: Point): Movement | null {
  const then = before === undefined ? null : amountOf(before)
  const value = amountOf(now)
  if (then === null || value === null) return null
  const by = value - then
  const least = isShare(now) ? NOTABLE : 1
  return { by, is: Math.abs(by) < least ? 'still' : by > 0 ? 'up' : 'down' }
}
