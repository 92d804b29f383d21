import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSpreadsheet, readsAs } from '../../src/platform/spreadsheets/index.ts'

/** The rows of a sheet (the first without a name) of a workbook that an endpoint gave, as a reader sees them. */
export async function rowsOfWorkbook(bytes: Buffer, sheet?: string): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'rost-workbook-'))
  try {
    const path = join(folder, 'book.xlsx')
    await writeFile(path, bytes)
    await using book = await readSpreadsheet({ path }, 'book.xlsx')
    const rows: string[][] = []
    for await (const batch of book.rows(sheet)) rows.push(...batch.map(({ cells }) => cells.map(readsAs)))
    return rows
  } finally {
    await rm(folder, { recursive: true })
  }
}
