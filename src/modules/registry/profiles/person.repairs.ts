import { type Cell, readsAs } from '../../../platform/spreadsheets/index.ts'
import type { RowFault } from '../exchange/row.checker.ts'
import type { PersonReference } from '../exchange/sheet.declaration.ts'
import { tidy } from '../text.ts'
import { repairLetters } from './repairs/letters.ts'
import { isInitials, saysNoPatronymic, splitName, withoutFormer } from './repairs/names.ts'
import { isTooLong, type RepairKind } from './repairs/repair.ts'

/** Where the cells of a person stand among those that leave; -1 where a column is not there. */
export type PersonPlaces = {
  readonly headers: PersonReference['headers']
  readonly snils: number
  readonly surname: number
  readonly given: number
  readonly patronymic: number
  /** The place in the file of a cell that holds all of the name. */
  readonly whole: number
  /** The sheet asks for a name even where there is a number. */
  readonly isNameRequired: boolean
}

type Note = (kind: RepairKind, column: string, was: Cell) => void

/**
 * Sets the name of a person right across its cells, in place. Answers with why nobody can tell who is meant: with
 * initials alone a person is known by the number only.
 */
export function repairPerson(cells: Cell[], whole: Cell, at: PersonPlaces, note: Note): RowFault | undefined {
  const { headers } = at
  if ([whole, cells[at.surname], cells[at.given], cells[at.patronymic]].some(isTooLong)) return undefined
  if (typeof whole === 'string' && whole.trim() !== '' && isEmpty(cells[at.surname])) {
    return spread(cells, whole, headers.surname, at, note)
  }
  const surname = cells[at.surname]
  const given = cells[at.given]
  if (typeof surname === 'string') {
    const hasSpaces = surname.trim().includes(' ')
    if (hasSpaces && isEmpty(given) && at.given >= 0 && splitName(surname) !== undefined) {
      return spread(cells, surname, headers.surname, at, note)
    }
    const bracketed = surname.includes('(') ? withoutFormer(surname) : undefined
    if (bracketed !== undefined && bracketed.rest !== '') {
      note('former_surname', headers.surname, surname)
      cells[at.surname] = bracketed.rest
    }
  }
  if (typeof given === 'string') {
    const words = tidy(given).split(' ')
    if (isInitials(given)) return initials(cells, given, headers.given, at, note)
    if (words.length === 2 && at.patronymic >= 0 && isEmpty(cells[at.patronymic])) {
      note('name', headers.given, given)
      cells[at.given] = words[0] ?? null
      cells[at.patronymic] = words[1] ?? null
    }
  }
  const patronymic = cells[at.patronymic]
  if (typeof patronymic === 'string' && saysNoPatronymic(patronymic)) {
    note('patronymic', headers.patronymic, patronymic)
    cells[at.patronymic] = null
  }
  return undefined
}

const isEmpty = (cell: Cell | undefined): boolean => cell === null || cell === undefined || readsAs(cell) === ''

function spread(cells: Cell[], text: string, column: string, at: PersonPlaces, note: Note): RowFault | undefined {
  const parts = splitName(repairLetters(text))
  if (parts === 'initials') return initials(cells, text, column, at, note)
  if (parts === undefined) {
    cells[at.surname] = text
    return { column: at.headers.surname, code: 'name_unclear' }
  }
  note(parts.former === undefined ? 'name' : 'former_surname', column, text)
  cells[at.surname] = parts.surname
  cells[at.given] = parts.given
  if (at.patronymic >= 0) cells[at.patronymic] = parts.patronymic === '' ? null : parts.patronymic
  return undefined
}

/** The number says who it is, and initials must not become somebody's name. */
function initials(cells: Cell[], text: string, column: string, at: PersonPlaces, note: Note): RowFault | undefined {
  if (at.isNameRequired || isEmpty(cells[at.snils])) {
    if (isEmpty(cells[at.surname])) cells[at.surname] = text
    return { column: at.headers.given, code: 'name_initials' }
  }
  note('initials', column, text)
  for (const place of [at.surname, at.given, at.patronymic]) if (place >= 0) cells[place] = null
  return undefined
}
