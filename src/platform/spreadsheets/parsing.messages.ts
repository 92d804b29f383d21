import type { ReadingLimits } from './reading.limits.ts'
import type { PackedBatch } from './row.batch.ts'
import type { FaultPlace, FaultReason } from './spreadsheet.fault.ts'
import type { SheetInfo } from './table.source.ts'

/** What the parsing thread starts with. */
export type ParsingTask = { readonly path: string; readonly name: string; readonly limits: ReadingLimits }

/**
 * `reading` numbers the readings of one file from 1 (0 is the opening); a new one ends the one before.
 * Each `next` of the current reading is answered once.
 */
export type ParsingRequest =
  | { readonly type: 'read'; readonly reading: number; readonly sheet: number }
  | { readonly type: 'next'; readonly reading: number }

export type ParsingReply =
  | { readonly type: 'opened'; readonly format: 'xlsx' | 'csv'; readonly sheets: readonly SheetInfo[] }
  | { readonly type: 'batch'; readonly reading: number; readonly batch: PackedBatch }
  | { readonly type: 'end'; readonly reading: number }
  | { readonly type: 'fault'; readonly reading: number; readonly reason: FaultReason; readonly place: FaultPlace }
  | { readonly type: 'bug'; readonly reading: number; readonly error: Error }
