import { headerKey } from '../text.ts'
import type { ListLine } from './recognition.contract.ts'

export type Known = {
  readonly id: number
  readonly surname: string
  readonly givenName: string
  readonly patronymic: string | null
  readonly organisation: { readonly code: string; readonly name: string } | null
}

/** What a line says beside the surname, worth more the less others share it. */
const WORTH = { given: 4, initial: 2, patronymic: 2, patronymicInitial: 1, organisation: 3 } as const
/** Enough to be named by: the given name, or its initial. A surname alone names nobody. */
const ENOUGH = WORTH.initial

/** As they are compared. */
export const wordsOf = (text: string): string[] =>
  headerKey(text)
    .split(/[^\p{L}\d-]+/u)
    .filter(Boolean)

/** Whether the words of `part` stand in the line one after another. */
function holds(line: readonly string[], part: string): boolean {
  const words = wordsOf(part)
  return words.length > 0 && line.some((_, at) => words.every((word, nth) => line[at + nth] === word))
}

function nameWorth(line: readonly string[], name: string, worth: { whole: number; initial: number }): number {
  if (holds(line, name)) return worth.whole
  return line.includes(headerKey(name).slice(0, 1)) ? worth.initial : 0
}

function worthOf(line: readonly string[], { givenName, patronymic, organisation }: Known): number {
  const given = nameWorth(line, givenName, { whole: WORTH.given, initial: WORTH.initial })
  const further = { whole: WORTH.patronymic, initial: WORTH.patronymicInitial }
  const isTheirs = organisation !== null && (holds(line, organisation.code) || holds(line, organisation.name))
  return given + (patronymic === null ? 0 : nameWorth(line, patronymic, further)) + (isTheirs ? WORTH.organisation : 0)
}

export type Recognised = {
  /** Beyond doubt; nobody where two are alike or the line says too little. */
  readonly person: Known | undefined
  /** Who may be meant, the likeliest first. */
  readonly candidates: readonly Known[]
}

/** Whom of these a line of a list means, in whatever columns and order name and organisation stand. */
export function recognise(text: string, people: readonly Known[]): Recognised {
  const line = wordsOf(text)
  const meant = people
    .filter(({ surname }) => holds(line, surname))
    .map((person) => ({ person, worth: worthOf(line, person) }))
    .sort((a, b) => b.worth - a.worth)
  const [first, second] = meant
  const isSure = first !== undefined && first.worth >= ENOUGH && first.worth > (second?.worth ?? 0)
  return { person: isSure ? first.person : undefined, candidates: meant.map(({ person }) => person) }
}

/** A line that names the columns, or says nothing. */
export const isHeading = (text: string): boolean => {
  const words = wordsOf(text)
  return words.every((word) => /^\d+$/.test(word)) || words.some((word) => word === 'фамилия' || word === 'фио')
}

/** Each line of a list that names somebody, with whom of these it means. */
export function recogniseLines(
  lines: readonly { readonly row: number; readonly text: string }[],
  people: readonly Known[],
): ListLine[] {
  return lines
    .filter(({ text }) => !isHeading(text))
    .map(({ row, text }) => {
      const { person, candidates } = recognise(text, people)
      return { row, text, person: person === undefined ? null : told(person), candidates: candidates.map(told) }
    })
}

const told = ({ id, surname, givenName, patronymic, organisation }: Known): ListLine['candidates'][number] => ({
  ...{ id, name: [surname, givenName, patronymic].filter(Boolean).join(' ') },
  organisation: organisation?.name ?? null,
})
