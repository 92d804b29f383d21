import { parse } from 'node:path'
import { nameKey } from '../exchange/load.files.ts'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { headerKey } from '../text.ts'

const CORRECTIONS = /^faulty-rows-(\d{1,15})(?!\d).*\.xlsx$/i

/** What the workbook of a load's faulty rows is called. */
export const correctionsName = (load: number): string => `faulty-rows-${load}.xlsx`

/** Which load's faulty rows a workbook of this name holds; browsers and people add to names: `faulty-rows-12 (1).xlsx`. */
export function correctedLoad(name: string): number | undefined {
  const number = CORRECTIONS.exec(name)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** The declaration a sheet was read by: of its file, and of its name where the file has several. */
export function declarationOf(
  sheets: readonly SheetDeclaration[],
  file: string,
  sheet: string | null,
): SheetDeclaration | undefined {
  const ofFile = sheets.filter((one) => nameKey(one.file) === nameKey(file))
  return ofFile.find((one) => one.sheet === null || headerKey(one.sheet) === headerKey(sheet ?? ''))
}

/** What a sheet is called to a reader: `staff`, `events («Участие»)`. */
export const sheetLabel = ({ file, sheet }: Pick<SheetDeclaration, 'file' | 'sheet'>): string =>
  sheet === null ? parse(file).name : `${parse(file).name} («${sheet}»)`

/** What a sheet is called in the workbook of faulty rows, so that it is found there again. */
export const sheetTitle = (sheet: SheetDeclaration): string => sheet.sheet ?? parse(sheet.file).name
