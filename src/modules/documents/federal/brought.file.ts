import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { RequestContext } from '../../../platform/http/route.ts'
import { type Row, readSpreadsheet, SpreadsheetFault } from '../../../platform/spreadsheets/index.ts'
import { withScratchFolder } from '../../registry/index.ts'
import { receiveOne } from '../one.file.ts'
import { DUE_AT_ONCE } from './federal.contract.ts'

const MOST_BYTES = 4 * 1024 * 1024

/** The rows of the one workbook of a request, its first sheet; what was received is removed. Faults: 413, 422. */
export async function rowsBrought({ files, services }: RequestContext): Promise<Row[]> {
  const bytes = await receiveOne(files(), MOST_BYTES)
  if (bytes === 'too large') throw new Refusal('too_large', 'federal_file_large')
  if (bytes === 'not one') throw invalidField('file', 'federal_one_file')
  const { dataFolder } = services.settings
  return await withScratchFolder(dataFolder, `federal-${randomUUID()}`, async (folder) => {
    const path = join(folder, 'brought')
    await writeFile(path, bytes, { mode: 0o600 })
    try {
      return await rowsOf(path)
    } catch (error) {
      if (error instanceof SpreadsheetFault) throw invalidField('file', 'federal_file_unread')
      throw error
    }
  })
}

async function rowsOf(path: string): Promise<Row[]> {
  const book = await readSpreadsheet({ path }, 'brought.xlsx')
  try {
    const read: Row[] = []
    for await (const rows of book.rows()) {
      read.push(...rows)
      if (read.length > DUE_AT_ONCE + 1) throw invalidField('file', 'federal_file_long', { most: DUE_AT_ONCE })
    }
    return read
  } finally {
    await book.close()
  }
}
