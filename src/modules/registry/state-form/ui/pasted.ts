/** The numbers of a column (or row) copied from a spreadsheet, a cell each; undefined for an empty cell. Nothing where a cell is no count. */
export function countsIn(text: string): (number | undefined)[] | undefined {
  const cells = text.replace(/\r?\n$/, '').split(/\r?\n|\t/)
  const counts = cells.map((cell) => countIn(cell))
  return counts.includes(null) ? undefined : counts.map((count) => count ?? undefined)
}

/** Undefined for nothing, null for what is no count. */
export function countIn(text: string): number | undefined | null {
  const digits = text.replace(/[\s\u00a0]/g, '')
  if (digits === '' || digits === '-' || digits === '—') return undefined
  return /^\d{1,5}$/.test(digits) ? Number(digits) : null
}
