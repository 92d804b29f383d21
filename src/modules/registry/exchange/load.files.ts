import type { UnreadFile } from './load.answer.ts'
import type { SheetDeclaration } from './sheet.declaration.ts'

/**
 * A file of a load: its name as its owner knows it, and where it lies. `holds` says which sheets were recognised in it by
 * their headers; its name then decides nothing.
 */
export type LoadFile = { readonly name: string; readonly path: string; readonly holds?: readonly WantedSheet[] }

/** A sheet to be read from a file; `at` is its name in the workbook, where it is known already. */
export type WantedSheet = { readonly sheet: SheetDeclaration; readonly at?: string }

export type SortedFiles = {
  /** In the order in which they load, each with the sheets it may hold; a file of several kinds comes several times. */
  readonly known: readonly { readonly file: LoadFile; readonly sheets: readonly WantedSheet[] }[]
  readonly unread: readonly UnreadFile[]
}

/** Spreadsheets that are neither .xlsx nor .csv, whatever they are called. */
const FOREIGN_FORMATS = /\.(xls|xlsm|xlsb|xlt|xltx|xltm|ods|fods|numbers|et|dbf)$/i

/** Which of the files the declarations name, by their names without regard to case, or by what was recognised in them. */
export function sortFiles(files: readonly LoadFile[], sheets: readonly SheetDeclaration[]): SortedFiles {
  const ordered = [...sheets].sort((left, right) => left.order - right.order)
  const byName = files.filter((file) => file.holds === undefined)
  const chosen = new Map<string, LoadFile>()
  for (const name of new Set(ordered.map((sheet) => sheet.file))) {
    const found = byName.find((file) => file.name === name) ?? byName.find((file) => nameKey(file.name) === name)
    if (found !== undefined) chosen.set(name, found)
  }
  const named = new Set(chosen.values())
  return {
    known: ordered.flatMap((sheet) => {
      const holding = files.filter((file) => file.holds?.some((held) => held.sheet === sheet) ?? false)
      const own = chosen.get(sheet.file)
      // All sheets of a file that is known by its name are read while it is open.
      const isFirst = ordered.find(({ file }) => file === sheet.file) === sheet
      const reads = files.flatMap((file) => {
        if (file === own && isFirst) return [{ file, sheets: wantedIn(file, ordered) }]
        if (!holding.includes(file)) return []
        return [{ file, sheets: (file.holds ?? []).filter((held) => held.sheet === sheet) }]
      })
      return reads
    }),
    unread: byName
      .filter((file) => !named.has(file))
      .map(({ name }) => ({ file: name, code: FOREIGN_FORMATS.test(name) ? 'format_unsupported' : 'file_unknown' })),
  }
}

/** The sheets a file is read for: those recognised in it, else those of its name. */
export function wantedIn(file: LoadFile, sheets: readonly SheetDeclaration[]): readonly WantedSheet[] {
  return file.holds ?? sheets.filter((sheet) => sheet.file === nameKey(file.name)).map((sheet) => ({ sheet }))
}

/** Its name says that it is a spreadsheet nobody reads here; of other names the content tells. */
export const isForeignFormat = (name: string): boolean => FOREIGN_FORMATS.test(name)

/** Names of files are compared without regard to case. */
export const nameKey = (name: string): string => name.normalize('NFC').toLowerCase()
