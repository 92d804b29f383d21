import { type Cell, type Row, readsAs } from '../../../platform/spreadsheets/index.ts'
import { isBlank } from '../exchange/cell.reading.ts'
import type { ReadRow } from '../exchange/file.reading.ts'
import type { RowFault } from '../exchange/row.checker.ts'
import type { ColumnDeclaration, PersonPart, SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { headerKey } from '../text.ts'
import { type ColumnRepair, columnRepair } from './cell.repairs.ts'
import { doubtsOf } from './doubts.ts'
import { type Head, organisationColumn } from './head.reading.ts'
import { fullNameOf, ORDINAL, suffixOf } from './header.aliases.ts'
import { createKeptCells, type KeptRow } from './kept.cells.ts'
import type { Knowledge } from './knowledge.ts'
import { type PersonPlaces, repairPerson } from './person.repairs.ts'
import { type Profile, sheetName } from './profile.ts'
import {
  createQuestions,
  createRemarks,
  type Questions,
  type Remark,
  type RemarkCode,
  type Remarks,
  repaired,
} from './remarks.ts'
import { CATEGORY, CATEGORY_COLUMNS } from './repairs/categories.ts'
import { EMPLOYMENT } from './repairs/employment.ts'
import { isNothing, type Repair } from './repairs/repair.ts'
import { isWords, rowKinds, type SkippedKind } from './row.kinds.ts'
import { createRowLooks } from './row.looks.ts'
import { SCORE, scoreOf } from './scores.ts'

/** A sheet being set right, row after row. */
export type SheetRepairing = {
  /** What the sheet has now: declared headers where columns were recognised, the file's own where not. */
  readonly headers: readonly string[]
  /** Of those, what only cells of other columns may say: an empty cell there says nothing. */
  readonly fills: ReadonlySet<string>
  readonly dropped: readonly string[]
  /** The row as exchange.md wants it; undefined where it is no record. */
  repair(row: Row): ReadRow | undefined
  readonly remarks: Remarks
  readonly questions: Questions
  readonly skipped: readonly { readonly row: number; readonly kind: SkippedKind }[]
  /** Rows something was set right in, since the last call. */
  drain(): readonly KeptRow[]
}

export type RepairingTask = {
  readonly head: Head
  readonly profile: Profile
  readonly known: Knowledge
  readonly asOf: string
}

/** A column that leaves; `from` is its place in the file, -1 where the file has none. */
type Leaving = { readonly header: string; readonly from: number; readonly column: ColumnRepair | undefined }

const REMEMBERED = 50_000

export function repairSheet({ head, profile, known, asOf }: RepairingTask): SheetRepairing {
  const { sheet } = head
  const remarks = createRemarks()
  const questions = createQuestions()
  const skipped: { row: number; kind: SkippedKind }[] = []
  const own = profile.sheets[sheetName(sheet)]
  const constants = own?.constants ?? {}
  const leaving = leavingColumns(head, Object.keys(constants), (column) =>
    columnRepair(column, { profile, known, asOf, ask: questions.ask }),
  )
  const placeOf = new Map(leaving.map(({ header }, at) => [header, at]))
  const at = (header: string): number => placeOf.get(header) ?? -1
  const lookups = leaving.map(({ header, column }) =>
    column === undefined ? undefined : remembering(header, column, questions.ask),
  )
  const fromOf = new Map(leaving.map(({ header, from }) => [header, from]))
  const wholeNames = head.columns.filter(({ means }) => means?.startsWith(fullNameOf('')))
  const people = sheet.people.map(({ headers }, person): PersonPlaces => {
    const whole = fullNameOf(suffixOf(sheet, person))
    return {
      headers,
      snils: at(headers.snils),
      surname: at(headers.surname),
      given: at(headers.given),
      patronymic: at(headers.patronymic),
      whole: wholeNames.find(({ means }) => means === whole)?.place ?? -1,
      isNameRequired: sheet.columns.some(({ header, required }) => header === headers.given && required),
    }
  })
  const ordinal = head.columns.find(({ means }) => means === ORDINAL)?.place ?? -1
  const nameParts = new Set(head.columns.filter(({ means }) => isName(sheet, means)).map(({ place }) => place))
  const kinds = rowKinds(head.lastRow, ordinal, nameParts)
  const organisation = organisationOf(head, profile, known)
  const organisationAt = organisation === undefined ? -1 : at(organisationColumn(sheet) ?? '')
  const filled = Object.entries(constants).flatMap(([header, text]) => (text === '' ? [] : [{ at: at(header), text }]))
  const score = { at: at(SCORE.score), most: at(SCORE.most) }
  const brings = sheet.defines === 'organisation'
  const kept = createKeptCells()
  const looks = createRowLooks()

  /** Failed formulas, a column that must not be kept: the kernel would pass over what is left without a word. */
  function leavesEmpty(row: Row, cells: readonly Cell[]): boolean {
    const isLeft = leaving.some(({ header }, place) => header !== ORDINAL && !isBlankCell(cells[place]))
    if (isLeft || people.some(({ whole }) => !isBlankCell(row.cells[whole]))) return false
    return row.cells.some((cell, place) => !isBlankCell(cell) && (place !== ordinal || isWords(cell)))
  }

  function repair(row: Row): ReadRow | undefined {
    const kind = kinds.kindOf(row)
    if (kind !== undefined) {
      if (kind === 'section') organisation?.section(row)
      skipped.push({ row: row.row, kind })
      return undefined
    }
    const note = (code: RemarkCode, column: string, cell: Cell): void => {
      remarks.add(code, column, row.row)
      kept.add(column, code, readsAs(cell))
    }
    const cells = new Array<Cell>(leaving.length).fill(null)
    let beside: Repair['beside']
    for (let place = 0; place < leaving.length; place++) {
      const cell = row.cells[leaving[place]?.from ?? -1]
      if (cell === null || cell === undefined) continue
      const found = lookups[place]?.(cell)
      cells[place] = found === undefined ? cell : found.cell
      if (found === undefined) continue
      if (found.cell !== cell) note(repaired(found.kind), leaving[place]?.header ?? '', cell)
      if (found.beside !== undefined) beside = { ...beside, ...found.beside }
    }
    if (leavesEmpty(row, cells)) {
      skipped.push({ row: row.row, kind: 'empty' })
      kept.endRow(row.row)
      return undefined
    }
    for (const { at: place, text } of filled) cells[place] ??= text
    if (organisationAt >= 0) cells[organisationAt] ??= organisation?.now() ?? null
    for (const [header, cell] of Object.entries(beside ?? {})) {
      const place = at(header)
      if (place >= 0) cells[place] ??= cell
    }
    let fault: RowFault | undefined
    for (const person of people) {
      fault ??= repairPerson(cells, row.cells[person.whole] ?? null, person, (one, column, cell) =>
        note(repaired(one), column, cell),
      )
    }
    fault ??= score.at >= 0 && score.most >= 0 ? settleScore(cells, score, profile, note, questions) : undefined
    for (const doubt of doubtsOf(
      { cell: (header) => cells[at(header)] ?? null, was: (header) => row.cells[fromOf.get(header) ?? -1] ?? null },
      known.today,
    )) {
      remarks.add(`doubtful_${doubt.kind}`, doubt.column, row.row)
    }
    if (row.hidden === true) remarks.add('row_hidden', '', row.row)
    if (row.noted === true) remarks.add('row_noted', '', row.row)
    looks.add(row.row, row.fills ?? 0)
    if (brings) bring(known, cells, at)
    kept.endRow(row.row)
    return fault === undefined ? { row: row.row, cells } : { row: row.row, cells, fault }
  }

  return {
    headers: leaving.map(({ header }) => header),
    fills: new Set(
      leaving.flatMap(({ header, from }) => (from < 0 && CATEGORY_COLUMNS.includes(header) ? [header] : [])),
    ),
    dropped: head.columns.filter(({ how }) => how === 'forbidden').map(({ header }) => header),
    repair,
    remarks: { ...remarks, all: () => [...remarks.all(), ...colouredOf(looks.unusual())] },
    questions,
    skipped,
    drain: kept.drain,
  }
}

const isBlankCell = (cell: Cell | undefined): boolean => isBlank(readsAs(cell))

const colouredOf = (rows: readonly number[]): Remark[] =>
  rows.length === 0 ? [] : [{ code: 'row_coloured', column: '', rows }]

function leavingColumns(
  head: Head,
  constants: readonly string[],
  repairOf: (column: ColumnDeclaration) => ColumnRepair,
): Leaving[] {
  const { sheet } = head
  const declared = new Map(sheet.columns.map((column) => [column.header, column]))
  const leaving: Leaving[] = []
  const wanted: string[] = []
  for (const { place, header, means, how } of head.columns) {
    const column = declared.get(means ?? '')
    if (how === 'forbidden') continue
    if (means?.startsWith(fullNameOf('')) === true && column === undefined) {
      const person = sheet.people.findIndex((_, at) => fullNameOf(suffixOf(sheet, at)) === means)
      const headers = sheet.people[person]?.headers
      if (headers !== undefined) wanted.push(headers.surname, headers.given, headers.patronymic)
      continue
    }
    const name = means ?? header
    // An unknown column that is called as a declared one is not it: another column stands for that.
    const isTaken = means === null && declared.has(header)
    leaving.push({ header: isTaken ? `${header} (2)` : name, from: place, column: column && repairOf(column) })
  }
  const means = new Set(head.columns.map((column) => column.means))
  if (means.has(SCORE.score)) wanted.push(SCORE.most)
  if (means.has(EMPLOYMENT.kind)) wanted.push(EMPLOYMENT.main)
  if (means.has(CATEGORY)) wanted.push(...CATEGORY_COLUMNS)
  const organisation = head.organisation === undefined ? undefined : organisationColumn(sheet)
  if (organisation !== undefined) wanted.push(organisation)
  const there = new Set(leaving.map(({ header }) => header))
  const isSaidOfPeople = (header: string): boolean => declared.has(header) && !there.has(header)
  const added = [...new Set([...wanted, ...constants])].filter(isSaidOfPeople)
  return [...leaving, ...added.map((header) => ({ header, from: -1, column: undefined }))]
}

const NAMES: ReadonlySet<PersonPart> = new Set(['surname', 'given', 'patronymic'])

function isName(sheet: SheetDeclaration, means: string | null): boolean {
  if (means?.startsWith(fullNameOf('')) === true) return true
  const type = sheet.columns.find(({ header }) => header === means)?.type
  return type?.is === 'person' && NAMES.has(type.part)
}

/** The same cells come over and over: what becomes of one is worked out once, and what nobody knows is counted each time. */
function remembering(
  header: string,
  { repair, asks, repeats }: ColumnRepair,
  ask: (kind: string, column: string, value: string) => void,
): (cell: Cell) => Repair | undefined {
  const known = new Map<Cell, { readonly repaired: Repair | undefined; readonly asked: string | undefined }>()
  // Numbers of people hardly ever come twice.
  if (!repeats) return repair
  return (cell) => {
    let found = known.get(cell)
    if (found === undefined) {
      const repaired = repair(cell)
      found = { repaired, asked: asks(repaired === undefined ? cell : repaired.cell) }
      if (known.size >= REMEMBERED) known.clear()
      known.set(cell, found)
    }
    if (found.asked !== undefined) ask(found.asked, header, readsAs(cell))
    return found.repaired
  }
}

type SheetOrganisation = { now(): string | undefined; section(row: Row): void }

/** The organisation of rows that do not name it; asked for row by row, for it may be one this very load brings. */
function organisationOf(
  { organisation }: Head,
  { answers }: Profile,
  { organisations }: Knowledge,
): SheetOrganisation | undefined {
  if (organisation === undefined) return undefined
  const codeOf = (text: string): string =>
    answers['organisation']?.[headerKey(text)] ?? organisations.byCode(text) ?? organisations.resolve(text) ?? text
  if (organisation.in !== 'sections') return { now: () => codeOf(organisation.text), section: () => {} }
  let current: string | undefined
  return {
    now: () => current,
    section({ cells }) {
      const text = readsAs(cells.find((cell) => typeof cell === 'string'))
      const code =
        answers['organisation']?.[headerKey(text)] ?? organisations.byCode(text) ?? organisations.resolve(text)
      if (code !== undefined) current = code
    },
  }
}

function settleScore(
  cells: Cell[],
  { at, most }: { readonly at: number; readonly most: number },
  { scores }: Profile,
  note: (code: RemarkCode, column: string, cell: Cell) => void,
  questions: Questions,
): RowFault | undefined {
  const cell = cells[at] ?? null
  if (cell === null) return undefined
  const text = readsAs(cell)
  const bound = readsAs(cells[most])
  if (bound !== '' && !isNothing(bound)) {
    if (bound === '100' && text.endsWith('%')) {
      note('repaired_percent', SCORE.score, cell)
      cells[at] = text.slice(0, -1).trim()
    }
    return undefined
  }
  const told = scoreOf(cell, scores)
  if (told === undefined) {
    if (scores !== null || !/^\d+([.,]\d+)?$/.test(text)) return undefined
    questions.ask('scores', SCORE.score, text)
    return { column: SCORE.score, code: 'scale_unanswered' }
  }
  note('repaired_percent', SCORE.score, cell)
  cells[at] = told.score
  cells[most] = told.most
  return undefined
}

/** Organisations this very load brings are known to the sheets behind. */
function bring({ organisations }: Knowledge, cells: readonly Cell[], at: (header: string) => number): void {
  const code = readsAs(cells[at('Код')])
  const name = readsAs(cells[at('Краткое наименование')])
  if (code !== '' && name !== '') organisations.add({ code, name, type: undefined })
}
