import { readSpreadsheet, SpreadsheetFault } from '../../../platform/spreadsheets/index.ts'
import type { SheetResult } from '../exchange/load.answer.ts'
import type { LoadFile } from '../exchange/load.files.ts'
import { dayOfSheet } from '../profiles/day.of.ts'

/** What a file says of itself before it is read. */
export type ToldFile = {
  readonly savedOn: string | null
  /** About how many rows, all sheets together; null where a sheet does not say. */
  readonly rows: number | null
}

/** Looks at files without reading their rows; one that is no spreadsheet says nothing. */
export async function toldOfFiles(files: readonly LoadFile[]): Promise<ReadonlyMap<string, ToldFile>> {
  const told = new Map<string, ToldFile>()
  for (const { name, path } of files) told.set(name, await toldOf(path, name))
  return told
}

async function toldOf(path: string, name: string): Promise<ToldFile> {
  try {
    const book = await readSpreadsheet({ path }, name)
    const { savedOn, rows } = book.told
    await book.close()
    return { savedOn, rows: rows.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0) }
  } catch (error) {
    if (error instanceof SpreadsheetFault) return { savedOn: null, rows: null }
    throw error
  }
}

/**
 * The day a sheet is of: what its title or the name of the file says, else the day the workbook was saved, else the day
 * it is loaded. Whatever it says, it is not of tomorrow.
 */
export function dayOf(
  { file, sheet, profiled }: Pick<SheetResult, 'file' | 'sheet' | 'profiled'>,
  savedOn: string | null,
  today: string,
): string {
  const named = profiled?.asOf ?? dayOfSheet([], [file, sheet ?? ''], today)
  const day = named.from === 'load' ? (savedOn ?? today) : named.day
  return day > today ? today : day
}
