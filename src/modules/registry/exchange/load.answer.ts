import type { Translator } from '../../../platform/messages.ts'
import type { FaultCode } from '../../../platform/spreadsheets/index.ts'
import type { ProfiledSheet, Remark } from '../profiles/remarks.ts'
import { countRows, rowsOf } from '../profiles/row.runs.ts'
import type { RowCode } from './row.checker.ts'

export type FileCode =
  | FaultCode
  | 'columns_missing'
  | 'file_unknown'
  | 'sheet_ambiguous'
  | 'sheet_hidden'
  | 'sheet_unknown'

/** What became of a load, without words: it is stored, and told in the reader's language. Holds no personal data. */
export type LoadResult = {
  readonly files: readonly SheetResult[]
  readonly unread: readonly UnreadFile[]
}

export type SheetResult = {
  readonly file: string
  readonly sheet: string | null
  readonly rows: number
  /** Rows that stand in the database after the load: new, updated and unchanged alike. */
  readonly accepted: number
  readonly updated: number
  readonly unchanged: number
  readonly duplicates: number
  readonly duplicateRows: readonly number[]
  readonly rejected: readonly { readonly row: number; readonly column: string; readonly code: RowCode }[]
  /** `value` is what the classifier lacks; loads of long ago did not keep it. */
  readonly warnings: readonly {
    readonly row: number
    readonly code: 'position_unclassified'
    readonly value?: string
  }[]
  readonly ignoredColumns: readonly string[]
  /** The sheet of the exchange folder it was recognised as by its headers; absent where its name decides. */
  readonly recognised?: { readonly file: string; readonly sheet: string | null }
  /** Files of this load that held the same sheet and were taken before. */
  readonly after?: readonly string[]
  /** What a profile made of it; absent where none was chosen. */
  readonly profiled?: ProfiledSheet
}

export type UnreadFile = {
  readonly file: string
  readonly code: FileCode
  readonly params?: Readonly<Record<string, string | number>>
}

type Told<T> = T & { readonly message: string }

/** A result in words; `asPromised` makes it the shape of `load --json`. */
export type LoadAnswer = {
  readonly files: readonly (Omit<SheetResult, 'rejected' | 'warnings' | 'profiled'> & {
    readonly rejected: readonly Told<SheetResult['rejected'][number]>[]
    readonly warnings: readonly Told<{ row: number; code: string; column?: string; value?: string }>[]
    readonly profiled?: Omit<ProfiledSheet, 'remarks'> & {
      readonly remarks: readonly (Told<Remark> & { readonly count: number })[]
    }
  })[]
  readonly unread: readonly { readonly file: string; readonly code: FileCode; readonly message: string }[]
}

/** The result in words. */
export function tellResult(result: LoadResult, translator: Translator, language: 'ru' | 'en'): LoadAnswer {
  const say = (group: string, code: string, params: Readonly<Record<string, unknown>>): string =>
    translator.say(language, `registry:load.${group}.${code}`, params)
  const tellProfiled = ({ remarks, ...profiled }: ProfiledSheet) => ({
    ...profiled,
    remarks: remarks.map((remark) => ({
      ...remark,
      count: countRows(remark.rows),
      message: say('remark', remark.code, { column: remark.column }),
    })),
  })
  return {
    files: result.files.map(({ rejected, warnings, ...file }) => ({
      file: file.file,
      sheet: file.sheet,
      rows: file.rows,
      accepted: file.accepted,
      updated: file.updated,
      unchanged: file.unchanged,
      duplicates: file.duplicates,
      duplicateRows: file.duplicateRows,
      rejected: rejected.map((row) => ({ ...row, message: say('row', messageOf(row.code), { column: row.column }) })),
      warnings: warnings.map((row) => ({ ...row, message: say('warning', row.code, {}) })),
      ignoredColumns: file.ignoredColumns,
      ...(file.recognised && { recognised: file.recognised }),
      ...(file.after && { after: file.after }),
      ...(file.profiled && { profiled: tellProfiled(file.profiled) }),
    })),
    unread: result.unread.map((file) => tellUnread(file, translator, language)),
  }
}

/** Why a file was not read, in words. */
export function tellUnread(
  { file, code, params = {} }: UnreadFile,
  translator: Translator,
  language: 'ru' | 'en',
): LoadAnswer['unread'][number] {
  const say = (key: string, said: Readonly<Record<string, unknown>>): string =>
    translator.say(language, `registry:load.file.${key}`, said)
  const message = say(wordsOf(code, params), params)
  return { file, code, message: 'sheet' in params ? say('in_sheet', { ...params, message }) : message }
}

/**
 * To the letter what `load --json` says: a page is told more, by which it puts warnings together. What a profile set
 * right is a warning of each row and column.
 */
export function asPromised(answer: LoadAnswer): LoadAnswer {
  const files = answer.files.map(({ profiled, ...file }) => {
    const warnings = file.warnings.map(({ row, code, message }) => ({ row, code, message }))
    if (profiled === undefined) return { ...file, warnings }
    const remarks = profiled.remarks.flatMap(({ code, column, message, rows }) =>
      Array.from(rowsOf(rows), (row) => ({ row, column, code, message })),
    )
    return { ...file, warnings: [...warnings, ...remarks], profiled: { ...profiled, remarks: [] } }
  })
  return { ...answer, files }
}

/** A file that was looked into says more than its name does. */
function wordsOf(code: FileCode, params: Readonly<Record<string, unknown>>): string {
  if ('nearest' in params) return `${code}_nearest`
  return 'searched' in params ? `${code}_searched` : code
}

/** Codes of records are unknown in one way, whatever they are codes of. */
export function messageOf(code: RowCode): string {
  const own = ['value_unknown', 'person_unknown']
  return code.endsWith('_unknown') && !own.includes(code) ? 'code_unknown' : code
}

/** What the command line ends with: 0 done, 1 done but something was refused, 2 nothing could be loaded. */
export function exitCode(
  result: Pick<LoadResult, 'unread'> & { files: readonly Pick<SheetResult, 'rejected'>[] },
): 0 | 1 | 2 {
  if (result.files.length === 0) return 2
  const isRefused = result.unread.some(({ code }) => code !== 'file_unknown' && code !== 'sheet_unknown')
  return isRefused || result.files.some((file) => file.rejected.length > 0) ? 1 : 0
}
