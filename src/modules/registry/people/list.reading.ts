import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { RequestContext, UploadedFile } from '../../../platform/http/route.ts'
import { readSpreadsheet, readsAs, SpreadsheetFault } from '../../../platform/spreadsheets/index.ts'
import { withScratchFolder } from '../loads/scratch.folder.ts'
import { LINES } from './recognition.contract.ts'

const MOST_BYTES = 2 * 1024 * 1024
const LONGEST = 300

export type Read = { readonly row: number; readonly text: string }

/** The lines of the one file of a request, its first sheet; what was received is removed. Faults: 413, 422. */
export async function readList({ files, services }: RequestContext): Promise<Read[]> {
  const { name, bytes } = await receive(files())
  return await withScratchFolder(services.settings.dataFolder, `list-${randomUUID()}`, async (folder) => {
    const path = join(folder, 'list')
    await writeFile(path, bytes, { mode: 0o600 })
    try {
      return await linesOf(path, name)
    } catch (error) {
      if (error instanceof SpreadsheetFault) throw invalidField('file', 'list_unread')
      throw error
    }
  })
}

async function linesOf(path: string, name: string): Promise<Read[]> {
  const book = await readSpreadsheet({ path }, name)
  try {
    const read: Read[] = []
    for await (const rows of book.rows()) {
      for (const { row, cells } of rows) read.push({ row, text: cells.map(readsAs).filter(Boolean).join(' ') })
      if (read.length > LINES) throw invalidField('file', 'list_long', { most: LINES })
    }
    return read.map(({ row, text }) => ({ row, text: text.slice(0, LONGEST) }))
  } finally {
    await book.close()
  }
}

async function receive(files: AsyncIterable<UploadedFile>): Promise<{ name: string; bytes: Buffer }> {
  const received: { name: string; bytes: Buffer }[] = []
  for await (const { name, content } of files) {
    const parts: Buffer[] = []
    let length = 0
    for await (const part of content) {
      // All of it is read, so that the next file can be.
      if (length <= MOST_BYTES) parts.push(typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))
      length += part.length
    }
    if (length > MOST_BYTES) throw new Refusal('too_large', 'list_too_large')
    // A form without a chosen file sends a part without a name.
    if (name !== '') received.push({ name, bytes: Buffer.concat(parts) })
  }
  const [first, ...others] = received
  if (first === undefined || others.length > 0) throw invalidField('file', 'one_list')
  return first
}
