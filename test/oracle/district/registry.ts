import { ALIASES, OTHER, PEDAGOGICAL } from '../classifier.ts'
import { yearsBefore } from '../dates.ts'
import { type Draft, type MadePerson, type Making, rowsOf, someDay, someEnd } from './making.ts'
import { makeSince, personCells } from './people.ts'
import { addDays, dayBetween } from './random.ts'
import { CATEGORIES, SCHOOLING, SUBJECTS, UNCLASSIFIED } from './words.ts'

const KINDS = [
  { kind: 'ЦППМСП', letter: 'П', name: 'ГБУ ЦППМСП района', part: 0 },
  { kind: 'ИМЦ', letter: 'М', name: 'ГБУ ИМЦ района', part: 0 },
  { kind: 'УДО', letter: 'У', name: 'ГБУ ДО дом творчества', part: 0.04 },
  { kind: 'ДОУ', letter: 'Д', name: 'ГБДОУ детский сад', part: 0.57 },
  { kind: 'школа', letter: 'Ш', name: 'ГБОУ школа', part: 1 },
]

/** Organisations of all types: one centre of each kind first, then kindergartens and schools. */
export function makeOrganisations(making: Making): Draft[] {
  const { random, amounts, date } = making
  const counters: Record<string, number> = {}
  const rows: Draft[] = []
  const byNumber = making.edges && random.chance(0.2)
  for (let index = 0; index < amounts.organisations; index++) {
    const chosen = random.next()
    const from = index < 5 ? KINDS.slice(4 - index) : KINDS.slice(2)
    const kind = (index < 5 ? from[0] : from.find((candidate) => chosen < candidate.part)) ?? KINDS[4]
    if (!kind) break
    const number = (counters[kind.letter] ?? 0) + 1
    counters[kind.letter] = number
    const since = someDay(making, yearsBefore(date, 3), addDays(date, 30))
    rows.push({
      Код: byNumber ? String(101 + index) : `${kind.letter}${String(number).padStart(3, '0')}`,
      'Краткое наименование': `${kind.name} № ${number}`,
      Тип: kind.kind,
      Обучающихся: random.chance(0.1) ? null : random.int(0, 1500),
      'Модель наставничества внедрена с': kind.kind === 'школа' && random.chance(0.7) ? since : null,
      'Действует по': random.chance(making.edges ? 0.3 : 0.03) ? someDay(making, yearsBefore(date, 2), date) : null,
    })
  }
  return rows
}

/** What people mostly do in an organisation of that type. */
function positionFor(making: Making, type: string): string {
  const { random } = making
  if (making.edges && random.chance(0.5))
    return random.pick([...PEDAGOGICAL, ...OTHER, ...UNCLASSIFIED, ...ALIASES.map(([alias]) => alias)])
  if (random.chance(0.12)) return random.pick(OTHER)
  if (random.chance(0.2)) return random.pick(PEDAGOGICAL)
  if (type === 'ДОУ') return random.pick(['воспитатель', 'воспитатель', 'воспитатель', 'старший воспитатель'])
  if (type === 'школа') return 'учитель'
  return random.pick(['методист', 'педагог-психолог', 'педагог дополнительного образования'])
}

function makeEmployment(making: Making, person: MadePerson, organisation: Draft, index: number): Draft {
  const { random, date } = making
  const position = positionFor(making, String(organisation.Тип))
  const ties = making.edges && random.chance(0.5)
  const start = ties
    ? random.pick([yearsBefore(date, 1), addDays(date, -30)])
    : someDay(making, yearsBefore(date, random.int(1, 20)), addDays(date, making.edges ? 2 : 0))
  const teaches = position === 'учитель' || random.chance(making.edges ? 0.3 : 0.02)
  const subjects = random.shuffle(SUBJECTS).slice(0, random.chance(0.2) ? 2 : 1)
  return {
    'Код ОО': organisation.Код ?? null,
    ...personCells(person, ''),
    Пол: person.gender,
    Должность: position,
    Предметы: teaches ? subjects.join(', ') : null,
    Ставка: random.pick(ties ? [0.5, 1] : [0.25, 0.5, 0.75, 1, 1, 1, 1, 1.25]),
    'Основное место работы': (making.edges ? random.chance(0.5) : index === 0) ? 'да' : 'нет',
    Принят: start,
    Уволен: someEnd(making, start, making.edges ? 0.6 : 0.85),
    'Педагогический стаж с':
      making.edges && index > 0 && random.chance(0.5) ? makeSince(making, person.birth) : person.since,
    Категория: random.pick(CATEGORIES),
    'Уровень образования': random.pick(SCHOOLING),
    'Педагогическое образование':
      making.edges && random.chance(0.3) ? random.pick(['да', 'нет', null]) : person.education,
  }
}

/** One to four employments for each of the people, in the order in which the registry happened to list them. */
export function makeStaff(making: Making, organisations: Draft[], people: MadePerson[]): Draft[] {
  const { random } = making
  const rows: Draft[] = []
  if (organisations.length === 0) return rows
  for (const person of people) {
    const many = random.chance(making.edges ? 0.5 : 0.05) ? random.int(2, making.edges ? 4 : 2) : 1
    let index = 0
    const own = rowsOf(
      many,
      () => makeEmployment(making, person, random.pick(organisations), index++),
      (row) => [row['Код ОО'], aliased(row.Должность), row.Принят].join(),
    )
    const first = own[0]
    if (first && !making.edges) {
      for (const row of own) row['Основное место работы'] = row === first ? 'да' : 'нет'
    }
    rows.push(...own)
  }
  return random.shuffle(rows)
}

function aliased(position: Draft[string] | undefined): string {
  const text = String(position)
  return ALIASES.find(([alias]) => alias === text)?.[1] ?? text
}

/** Staffing rows: for each organisation some posts on days of the last three years. */
export function makeStaffing(making: Making, organisations: Draft[]): Draft[] {
  const { random, amounts, date } = making
  if (organisations.length === 0) return []
  return rowsOf(
    amounts.staffing * organisations.length,
    () => {
      const planned = making.edges ? random.pick([0, 0.1, 0.3, 1, 1.25, 7]) : random.int(1, 40)
      return {
        'Код ОО': random.pick(organisations).Код ?? null,
        Должность: making.edges
          ? random.pick(['учитель', 'воспитатель', 'ПДО', 'педагог дополнительного образования', ...UNCLASSIFIED])
          : random.pick(['учитель', 'воспитатель', 'педагог-психолог', 'методист']),
        'Ставок по штату': planned,
        'Занято ставок': making.edges ? random.pick([0, planned]) : Math.max(0, planned - random.int(0, 3)),
        'На дату': making.edges
          ? someDay(making, yearsBefore(date, 3), addDays(date, 2))
          : random.pick([0, 1, 2].map((years) => `${yearsBefore(date, years).slice(0, 4)}-10-01`)),
      }
    },
    (row) => [row['Код ОО'], aliased(row.Должность), row['На дату']].join(),
  )
}

/** A day within the three years up to the date, at times a little after it. */
export function lately(making: Making): string {
  const { date, edges, random } = making
  const first = `${yearsBefore(date, 2).slice(0, 4)}-01-01`
  if (edges && random.chance(0.6)) return someDay(making, addDays(`${date.slice(0, 4)}-01-01`, -1), addDays(date, 1))
  if (edges) return someDay(making, first, addDays(date, 3))
  return dayBetween(random, first, date)
}
