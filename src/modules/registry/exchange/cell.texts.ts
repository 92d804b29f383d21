import { type Cell, readsAs } from '../../../platform/spreadsheets/index.ts'

/**
 * Cells as they read. Days come over and over, as one object each for a whole reading: each is put into words once, and
 * what is looked up by these words later finds a text whose hash is known.
 */
export function textReader(): (cell: Cell) => string {
  const days = new Map<Cell, string>()
  return (cell) => {
    if (typeof cell !== 'object' || cell === null || !('date' in cell)) return readsAs(cell)
    const known = days.get(cell)
    if (known !== undefined) return known
    const text = readsAs(cell)
    days.set(cell, text)
    return text
  }
}
