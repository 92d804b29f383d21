import { z } from 'zod'
import { Day, endpoint, FileReply, Id, manyOf } from '../../../platform/contract.ts'
import { CodeParams, IndicatorCode } from '../definitions/definitions.contract.ts'

const SliceName = z.string().regex(/^[a-z_]{1,40}$/)

export const one = {
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  value: z.number().nullable().optional(),
}
const series = z.array(z.object({ date: Day, ...one })).optional()

export const IndicatorValue = z.object({
  code: z.string(),
  title: z.string(),
  /** What it is called where a line must do. */
  short: z.string(),
  kind: z.enum(['ratio', 'count', 'series']),
  ...one,
  series,
  slices: z.record(z.string(), z.array(z.object({ key: z.string(), label: z.string(), ...one, series }))).optional(),
})

export const listIndicators = endpoint({
  id: 'listIndicators',
  method: 'get',
  path: '/api/indicators',
  summary: 'Figures of the indicators as of a day, counted now from what is known now',
  query: z.object({
    date: Day.optional(),
    code: manyOf(IndicatorCode),
    /** Kinds of slices wanted; none unless said. */
    by: manyOf(SliceName),
    /** Of this organisation alone. */
    organisation: Id.optional(),
  }),
  reply: z.object({
    date: Day,
    period: z.tuple([Day, Day]),
    /** `own`: of the asker's organisations alone. */
    of: z.enum(['district', 'own']),
    indicators: z.array(IndicatorValue),
  }),
})

const Sureness = z.object({
  code: z.string(),
  /** Who certainly belongs to what is counted. */
  base: z.int(),
  unsure: z.int(),
  /** What is not known, for how many of the unsure; the commonest first. */
  reasons: z.array(z.object({ reason: z.string(), count: z.int() })),
})
export type Sureness = z.infer<typeof Sureness>

export const listSureness = endpoint({
  id: 'listIndicatorSureness',
  method: 'get',
  path: '/api/indicators/sureness',
  summary:
    'For how many nobody can say whether they count, by indicator, and why; figures of closed purposes are left out',
  query: z.object({ date: Day.optional(), code: manyOf(IndicatorCode) }),
  reply: z.object({
    date: Day,
    items: z.array(Sureness),
  }),
})

export const getDataAge = endpoint({
  id: 'getDataAge',
  method: 'get',
  path: '/api/indicators/data-age',
  summary: 'When spreadsheets were loaded last: how old what is counted from is',
  reply: z.object({ loadedAt: z.iso.datetime().nullable() }),
})

export const exportSlices = endpoint({
  id: 'exportIndicatorSlices',
  method: 'get',
  path: '/api/indicators/{code}/slices.xlsx',
  summary:
    'All slices of an indicator as a workbook, a sheet a slice, beside another day where one is named; no names of people',
  params: CodeParams,
  query: z.object({ date: Day.optional(), before: Day.optional() }),
  reply: FileReply,
})

const Fact = z.object({
  /** The term it speaks for, or null for what is shown of everybody. */
  term: z.string().nullable(),
  label: z.string(),
  from: Day.nullable(),
  to: Day.nullable(),
  /** False where a field the condition asks for is empty. */
  sure: z.boolean(),
  source: z.object({ load: Id, file: z.string(), sheet: z.string().nullable(), row: z.int() }).nullable(),
})

export const Member = z.object({
  id: Id,
  label: z.string(),
  organisation: z.object({ id: Id, code: z.string(), name: z.string() }).nullable(),
  facts: z.array(Fact),
  /** Why nobody can say whether this one counts. */
  unknown: z.array(z.string()),
})

/** Which cell of which figure, and which part of who is behind it. */
const CellQuery = z.object({
  date: Day.optional(),
  slice: SliceName.optional(),
  key: z.string().min(1).max(300).optional(),
  /**
   * counted: the numerator; rest: only in the denominator; unknown: not counted because something is not known; unsure:
   * these, and those of the rest who might count if it were known.
   */
  part: z.enum(['counted', 'rest', 'unknown', 'unsure']).default('counted'),
})

export const listMembers = endpoint({
  id: 'listIndicatorMembers',
  method: 'get',
  path: '/api/indicators/{code}/members',
  summary: 'Who is that: the people (organisations, events) behind a figure, with the facts, file and row',
  params: CodeParams,
  query: CellQuery.extend({
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    subject: z.string(),
    /** Sizes of the parts. */
    parts: z.object({ counted: z.int(), rest: z.int(), unknown: z.int(), unsure: z.int() }),
    definitionVersion: z.int(),
    countedAt: z.iso.datetime(),
    items: z.array(Member),
    total: z.int(),
  }),
})

/** Larger cells are asked for slice by slice. */
export const MEMBERS_IN_WORKBOOK = 20_000

export const exportMembers = endpoint({
  id: 'exportIndicatorMembers',
  method: 'get',
  path: '/api/indicators/{code}/members.xlsx',
  summary: 'Who is behind a figure as a workbook, at most 20,000 rows, with the facts and where they come from',
  params: CodeParams,
  query: CellQuery,
  reply: FileReply,
})
