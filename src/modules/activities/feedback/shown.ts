import { FEWEST_SHOWN } from '../../indicators/index.ts'

type Counted = { readonly answered: number }

/**
 * Which of these are shown, when nobody may find out what fewer than five people said, not by subtraction either: each
 * that has enough by itself, and of the small ones those that come to enough together, row after row. In the order in
 * which they were closed, so that what comes later changes no row that is shown already.
 */
export function shownAmong<T extends Counted>(closed: readonly T[]): T[] {
  const shown = closed.filter(({ answered }) => answered >= FEWEST_SHOWN)
  let row: T[] = []
  for (const one of closed) {
    if (one.answered >= FEWEST_SHOWN) continue
    row.push(one)
    if (row.reduce((sum, { answered }) => sum + answered, 0) < FEWEST_SHOWN) continue
    shown.push(...row)
    row = []
  }
  return shown
}
