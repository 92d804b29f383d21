import type { CellType } from '../exchange/sheet.declaration.ts'
import { headerKey } from '../text.ts'

/** What is remembered of one sheet of the exchange folder. */
export type SheetProfile = {
  /** By the file's own header (as it is compared): the declared header it stands for; null: it is left alone. */
  readonly columns: Readonly<Record<string, string | null>>
  /** Columns the file lacks, by declared header: what stands in every row. Empty: the column is there, with nothing in it. */
  readonly constants: Readonly<Record<string, string>>
}

/** How a source is read: its columns, and what was answered once and for all. */
export type Profile = {
  readonly name: string
  /** By `file` or `file (sheet)` of the exchange folder. */
  readonly sheets: Readonly<Record<string, SheetProfile>>
  /** By what is answered (`answerKind`): what a cell says (as it is compared) → what is meant; empty: nothing. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What a score without its maximum is; null: nobody said. */
  readonly scores: 'points' | 'percent' | 'share' | null
  /** Hidden sheets; null: nobody said. */
  readonly hidden: 'load' | 'skip' | null
}

/** All repairs and aliases, nothing learned. Always there. */
export const USUAL: Profile = { name: 'usual', sheets: {}, answers: {}, scores: null, hidden: null }

/** Under what an answer for a cell of this type is remembered; undefined where there is nothing to answer. */
export function answerKind(type: CellType, header: string): string | undefined {
  switch (type.is) {
    case 'code':
      return type.of
    case 'position':
      return 'position'
    case 'open':
    case 'open-list':
      return type.kind
    case 'yes-no':
      return 'yes-no'
    case 'closed':
      return headerKey(header)
    default:
      return undefined
  }
}

/** The name of a sheet of the exchange folder within a profile. */
export const sheetName = ({ file, sheet }: { readonly file: string; readonly sheet: string | null }): string =>
  sheet === null ? file : `${file} (${sheet})`
