import { type Cell, type Row, readsAs } from '../../../platform/spreadsheets/index.ts'
import { headerKey, tidy } from '../text.ts'
import { looksLikeOrganisation } from './repairs/organisations.ts'
import { MOST_CHARACTERS } from './repairs/repair.ts'

/** A row that is no record, and what it is instead; `empty`: nothing is left of it that is read. */
export type SkippedKind = 'header' | 'numbering' | 'total' | 'section' | 'signature' | 'empty'

const TOTAL = /^(итого|всего|в том числе|в т\.\s?ч|общее количество|средн(ее|ий балл))/
const SIGNATURE =
  /^(исполнитель|директор|руководитель|заведующ(ий|ая)|начальник|составил|подготовил|ответственн(ый|ая)|согласовано|утверждаю|подпись|м\.\s?п|тел\.|дата составления|дата заполнения|дата:)|_{3,}/
/** Where somebody's name would stand: nobody is called so. */
const SECTION =
  /(^|\s)(работники|сотрудники|персонал|состав|администрация|отделение|совместители|декретн|отпуск|корпус|кафедра|площадка|служащие|педагоги|учителя|воспитатели)/

/** A row with more cells than these is a record, whatever its words. */
const FEW = 3

export type RowKinds = {
  /** Undefined for a record, and for what may be one: the kernel says what it lacks. */
  kindOf(row: Row): SkippedKind | undefined
}

/** Tells rows that are no records; `people` are the places of names: a single word there may be somebody. */
export function rowKinds(header: readonly string[], ordinal: number, people: ReadonlySet<number>): RowKinds {
  const keys = header.map(headerKey)
  return {
    kindOf({ cells }) {
      let filled = 0
      let texts = 0
      let first = -1
      for (let place = 0; place < cells.length; place++) {
        const cell = cells[place]
        if (cell === null || cell === undefined || place === ordinal) continue
        filled++
        if (typeof cell === 'string') {
          texts++
          if (first < 0) first = place
        }
      }
      const own = cells[ordinal] ?? null
      // Merged over the row, words of a total or a section begin where the numbers stand.
      const told = isWords(own) ? own : undefined
      if (texts > FEW) return texts === filled && repeats(cells, keys) ? 'header' : undefined
      if (isCounted(cells)) return 'numbering'
      if (told !== undefined) return kindOfFew(told.slice(0, MOST_CHARACTERS), filled + 1, false, texts + 1)
      if (texts === 0) return undefined
      if (texts === filled && repeats(cells, keys)) return 'header'
      return kindOfFew(readsAs(cells[first]).slice(0, MOST_CHARACTERS), filled, people.has(first), texts)
    },
  }
}

/** Where the numbers of rows stand: no number. */
export const isWords = (cell: Cell): cell is string => typeof cell === 'string' && !/^[\d\s.]*$/.test(cell)

function kindOfFew(text: string, filled: number, isName: boolean, texts: number): SkippedKind | undefined {
  const key = headerKey(text)
  if (TOTAL.test(key) && texts <= 2) return 'total'
  if (filled <= FEW && SIGNATURE.test(key) && (filled > 1 || /_{3,}|\/|:|\d/.test(key) || !isName)) return 'signature'
  if (filled > 1 || key === '') return undefined
  return SECTION.test(key) || !isName || looksLikeOrganisation(text) ? 'section' : undefined
}

/** The header once more, as every printed page has it. */
function repeats(cells: readonly Cell[], keys: readonly string[]): boolean {
  let same = 0
  for (const [place, cell] of cells.entries()) {
    if (cell === null) continue
    const key = headerKey(tidy(readsAs(cell)))
    if (key !== keys[place]) return false
    same++
  }
  return same > 1
}

/** 1, 2, 3 … below the header. */
function isCounted(cells: readonly Cell[]): boolean {
  let last = 0
  let count = 0
  for (const cell of cells) {
    if (cell === null) continue
    const number = typeof cell === 'number' ? cell : typeof cell === 'string' ? Number(cell) : Number.NaN
    if (number !== last + 1) return false
    last = number
    count++
  }
  return count > 2
}
