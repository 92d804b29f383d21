import { builtInFormatKind, type FormatKind, formatCodeKind } from './number.formats.ts'
import type { SheetStyles } from './sheet.scanner.ts'
import { SpreadsheetFault } from './spreadsheet.fault.ts'
import { openTags } from './xml.tags.ts'

export type SheetState = 'visible' | 'hidden' | 'veryHidden'

/** What one part of a package refers to: path inside the archive and last word of the kind, by id. */
export type Relations = ReadonlyMap<string, { readonly kind: string; readonly path: string }>

/** More than any workbook refers to. */
const mostRelations = 16_384
/** Excel's own bound is 65,490. */
const mostStyles = 65_536

/** `from` is the part that refers; relative paths start in its folder. */
export function readRelations(xml: string, from: string): Relations {
  const relations = new Map<string, { kind: string; path: string }>()
  for (const { name, attributes } of openTags(xml)) {
    if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') continue
    const kind = attributes.get('Type')?.split('/').at(-1) ?? ''
    if (relations.size === mostRelations) throw new SpreadsheetFault('archive_entries', { limit: mostRelations })
    relations.set(attributes.get('Id') ?? '', { kind, path: resolvePart(from, attributes.get('Target') ?? '') })
  }
  return relations
}

/** Where the relations of a part stand. */
export function relationsPath(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

function resolvePart(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

export type ListedSheet = { readonly name: string; readonly state: SheetState; readonly relation: string }

/** Sheets in the order of the tabs, at most so many. Faults: `format_unsupported` when the part is no workbook. */
export function readWorkbook(xml: string, mostSheets: number): { sheets: ListedSheet[]; starts1904: boolean } {
  const sheets: ListedSheet[] = []
  let isWorkbook = false
  let starts1904 = false
  for (const { name, attributes } of openTags(xml)) {
    if (name === 'workbook') isWorkbook = true
    if (name === 'workbookPr') starts1904 = ['1', 'true', 'on'].includes(attributes.get('date1904') ?? '')
    if (name !== 'sheet') continue
    if (sheets.length === mostSheets) throw new SpreadsheetFault('sheets', { limit: mostSheets })
    const state = attributes.get('state')
    sheets.push({
      name: attributes.get('name') ?? '',
      state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
      relation: attributes.get('id') ?? '',
    })
  }
  if (!isWorkbook) throw new SpreadsheetFault('not_a_workbook')
  return { sheets, starts1904 }
}

const styleSections = new Set(['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'])

/** Colour of paper: white, or the first of the theme's. */
const isPaper = (colour: ReadonlyMap<string, string>): boolean =>
  /^(FF)?FFFFFF$/i.test(colour.get('rgb') ?? '') || (colour.get('theme') === '0' && !colour.has('tint'))

/** Whether numbers of a style are dates or times, and how its cells are coloured, by style index. */
export function readStyles(xml: string): Pick<SheetStyles, 'kinds' | 'fills'> {
  const declared = new Map<number, FormatKind>()
  const kinds: FormatKind[] = []
  const coloured: boolean[] = []
  const fills: number[] = []
  let section = ''
  for (const { name, attributes } of openTags(xml)) {
    if (styleSections.has(name)) section = name
    if (section === 'numFmts' && name === 'numFmt') {
      declared.set(Number(attributes.get('numFmtId')), formatCodeKind(attributes.get('formatCode') ?? ''))
    }
    if (section === 'fills' && name === 'fill') coloured.push(false)
    // A pattern without a colour is none; nor is the dotted one every workbook begins with.
    if (section === 'fills' && name === 'fgColor' && !isPaper(attributes)) coloured[coloured.length - 1] = true
    if (kinds.length > mostStyles || declared.size > mostStyles || coloured.length > mostStyles)
      throw new SpreadsheetFault('styles', { limit: mostStyles })
    if (section !== 'cellXfs' || name !== 'xf') continue
    const id = Number(attributes.get('numFmtId') ?? 0)
    kinds.push(declared.get(id) ?? builtInFormatKind(id))
    const fill = Number(attributes.get('fillId') ?? 0)
    fills.push(coloured[fill] === true ? fill : 0)
  }
  return { kinds, fills }
}

/** Rows of notes that are told; a sheet where every cell has one needs no more. */
const mostNotes = 10_000

/** Numbers of the rows with a note on a cell, from the part that holds the notes of a sheet. */
export function readNotedRows(xml: string): ReadonlySet<number> {
  const rows = new Set<number>()
  for (const { name, attributes } of openTags(xml)) {
    if (name !== 'comment') continue
    const row = Number(attributes.get('ref')?.replace(/^[A-Z]+/, ''))
    if (Number.isInteger(row)) rows.add(row)
    if (rows.size === mostNotes) break
  }
  return rows
}
