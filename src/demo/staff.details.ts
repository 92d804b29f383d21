import type { Cell } from '../platform/spreadsheets/index.ts'
import { addDays, type Day, dayBetween, yearOf, yearsBetween } from './days.ts'
import type { Random } from './random.ts'
import { dayCell } from './sheets.ts'
import type { Employment, Person, Somebody, Story } from './story.ts'

/** The columns of version 2 of the exchange, in the order of `detailsOf`. */
export const DETAIL_COLUMNS: readonly string[] = [
  ...['Вид занятости', 'Категория присвоена', 'Категория действует по', 'Приказ о категории'],
  ...['Длительный отпуск', 'Длительный отпуск с', 'Длительный отпуск по'],
  ...['Функция заместителя', 'Классное руководство', 'Электронная почта'],
]

type OfPerson = {
  readonly granted: Day | null
  readonly validUntil: Day | null
  readonly order: string | null
  readonly leave: { readonly kind: string; readonly from: Day; readonly to: Day } | null
  readonly email: string | null
}

/** What more the registry says of each place of work. Days to come are not known yet, last days of leaves are. */
export function detailsOf(story: Story, staff: readonly Somebody[], until: Day): (one: Employment) => readonly Cell[] {
  const random = story.random('details')
  const people = new Map(staff.map(({ person, employments }, at) => [person, ofPerson(story, random, employments, at)]))
  const places = new Map(
    staff.flatMap(({ employments }) => employments.map((one) => [one, ofPlace(random, one, employments)] as const)),
  )
  return (one) => {
    const { granted, validUntil, order, leave, email } = people.get(one.person) ?? NOTHING
    const { kind, deputy, classLed } = places.get(one) ?? NOWHERE
    const isAway = leave !== null && leave.from <= until && one.dismissed === null && one.hired <= leave.from
    return [
      ...[kind, dayCell(granted), dayCell(validUntil), order],
      ...(isAway ? [leave.kind, dayCell(leave.from), dayCell(leave.to)] : [null, null, null]),
      ...[deputy, classLed, email],
    ]
  }
}

const NOTHING: OfPerson = { granted: null, validUntil: null, order: null, leave: null, email: null }
const NOWHERE = { kind: null, deputy: null, classLed: null }

function ofPerson(story: Story, random: Random, employments: readonly Employment[], at: number): OfPerson {
  const [one] = employments
  if (one === undefined) return NOTHING
  return {
    ...categoryOf(story, random, one.person),
    leave: leaveOf(story, random, one.person),
    email: random.chance(0.82) ? `s${story.plan.firstNumber}-${at + 1}@edu.example` : null,
  }
}

/** Since this day categories have no end (attestation is for five years all the same). */
const ENDLESS_SINCE = '2023-09-01'

function categoryOf({ year }: Story, random: Random, { category, experienceSince }: Person) {
  const [early, late] = [`${year - 5}-12-01`, `${year}-05-30`]
  const [number, isOverdue, isUndated] = [random.int(40, 2900), random.chance(0.03), random.chance(0.02)]
  const eligible = experienceSince === null ? early : addDays(experienceSince, 400)
  const earliest = eligible < early ? early : eligible
  const drawn = dayBetween(random, earliest < late ? earliest : late, late)
  if (category === null || isUndated) return { granted: null, validUntil: null, order: null }
  // Some stand in the registry long after their end.
  const granted = isOverdue ? addDays(early, -random.int(30, 400)) : drawn
  const isEndless = granted >= ENDLESS_SINCE && !category.startsWith('соответствие')
  return {
    granted,
    validUntil: isEndless ? null : lastOfFiveYears(granted),
    order: `№ ${number}-р`,
  }
}

const lastOfFiveYears = (day: Day): Day => addDays(`${yearOf(day) + 5}${day.slice(4, 7)}-01`, Number(day.slice(8)) - 2)

function leaveOf({ year }: Story, random: Random, { sex, birth, experienceSince }: Person): OfPerson['leave'] {
  const age = yearsBetween(birth, `${year}-09-01`)
  const from = dayBetween(random, `${year - 2}-10-01`, `${year}-08-31`)
  const [isMother, isResting, months] = [random.chance(0.13), random.chance(0.004), random.int(14, 30)]
  if (sex === 'ж' && age >= 23 && age <= 38 && isMother) {
    return { kind: 'отпуск по уходу за ребёнком', from, to: addDays(from, months * 30) }
  }
  const experience = experienceSince === null ? 0 : yearsBetween(experienceSince, `${year}-09-01`)
  if (experience < 12 || !isResting) return null
  return { kind: 'длительный отпуск до года', from: `${year}-09-01`, to: `${year + 1}-08-31` }
}

const DEPUTIES = ['по УВР', 'по ВР', 'по АХР', 'по безопасности']

function ofPlace(random: Random, one: Employment, all: readonly Employment[]) {
  const { organisation, position, subjects, main } = one
  const [deputy, leads, letter] = [random.pick(DEPUTIES), random.next(), random.pick(['А', 'Б', 'В'])]
  const isPrimary = subjects.includes('Начальные классы')
  const grade = isPrimary ? random.int(1, 4) : random.int(5, 11)
  const isTeacher = position === 'учитель' && main
  const isInner = all.some((other) => other.main && other.organisation === organisation)
  return {
    kind: main ? 'основное место' : isInner ? 'внутреннее совместительство' : 'внешнее совместительство',
    deputy: position === 'заместитель директора' && leads < 0.95 ? deputy : null,
    classLed: isTeacher && leads < (isPrimary ? 0.94 : 0.4) ? `${grade}${letter}` : null,
  }
}
