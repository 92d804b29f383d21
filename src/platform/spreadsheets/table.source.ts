import type { PackedBatch } from './row.batch.ts'
import type { SheetState } from './workbook.parts.ts'

export type SheetInfo = { readonly name: string; readonly state: SheetState }

/** What a file says of itself before it is read; it need not be true. */
export type Told = {
  /** The day it was last saved, ISO. */
  readonly savedOn: string | null
  /** How many rows each sheet has, by its place; null where the file does not say. */
  readonly rows: readonly (number | null)[]
}

/** An opened file on the parsing side. */
export type TableSource = {
  readonly format: 'xlsx' | 'csv'
  readonly sheets: readonly SheetInfo[]
  readonly told: Told
  /** The rows of a sheet by its place in `sheets`, from the first one, as often as asked. */
  read(sheet: number): AsyncGenerator<PackedBatch>
}
