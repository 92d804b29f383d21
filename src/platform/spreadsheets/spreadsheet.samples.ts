import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import type { Row } from './cell.values.ts'
import { openTable } from './file.source.ts'
import { defaultReadingLimits, type ReadingLimits } from './reading.limits.ts'
import { createRowUnpacker } from './row.unpacker.ts'
import { openSourceFile } from './source.file.ts'
import { SpreadsheetFault } from './spreadsheet.fault.ts'
import { type ReadingOptions, readSpreadsheet, type Spreadsheet } from './spreadsheet.reader.ts'

// Hand-made files for the tests, down to ones no program would write.

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export type SampleSheet = {
  readonly name: string
  readonly xml: string
  readonly state?: string
  readonly kind?: string
}

export type SampleWorkbook = {
  readonly sheets: readonly SampleSheet[]
  readonly strings?: string
  readonly styles?: string
  readonly workbookPr?: string
}

/** A worksheet part around the given rows. */
export function sheetXml(rows: string): string {
  return `<?xml version="1.0"?><worksheet><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData></worksheet>`
}

export function zipOf(files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 = 6): Buffer {
  const entries = Object.entries(files).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data])
  return Buffer.from(zipSync(Object.fromEntries(entries), { level, mtime: new Date(2000, 0, 1) }))
}

export function workbookParts(book: SampleWorkbook): Record<string, string> {
  const parts: Record<string, string> = { '[Content_Types].xml': '<Types/>' }
  parts['_rels/.rels'] = relations([['officeDocument', 'xl/workbook.xml']])
  const targets = book.sheets.map(({ kind }, index): [string, string] => [
    kind ?? 'worksheet',
    `sheets/s${index + 1}.xml`,
  ])
  if (book.strings !== undefined) targets.push(['sharedStrings', '/xl/strings.xml'])
  if (book.styles !== undefined) targets.push(['styles', '../xl/styles.xml'])
  parts['xl/_rels/workbook.xml.rels'] = relations(targets)
  const tabs = book.sheets.map(({ name, state }, index) => {
    return `<sheet name="${name}" sheetId="${index + 1}" ${state === undefined ? '' : `state="${state}"`} r:id="r${index + 1}"/>`
  })
  parts['xl/workbook.xml'] = `<workbook>${book.workbookPr ?? ''}<sheets>${tabs.join('')}</sheets></workbook>`
  for (const [index, { xml }] of book.sheets.entries()) parts[`xl/sheets/s${index + 1}.xml`] = xml
  if (book.strings !== undefined) parts['xl/strings.xml'] = book.strings
  if (book.styles !== undefined) parts['xl/styles.xml'] = book.styles
  return parts
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const items = targets.map(([kind, target], index) => {
    return `<Relationship Id="r${index + 1}" Type="${office}/${kind}" Target="${target}"/>`
  })
  return `<Relationships>${items.join('')}</Relationships>`
}

/** A workbook of one sheet with the given rows. */
export function workbookOf(rows: string, rest: Omit<SampleWorkbook, 'sheets'> = {}): Buffer {
  return zipOf(workbookParts({ sheets: [{ name: 'Лист1', xml: sheetXml(rows) }], ...rest }))
}

/** Puts the bytes into a file for as long as `use` takes. */
export async function withFile<T>(bytes: Uint8Array | string, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'spreadsheet-'))
  try {
    const path = join(folder, 'file')
    await writeFile(path, bytes)
    return await use(path)
  } finally {
    await rm(folder, { recursive: true })
  }
}

export async function withSpreadsheet<T>(
  bytes: Uint8Array | string,
  use: (book: Spreadsheet) => Promise<T>,
  options: ReadingOptions & { readonly name?: string } = {},
): Promise<T> {
  return withFile(bytes, async (path) => {
    const book = await readSpreadsheet({ path }, options.name ?? 'файл.xlsx', options)
    try {
      return await use(book)
    } finally {
      await book.close()
    }
  })
}

export async function collect(book: Spreadsheet, sheet?: string): Promise<Row[]> {
  const all: Row[] = []
  for await (const rows of book.rows(sheet)) all.push(...rows)
  return all
}

/** The rows of the first sheet, parsed here and now without a thread. */
export async function rowsOf(bytes: Uint8Array | string, limits: Partial<ReadingLimits> = {}): Promise<Row[]> {
  return withFile(bytes, async (path) => {
    const file = openSourceFile(path)
    try {
      const table = await openTable(file, 'файл.xlsx', { ...defaultReadingLimits, ...limits })
      const unpack = createRowUnpacker()
      const all: Row[] = []
      for await (const batch of table.read(0)) for (const rows of unpack(batch)) all.push(...rows)
      return all
    } finally {
      file.close()
    }
  })
}

/** Every sheet of a file that is called `name` with its rows, parsed here and now without a thread. */
export async function sheetsOf(
  bytes: Uint8Array,
  name: string,
): Promise<readonly { readonly name: string; readonly rows: readonly Row[] }[]> {
  return withFile(bytes, async (path) => {
    const file = openSourceFile(path)
    try {
      const table = await openTable(file, name, defaultReadingLimits)
      const sheets: { name: string; rows: Row[] }[] = []
      for (const [place, sheet] of table.sheets.entries()) {
        const unpack = createRowUnpacker()
        const rows: Row[] = []
        for await (const batch of table.read(place)) for (const some of unpack(batch)) rows.push(...some)
        sheets.push({ name: sheet.name, rows })
      }
      return sheets
    } finally {
      file.close()
    }
  })
}

/** What `read` is refused with, as plain data, or what it gives. */
export async function refusalOf(read: Promise<unknown>): Promise<unknown> {
  try {
    return await read
  } catch (error) {
    if (error instanceof SpreadsheetFault) return { code: error.code, reason: error.reason, ...error.place }
    throw error
  }
}
