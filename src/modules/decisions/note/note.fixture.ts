import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { extractText } from 'unpdf'
import { type Cell, readSpreadsheet } from '../../../platform/spreadsheets/index.ts'

/** Blanks of any kind as one blank: how a sentence is broken into lines says nothing. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ')

export type Docx = { readonly parts: ReadonlyMap<string, Uint8Array>; readonly text: string; xml(name: string): string }

export function openDocx(bytes: Uint8Array): Docx {
  const parts = new Map(Object.entries(unzipSync(bytes)))
  const xml = (name: string): string => strFromU8(parts.get(name) ?? new Uint8Array())
  const text = xml('word/document.xml')
    .replace(/<\/w:p>/g, ' ')
    .replace(/<[^>]+>/g, '')
  return { parts, text: flat(unescaped(text)), xml }
}

export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

export async function pdfText(bytes: Uint8Array): Promise<{ pages: number; text: string }> {
  const { totalPages, text } = await extractText(new Uint8Array(bytes), { mergePages: true })
  return { pages: totalPages, text: flat(text.replaceAll('\u00ad', '')) }
}

/** The rows of each sheet with its header first, read by the product's own reader. */
export async function openWorkbook(
  bytes: Uint8Array,
  folder: string,
): Promise<ReadonlyMap<string, readonly (readonly Cell[])[]>> {
  const path = join(folder, `workbook-${randomUUID()}.xlsx`)
  await writeFile(path, bytes)
  const workbook = await readSpreadsheet({ path }, 'workbook.xlsx')
  try {
    const sheets = new Map<string, Cell[][]>()
    for (const { name } of workbook.sheets) {
      const rows: Cell[][] = []
      for await (const batch of workbook.rows(name)) rows.push(...batch.map(({ cells }) => [...cells]))
      sheets.set(name, rows)
    }
    return sheets
  } finally {
    await workbook.close()
  }
}
