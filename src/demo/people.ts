import { addDays, type Day, dayBetween, yearOf, yearsBetween } from './days.ts'
import { nameOf } from './names.ts'
import type { Random } from './random.ts'
import type { Person, Position, Story } from './story.ts'

/** Age bands with their shares of the staff (domain: distributions). */
const AGES: readonly (readonly [readonly [number, number], number])[] = [
  [[22, 24], 4],
  [[25, 34], 20],
  [[35, 44], 22],
  [[45, 54], 26],
  [[55, 64], 22],
  [[65, 71], 5],
]

const MIXED = /ОБЗР|Физическая культура|Труд|Информатика|Физика|секретарь|директор|тренер|дополнительного/

/** Of each ten thousand some are men, by what they do. */
function menAmong(position: Position, subjects: readonly string[]): number {
  if (/ОБЗР/.test(position) || subjects.some((one) => /Физическая|Труд/.test(one))) return 0.55
  if (/воспитател|логопед|дефектолог|заведующий|музыкальный/.test(position)) return 0.02
  return MIXED.test(position) || subjects.some((one) => MIXED.test(one)) ? 0.26 : 0.08
}

export type Newcomer = {
  readonly position: Position
  readonly subjects: readonly string[]
  /** The day they come to the place they are made for. */
  readonly hired: Day
  /** Comes from the university or college, with next to no experience. */
  readonly novice: boolean
}

/** Makes people one after the other: no two with the same name and birth date, none with a number that anybody has. */
export function peopleMaker(story: Story): (newcomer: Newcomer) => Person {
  const random = story.random('people')
  const taken = new Set<string>()
  let made = 0
  return ({ position, subjects, hired, novice }) => {
    made++
    const [least, most] = novice ? [21, 25] : random.weighted(AGES)
    const drawn = random.int(least, most)
    const age = /директор|заведующий|старший|методист/.test(position) ? Math.max(random.int(31, 40), drawn) : drawn
    const sex = random.chance(menAmong(position, subjects)) ? 'м' : 'ж'
    let person: Pick<Person, 'surname' | 'given' | 'patronymic' | 'birth'>
    do {
      const birth = dayBetween(random, `${yearOf(hired) - age - 1}-09-02`, `${yearOf(hired) - age}-08-28`)
      person = { ...nameOf(random, sex, yearOf(birth) - story.year + 2026), birth }
    } while (taken.has(keyOf(person)))
    taken.add(keyOf(person))
    const experienceSince = experienceOf(random, person.birth, hired, novice)
    return {
      ...person,
      sex,
      patronymic: random.chance(0.004) ? null : person.patronymic,
      snils: random.chance(0.04) ? null : snilsOf(story.plan.snils, made),
      experienceSince: random.chance(0.02) ? null : experienceSince,
      category: categoryOf(random, yearsBetween(experienceSince, `${story.year}-09-01`)),
      ...educationOf(random, position),
      activity: random.chance(0.18) ? 0 : Math.exp(random.normal(0, 1.15)),
      strength: random.normal(0, 1),
    }
  }
}

const keyOf = ({ surname, given, birth }: Pick<Person, 'surname' | 'given' | 'birth'>): string =>
  `${surname} ${given} ${birth}`

/** Most begin at 21 to 25; every twelfth came to the profession later. */
function experienceOf(random: Random, birth: Day, hired: Day, novice: boolean): Day {
  if (novice) return random.chance(0.75) ? hired : addDays(hired, -random.int(200, 400))
  const began = random.chance(0.08) ? random.int(30, 44) : random.int(21, 25)
  const since = `${yearOf(birth) + began}-${random.weighted([
    ['09-01', 6],
    ['08-25', 2],
    ['10-15', 1],
    ['01-12', 1],
  ])}`
  // Whoever is young and no novice began a little before.
  return since > hired ? addDays(hired, -random.int(330, 1400)) : since
}

function categoryOf(random: Random, experience: number): string | null {
  if (experience < 3) return random.chance(0.1) ? 'первая' : null
  if (experience < 8)
    return random.weighted([
      [null, 25],
      ['соответствие занимаемой должности', 35],
      ['первая', 32],
      ['высшая', 8],
    ])
  return random.weighted([
    [null, 9],
    ['соответствие занимаемой должности', 21],
    ['первая', 29],
    ['высшая', 40],
    ['педагог-наставник', 0.5],
    ['педагог-методист', 0.5],
  ])
}

function educationOf(random: Random, position: Position): Pick<Person, 'education' | 'pedagogical'> {
  const vocational = /воспитател|дополнительного|музыкальный/.test(position) ? 22 : 8
  const [education, pedagogical] = random.weighted<readonly [string, boolean | null]>([
    [['высшее', true], 80 - vocational],
    [['высшее', false], 11],
    [['среднее профессиональное', true], vocational],
    [['среднее профессиональное', false], 1],
    [['высшее', null], 1.2],
  ])
  return { education, pedagogical }
}

/** A number with right check digits in a block that nobody was given. */
export function snilsOf(block: number, serial: number): string {
  const digits = `${block}${String((serial * 7919) % 1_000_000).padStart(6, '0')}`
  const sum = [...digits].reduce((all, digit, place) => all + Number(digit) * (9 - place), 0)
  const check = String((sum % 101) % 100).padStart(2, '0')
  return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)} ${check}`
}
