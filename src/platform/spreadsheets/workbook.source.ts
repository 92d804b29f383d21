import type { ReadingLimits } from './reading.limits.ts'
import { createRowPacker, type RowPacker } from './row.packer.ts'
import { indexSharedStrings, type SharedStrings } from './shared.strings.ts'
import { createSheetScanner, type SheetStyles } from './sheet.scanner.ts'
import type { SourceFile } from './source.file.ts'
import { SpreadsheetFault } from './spreadsheet.fault.ts'
import type { TableSource } from './table.source.ts'
import { readNotedRows, readRelations, readStyles, readWorkbook, relationsPath } from './workbook.parts.ts'
import { readZipDirectory, type ZipDirectory, type ZipEntry } from './zip.directory.ts'
import { inflateEntry, inflateWhole } from './zip.inflate.ts'

/** Characters in which a sheet has said its dimension, if it does. */
const LOOKED_AT = 2_000

type Package = { readonly file: SourceFile; readonly directory: ZipDirectory; readonly limits: ReadingLimits }

/** Opens an OOXML workbook (.xlsx, .xlsm, .xltx by content). */
export async function openWorkbook(file: SourceFile, limits: ReadingLimits): Promise<TableSource> {
  const pack: Package = { file, directory: readZipDirectory(file, limits), limits }
  const workbookPath = await findWorkbook(pack)
  const { sheets: listed, starts1904 } = readWorkbook(await readXml(pack, entryOf(pack, workbookPath)), limits.sheets)
  const relations = readRelations(await readXml(pack, entryOf(pack, relationsPath(workbookPath))), workbookPath)
  const partOf = (kind: string) => [...relations.values()].find((relation) => relation.kind === kind)?.path

  const sheets = listed.flatMap(({ name, state, relation }) => {
    const target = relations.get(relation)
    if (target === undefined) throw new SpreadsheetFault('part_missing', { sheet: name })
    return target.kind === 'worksheet' ? [{ name, state, path: target.path, entry: entryOf(pack, target.path) }] : []
  })
  if (new Set(sheets.map((sheet) => sheet.entry)).size < sheets.length) throw new SpreadsheetFault('archive_damaged')

  const stylesPath = partOf('styles')
  const styles = readStyles(stylesPath === undefined ? '' : await readXml(pack, entryOf(pack, stylesPath)))
  const stringsPath = partOf('sharedStrings')
  const stringsEntry = stringsPath === undefined ? undefined : entryOf(pack, stringsPath)
  let strings: SharedStrings | undefined
  const rows: (number | null)[] = []
  for (const { entry } of sheets) rows.push(await toldRows(pack, entry))

  return {
    format: 'xlsx',
    sheets: sheets.map(({ name, state }) => ({ name, state })),
    told: { savedOn: await savedOn(pack), rows },
    async *read(index) {
      const sheet = sheets[index]
      if (sheet === undefined) return
      if (stringsEntry !== undefined) strings ??= await readSharedStrings(pack, stringsEntry)
      const noted = await notedRows(pack, sheet.path)
      yield* readSheet(pack, sheet.entry, { ...styles, starts1904 }, createRowPacker(pack.limits, strings, noted))
    },
  }
}

/** Characters of the properties that are looked at: a stranger’s would be searched for as long as they are. */
const MOST_PROPERTIES = 4_000
const SAVED = /<(?:\w+:)?modified\b[^>]*>\s*(\d{4}-\d{2}-\d{2})T/

/** As the program that wrote it says; a workbook without, or with damaged properties is one all the same. */
async function savedOn(pack: Package): Promise<string | null> {
  const entry = pack.directory.get('docprops/core.xml')
  if (entry === undefined) return null
  const xml = await readXml(pack, entry).catch(() => '')
  return SAVED.exec(xml.slice(0, MOST_PROPERTIES))?.[1] ?? null
}

const DIMENSION = /<(?:\w+:)?dimension\s+ref="[A-Z]{1,3}\d+:[A-Z]{1,3}(\d{1,7})"/

/** Bytes of `<row><c/></row>`: what would have to be shorter is not there. */
const SHORTEST_ROW = 15

/** The last row, as the beginning of the sheet names it. */
async function toldRows(pack: Package, entry: ZipEntry): Promise<number | null> {
  try {
    for await (const chunk of inflateEntry(pack.file, entry)) {
      const last = DIMENSION.exec(chunk.toString('latin1', 0, LOOKED_AT))?.[1]
      return last === undefined || Number(last) * SHORTEST_ROW > entry.bytes ? null : Number(last)
    }
  } catch {
    // Told where it is read.
  }
  return null
}

/** A note is only pointed at: a sheet whose notes are damaged is one without. */
async function notedRows(pack: Package, sheet: string): Promise<ReadonlySet<number>> {
  try {
    const relations = pack.directory.get(relationsPath(sheet).toLowerCase())
    if (relations === undefined) return new Set()
    const notes = [...readRelations(await readXml(pack, relations), sheet).values()]
    const path = notes.find(({ kind }) => kind === 'comments')?.path
    return path === undefined ? new Set() : readNotedRows(await readXml(pack, entryOf(pack, path)))
  } catch (error) {
    if (error instanceof SpreadsheetFault) return new Set()
    throw error
  }
}

async function* readSheet(pack: Package, entry: ZipEntry, styles: SheetStyles, packer: RowPacker) {
  const scanner = createSheetScanner(packer, styles, entry.name)
  for await (const chunk of inflateEntry(pack.file, entry)) {
    scanner.push(chunk)
    yield* packer.full()
  }
  scanner.finish()
  yield* packer.full()
  yield* packer.rest()
}

async function readSharedStrings(pack: Package, entry: ZipEntry): Promise<SharedStrings> {
  return indexSharedStrings(await inflateWhole(pack.file, entry, pack.limits.stringsBytes), entry.name)
}

/** Faults: `format_unsupported` for archives of anything else, each with its reason. */
async function findWorkbook(pack: Package): Promise<string> {
  const root = pack.directory.get('_rels/.rels')
  if (root === undefined) {
    throw new SpreadsheetFault(pack.directory.has('mimetype') ? 'opendocument' : 'not_a_workbook')
  }
  const relations = readRelations(await readXml(pack, root), '')
  const path = [...relations.values()].find((relation) => relation.kind === 'officeDocument')?.path
  if (path === undefined) throw new SpreadsheetFault('not_a_workbook')
  if (path.endsWith('.bin')) throw new SpreadsheetFault('binary_workbook')
  return path
}

function entryOf(pack: Package, path: string): ZipEntry {
  const entry = pack.directory.get(path.toLowerCase())
  if (entry === undefined) throw new SpreadsheetFault('part_missing', { part: path })
  return entry
}

async function readXml(pack: Package, entry: ZipEntry): Promise<string> {
  const xml = await inflateWhole(pack.file, entry, pack.limits.partBytes)
  if (xml.includes(0)) throw new SpreadsheetFault('xml_damaged', { part: entry.name })
  if (xml.includes('<!DOCTYPE')) throw new SpreadsheetFault('doctype', { part: entry.name })
  return xml.toString('utf8')
}
