import { type Cell, readsAs } from '../../../platform/spreadsheets/index.ts'
import { parseDecimal } from '../exchange/decimal.ts'
import type { Profile } from './profile.ts'

/** The columns of a score and of the most it can be. */
export const SCORE = { score: 'Балл', most: 'Максимум' } as const

export type Score = { readonly score: Cell; readonly most: Cell }

const PER_CENT = /^(\d+(?:[.,]\d+)?)\s*%$/

/**
 * A score beside which no maximum stands. «72%» says what it is; of a bare number somebody has to say it: undefined while
 * nobody has.
 */
export function scoreOf(cell: Cell, scores: Profile['scores']): Score | undefined {
  const text = readsAs(cell)
  const perCent = PER_CENT.exec(text)
  if (perCent) return { score: perCent[1] ?? '', most: '100' }
  const value = parseDecimal(text)
  if (value === undefined || scores === null || scores === 'points') return undefined
  if (scores === 'percent') return { score: value, most: '100' }
  return { score: String(Number((Number(value) * 100).toFixed(6))), most: '100' }
}
