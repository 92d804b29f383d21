import { hash } from 'node:crypto'
import type { Row } from '../../../platform/spreadsheets/index.ts'
import { headerKey } from '../text.ts'
import { makeValue, type Value } from './cell.parsing.ts'
import { cellReader, type ReadCells } from './cell.reading.ts'
import { copyBytes, copyText, createCopyLines } from './copy.text.ts'
import type { ReadRow } from './file.reading.ts'
import type { SheetHeader } from './header.match.ts'
import type { LoadState } from './load.state.ts'
import type { StagedTableColumn } from './merge.sql.ts'
import type { Origin, Person } from './people.index.ts'
import type { Meant } from './people.matching.ts'
import { recordReader } from './record.reading.ts'
import { type CheckedRow, type RowCode, type RowFault, rowChecker } from './row.checker.ts'
import { stagedColumns } from './sheet.columns.ts'
import type { SheetDeclaration } from './sheet.declaration.ts'
import { ROW_HASH_BYTES } from './taken.rows.ts'
import { createWordTable, layBytes } from './word.table.ts'

export type Rejection = { readonly row: number; readonly column: string; readonly code: RowCode }

export type SheetTally = {
  rows: number
  accepted: number
  readonly duplicates: number[]
  readonly rejected: Rejection[]
  /** Rows with a position nobody has classified, and the position as the row writes it. */
  readonly unclassified: { readonly row: number; readonly value: string }[]
}

/** A row that may be taken as soon as `needs` ids are reserved. */
export type ReadyRow = {
  readonly row: Row
  readonly checked: CheckedRow
  readonly people: readonly Meant[]
  readonly hash: string
  /** An earlier load took a row like this: it says nothing new. */
  readonly isKnown: boolean
  /** How many values of open lists and positions the row could add at most. */
  readonly needs: number
}

export type SheetIntake = {
  readonly tally: SheetTally
  /**
   * Columns of the staging table: the row's number, the record's id where the load gives it, people, the rest, and where
   * spans follow from the rows the birth date of whom the row brought.
   */
  readonly staged: readonly StagedTableColumn[]
  /** Undefined when the row is blank, repeated or refused. */
  check(row: ReadRow): ReadyRow | undefined
  take(ready: ReadyRow): void
  /**
   * Since the last call: COPY text of the rows taken and of those refused, which rows changed who somebody is, and
   * which of those taken say nothing new.
   */
  drain(): {
    readonly taken: Buffer
    readonly refused: Buffer
    readonly changedPeople: readonly number[]
    readonly known: readonly number[]
  }
}

const EMPTY = makeValue('', '')
const BETWEEN = '\u001f'

/** Takes the rows of one sheet in their order: each is checked, compared with those before, resolved and staged. */
export function createIntake(
  sheet: SheetDeclaration,
  header: SheetHeader,
  state: LoadState,
  sourceId: number,
): SheetIntake {
  const checkCells = rowChecker(sheet, header)
  const columns = stagedColumns(sheet, header, state)
  const compare = recordReader(sheet, columns, state)
  const rowText = takenText(sheet, header)
  const references = codeReader(sheet, state)
  const openColumns = sheet.columns.flatMap(({ type }, at) =>
    (header.places[at] ?? -1) >= 0 && ('kind' in type || type.is === 'position' || type.is === 'sex') ? [at] : [],
  )
  const positionAt = sheet.columns.findIndex(({ type }) => type.is === 'position')
  const sexAt = sheet.columns.findIndex(({ type }) => type.is === 'sex')
  const hasSex = (header.places[sexAt] ?? -1) >= 0
  const tellsBirth = sheet.spansBy === 'person_id'
  const ownCodeAt = sheet.columns.findIndex(({ type }) => type.is === 'own-code')
  const seen = createWordTable(ROW_HASH_BYTES / 4)
  const tally: SheetTally = { rows: 0, accepted: 0, duplicates: [], rejected: [], unclassified: [] }
  const read = cellReader(sheet, header)
  const taken = createCopyLines()
  const refused = createCopyLines()
  /** A row that changed who somebody the district knew is is updated, even where its record stays as it was. */
  let changedPeople: number[] = []
  let known: number[] = []

  function refuse(row: Row, rowHash: string, { column, code }: RowFault): undefined {
    tally.rejected.push({ row: row.row, column, code })
    // Of somebody who was erased nothing is kept anew.
    const sealed = copyBytes(state.seal(JSON.stringify(code === 'person_erased' ? [] : row.cells)))
    const hashed = copyBytes(Buffer.from(rowHash, 'latin1'))
    refused.add(`${sourceId}\t${row.row}\t${copyText(column)}\t${code}\t${hashed}\t${sealed}\n`)
  }

  /** The first person of the row that cannot be told, mentor before mentee. */
  function personFault(checked: CheckedRow, people: readonly Meant[]): RowFault | undefined {
    for (const [at, meant] of people.entries()) {
      const cells = checked.people[at]
      const isErased = meant.is === 'nobody' && cells !== undefined && state.isErased(cells)
      const code = isErased ? 'person_erased' : faultOf(meant, sheet.bringsPeople === true)
      const headers = sheet.people[at]?.headers
      if (code === undefined || headers === undefined) continue
      return { column: cells?.snils === undefined ? headers.surname : headers.snils, code }
    }
    return undefined
  }

  function isRepeated(rowHash: string): boolean {
    const before = seen.size()
    layBytes(seen.words, rowHash)
    return seen.add() < before
  }

  function check(row: ReadRow): ReadyRow | undefined {
    const cells = read(row.cells)
    const text = rowText(cells)
    if (text === undefined) return undefined
    tally.rows++
    const rowHash = state.hashRow(text)
    if (isRepeated(rowHash)) {
      tally.duplicates.push(row.row)
      return undefined
    }
    const checked = row.fault ?? checkCells(cells)
    if ('code' in checked) return refuse(row, rowHash, checked)
    const unknown = references(checked.values)
    if (unknown !== undefined) return refuse(row, rowHash, unknown)
    const given = state.taken.before(rowHash)
    const people = checked.people.map((cells, at): Meant => {
      const kept = state.people.byId(given?.[at] ?? 0)
      return kept === undefined ? state.matching.find(cells) : { is: 'kept', person: kept }
    })
    const fault = personFault(checked, people) ?? samePerson(sheet, checked, people)
    if (fault !== undefined) return refuse(row, rowHash, fault)
    return repeated(row, checked, people, { hash: rowHash, isKnown: given !== undefined })
  }

  function repeated(
    row: Row,
    checked: CheckedRow,
    people: readonly Meant[],
    trace: Pick<ReadyRow, 'hash' | 'isKnown'>,
  ): ReadyRow | undefined {
    const { hash: rowHash } = trace
    const ids = people.flatMap((meant) => personOf(meant)?.id ?? [])
    // Somebody who has no id yet is named by no row before.
    const earlier = ids.length < people.length ? undefined : compare.find(checked.values, ids)
    if (earlier !== undefined) {
      if (!compare.saysSame(earlier, checked.values)) {
        return refuse(row, rowHash, { column: compare.firstHeader(checked), code: 'record_repeated' })
      }
      tally.duplicates.push(row.row)
      remember(rowHash, tellPeople(row, checked, people))
      return undefined
    }
    const needs = openColumns.reduce((sum, at) => sum + (checked.values[at]?.items?.length ?? 1), 0)
    return { row, checked, people, ...trace, needs }
  }

  function sexOf(checked: CheckedRow): Value | undefined {
    return hasSex ? (checked.values[sexAt] ?? EMPTY) : undefined
  }

  function tellPeople(row: Row, checked: CheckedRow, people: readonly Meant[]): readonly Person[] {
    const origin = { sourceId, row: row.row }
    return people.map((meant, at) => {
      const cells = checked.people[at]
      if (cells === undefined) throw new Error('a person without cells')
      const person = personOf(meant)
      if (person === undefined) return state.matching.bring(state.ids.person.take(), cells, sexOf(checked), origin)
      const said = { isKept: meant.is === 'kept', sex: sexOf(checked), origin }
      if (state.matching.tell(person, cells, said)) changedPeople.push(row.row)
      return person
    })
  }

  function remember(rowHash: string, people: readonly Person[]): void {
    if (people.length > 0) state.taken.add({ hash: rowHash, people: people.map((person) => person.id) })
  }

  function recordId(checked: CheckedRow): string {
    if (sheet.defines === undefined) return ''
    const code = checked.values[ownCodeAt]?.key ?? ''
    const codes = state.codes(sheet.defines)
    const id = codes.get(code) ?? state.ids.record(sheet.defines).take()
    codes.set(code, id)
    return `\t${id}`
  }

  return {
    tally,
    staged: [
      { name: 'row_no', isFixed: true, isBeside: true },
      ...(sheet.defines === undefined ? [] : [{ name: 'id', isFixed: true }]),
      ...sheet.people.map(({ column }) => ({ name: column, isFixed: true })),
      ...columns.map(({ name, isFixed, fills }) => ({ name, isFixed, fills })),
      ...(tellsBirth ? [{ name: 'born_on', isFixed: true, isBeside: true }] : []),
    ],
    check,
    take({ row, checked, people, hash: rowHash, isKnown }) {
      const persons = tellPeople(row, checked, people)
      remember(rowHash, persons)
      const ids = persons.map((person) => person.id)
      let line = `${row.row}${recordId(checked)}`
      for (const id of ids) line += `\t${id}`
      for (const column of columns) line += `\t${column.render(checked.values)}`
      if (tellsBirth) line += `\t${birthBrought(persons, { sourceId, row: row.row })}`
      taken.add(`${line}\n`)
      if (isKnown) known.push(row.row)
      tally.accepted++
      const position = checked.values[positionAt]
      if (position !== undefined && state.positions.find(position.key)?.isClassified !== true) {
        tally.unclassified.push({ row: row.row, value: position.text })
      }
      compare.keep(checked.values, ids)
    },
    drain() {
      const out = { taken: taken.drain(), refused: refused.drain(), changedPeople, known }
      changedPeople = []
      known = []
      return out
    },
  }
}

function faultOf(meant: Meant, bringsPeople: boolean): RowCode | undefined {
  if (meant.is === 'ambiguous') return 'person_ambiguous'
  if (meant.is === 'conflict') return 'person_conflict'
  return meant.is === 'nobody' && !bringsPeople ? 'person_unknown' : undefined
}

/** Whose first row this is. */
function birthBrought([person]: readonly Person[], { sourceId, row }: Origin): string {
  const by = person?.broughtBy
  return person !== undefined && by?.row === row && by.sourceId === sourceId ? person.birthOn : '\\N'
}

const personOf = (meant: Meant): Person | undefined => ('person' in meant ? meant.person : undefined)

function samePerson(sheet: SheetDeclaration, checked: CheckedRow, people: readonly Meant[]): RowFault | undefined {
  const [first, second] = people.map(personOf)
  if (first === undefined || first !== second) return undefined
  const headers = sheet.people[0]?.headers
  if (headers === undefined) return undefined
  return { column: checked.people[0]?.snils === undefined ? headers.surname : headers.snils, code: 'same_person' }
}

/** A code that no taken row has, of this load or of those before. */
function codeReader(
  sheet: SheetDeclaration,
  state: LoadState,
): (values: readonly (Value | undefined)[]) => RowFault | undefined {
  const references = sheet.columns.flatMap(({ header, type }, at) =>
    type.is === 'code' ? [{ at, header, of: type.of, codes: state.codes(type.of) }] : [],
  )
  return (values) => {
    for (const { at, header, of, codes } of references) {
      const code = values[at]
      if (code !== undefined && !codes.has(code.key)) return { column: header, code: `${of}_unknown` }
    }
    return undefined
  }
}

/**
 * The row as it is known again, here and in a later load: file, sheet and filled cells under their headers, whatever the
 * order. Undefined when no cell is filled.
 */
function takenText(sheet: SheetDeclaration, header: SheetHeader): (cells: ReadCells) => string | undefined {
  const named = header.headers
    .map((text, place) => ({ place, key: headerKey(text) }))
    .filter(({ place }) => place !== header.ordinal)
    .sort((left, right) => (left.key < right.key ? -1 : 1))
    // Long headers over and over would be most of what is hashed; these four characters tell those of a sheet apart.
    .map(({ place, key }) => ({ place, mark: `${BETWEEN}${hash('sha1', key, 'base64').slice(0, 4)}` }))
  const file = [sheet.file, sheet.sheet ?? ''].join(BETWEEN)
  const width = header.headers.length
  return (cells) => {
    let text = file
    for (const { place, mark } of named) {
      const cell = cells[place]
      if (cell !== undefined) text += mark + cell.text
    }
    for (let place = width; place < cells.length; place++) text += BETWEEN + (cells[place]?.text ?? '')
    return text === file ? undefined : text
  }
}
