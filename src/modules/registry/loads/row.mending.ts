import { hash } from 'node:crypto'
import type { SheetDeclaration } from '../exchange/sheet.declaration.ts'
import { headerKey } from '../text.ts'

/** A row that waits, as far as mending looks at it. */
export type WaitingRow = {
  readonly id: number
  readonly load: number
  readonly row: number
  /** The column its reason names. */
  readonly column: string | null
  readonly texts: ReadonlyMap<string, string>
}

export type ReadRow = {
  readonly texts: ReadonlyMap<string, string>
  /** Its own number, or, in a workbook of faulty rows, that of the row it was. */
  readonly row: number
  /** The load whose faulty rows the workbook holds. */
  readonly corrects: number | undefined
}

/** A row that waits, and where the one stands that the later load refused for it. */
export type Overtaken<P> = { readonly id: number; readonly by: P }

/** `P`: where a row of the later load stands. */
export type Mending<P> = {
  /** A row of an earlier load; all of them come before the first row of the later one. Its texts are not kept. */
  waits(row: WaitingRow): void
  /** A row the later load refused, too. */
  refused(row: ReadRow, place: P): void
  /** A row it took. */
  taken(row: ReadRow): void
  /** Ids of the rows that stand now. */
  mended(): readonly number[]
  /** Rows that wait on in the later load. */
  overtaken(): readonly Overtaken<P>[]
}

/** How a row that is refused again is like one that waits: the same cells, one that would have mended it, the same record. */
const LIKENESS = { cells: 0, meant: 1, record: 2 } as const
type Likeness = (typeof LIKENESS)[keyof typeof LIKENESS]

const BETWEEN = '\u001f'

/**
 * Which waiting rows of a sheet a later load has mended. A taken row mends
 * - the one it was, when it comes from a workbook of faulty rows and its reason still says which;
 * - one with exactly its cells, for what was missing elsewhere is there now;
 * - one of the same record, when the fault was in a cell that does not tell records apart;
 * - otherwise the one with the same number in which all cells are the same but one of those that tell records apart: not
 *   always the one named, for who means one of several people adds a number beside the name.
 * A row that was refused again with the same cells is not mended. What fits none of these waits on: rather too long than
 * lost. A refused row overtakes whatever it would have mended, and any of the same record.
 *
 * Rows are known by hashes: a district may have tens of thousands of them waiting.
 */
export function createMending<P>(sheet: SheetDeclaration): Mending<P> {
  const identity = identityOf(sheet)
  const byMark = new Map<string, number[]>()
  const byCells = new Map<string, number[]>()
  const byRecord = new Map<string, number[]>()
  const byRest = new Map<string, number[]>()
  /** As well by the records of those whose fault is in a cell that tells records apart. */
  const byAnyRecord = new Map<string, number[]>()
  const mended = new Set<number>()
  const refused = new Set<number>()
  const overtaken = new Map<number, { readonly by: P; readonly likeness: Likeness }>()

  /** Several rows of a record may be refused: it waits in the stead of the one it is most like, the first of those. */
  function overtake(id: number, by: P, likeness: Likeness): void {
    if (likeness < (overtaken.get(id)?.likeness ?? Number.POSITIVE_INFINITY)) overtaken.set(id, { by, likeness })
  }

  /** All that a row mends, if it is taken. */
  function* meantBy({ texts, row, corrects }: ReadRow): Generator<number> {
    const marked = corrects === undefined ? undefined : byMark.get(`${corrects} ${row}`)
    // Two files of one kind have rows of one number: what fits none of them otherwise waits on.
    if (marked?.length === 1) yield* marked
    const cells = cellsOf(texts)
    yield* byCells.get(textOf(cells)) ?? []
    for (const record of identity.recordsOf(texts)) yield* byRecord.get(record) ?? []
    if (byRest.size > 0) for (const column of identity.headers) yield* byRest.get(restOf(row, cells, column)) ?? []
  }

  return {
    waits({ id, load, row, column: named, texts }) {
      const column = headerKey(named ?? '')
      const records = identity.recordsOf(texts)
      const cells = cellsOf(texts)
      push(byMark, `${load} ${row}`, id)
      push(byCells, textOf(cells), id)
      for (const record of records) push(byAnyRecord, record, id)
      if (!identity.headers.has(column)) {
        if (records[0] !== undefined) push(byRecord, records[0], id)
      } else {
        for (const header of identity.headers) push(byRest, restOf(row, cells, header), id)
      }
    },
    refused(row, place) {
      for (const id of byCells.get(textOf(cellsOf(row.texts))) ?? []) {
        refused.add(id)
        overtake(id, place, LIKENESS.cells)
      }
      for (const id of meantBy(row)) overtake(id, place, LIKENESS.meant)
      for (const record of identity.recordsOf(row.texts)) {
        for (const id of byAnyRecord.get(record) ?? []) overtake(id, place, LIKENESS.record)
      }
    },
    taken(row) {
      for (const id of meantBy(row)) mended.add(id)
    },
    mended: () => [...mended].filter((id) => !refused.has(id)),
    overtaken: () => [...overtaken].flatMap(([id, { by }]) => (mended.has(id) && !refused.has(id) ? [] : [{ id, by }])),
  }
}

type Texts = ReadonlyMap<string, string>

/**
 * By which cells the records of a sheet are told apart, and what those of a row say: with the numbers of people first,
 * where it has them, then with their names; nothing where they do not suffice.
 */
function identityOf(sheet: SheetDeclaration): { headers: ReadonlySet<string>; recordsOf(texts: Texts): string[] } {
  const isKey = (column: string | undefined): boolean =>
    column !== undefined && (sheet.key.includes(column) || sheet.key.includes(`${column}_key`))
  const keyed = sheet.columns.filter(({ column }) => isKey(column)).map(({ header }) => headerKey(header))
  const people = sheet.people.map(({ headers }) => ({
    snils: headerKey(headers.snils),
    names: [headers.surname, headers.given, headers.patronymic, headers.birth].map(headerKey),
  }))
  return {
    headers: new Set([...keyed, ...people.flatMap(({ snils, names }) => [snils, ...names])]),
    recordsOf(texts) {
      const codes = keyed.map((header) => texts.get(header))
      if (codes.includes(undefined)) return []
      const named = people.map(({ snils, names }) => {
        const [surname, given, patronymic = '', birth] = names.map((header) => texts.get(header))
        const name = surname && given && birth && [surname, given, patronymic, birth].join(BETWEEN)
        return [texts.get(snils), name].filter((text) => text !== undefined && text !== '')
      })
      const start = [headerKey(codes.join(BETWEEN))]
      return named
        .reduce<string[]>(
          (found, ways) => found.flatMap((one) => ways.map((way) => one + BETWEEN + headerKey(way ?? ''))),
          start,
        )
        .map(hashed)
    },
  }
}

type CellText = { readonly header: string; readonly said: string }

/** What the cells say, in an order of its own. */
const cellsOf = (texts: Texts): readonly CellText[] =>
  [...texts]
    .map(([header, text]) => ({ header, said: `${header}=${text}` }))
    .sort((left, right) => (left.said < right.said ? -1 : 1))

const textOf = (cells: readonly CellText[]): string => restOf(0, cells, '')

function restOf(row: number, cells: readonly CellText[], column: string): string {
  const rest = cells.filter(({ header }) => header !== column).map(({ said }) => said)
  return hashed([row, column, ...rest].join(BETWEEN))
}

/** Long enough that no two rows of a district are ever the same by chance. */
const hashed = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22)

function push(map: Map<string, number[]>, key: string, id: number): void {
  const there = map.get(key)
  if (there === undefined) map.set(key, [id])
  else there.push(id)
}
