import type { UnreadFile } from './load.answer.ts'
import type { SheetDeclaration } from './sheet.declaration.ts'

/** A file of a load: its name as its owner knows it, and where it lies. */
export type LoadFile = { readonly name: string; readonly path: string }

export type SortedFiles = {
  /** In the order in which they load, each with the sheets it may hold. */
  readonly known: readonly { readonly file: LoadFile; readonly sheets: readonly SheetDeclaration[] }[]
  readonly unread: readonly UnreadFile[]
}

/** Spreadsheets that are neither .xlsx nor .csv, whatever they are called. */
const FOREIGN_FORMATS = /\.(xls|xlsm|xlsb|xlt|xltx|xltm|ods|fods|numbers|et|dbf)$/i

/** Which of the files the declarations name, by their names without regard to case. */
export function sortFiles(files: readonly LoadFile[], sheets: readonly SheetDeclaration[]): SortedFiles {
  const ordered = [...sheets].sort((left, right) => left.order - right.order)
  const names = [...new Set(ordered.map((sheet) => sheet.file))]
  const chosen = new Map<string, LoadFile>()
  for (const name of names) {
    const found = files.find((file) => file.name === name) ?? files.find((file) => nameKey(file.name) === name)
    if (found !== undefined) chosen.set(name, found)
  }
  const known = new Set(chosen.values())
  return {
    known: [...chosen].map(([name, file]) => ({ file, sheets: ordered.filter((sheet) => sheet.file === name) })),
    unread: files
      .filter((file) => !known.has(file))
      .map(({ name }) => ({ file: name, code: FOREIGN_FORMATS.test(name) ? 'format_unsupported' : 'file_unknown' })),
  }
}

const nameKey = (name: string): string => name.normalize('NFC').toLowerCase()
