import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { WrittenWorkbook } from './workbook.bytes.ts'

/** What a browser is told a workbook is. */
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Up to so many cells are written at once: starting a thread takes longer. */
const cellsWrittenHere = 10_000

/**
 * A workbook (.xlsx) with a frozen bold header and a filter over each sheet. A text is written as text whatever it looks
 * like: `=1+1` is never a formula, also not after somebody edits the cell. Same input, same bytes. Large ones are
 * made in a thread of their own; 100,000 rows of 17 cells take some ten seconds and 0.8 GB, for more write CSV.
 */
export async function writeWorkbook(workbook: WrittenWorkbook): Promise<Buffer> {
  const sheets = workbook.sheets.map((sheet) => ({ ...sheet, rows: [...sheet.rows] }))
  const cells = sheets.reduce((sum, sheet) => sum + sheet.rows.length * sheet.columns.length, 0)
  const bytes = cells > cellsWrittenHere ? await bytesFromThread({ sheets }) : await bytesFromHere({ sheets })
  return Buffer.from(bytes.buffer)
}

/** The writer is read with the first workbook: most commands make none. */
async function bytesFromHere(workbook: WrittenWorkbook): Promise<Uint8Array<ArrayBuffer>> {
  const { workbookBytes } = await import('./workbook.bytes.ts')
  return await workbookBytes(workbook)
}

async function bytesFromThread(workbook: WrittenWorkbook): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./writing.worker.ts', import.meta.url), { workerData: workbook, execArgv: [] })
  try {
    const [bytes]: Uint8Array<ArrayBuffer>[] = await once(worker, 'message')
    if (bytes === undefined) throw new Error('The workbook was not written')
    return bytes
  } finally {
    await worker.terminate()
  }
}
