import type { Reason } from './doubles.contract.ts'

/** Two cards as they are compared: keys as files are compared by, `formerly` all surnames the person had. */
export type Likened = {
  readonly surname: string
  readonly formerly: readonly string[]
  readonly given: string
  readonly patronymic: string
  readonly birthOn: string
  readonly sex: string | null
  readonly numbered: boolean
  readonly organisations: readonly number[]
}

export type Likeness = {
  readonly is: 'probable' | 'possible'
  readonly reasons: readonly Reason[]
  /** The more the likelier; only for the order in which pairs are looked at. */
  readonly weight: number
}

/**
 * What a reason weighs. Chosen so that a name alone never suffices: without the birth date, or all but one part of it,
 * no pair comes to POSSIBLE.
 */
const WEIGHT: Readonly<Record<Reason, number>> = {
  same_birth: 4,
  birth_swapped: 2,
  birth_one_part: 2,
  same_surname: 3,
  former_surname: 3,
  close_surname: 2,
  same_given: 2,
  close_given: 1,
  initial_given: 1,
  same_patronymic: 2,
  close_patronymic: 1,
  one_patronymic: 1,
  same_organisation: 2,
  two_numbers: -4,
  other_sex: -4,
  other_given: -5,
  other_patronymic: -2,
  other_surname: 0,
  other_birth: -4,
}

const PROBABLE = 10
const POSSIBLE = 8

/** How likely two cards are of one person, with the reasons for and against; undefined where nothing suggests it. */
export function likenessOf(one: Likened, other: Likened): Likeness | undefined {
  const reasons = reasonsFor(one, other)
  const weight = reasons.reduce((sum, reason) => sum + WEIGHT[reason], 0)
  if (weight < POSSIBLE || reasons.includes('other_birth')) return undefined
  return { is: weight >= PROBABLE ? 'probable' : 'possible', reasons, weight }
}

/** What speaks for one person and what against, of any two cards. */
export const reasonsFor = (one: Likened, other: Likened): Reason[] => [
  birthReason(one.birthOn, other.birthOn),
  surnameReason(one, other),
  givenReason(one.given, other.given),
  ...furtherReasons(one, other),
]

function birthReason(one: string, other: string): Reason {
  if (one === other) return 'same_birth'
  const [year = '', month = '', day = ''] = one.split('-')
  const [otherYear = '', otherMonth = '', otherDay = ''] = other.split('-')
  if (year === otherYear && month === otherDay && day === otherMonth) return 'birth_swapped'
  const same = [year === otherYear, month === otherMonth, day === otherDay].filter(Boolean).length
  return same === 2 ? 'birth_one_part' : 'other_birth'
}

function surnameReason(one: Likened, other: Likened): Reason {
  if (one.surname === other.surname) return 'same_surname'
  if (one.formerly.some((surname) => other.formerly.includes(surname))) return 'former_surname'
  return isClose(one.surname, other.surname) ? 'close_surname' : 'other_surname'
}

function givenReason(one: string, other: string): Reason {
  if (one === other) return 'same_given'
  if (isInitial(one, other)) return 'initial_given'
  return isClose(one, other) ? 'close_given' : 'other_given'
}

function furtherReasons(one: Likened, other: Likened): Reason[] {
  return [
    patronymicReason(one.patronymic, other.patronymic),
    ...(one.organisations.some((id) => other.organisations.includes(id)) ? (['same_organisation'] as const) : []),
    ...(one.numbered && other.numbered ? (['two_numbers'] as const) : []),
    ...(one.sex !== null && other.sex !== null && one.sex !== other.sex ? (['other_sex'] as const) : []),
  ].filter((reason) => reason !== undefined)
}

function patronymicReason(one: string, other: string): Reason | undefined {
  if (one === '' && other === '') return undefined
  if (one === other) return 'same_patronymic'
  if (one === '' || other === '' || isInitial(one, other)) return 'one_patronymic'
  return isClose(one, other) ? 'close_patronymic' : 'other_patronymic'
}

/** `м.` of `мария`. */
function isInitial(one: string, other: string): boolean {
  const [short = '', long = ''] = one.length < other.length ? [one, other] : [other, one]
  return short.replace('.', '').length === 1 && long.startsWith(short.charAt(0))
}

const SHORT = 4

/** One letter wrong, missing, too many, or two swapped; names of a few letters differ by that anyway. */
export function isClose(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < SHORT || Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  const rest = (text: string, from: number): string => text.slice(from)
  return (
    rest(one, start + 1) === rest(other, start + 1) ||
    rest(one, start + 1) === rest(other, start) ||
    rest(one, start) === rest(other, start + 1) ||
    (one[start] === other[start + 1] &&
      one[start + 1] === other[start] &&
      rest(one, start + 2) === rest(other, start + 2))
  )
}
