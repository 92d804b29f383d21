import { z } from 'zod'
import { Day, endpoint, FileReply, Id, IdParams, listOf, listQuery } from '../../../platform/contract.ts'

export const LOAD_STATES = ['waiting', 'reading', 'taking', 'compared', 'dropped', 'done', 'failed'] as const

const listed = <T extends z.ZodType>(item: T) => z.array(item).readonly()
const told = { code: z.string(), message: z.string() }
const RowRun = z.union([z.int(), z.tuple([z.int(), z.int()])])

/** What became of the files; the shape of `rost load --json`. Rows and columns, never cells. */
const LoadAnswer = z.object({
  files: listed(
    z.object({
      file: z.string(),
      sheet: z.string().nullable(),
      rows: z.int(),
      accepted: z.int(),
      updated: z.int(),
      unchanged: z.int(),
      duplicates: z.int(),
      duplicateRows: listed(z.int()),
      rejected: listed(z.object({ row: z.int(), column: z.string(), ...told })),
      /** `value`: what the classifier lacks. */
      warnings: listed(z.object({ row: z.int(), value: z.string().optional(), ...told })),
      ignoredColumns: listed(z.string()),
      /** The sheet of the exchange folder it was recognised as by its headers; absent where its name decided. */
      recognised: z.object({ file: z.string(), sheet: z.string().nullable() }).optional(),
      /** Files of this load that held the same sheet and were taken before. */
      after: listed(z.string()).optional(),
      /** What a profile made of it; absent where none was chosen. */
      profiled: z
        .object({
          profile: z.string(),
          asOf: z.object({ day: z.string(), from: z.enum(['given', 'title', 'name', 'load']) }),
          /** What was set right or doubted, with the rows it is about, one or [first, last]. */
          remarks: listed(z.object({ ...told, column: z.string(), count: z.int(), rows: listed(RowRun) })),
          skipped: listed(
            z.object({ row: z.int(), kind: z.enum(['header', 'numbering', 'total', 'section', 'signature', 'empty']) }),
          ),
          /** Columns that must not be kept, and were not. */
          dropped: listed(z.string()),
          questions: listed(z.object({ kind: z.string(), column: z.string(), rows: z.int(), values: z.int() })),
        })
        .optional(),
    }),
  ),
  unread: listed(z.object({ file: z.string(), ...told })),
})

const Comparison = z.object({
  at: z.iso.datetime(),
  /** Something has changed since: taking it may come to something else. */
  isStale: z.boolean(),
  /** Somebody took the load, but something had changed since: it was compared anew, and nothing written. */
  again: z.boolean(),
  files: listed(
    z.object({
      file: z.string(),
      sheet: z.string().nullable(),
      rows: z.int(),
      /** New records, records with other values, and rows that say what is there. */
      new: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      duplicates: z.int(),
      faulty: z.int(),
      /** Places of work that the file does not name any more. */
      gone: z.int(),
      /** In how many of the changed records each header says something else. */
      fields: z.record(z.string(), z.int()),
      /** The day it is of; null of comparisons of long ago. */
      day: z.iso.date().nullable(),
      /** What is newer than that day and would go back to what the file says, the most frequent first. */
      older: listed(z.object({ header: z.string(), count: z.int(), since: z.iso.date() })),
    }),
  ),
  people: z.object({ new: z.int(), changed: z.int() }),
  /** Places of work gone from all files, and those nobody has said yet what became of. */
  gone: z.object({ all: z.int(), open: z.int() }),
  unread: listed(z.object({ file: z.string(), ...told })),
})
export type Comparison = z.infer<typeof Comparison>

export const Load = z.object({
  id: Id,
  state: z.enum(LOAD_STATES),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  /** So far; while a load waits or after it failed, what the last try came to. */
  rowsRead: z.int(),
  /** Known when all is read. */
  rowsTotal: z.int().nullable(),
  /** How much of the work is done, of 100; while a load waits or after it failed, how far the last try came. */
  progress: z.int(),
  /** Why it failed. */
  fault: z.object(told).nullable(),
  /** Uploaded files; `kept`: the file itself is still there. A load by the operator has none. */
  files: z.array(
    z.object({
      name: z.string(),
      bytes: z.int(),
      kept: z.boolean(),
      /** The latest load before that took the very same file and stands, when and by whom (null: the operator). */
      loadedBefore: z.object({ id: Id, at: z.iso.datetime(), by: z.string().nullable() }).nullable(),
    }),
  ),
  /** Faulty rows of this load that no later load has taken or refused again and nobody left out. */
  waitingRows: z.int(),
  /** The load whose faulty rows, mended in the browser, this one checks. */
  mends: Id.nullable(),
  /** The name of the profile its files are read through; null: as the exchange folder wants them. */
  profile: z.string().nullable(),
  /** While it waits: the load of the district that goes before. */
  waitsFor: z.object({ id: Id, createdAt: z.string() }).nullable(),
  /** The load that this one takes back. */
  undoes: Id.nullable(),
  /** The load that took this one back, when and by whom (null: the operator). */
  takenBack: z.object({ id: Id, at: z.iso.datetime(), by: z.string().nullable() }).nullable(),
  can: z.array(z.enum(['undo', 'take', 'compare', 'drop'])),
})
export type Load = z.infer<typeof Load>

export const createLoad = endpoint({
  id: 'createLoad',
  method: 'post',
  path: '/api/loads',
  summary: 'Upload spreadsheets (of any names, known by their headers; or a workbook of faulty rows) and load them',
  query: z.object({
    profile: z.string().max(100).optional(),
    /** The day the files are of, where they do not say it themselves or say it wrong. */
    asOf: Day.optional(),
    /** `yes`: nothing is written before somebody takes it (takeComparedLoad). */
    compare: z.enum(['yes', 'no']).default('no'),
  }),
  takes: 'files',
  reply: Load,
})

export const listLoads = endpoint({
  id: 'listLoads',
  method: 'get',
  path: '/api/loads',
  summary: 'Loads of the district, newest first',
  query: listQuery(['createdAt'], { state: z.enum(LOAD_STATES).optional() }),
  reply: listOf(Load),
})

export const getLoad = endpoint({
  id: 'getLoad',
  method: 'get',
  path: '/api/loads/{id}',
  summary: 'How far a load is, and what became of its files',
  params: IdParams,
  reply: Load.extend({
    answer: LoadAnswer.nullable(),
    comparison: Comparison.nullable(),
    /** Later loads that refused rows of this one again: they wait there. */
    overtaken: z.array(z.object({ load: Id, createdAt: z.iso.datetime(), rows: z.int() })),
  }),
})

const Cells = z.array(z.object({ place: z.int(), header: z.string(), text: z.string() }))

const FaultyRow = z.object({
  id: Id,
  /** The sheet it stands in, among `sheets`. */
  source: Id,
  file: z.string(),
  sheet: z.string().nullable(),
  /** The number the spreadsheet shows. */
  row: z.int(),
  column: z.string().nullable(),
  ...told,
  /** The message without the name of the column. */
  reason: z.string(),
  /** Where the column stands in the file; null where the file has none of that name. */
  place: z.int().nullable(),
  /** When a later load took it; it is removed the night after. */
  mendedAt: z.iso.datetime().nullable(),
  /** When somebody decided not to load it. */
  leftOutAt: z.iso.datetime().nullable(),
  /** As they read, under the file's own headers, by place from 0; empty ones are left out. */
  cells: Cells,
  /** What was typed last and why it was not taken either: the cells that differ. */
  tried: z
    .object({
      column: z.string().nullable(),
      ...told,
      reason: z.string(),
      place: z.int().nullable(),
      cells: z.array(z.object({ place: z.int(), text: z.string() })),
    })
    .nullable(),
})
export type FaultyRow = z.infer<typeof FaultyRow>

const FaultySheet = z.object({
  id: Id,
  file: z.string(),
  sheet: z.string().nullable(),
  /** Nobody knows any more what the sheet was read as: its rows cannot be mended here. */
  mendable: z.boolean(),
  /** Of the file, by place. `choice`: a closed list of `values`. */
  columns: z.array(
    z.object({
      place: z.int(),
      header: z.string(),
      kind: z.enum(['text', 'date', 'number', 'choice']),
      required: z.boolean(),
      values: z.array(z.string()),
    }),
  ),
})
export type FaultySheet = z.infer<typeof FaultySheet>

export const listFaultyRows = endpoint({
  id: 'listFaultyRows',
  method: 'get',
  path: '/api/loads/{id}/faulty-rows',
  summary: 'Rows of a load that were not taken, word for word, and the sheets they stand in; the look is journalled',
  params: IdParams,
  query: listQuery(['row'], {
    file: z.string().max(300).optional(),
    /** `overtaken`: refused again in a later load, where it waits now. */
    state: z.enum(['waiting', 'mended', 'left-out', 'overtaken']).optional(),
  }),
  reply: listOf(FaultyRow).extend({ sheets: z.array(FaultySheet) }),
})

export const getFaultyRowsWorkbook = endpoint({
  id: 'getFaultyRowsWorkbook',
  method: 'get',
  path: '/api/loads/{id}/faulty-rows.xlsx',
  summary: 'Rows still to be mended (the first 20,000) as a workbook to be corrected and uploaded again',
  params: IdParams,
  reply: FileReply,
})
