import type { FaultyRow } from '../loads.contract.ts'

/** What was typed over a row, by place. */
export type Typed = Readonly<Record<string, string>>

/** A row as the grid shows it: the file's cells, what was typed last over them, the reason that holds now. */
export type GridRow = {
  readonly id: number
  readonly row: number
  readonly texts: readonly string[]
  /** What differs from the file since the last try. */
  readonly tried: Typed
  readonly reason: string
  /** The reason with the name of its column, where the file lacks that. */
  readonly message: string
  readonly place: number | null
}

export function gridRow(row: FaultyRow): GridRow {
  const { id, row: number, cells, tried } = row
  const { reason, message, place } = tried ?? row
  const texts: string[] = []
  for (const cell of cells) texts[cell.place] = cell.text
  const typed = Object.fromEntries((tried?.cells ?? []).map((cell) => [String(cell.place), cell.text]))
  return { id, row: number, texts, tried: typed, reason, message, place }
}

export const textAt = ({ texts, tried }: GridRow, typed: Typed | undefined, place: number): string =>
  typed?.[String(place)] ?? tried[String(place)] ?? texts[place] ?? ''

/** What is sent of a row: every cell that differs from the file. */
export const cellsOf = (typed: Typed): { place: number; text: string }[] =>
  Object.entries(typed).map(([place, text]) => ({ place: Number(place), text }))
