/** Looks that many rows share mean nothing of one row: every second row grey, a column in yellow. */
const USUAL_SHARE = 1 / 3

export type RowLooks = {
  add(row: number, fills: number): void
  /** Rows that are coloured, and unlike most of the sheet. */
  unusual(): readonly number[]
}

/** People mark rows by colour («красным – уволены»); which ones stand out is known when all were seen. */
export function createRowLooks(): RowLooks {
  const coloured: (readonly [row: number, fills: number])[] = []
  const rowsOf = new Map<number, number>()
  let rows = 0
  return {
    add(row, fills) {
      rows++
      if (fills === 0) return
      coloured.push([row, fills])
      rowsOf.set(fills, (rowsOf.get(fills) ?? 0) + 1)
    },
    unusual: () => coloured.flatMap(([row, fills]) => ((rowsOf.get(fills) ?? 0) < rows * USUAL_SHARE ? [row] : [])),
  }
}
