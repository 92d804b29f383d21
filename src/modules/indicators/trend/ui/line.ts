import { amountOf } from '../../values/ui/figures.ts'
import type { Restarts, TrendPoint } from '../trend.contract.ts'

/** A point that has a value, in per cent or as the count. */
export type Spot = { readonly date: string; readonly amount: number; readonly point: TrendPoint }

export const spotsOf = (points: readonly TrendPoint[]): Spot[] =>
  points.flatMap((point) => {
    const amount = amountOf(point)
    return amount === null ? [] : [{ date: point.date, amount, point }]
  })

/** Where the line must not be drawn through: what is gathered over a year begins anew in the next one. */
export function strokesOf(spots: readonly Spot[], restarts: Restarts | null, isYearly: boolean): Spot[][] {
  if (isYearly) return [[...spots]]
  const strokes = Map.groupBy(spots, ({ date }) => yearOf(date, restarts))
  return [...strokes.values()]
}

function yearOf(date: string, restarts: Restarts | null): string {
  const [year = '', month = ''] = date.split('-')
  if (restarts === 'calendar_year') return year
  if (restarts === 'school_year') return String(Number(year) - (Number(month) < 9 ? 1 : 0))
  return ''
}

/** A scale from amounts to pixels, and round amounts to draw lines at. */
export type Scale = { readonly least: number; readonly most: number; readonly ticks: readonly number[] }

const ROUND = [1, 2, 5, 10]

/** Holds all amounts with some room; a share stays within 0 and 100. At least `span` wide, so that noise looks small. */
export function scaleOf(amounts: readonly number[], { isShare, span }: { isShare: boolean; span: number }): Scale {
  const [low, high] = [Math.min(...amounts), Math.max(...amounts)]
  const room = Math.max(span, (high - low) * 1.2) / 2
  const middle = (low + high) / 2
  const rough = (room * 2) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * (ROUND.find((one) => one * power >= rough) ?? 10)
  const least = Math.max(0, Math.floor((middle - room) / step) * step)
  const top = Math.ceil((middle + room) / step) * step
  const most = isShare ? Math.min(100, Math.max(top, least + step)) : Math.max(top, least + step)
  const ticks = Array.from({ length: Math.floor((most - least) / step + 1e-9) + 1 }, (_, i) => least + i * step)
  return { least, most, ticks }
}

/** Where a day stands between two others, 0…1. */
export function placeOf(day: string, first: string, last: string): number {
  const at = (text: string): number => Date.parse(`${text}T00:00:00Z`)
  return first === last ? 1 : (at(day) - at(first)) / (at(last) - at(first))
}
