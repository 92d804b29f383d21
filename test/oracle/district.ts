import type { Cell } from './cells.ts'
import * as doings from './district/doings.ts'
import { addFaults, addRepeats } from './district/faults.ts'
import { layOut } from './district/layout.ts'
import { boundariesOf, type Drafts, type Making } from './district/making.ts'
import { renamePeople } from './district/naming.ts'
import { amountsOf, type DistrictOptions, dirtOf } from './district/options.ts'
import { makePeople } from './district/people.ts'
import { type Random, randomOf } from './district/random.ts'
import { makeOrganisations, makeStaff, makeStaffing } from './district/registry.ts'
import type { Book } from './read.ts'
import { TABLES, type Table, type TableId } from './tables.ts'

export { correctDistrict } from './district/correct.ts'
export { type Mended, mendDistrict } from './district/mend.ts'
export { DIRT, type DistrictOptions, EDGE_DATES } from './district/options.ts'
export { type Written, writeDistrict } from './district/write.ts'

/** A sheet of the folder; `name` is null in CSV, `header` the index of the header row counted from 0. */
export type MadeSheet = { table: TableId; file: string; name: string | null; header: number; rows: Cell[][] }

/** What stands in the folder in place of a file, or beside the files of the table. */
export type MadeFile = { file: string; kind: 'broken' | 'empty' | 'encrypted' | 'unsupported' | 'unknown' }

export type District = { date: string; sheets: MadeSheet[]; files: MadeFile[] }

const SHEET_NAMES: Partial<Record<TableId, string>> = {
  organisations: 'Организации',
  staff: 'Сотрудники',
  staffing: 'Штат',
}

function makeDrafts(making: Making): Drafts {
  const organisations = makeOrganisations(making)
  const people = makePeople(making)
  const events = doings.makeEvents(making, organisations)
  const communities = doings.makeCommunities(making)
  const staff = makeStaff(making, organisations, people)
  // Only people with an employment are known to a district.
  const known = staff.length > 0 ? people : []
  return {
    organisations,
    staff,
    learning: doings.makeLearning(making, known),
    diagnostics: doings.makeDiagnostics(making, known),
    events,
    attendance: doings.makeAttendance(making, events, known),
    communities,
    members: doings.makeMembers(making, communities, known),
    mentoring: doings.makeMentoring(making, known),
    pools: doings.makePools(making, known),
    staffing: makeStaffing(making, organisations),
  }
}

/**
 * A made-up district, the same for the same options. Without dirt every row is taken.
 * With `edges` it is small (25 people unless said otherwise) and most facts fall on the boundaries of `date`.
 */
export function makeDistrict(options: DistrictOptions): District {
  const random = randomOf(options.seed)
  const date = options.date ?? '2025-12-31'
  const edges = options.edges ?? false
  const making: Making = { random, amounts: amountsOf(options), date, edges, boundaries: boundariesOf(date) }
  const dirt = dirtOf(options)
  const moot = dirt.has('moot')
  const share = options.share ?? (edges ? 0.12 : 0.005)
  const drafts = makeDrafts(making)
  const sheets: MadeSheet[] = []
  for (const table of TABLES) {
    let rows = drafts[table.id]
    if (dirt.has('people')) rows = renamePeople(making, table, rows, moot)
    if (dirt.has('duplicates')) rows = addRepeats(making, table, rows, share / 2)
    if (dirt.has('faults')) rows = addFaults(making, table, rows, share, moot)
    const csv = table.file.endsWith('.csv')
    const repeats = dirt.has('duplicates') ? Math.ceil((rows.length * share) / 2) : 0
    const writing = { random, csv, spelling: dirt.has('spelling'), moot }
    const { header, rows: cells } = layOut(writing, table, rows, dirt.has('layout'), repeats)
    sheets.push({ table: table.id, file: table.file, name: sheetName(table), header, rows: cells })
  }
  const district: District = { date, sheets, files: [] }
  return dirt.has('files') ? spoilFiles(random, district) : district
}

function sheetName(table: Table): string | null {
  if (table.file.endsWith('.csv')) return null
  return table.sheet ?? SHEET_NAMES[table.id] ?? 'Лист1'
}

const UNKNOWN_NAMES = ['notes.csv', 'learning.xlsx', 'staff (1).xlsx', '~$staff.xlsx', 'readme.txt', 'truth.json']

/** Adds files that nobody can load; some files of the table break, lose a required column or are not there. */
function spoilFiles(random: Random, district: District): District {
  const files: MadeFile[] = []
  let sheets = district.sheets
  if (random.chance(0.4)) files.push({ file: 'old.xls', kind: 'unsupported' })
  if (random.chance(0.4)) files.push({ file: random.pick(UNKNOWN_NAMES), kind: 'unknown' })
  const victim = random.pick(TABLES).file
  const way = random.int(0, 11)
  if (way < 4) sheets = sheets.filter((sheet) => sheet.file !== victim)
  if (way < 2 && victim.endsWith('.xlsx')) files.push({ file: victim, kind: way === 0 ? 'broken' : 'encrypted' })
  if (way === 10) {
    files.push({ file: victim, kind: 'empty' })
    sheets = sheets.filter((sheet) => sheet.file !== victim)
  }
  if (way === 11)
    sheets = sheets.map((sheet) =>
      sheet.file === victim ? { ...sheet, rows: sheet.rows.slice(0, sheet.header + 1) } : sheet,
    )
  if (way === 4)
    sheets = sheets.map((sheet) => {
      if (sheet.file !== victim) return sheet
      const required = TABLES.find((table) => table.id === sheet.table)?.columns.find((column) => column.required)
      const at = sheet.rows[sheet.header]?.indexOf(required?.name ?? '') ?? -1
      return at < 0 ? sheet : { ...sheet, rows: sheet.rows.map((row) => row.filter((_, index) => index !== at)) }
    })
  return { ...district, sheets, files }
}

const FAULTS: Record<MadeFile['kind'], string | null> = {
  broken: 'file_broken',
  empty: 'file_broken',
  encrypted: 'file_encrypted',
  unsupported: 'format_unsupported',
  unknown: null,
}

/** The district as the oracle reads it, without going through files. */
export function booksOf(district: District): Book[] {
  const books = new Map<string, Book>()
  for (const sheet of district.sheets) {
    const book = books.get(sheet.file)
    const one = { name: sheet.name, rows: sheet.rows }
    if (book && 'sheets' in book) book.sheets.push(one)
    else books.set(sheet.file, { file: sheet.file, sheets: [one] })
  }
  for (const { file, kind } of district.files) {
    const fault = FAULTS[kind]
    books.set(file, fault === null ? { file, sheets: [] } : { file, fault })
  }
  return [...books.values()].sort((a, b) => (a.file < b.file ? -1 : 1))
}
