import type { RepairKind } from './repairs/repair.ts'
import type { SkippedKind } from './row.kinds.ts'
import { createRowRuns, type RowRuns } from './row.runs.ts'

export type DoubtKind = 'birth' | 'experience' | 'category' | 'hours' | 'dates'

export type RemarkCode =
  | `repaired_${RepairKind}`
  | `doubtful_${DoubtKind}`
  | 'row_hidden'
  | 'row_noted'
  | 'row_coloured'

/** What was done with rows of a sheet, put together: a remark of one kind of one column with the rows it is about. */
export type Remark = {
  readonly code: RemarkCode
  /** The declared header; empty where the whole row is meant. */
  readonly column: string
  readonly rows: RowRuns
}

/** Values nobody could tell the meaning of: how many rows have one, and how many different ones there are. */
export type Question = {
  readonly kind: string
  readonly column: string
  readonly rows: number
  readonly values: number
}

/** What a profile made of a sheet. Rows, columns and codes, never cells. */
export type ProfiledSheet = {
  readonly profile: string
  /** The day the sheet is of, and what says so. */
  readonly asOf: { readonly day: string; readonly from: 'given' | 'title' | 'name' | 'load' }
  readonly remarks: readonly Remark[]
  readonly skipped: readonly { readonly row: number; readonly kind: SkippedKind }[]
  /** Headers of columns that must not be kept. */
  readonly dropped: readonly string[]
  readonly questions: readonly Question[]
}

const REPAIRED = new Map<RepairKind, RemarkCode>()

/** The same text each time: a new one would be hashed anew wherever it is looked up, a million times in a large file. */
export function repaired(kind: RepairKind): RemarkCode {
  const known = REPAIRED.get(kind)
  if (known !== undefined) return known
  const code: RemarkCode = `repaired_${kind}`
  REPAIRED.set(kind, code)
  return code
}

export type Remarks = {
  add(code: RemarkCode, column: string, row: number): void
  all(): readonly Remark[]
}

export function createRemarks(): Remarks {
  const byColumn = new Map<string, Map<RemarkCode, ReturnType<typeof createRowRuns>>>()
  return {
    add(code, column, row) {
      const codes = byColumn.get(column) ?? new Map<RemarkCode, ReturnType<typeof createRowRuns>>()
      if (codes.size === 0) byColumn.set(column, codes)
      const rows = codes.get(code) ?? createRowRuns()
      rows.add(row)
      codes.set(code, rows)
    },
    all: () =>
      [...byColumn].flatMap(([column, codes]) =>
        [...codes].map(([code, rows]) => ({ code, column, rows: rows.all() })),
      ),
  }
}

/** Different values that are kept of one kind of question. */
const MOST_VALUES = 500

export type Questions = {
  ask(kind: string, column: string, value: string): void
  all(): readonly Question[]
  /** The values asked about, the most frequent first. */
  values(kind: string): readonly { readonly value: string; readonly rows: number }[]
}

export function createQuestions(): Questions {
  const asked = new Map<string, { column: string; rows: number; values: Map<string, number> }>()
  return {
    ask(kind, column, value) {
      const question = asked.get(kind) ?? { column, rows: 0, values: new Map<string, number>() }
      asked.set(kind, question)
      question.rows++
      const before = question.values.get(value)
      if (before !== undefined || question.values.size < MOST_VALUES) question.values.set(value, (before ?? 0) + 1)
    },
    all: () => [...asked].map(([kind, { column, rows, values }]) => ({ kind, column, rows, values: values.size })),
    values: (kind) =>
      [...(asked.get(kind)?.values ?? [])]
        .map(([value, rows]) => ({ value, rows }))
        .sort((left, right) => right.rows - left.rows),
  }
}
