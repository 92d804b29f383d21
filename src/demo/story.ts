import type { Day } from './days.ts'
import type { Random } from './random.ts'

export type Position = string

export type Organisation = {
  readonly code: string
  readonly name: string
  readonly type: 'школа' | 'ДОУ' | 'УДО' | 'ИМЦ' | 'ЦППМСП'
  readonly pupils: number | null
  readonly mentoringModelOn: Day | null
  readonly activeUntil: Day | null
  readonly kind: string | null
  readonly shifts: number | null
  /** How much is done for people here: 1 is as elsewhere, 0.3 is a school that somebody should visit. */
  readonly care: number
}

/** A place in the list of staff: its holders follow one another. */
export type Seat = {
  readonly organisation: Organisation
  readonly position: Position
  readonly subjects: readonly string[]
  readonly rate: number
}

export type Person = {
  readonly surname: string
  readonly given: string
  readonly patronymic: string | null
  readonly sex: 'ж' | 'м'
  readonly birth: Day
  /** Eleven digits with a dash and a blank, as cards show them; null where the registry lacks it. */
  readonly snils: string | null
  readonly experienceSince: Day | null
  readonly category: string | null
  readonly education: string
  readonly pedagogical: boolean | null
  /** How readily they go where they are invited; a few do most of the going (domain of attendance: heavy tail). */
  readonly activity: number
  /** In standard deviations, for diagnostics. */
  readonly strength: number
}

export type Employment = Seat & {
  readonly person: Person
  readonly main: boolean
  readonly hired: Day
  dismissed: Day | null
}

/** A line of the registry: somebody in whom facts happen. */
export type Somebody = {
  readonly person: Person
  readonly employments: readonly Employment[]
}

/** What there is to tell of a district, before it is cut at the day of the spreadsheets. */
export type Story = {
  readonly plan: Plan
  /** The year of the latest September. */
  readonly year: number
  readonly random: (kind: string) => Random
}

export type Plan = {
  readonly code: string
  readonly name: string
  readonly schools: number
  readonly kindergartens: number
  readonly additional: number
  /** Number of the first school; no school that is has such a one. */
  readonly firstNumber: number
  /** The first three digits of made-up СНИЛС: none begins so high. */
  readonly snils: number
  /** Staff of an organisation against one of a middling district. */
  readonly size: number
  /** How many events a year. */
  readonly events: number
}

/** From the school year that the demo looks back to, up to the one after the latest September (told in part). */
export const yearsOf = ({ year }: Story): readonly number[] => [year - 3, year - 2, year - 1, year, year + 1]

export const employedOn = ({ employments }: Somebody, day: Day): Employment | undefined =>
  employments.find((one) => one.hired <= day && (one.dismissed === null || one.dismissed >= day))

/** The value of the year: the first of the list belongs to three years before the latest September. */
export function ofYear(story: Story, year: number, values: readonly number[]): number {
  return values[year - story.year + 3] ?? values.at(-1) ?? 0
}
