import type { Band } from '../../bands/bands.contract.ts'
import type { Point } from '../../values/ui/figures.ts'

/** What is wanted: the plan of the year where there is one, else the bound from which it is good. */
export type Target = { readonly value: number; readonly is: 'plan' | 'good'; readonly better: Band['better'] }

export const targetOf = ({ plan, good, better }: Band): Target =>
  plan === null ? { value: good, is: 'good', better } : { value: plan, is: 'plan', better }

/** Posts are filled by quarters, people and events are whole. */
const QUARTERS = 4

/**
 * How many more would have to be counted for the figure to reach the target (fewer, where lower is better), among as many
 * as there are now; 0 where it is reached or where there is nothing.
 */
export function gapOf({ numerator, denominator, value }: Point, target: Target, isQuarterly = false): number {
  const parts = isQuarterly ? QUARTERS : 1
  const isShare = numerator !== undefined && denominator !== undefined
  const counted = isShare ? numerator : (value ?? null)
  if (counted === null || (isShare && denominator === 0)) return 0
  const wanted = isShare ? (target.value * denominator) / 100 : target.value
  // What binary fractions leave behind a whole number is no person.
  const near = 1e-9
  const gap =
    target.better === 'higher'
      ? Math.ceil((wanted - counted) * parts - near) / parts
      : Math.ceil((counted - wanted) * parts - near) / parts
  return Math.max(0, gap)
}

export type Behind = { readonly key: string; readonly label: string; readonly gap: number }

/** The organisations that lack something themselves, those that lack most first. */
export function behindOf(
  cells: readonly (Point & {
    readonly key: string
    readonly label: string
    readonly series?: readonly Point[] | undefined
  })[],
  target: Target,
  isQuarterly = false,
): Behind[] {
  return cells
    .map((cell) => ({ key: cell.key, label: cell.label, gap: gapOf(cell.series?.at(-1) ?? cell, target, isQuarterly) }))
    .filter(({ gap }) => gap > 0)
    .sort((a, b) => b.gap - a.gap || a.label.localeCompare(b.label, 'ru', { numeric: true }))
}
