/**
 * Populations evaluated in plain loops over an oracle's district: the yardstick of the compiler. Three values: true,
 * false and undefined (nobody knows).
 */
import type { Condition, Leaf, Population, When } from '../../src/modules/population/population.contract.ts'
import { headerKey } from '../../src/modules/registry/index.ts'
import { classified, isPedagogical } from '../oracle/classifier.ts'
import { fullYears } from '../oracle/dates.ts'
import type { State, Stored } from '../oracle/state.ts'
import { order } from '../oracle/text.ts'
import {
  areaOf,
  coded,
  FORMS,
  learningKindOf,
  levelOf,
  positionKey,
  pupilsOf,
  subjectsOf,
  textOf,
  typeOf,
  yes,
} from './store.ts'

export type Truth = boolean | undefined
type Value = string | number | boolean | null
type Fact = {
  readonly from: string
  readonly to: string | null
  readonly interval: boolean
  readonly fields: Readonly<Record<string, Value>>
}

export type Somebody = {
  readonly id: number
  readonly organisation: string
  readonly attributes: Readonly<Record<string, Value | readonly string[]>>
  readonly birth: string
  readonly since: string | null
  readonly facts: Readonly<Record<string, readonly Fact[]>>
}

const day = (record: Stored, column: string): string => textOf(record, column) ?? ''
const named = (record: Stored, column: string): string | null => {
  const text = textOf(record, column)
  return text === null ? null : headerKey(text)
}
const point = (on: string, fields: Fact['fields']): Fact => ({ from: on, to: on, interval: false, fields })
const interval = (from: string, to: string | null, fields: Fact['fields']): Fact => ({
  from,
  to,
  interval: true,
  fields,
})

/** Everybody employed on the day, as the language sees them. */
export function peopleAt(state: State, date: string): Somebody[] {
  const organisations = new Map([...state.records.organisations.values()].map((r) => [headerKey(day(r, 'Код')), r]))
  const staff = Map.groupBy(state.records.staff.values(), (r) => r.persons[0] ?? -1)
  return state.people.flatMap((person) => {
    const all = staff.get(person.id) ?? []
    const active = all.filter(
      (r) => day(r, 'Принят') <= date && (textOf(r, 'Уволен') === null || day(r, 'Уволен') >= date),
    )
    const [main] = active.toSorted(byMain)
    if (main === undefined) return []
    const typeAt = (r: Stored): string => {
      const organisation = organisations.get(headerKey(day(r, 'Код ОО')))
      return organisation === undefined ? '' : typeOf(organisation)
    }
    const pedagogical = active.filter((r) => pedagogicalOf(r) === true)
    const since =
      all
        .map((r) => textOf(r, 'Педагогический стаж с'))
        .filter((d) => d !== null)
        .toSorted()[0] ?? null
    const educations = all.map((r) => yes(r, 'Педагогическое образование'))
    return [
      {
        id: person.id,
        organisation: day(main, 'Код ОО'),
        birth: person.birth,
        since,
        attributes: {
          pedagogue: pedagogical.length > 0 ? true : active.some((r) => pedagogicalOf(r) === undefined) ? null : false,
          organisationType: typeAt(main),
          position: active.map((r) => positionKey(day(r, 'Должность'))),
          mainPosition: positionKey(day(main, 'Должность')),
          subject: pedagogical.flatMap(subjectsOf),
          pedagogicalEducation: educations.includes(true) ? true : educations.includes(false) ? false : null,
        },
        facts: factsOf(state, person.id, all, typeAt),
      },
    ]
  })
}

function pedagogicalOf(record: Stored): Truth {
  const { position, known } = classified(day(record, 'Должность'))
  return known ? isPedagogical(position) : undefined
}

function byMain(a: Stored, b: Stored): number {
  const rank = (r: Stored): number =>
    (pedagogicalOf(r) === true ? 2 : 0) + (yes(r, 'Основное место работы') === true ? 1 : 0)
  return (
    rank(b) - rank(a) ||
    Number(b.values['Ставка']) - Number(a.values['Ставка']) ||
    order(day(a, 'Принят'), day(b, 'Принят')) ||
    order(headerKey(day(a, 'Код ОО')), headerKey(day(b, 'Код ОО'))) ||
    order(positionKey(day(a, 'Должность')), positionKey(day(b, 'Должность')))
  )
}

function factsOf(
  state: State,
  id: number,
  employments: readonly Stored[],
  typeAt: (r: Stored) => string,
): Record<string, Fact[]> {
  const of = (table: keyof State['records'], place = 0): Stored[] =>
    [...state.records[table].values()].filter((r) => r.persons[place] === id)
  const refer = (table: 'events' | 'communities', code: string): Stored => {
    const found = state.records[table].get(headerKey(code))
    if (found === undefined) throw new Error(`${table} ${code} is not loaded`)
    return found
  }
  const pair = (r: Stored): Fact => interval(day(r, 'С'), textOf(r, 'По'), { form: named(r, 'Форма') })
  return {
    employed: employments.map((r) =>
      interval(day(r, 'Принят'), textOf(r, 'Уволен'), {
        position: positionKey(day(r, 'Должность')),
        organisationType: typeAt(r),
        rate: Number(r.values['Ставка']),
        main: yes(r, 'Основное место работы'),
        category: named(r, 'Категория'),
      }),
    ),
    hired: employments.map((r) =>
      point(day(r, 'Принят'), { position: positionKey(day(r, 'Должность')), organisationType: typeAt(r) }),
    ),
    diagnosed: of('diagnostics').map((r) =>
      point(day(r, 'Дата'), {
        area: areaOf(r),
        passed: yes(r, 'Пройдена'),
        diagnostic: named(r, 'Диагностика'),
        percent: (Number(r.values['Балл']) * 100) / Number(r.values['Максимум']),
      }),
    ),
    trained: of('learning').map((r) =>
      point(day(r, 'Окончание'), {
        kind: learningKindOf(r),
        form: coded(FORMS, r, 'Форма'),
        provider: named(r, 'Провайдер'),
        topic: named(r, 'Тема'),
        hours: Number(r.values['Часов']),
      }),
    ),
    attended: of('attendance').map((r) => {
      const event = refer('events', day(r, 'Код мероприятия'))
      return point(day(event, 'Дата'), {
        level: levelOf(event),
        kind: named(event, 'Вид'),
        topic: named(event, 'Тема'),
        audience: named(event, 'Аудитория'),
      })
    }),
    member: of('members').map((r) => {
      const community = refer('communities', day(r, 'Код сообщества'))
      return interval(day(r, 'С'), textOf(r, 'По'), {
        kind: named(community, 'Вид'),
        level: levelOf(community),
        role: named(r, 'Роль'),
      })
    }),
    mentored: of('mentoring', 1).map(pair),
    mentors: of('mentoring', 0).map(pair),
    inPool: of('pools').map((r) => interval(day(r, 'Включён'), textOf(r, 'Исключён'), { kind: named(r, 'Вид') })),
  }
}

const and = (values: readonly Truth[]): Truth =>
  values.includes(false) ? false : values.includes(undefined) ? undefined : true
const or = (values: readonly Truth[]): Truth =>
  values.includes(true) ? true : values.includes(undefined) ? undefined : false

export function holds(population: Population, who: Somebody, date: string): Truth {
  if ('all' in population) return and(population.all.map((child) => holds(child, who, date)))
  if ('any' in population) return or(population.any.map((child) => holds(child, who, date)))
  if ('not' in population) {
    const inner = holds(population.not, who, date)
    return inner === undefined ? undefined : !inner
  }
  return leafHolds(population, who, date)
}

function leafHolds(leaf: Leaf, who: Somebody, date: string): Truth {
  if (leaf.term === 'age') return within(fullYears(who.birth, date), leaf)
  if (leaf.term === 'experience')
    return who.since === null ? undefined : within(who.since > date ? 0 : fullYears(who.since, date), leaf)
  const facts = who.facts[leaf.term]
  if (facts !== undefined) return factsHold(facts, leaf, date)
  const value = who.attributes[leaf.main === true ? 'mainPosition' : leaf.term]
  if (Array.isArray(value)) return wanted(leaf).some((w) => value.includes(w))
  return conditionHolds(value as Value, leaf)
}

function factsHold(facts: readonly Fact[], leaf: Leaf, date: string): Truth {
  const timely = facts.filter((fact) => inTime(fact, leaf.when ?? { by: 'date' }, date))
  const weigh = (fact: Fact): number => (leaf.total === undefined ? 1 : Number(fact.fields[leaf.total.field]))
  let sure = 0
  let perhaps = 0
  for (const fact of timely) {
    const holdsFor = and(
      Object.entries(leaf.where ?? {}).map(([name, condition]) => conditionHolds(fact.fields[name] ?? null, condition)),
    )
    if (holdsFor === true) sure += weigh(fact)
    if (holdsFor === undefined) perhaps += weigh(fact)
  }
  const least = leaf.total?.atLeast ?? leaf.atLeast ?? 1
  return sure >= least ? true : sure + perhaps >= least ? undefined : false
}

function inTime(fact: Fact, when: When, date: string): boolean {
  const [from, to] = spanOf(when, date)
  return fact.from <= to && (fact.interval ? (fact.to ?? '9999-12-31') : fact.from) >= from
}

function spanOf(when: When, date: string): [string, string] {
  if ('at' in when) return [date, date]
  if ('by' in when) return ['0000-01-01', date]
  const year = Number(date.slice(0, 4))
  if ('lastMonths' in when) throw new Error('windows of months have cases of their own')
  const period = 'during' in when ? when.during : when.overlapping
  if (typeof period === 'object') return [period.from, period.to < date ? period.to : date]
  if (period === 'calendar_year') return [`${year}-01-01`, date]
  if (period === 'school_year') return [date.slice(5) >= '09-01' ? `${year}-09-01` : `${year - 1}-09-01`, date]
  throw new Error(`${period} has cases of its own`)
}

const wanted = ({ is }: Condition): (string | number | boolean)[] =>
  [is ?? []].flat().map((w) => (typeof w === 'string' ? keyOf(w) : w))
/** Closed lists are compared by code, open ones by key; aliases of positions mean the position. */
const keyOf = (text: string): string =>
  /^[a-z_]+$/.test(text) ? text : classified(text).known ? positionKey(text) : headerKey(text)

function conditionHolds(value: Value, condition: Condition): Truth {
  if (value === null) return undefined
  if (typeof value === 'boolean') return condition.is === false ? !value : value
  if (typeof value === 'number' && condition.is === undefined) return within(value, condition)
  return wanted(condition).includes(value)
}

function within(value: number, { is, from, under, upTo }: Condition): boolean {
  const exact = is === undefined || [is].flat().includes(value)
  return (
    exact &&
    (from === undefined || value >= from) &&
    (under === undefined || value < under) &&
    (upTo === undefined || value <= upTo)
  )
}

/** Whether an organisation has at least so many people of a population. */
export function organisationHolds(
  population: Population,
  record: Stored,
  people: readonly Somebody[],
  date: string,
): Truth {
  if ('all' in population) return and(population.all.map((child) => organisationHolds(child, record, people, date)))
  if ('any' in population) return or(population.any.map((child) => organisationHolds(child, record, people, date)))
  if ('not' in population) {
    const inner = organisationHolds(population.not, record, people, date)
    return inner === undefined ? undefined : !inner
  }
  const until = textOf(record, 'Действует по')
  const model = textOf(record, 'Модель наставничества внедрена с')
  switch (population.term) {
    case 'type':
      return conditionHolds(typeOf(record), population)
    case 'inBeing':
      return until === null || until >= date
    case 'mentoringModel':
      return model !== null && model <= date
    case 'pupils':
      return conditionHolds(pupilsOf(record), population)
    default: {
      const mine = people.filter((p) => headerKey(p.organisation) === headerKey(day(record, 'Код')))
      return (
        mine.filter((p) => holds(population.of ?? { all: [] }, p, date) === true).length >= (population.atLeast ?? 1)
      )
    }
  }
}
