import type { ReadingLimits } from './reading.limits.ts'
import type { PackedBatch } from './row.batch.ts'
import type { FaultPlace, FaultReason } from './spreadsheet.fault.ts'
import type { TableSource } from './table.source.ts'

/** The file a parsing thread is given. */
export type ParsingTask = { readonly path: string; readonly name: string; readonly limits: ReadingLimits }

/**
 * `reading` numbers the readings of one file from 1 (0 is the opening); a new one ends the one before.
 * Each `next` of the current reading is answered once. `close` lets the file go; its answer is the last about it.
 */
export type ParsingRequest =
  | { readonly type: 'open'; readonly task: ParsingTask }
  | { readonly type: 'close' }
  | { readonly type: 'read'; readonly reading: number; readonly sheet: number }
  | { readonly type: 'next'; readonly reading: number }

export type ParsingReply =
  | { readonly type: 'closed' }
  | ({ readonly type: 'opened' } & Pick<TableSource, 'format' | 'sheets' | 'told'>)
  | { readonly type: 'batch'; readonly reading: number; readonly batch: PackedBatch }
  | { readonly type: 'end'; readonly reading: number }
  | { readonly type: 'fault'; readonly reading: number; readonly reason: FaultReason; readonly place: FaultPlace }
  | { readonly type: 'bug'; readonly reading: number; readonly error: Error }
