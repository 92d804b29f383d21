/**
 * Rows on their way between threads: typed arrays that change hands without a copy, and texts. A text of the
 * workbook's string table crosses once (`sharedTexts`) and is a number ever after, so a word written
 * a hundred thousand times is one string on the other side.
 */
export type PackedBatch = {
  /** Row number, count of its cells, its width; three per row. */
  readonly rows: Int32Array<ArrayBuffer>
  readonly columns: Uint16Array<ArrayBuffer>
  readonly kinds: Uint8Array<ArrayBuffer>
  /** Number and marks (`rowMarks`) of those of the rows that have any; two per row. */
  readonly marks: readonly number[]
  /** The number, the day since 1970-01-01, or the index of a text. */
  readonly values: Float64Array<ArrayBuffer>
  readonly texts: readonly string[]
  /** New shared texts, in the order of their numbers over all batches of a reading. */
  readonly sharedTexts: readonly string[]
}

export const cellKinds = { number: 0, text: 1, shared: 2, day: 3, boolean: 4, error: 5 } as const

/** What a row carries besides its cells, in bits; from `fills` on a bit for each way its filled cells are coloured. */
export const rowMarks = { hidden: 1, noted: 2, fills: 2 } as const

/** No batch that a caller sees has more rows than this. */
export const rowsPerBatch = 1000

/** Where a parser puts what it reads. Columns count from 0; cells come in any order, empty ones not at all. */
export type RowSink = {
  startRow(row: number, isHidden?: boolean): void
  /** A filled cell of the row is coloured; ways of colouring count from 1. */
  fill(way: number): void
  number(column: number, value: number): void
  text(column: number, value: string): void
  /** `index` is the place in the workbook's string table. */
  shared(column: number, index: number): void
  day(column: number, daysSince1970: number): void
  boolean(column: number, value: boolean): void
  error(column: number, code: string): void
  endRow(): void
}
