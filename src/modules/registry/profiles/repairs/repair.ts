import type { Cell } from '../../../../platform/spreadsheets/index.ts'

/**
 * What is longer is no cell anybody meant, and is left to the checks as it is: expressions that look for blanks and
 * brackets would take the square of its length.
 */
export const MOST_CHARACTERS = 500

export const isTooLong = (cell: Cell | undefined): boolean => typeof cell === 'string' && cell.length > MOST_CHARACTERS

/** What was set right, as a remark names it: `repaired_<kind>`. */
export const REPAIR_KINDS = [
  'letters',
  'blank',
  'error_cell',
  'date',
  'date_month',
  'date_year',
  'snils',
  'name',
  'former_surname',
  'initials',
  'patronymic',
  'organisation',
  'position',
  'subjects',
  'provider',
  'experience',
  'category',
  'category_date',
  'education',
  'yes_no',
  'value',
  'number',
  'percent',
  'title',
  'answer',
] as const

export type RepairKind = (typeof REPAIR_KINDS)[number]

/** A cell set right. */
export type Repair = {
  readonly kind: RepairKind
  readonly cell: Cell
  /** What the cell also said of other columns, by their headers: fills them where they are there and empty. */
  readonly beside?: Readonly<Record<string, Cell>>
}

/** Undefined where the cell stays as it is: because it is right, or because nobody could say what it means. */
export type RepairCell = (cell: Cell) => Repair | undefined

/** A mark for "nothing here": dashes of any kind, underscores, dots. */
export const isNothing = (text: string): boolean => /^[\s\-\u2010-\u2015\u2212_.…]+$/.test(text)

/** Words for "nothing here". */
const NONE =
  /^(нет( данных| сведений)?|отсутств(ует|уют)|не (имеет|имеется|указан[ао]?|установлен[ао]?)|б\/[нко]|н\/д|пусто)$/

export const isNone = (text: string): boolean => isNothing(text) || NONE.test(text)
