/** How much of a stranger's file is read before it is refused. */
export type ReadingLimits = {
  /** The file as it lies on disk. */
  readonly fileBytes: number
  /** All parts of a workbook together, inflated. */
  readonly inflatedBytes: number
  /** The string table, which is held in memory. */
  readonly stringsBytes: number
  /** Each of the other parts that are read at once: the workbook, its relations and styles. */
  readonly partBytes: number
  readonly archiveEntries: number
  readonly sheets: number
  readonly rows: number
  readonly columns: number
  /** Per sheet; a row counts up to its last filled cell. */
  readonly cells: number
  readonly cellCharacters: number
  /** All texts of a row that are not in the string table. */
  readonly rowCharacters: number
  /** Milliseconds that the caller spends waiting for the parser; the caller's own work is not counted. */
  readonly waitMs: number
  /**
   * Heap of the parsing thread, at least 16. A second wall only: V8 may end the whole process instead of the thread
   * when a heap overflows, so the limits above keep what is held far below it.
   */
  readonly workerHeapMb: number
}

const mebibyte = 1024 * 1024

/** A staff registry of 100,000 rows and 25 columns takes a third of each. Rows and columns are Excel's own bounds. */
export const defaultReadingLimits: ReadingLimits = {
  fileBytes: 64 * mebibyte,
  inflatedBytes: 300 * mebibyte,
  stringsBytes: 96 * mebibyte,
  partBytes: 16 * mebibyte,
  archiveEntries: 4096,
  sheets: 256,
  rows: 1_048_576,
  columns: 16_384,
  cells: 10_000_000,
  cellCharacters: 100_000,
  rowCharacters: 2_000_000,
  waitMs: 60_000,
  workerHeapMb: 192,
}
