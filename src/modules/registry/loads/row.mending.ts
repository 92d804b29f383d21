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

export type Mending = {
  /** A row the later load refused, too. */
  refused(texts: ReadonlyMap<string, string>): void
  /** A row it took. */
  taken(row: ReadRow): void
  /** Ids of the rows that stand now. */
  mended(): readonly number[]
}

const BETWEEN = '\u001f'

/**
 * Which waiting rows of a sheet a later load has mended. A taken row mends
 * - the one it was, when it comes from a workbook of faulty rows and its reason still says which;
 * - one with exactly its cells, for what was missing elsewhere is there now;
 * - one of the same record, when the fault was in a cell that does not tell records apart;
 * - otherwise the one with the same number in which all cells are the same but one of those that tell records apart: not
 *   always the one named, for who means one of several people adds a number beside the name.
 * A row that was refused again with the same cells is not mended. What fits none of these waits on: rather too long than
 * lost.
 */
export function createMending(sheet: SheetDeclaration, waiting: readonly WaitingRow[]): Mending {
  const identity = identityOf(sheet)
  const byMark = new Map<string, WaitingRow[]>()
  const byCells = new Map<string, WaitingRow[]>()
  const byRecord = new Map<string, WaitingRow[]>()
  const byRest = new Map<string, WaitingRow[]>()
  for (const row of waiting) {
    const column = headerKey(row.column ?? '')
    push(byMark, `${row.load} ${row.row}`, row)
    push(byCells, textOf(row.texts), row)
    if (!identity.headers.has(column)) {
      const record = identity.recordsOf(row.texts)[0]
      if (record !== undefined) push(byRecord, record, row)
    } else {
      for (const header of identity.headers) push(byRest, restOf(row.row, row.texts, header), row)
    }
  }
  const mended = new Set<number>()
  const refused = new Set<number>()
  const mend = (rows: readonly WaitingRow[] | undefined): void => {
    for (const { id } of rows ?? []) mended.add(id)
  }
  return {
    refused(texts) {
      for (const { id } of byCells.get(textOf(texts)) ?? []) refused.add(id)
    },
    taken({ texts, row, corrects }) {
      const marked = corrects === undefined ? undefined : byMark.get(`${corrects} ${row}`)
      // Two files of one kind have rows of one number: what fits none of them otherwise waits on.
      if (marked?.length === 1) mend(marked)
      mend(byCells.get(textOf(texts)))
      for (const record of identity.recordsOf(texts)) mend(byRecord.get(record))
      if (byRest.size > 0) for (const column of identity.headers) mend(byRest.get(restOf(row, texts, column)))
    },
    mended: () => [...mended].filter((id) => !refused.has(id)),
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
      return named.reduce<string[]>(
        (found, ways) => found.flatMap((one) => ways.map((way) => one + BETWEEN + headerKey(way ?? ''))),
        start,
      )
    },
  }
}

const textOf = (texts: Texts): string => restOf(0, texts, '')

function restOf(row: number, texts: Texts, column: string): string {
  const cells = [...texts].filter(([header]) => header !== column).map(([header, text]) => `${header}=${text}`)
  return [row, column, ...cells.sort()].join(BETWEEN)
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const there = map.get(key)
  if (there === undefined) map.set(key, [value])
  else there.push(value)
}
