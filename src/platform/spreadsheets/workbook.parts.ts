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

/** Whether numbers of a style are dates or times, by style index. */
export function readStyleKinds(xml: string): SheetStyles['kinds'] {
  const declared = new Map<number, FormatKind>()
  const kinds: FormatKind[] = []
  let section = ''
  for (const { name, attributes } of openTags(xml)) {
    if (styleSections.has(name)) section = name
    if (section === 'numFmts' && name === 'numFmt') {
      declared.set(Number(attributes.get('numFmtId')), formatCodeKind(attributes.get('formatCode') ?? ''))
    }
    if (kinds.length > mostStyles || declared.size > mostStyles)
      throw new SpreadsheetFault('styles', { limit: mostStyles })
    if (section !== 'cellXfs' || name !== 'xf') continue
    const id = Number(attributes.get('numFmtId') ?? 0)
    kinds.push(declared.get(id) ?? builtInFormatKind(id))
  }
  return kinds
}
