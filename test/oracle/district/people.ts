import { checkDigits } from '../cells.ts'
import { yearsBefore } from '../dates.ts'
import { fold } from '../text.ts'
import type { Draft, MadePerson, Making } from './making.ts'
import { addDays, dayBetween, type Random } from './random.ts'
import { FATHERS, MEN, RARE_SURNAMES, SURNAMES, WOMEN } from './words.ts'

/** A new number of the plain kind. */
export function makeSnilsOf(random: Random, low = 10_000_000, high = 999_999_999): string {
  const nine = String(random.int(low, high)).padStart(9, '0')
  return nine + checkDigits(nine)
}

/** A new number: mostly plain, with edges also with leading zeros or among those that carry no check digits. */
export function makeSnils({ random, edges }: Making): string {
  if (edges && random.chance(0.05)) return `00${random.int(1_000_000, 1_001_998)}${random.int(10, 99)}`
  return edges && random.chance(0.2) ? makeSnilsOf(random, 2_000_000, 99_999_999) : makeSnilsOf(random)
}

/** A birth date; with edges often on a 29 February or 35 years before one of the dates. */
function makeBirth(making: Making): string {
  const { random, date } = making
  if (making.edges && random.chance(0.02)) return random.pick(['2030-01-01', '1899-12-31', '1900-02-28', '0099-05-05'])
  if (making.edges && random.chance(0.2)) return random.pick(['1988-02-29', '1992-02-29', '1996-02-29', '2000-02-29'])
  if (making.edges && random.chance(0.5)) return addDays(yearsBefore(date, 35 + random.int(0, 2)), random.int(-1, 1))
  return dayBetween(random, yearsBefore(date, 66), yearsBefore(date, 21))
}

/** Since when somebody teaches: unknown, after the date, or with edges 1 or 3 full years before it. */
export function makeSince(making: Making, birth: string): string | null {
  const { random, date } = making
  if (random.chance(making.edges ? 0.15 : 0.02)) return null
  if (making.edges && random.chance(0.7))
    return addDays(yearsBefore(date, random.int(0, 5)), random.pick([-1, 0, 0, 1]))
  const adult = addDays(birth, 20 * 365)
  return adult >= date ? date : random.chance(0.3) ? dayBetween(random, adult, date) : `${adult.slice(0, 4)}-09-01`
}

function patronymicOf({ random, edges }: Making, woman: boolean): string {
  if (random.chance(0.03)) return ''
  if (edges && random.chance(0.05))
    return random.pick(woman ? ['Вагиф кызы', 'Али-кызы'] : ['Вагиф оглы', 'Мамед-оглы'])
  return `${random.pick(FATHERS)}${woman ? 'на' : 'ич'}`
}

function makePerson(making: Making, numberless: boolean): MadePerson {
  const { random } = making
  const woman = random.chance(0.85)
  const stem = random.pick(making.edges && random.chance(0.1) ? RARE_SURNAMES : SURNAMES)
  const birth = makeBirth(making)
  return {
    snils: numberless ? null : makeSnils(making),
    surname: woman ? `${stem.replace('-', 'а-')}а` : stem,
    name: random.pick(woman ? WOMEN : MEN),
    patronymic: patronymicOf(making, woman),
    birth,
    gender: woman ? 'Ж' : 'М',
    since: makeSince(making, birth),
    education: random.chance(0.02) ? null : random.chance(0.85) ? 'да' : 'нет',
  }
}

/**
 * The people of a district. Some of those with a number are namesakes born on one day; who has no number shares name
 * and birth date with nobody, so that every row means one person as long as no dirt is added.
 */
export function makePeople(making: Making): MadePerson[] {
  const { random, amounts } = making
  const people: MadePerson[] = []
  const numbers = new Set<string>()
  const names = new Set<string>()
  const numberless = new Set<string>()
  const nameOf = (person: MadePerson): string =>
    [person.surname, person.name, person.patronymic].map(fold).concat(person.birth).join()
  for (let tries = 0; people.length < amounts.people && tries < amounts.people * 3; tries++) {
    const twin = people.length > 0 && random.chance(making.edges ? 0.06 : 0.001) ? random.pick(people) : undefined
    const person: MadePerson =
      twin?.snils != null
        ? { ...twin, snils: makeSnils(making), since: makeSince(making, twin.birth) }
        : makePerson(making, random.chance(making.edges ? 0.1 : 0.01))
    if (person.snils === null ? names.has(nameOf(person)) : numbers.has(person.snils)) continue
    if (numberless.has(nameOf(person))) continue
    names.add(nameOf(person))
    if (person.snils === null) numberless.add(nameOf(person))
    else numbers.add(person.snils)
    people.push(person)
  }
  return people
}

/** The cells by which a row names a person. */
export function personCells(person: MadePerson, suffix: string): Draft {
  return {
    [`СНИЛС${suffix}`]: person.snils,
    [`Фамилия${suffix}`]: person.surname,
    [`Имя${suffix}`]: person.name,
    [`Отчество${suffix}`]: person.patronymic === '' ? null : person.patronymic,
    [`Дата рождения${suffix}`]: person.birth,
  }
}
