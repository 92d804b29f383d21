import { type Cell, readsAs } from '../../../platform/spreadsheets/index.ts'
import { headerKey } from '../text.ts'

/** The filled cells of a row as they read, each under the header of its file. */
export function cellTexts(
  headers: readonly string[],
  cells: readonly Cell[],
): { readonly place: number; readonly header: string; readonly text: string }[] {
  return cells.flatMap((cell, place) => {
    const text = readsAs(cell)
    return text === '' ? [] : [{ place, header: headers[place] ?? '', text }]
  })
}

const ORDINAL = headerKey('№ п/п')
/** The column we add to a workbook of faulty rows, in the languages we write it. */
const REASONS = new Set(['Причина', 'Reason'].map(headerKey))

export const isReasonHeader = (header: string): boolean => REASONS.has(headerKey(header))

/**
 * What a row says, by header in the form headers are compared in; of two columns of one name the first counts, as in a
 * load. Its ordinal and the reason we wrote beside it say nothing.
 */
export function rowTexts(headers: readonly string[], cells: readonly Cell[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const named = new Set<string>()
  for (const [place, header] of headers.entries()) {
    const key = headerKey(header)
    if (key === '' || key === ORDINAL || REASONS.has(key) || named.has(key)) continue
    named.add(key)
    const text = readsAs(cells[place])
    if (text !== '') texts.set(key, text)
  }
  return texts
}

/** The number of the row a row of the workbook was, as its reason begins: «Строка 12. …». */
export function numberInReason(headers: readonly string[], cells: readonly Cell[]): number | undefined {
  const place = headers.findIndex(isReasonHeader)
  const number = /^\D{1,10}(\d{1,7})\./.exec(readsAs(cells[place]))?.[1]
  return number === undefined ? undefined : Number(number)
}
