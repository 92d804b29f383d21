import { type Cell, readsAs } from '../../../platform/spreadsheets/index.ts'
import type { ColumnDeclaration } from '../exchange/sheet.declaration.ts'
import { headerKey, tidy } from '../text.ts'
import type { Knowledge } from './knowledge.ts'
import { answerKind, type Profile } from './profile.ts'
import { categoryOf } from './repairs/categories.ts'
import { type DayUse, repairDay } from './repairs/days.ts'
import { EMPLOYMENT, repairEmployment } from './repairs/employment.ts'
import { repairExperience } from './repairs/experience.ts'
import { repairLetters } from './repairs/letters.ts'
import { repairNumber, repairSnils } from './repairs/numbers.ts'
import { positionOf } from './repairs/positions.ts'
import { isNone, isNothing, isTooLong, type Repair, type RepairCell } from './repairs/repair.ts'
import { repairSubjects } from './repairs/subjects.ts'
import { isErrorCell, repairClosed, repairEducation, repairTitle, repairYesNo } from './repairs/words.ts'

export const EXPERIENCE = 'Педагогический стаж с'
const SUBJECTS = 'Предметы'
const PROVIDER = 'provider'
const TITLES = new Set(['Программа', 'Провайдер', 'Название'])

export type CellContext = {
  readonly profile: Profile
  readonly known: Knowledge
  /** The day the file is of. */
  readonly asOf: string
  /** A value nobody could tell the meaning of; its answer would be remembered under this kind. */
  readonly ask: (kind: string, column: string, value: string) => void
}

/** What is done with the cells of a column, and whether nobody can say what one means. */
export type ColumnRepair = {
  readonly repair: RepairCell
  readonly asks: (cell: Cell) => string | undefined
  /** The same cells come over and over. */
  readonly repeats: boolean
}

/** The repairs of one column: what was answered, then failed formulas, letters, and what its type allows. */
export function columnRepair(column: ColumnDeclaration, context: CellContext): ColumnRepair {
  const kind = answerKind(column.type, column.header)
  const answers = kind === undefined ? undefined : context.profile.answers[kind]
  const byType = typeRepair(column, context)
  const question = questionOf(column, context)
  return {
    repair(cell) {
      if (cell === null || isTooLong(cell)) return undefined
      const answered = answers?.[headerKey(readsAs(cell))]
      if (answered !== undefined) return { kind: 'answer', cell: answered === '' ? null : answered }
      if (isErrorCell(cell)) return { kind: 'error_cell', cell: null }
      if (typeof cell !== 'string') return byType(cell)
      const clean = repairLetters(cell)
      const isOther = tidy(clean) !== tidy(cell)
      return byType(isOther ? clean : cell) ?? (isOther ? { kind: 'letters', cell: clean } : undefined)
    },
    repeats: !(column.type.is === 'person' && column.type.part === 'snils'),
    asks: (cell) => (kind !== undefined && cell !== null && !isTooLong(cell) && question(cell) ? kind : undefined),
  }
}

function typeRepair(column: ColumnDeclaration, { known, asOf }: CellContext): RepairCell {
  const { type, header, required } = column
  const isOptional = !required
  const use: DayUse = { isEnd: isEnd(column), isBirth: false, thisYear: Number(known.today.slice(0, 4)) }
  switch (type.is) {
    case 'date':
      return header === EXPERIENCE ? (cell) => repairExperience(cell, { ...use, asOf }) : (cell) => repairDay(cell, use)
    case 'person':
      if (type.part === 'birth') return (cell) => repairDay(cell, { ...use, isBirth: true })
      return type.part === 'snils' ? repairSnils : () => undefined
    case 'yes-no':
      return repairYesNo
    case 'closed':
      if (header === EMPLOYMENT.kind) return repairEmployment
      return (cell) => repairClosed(cell, Object.keys(type.values), isOptional)
    case 'number':
      return (cell) => repairNumber(cell, isOptional)
    case 'code':
      return type.of === 'organisation' ? (cell) => repairOrganisation(cell, known) : () => undefined
    case 'position':
      return (cell) => repairPosition(cell, known)
    case 'open':
    case 'open-list':
    case 'sex':
      return openRepair(column, known)
    default:
      return TITLES.has(header) ? repairTitle : () => undefined
  }
}

/** The last day of something. */
const isEnd = ({ header, notBefore }: ColumnDeclaration): boolean =>
  notBefore !== undefined || header === 'Действует по'

function repairOrganisation(cell: Cell, { organisations }: Knowledge): Repair | undefined {
  const text = readsAs(cell)
  if (organisations.byCode(text) !== undefined) return undefined
  const code = organisations.resolve(text)
  return code === undefined ? undefined : { kind: 'organisation', cell: code }
}

function repairPosition(cell: Cell, { positions, subjects }: Knowledge): Repair | undefined {
  const meant = positionOf(readsAs(cell), positions, subjects)
  if (meant === undefined) return undefined
  const beside = meant.subjects === undefined ? {} : { beside: { [SUBJECTS]: meant.subjects } }
  return { kind: 'position', cell: meant.position, ...beside }
}

function openRepair({ type, header, required }: ColumnDeclaration, known: Knowledge): RepairCell {
  const kind = 'kind' in type ? type.kind : ''
  if (kind === 'subject') return (cell) => repairSubjectCell(cell, known)
  if (kind === 'category') return (cell) => categoryOf(readsAs(cell), known.today)
  if (kind === 'education_level') return repairEducation
  if (kind === PROVIDER) return (cell) => repairProvider(cell, known)
  return (cell) => {
    if (!required && isNothing(readsAs(cell))) return { kind: 'blank', cell: null }
    return TITLES.has(header) ? repairTitle(cell) : undefined
  }
}

/** A title like others, and called as it is known already. */
function repairProvider(cell: Cell, { providers }: Knowledge): Repair | undefined {
  const title = repairTitle(cell)
  const said = readsAs(title === undefined ? cell : title.cell)
  const name = isNothing(said) ? undefined : providers.known(said)
  return name === undefined ? title : { kind: 'provider', cell: name }
}

function repairSubjectCell(cell: Cell, { subjects }: Knowledge): Repair | undefined {
  const text = readsAs(cell)
  if (isNone(headerKey(text))) return { kind: 'blank', cell: null }
  const repaired = repairSubjects(text, subjects)
  const isSame = headerKey(repaired).replace(/, /g, ',') === headerKey(text).replace(/\s*,\s*/g, ',')
  return isSame ? undefined : { kind: 'subjects', cell: repaired }
}

/** Whether a cell, set right or not, still says something nobody knows. */
function questionOf({ type }: ColumnDeclaration, { known, profile }: CellContext): (cell: Cell) => boolean {
  switch (type.is) {
    case 'code':
      return (cell) => type.of === 'organisation' && known.organisations.byCode(readsAs(cell)) === undefined
    case 'position':
      return (cell) => known.positions(headerKey(readsAs(cell))) === undefined
    case 'open':
      return type.kind === PROVIDER ? providerQuestion(known, profile) : () => false
    case 'yes-no':
      return (cell) => !['да', 'нет'].includes(headerKey(readsAs(cell)))
    case 'closed': {
      const keys = new Set(Object.keys(type.values).map(headerKey))
      return (cell) => !keys.has(headerKey(readsAs(cell)))
    }
    default:
      return () => false
  }
}

/** The row is taken all the same: it may well be a new provider. Somebody who says so answers with the very name. */
function providerQuestion({ providers }: Knowledge, { answers }: Profile): (cell: Cell) => boolean {
  const answered = new Set(Object.values(answers[PROVIDER] ?? {}).map(headerKey))
  return (cell) => !answered.has(headerKey(readsAs(cell))) && providers.isDoubtful(readsAs(cell))
}
