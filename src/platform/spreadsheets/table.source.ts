import type { PackedBatch } from './row.batch.ts'
import type { SheetState } from './workbook.parts.ts'

export type SheetInfo = { readonly name: string; readonly state: SheetState }

/** An opened file on the parsing side. */
export type TableSource = {
  readonly format: 'xlsx' | 'csv'
  readonly sheets: readonly SheetInfo[]
  /** The rows of a sheet by its place in `sheets`, from the first one, as often as asked. */
  read(sheet: number): AsyncGenerator<PackedBatch>
}
