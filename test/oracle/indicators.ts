import { conditionsAt } from './conditions.ts'
import { yearsBefore } from './dates.ts'
import { numberOf, type Pedagogue, pedagoguesAt, referred, says, textOf } from './facts.ts'
import type { State, Stored } from './state.ts'
import { fold, order } from './text.ts'

export type Ratio = { numerator: number; denominator: number; value: number | null }
export type RatioPoint = Ratio & { date: string }
export type CountPoint = { date: string; value: number }
export type By = 'organisation' | 'organisation_type' | 'subject'
type Keyed<T> = { key: string; label: string } & T
type Slices<T> = { [kind in By]?: Keyed<T>[] }

export type Indicator =
  | ({ code: string; kind: 'ratio'; slices: Slices<Ratio> } & Ratio)
  | { code: 'P14'; kind: 'series'; series: RatioPoint[]; slices: Slices<{ series: RatioPoint[] }> }
  | { code: string; kind: 'series'; series: CountPoint[]; slices: Slices<{ series: CountPoint[] }> }

/** The answer of `indicators --json`, with every kind of slice and without titles. */
export type IndicatorsAnswer = { date: string; period: [string, string]; indicators: Indicator[] }

/** Something that is counted: in the numerator or not, and under which keys. */
type Item = { weight: number; of: number } & Record<By, string[]>

/** Sums are taken of decimals (rates of 0.1); the noise of binary fractions is rounded off. */
function sum(numbers: number[]): number {
  let total = 0
  for (const number of numbers) total += number
  return Number(total.toFixed(9))
}

function ratio(items: Item[]): Ratio {
  const numerator = sum(items.map((item) => item.weight))
  const denominator = sum(items.map((item) => item.of))
  // "A ratio over nothing has the value null."
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator }
}

/** The items of each key, ordered by key; an item stands under each of its keys. */
function byKey(items: Item[], by: By): [string, Item[]][] {
  const groups = new Map<string, Item[]>()
  for (const item of items)
    for (const key of item[by]) {
      const group = groups.get(key) ?? []
      group.push(item)
      groups.set(key, group)
    }
  return [...groups].sort(([a], [b]) => order(a, b))
}

function label(state: State, by: By, key: string): string {
  return by === 'organisation' ? textOf(referred(state, 'organisations', key), 'Краткое наименование') : key
}

/** One ratio with its slices; "Other keys over nothing are left out." */
function ratioOf(state: State, code: string, items: Item[], kinds: By[]): Indicator {
  const slices: Slices<Ratio> = {}
  for (const by of kinds) {
    slices[by] = []
    for (const [key, group] of byKey(items, by)) {
      const part = ratio(group)
      if (part.denominator > 0) slices[by].push({ key, label: label(state, by, key), ...part })
    }
  }
  return { code, kind: 'ratio', ...ratio(items), slices }
}

/** "a key stands if any date has somebody (or a post), and then holds every date, 0 included". */
function seriesOf<T>(
  state: State,
  dates: string[],
  itemsAt: (date: string) => Item[],
  point: (date: string, items: Item[]) => T,
  kinds: By[],
): { series: T[]; slices: Slices<{ series: T[] }> } {
  const items = dates.map(itemsAt)
  const slices: Slices<{ series: T[] }> = {}
  for (const by of kinds) {
    const groups = items.map((list) => new Map(byKey(list, by)))
    const somebody = items.flat().filter((item) => item.of > 0)
    slices[by] = byKey(somebody, by).map(([key]) => ({
      key,
      label: label(state, by, key),
      series: dates.map((date, index) => point(date, groups[index]?.get(key) ?? [])),
    }))
  }
  return { series: dates.map((date, index) => point(date, items[index] ?? [])), slices }
}

const PERSON: By[] = ['organisation', 'organisation_type', 'subject']
const ORGANISATION: By[] = ['organisation', 'organisation_type']

function personItem(p: Pedagogue, has: boolean): Item {
  return {
    weight: has ? 1 : 0,
    of: 1,
    organisation: [p.organisation],
    organisation_type: [p.organisationType],
    subject: p.subjects,
  }
}

function organisationItem(organisation: Stored, weight: number, of: number): Item {
  return {
    weight,
    of,
    organisation: [textOf(organisation, 'Код')],
    organisation_type: [textOf(organisation, 'Тип')],
    subject: [],
  }
}

/** P08: events of the level район of organisations ЦППМСП in the period, by their organisers. */
function burnoutEvents(state: State, date: string): Item[] {
  const items: Item[] = []
  for (const event of state.records.events.values()) {
    const day = textOf(event, 'Дата')
    const organiser = referred(state, 'organisations', textOf(event, 'Организатор'))
    if (day < `${date.slice(0, 4)}-01-01` || day > date) continue
    if (!says(event, 'Уровень', 'район') || textOf(organiser, 'Тип') !== 'ЦППМСП') continue
    items.push(organisationItem(organiser, says(event, 'Тема', 'профилактика выгорания') ? 1 : 0, 1))
  }
  return items
}

/** P12: schools in being at the date, and those that have the model of mentoring by then. */
function mentoringSchools(state: State, date: string): Item[] {
  const items: Item[] = []
  for (const organisation of state.records.organisations.values()) {
    const until = textOf(organisation, 'Действует по')
    if (textOf(organisation, 'Тип') !== 'школа' || (until !== '' && until < date)) continue
    const since = textOf(organisation, 'Модель наставничества внедрена с')
    items.push(organisationItem(organisation, since !== '' && since <= date ? 1 : 0, 1))
  }
  return items
}

/** P14: "the latest staffing row of each organisation and position with date − 1 year < row date ≤ date". */
function posts(state: State, date: string): Item[] {
  const latest = new Map<string, Stored>()
  for (const row of state.records.staffing.values()) {
    const day = textOf(row, 'На дату')
    if (day <= yearsBefore(date, 1) || day > date) continue
    const post = `${fold(textOf(row, 'Код ОО'))}|${fold(textOf(row, 'Должность'))}`
    const other = latest.get(post)
    if (!other || textOf(other, 'На дату') < day) latest.set(post, row)
  }
  return [...latest.values()].map((row) =>
    organisationItem(
      referred(state, 'organisations', textOf(row, 'Код ОО')),
      numberOf(row, 'Занято ставок'),
      numberOf(row, 'Ставок по штату'),
    ),
  )
}

function young(state: State, date: string, test: (p: Pedagogue) => boolean): Item[] {
  return pedagoguesAt(state, date)
    .filter((p) => p.age < 35 && test(p))
    .map((p) => personItem(p, true))
}

/** Computes the sixteen indicators at a date (ГГГГ-ММ-ДД) with all slices, in plain loops. */
export function indicatorsAt(state: State, date: string): IndicatorsAnswer {
  const pedagogues = pedagoguesAt(state, date)
  const indicators: Indicator[] = []
  for (const { code, of, has } of conditionsAt(state, date)) {
    const items = pedagogues.filter(of).map((p) => personItem(p, has(p)))
    indicators.push(ratioOf(state, code, items, PERSON))
  }
  indicators.push(ratioOf(state, 'P08', burnoutEvents(state, date), ORGANISATION))
  indicators.push(ratioOf(state, 'P12', mentoringSchools(state, date), ORGANISATION))

  const years = (count: number): string[] =>
    Array.from({ length: count }, (_, index) => yearsBefore(date, count - 1 - index))
  const filled = (day: string, items: Item[]): RatioPoint => ({ date: day, ...ratio(items) })
  const number = (day: string, items: Item[]): CountPoint => ({ date: day, value: items.length })
  const vacancies = seriesOf(state, years(3), (day) => posts(state, day), filled, ORGANISATION)
  indicators.push({ code: 'P14', kind: 'series', ...vacancies })
  const fresh = (p: Pedagogue): boolean => p.experience !== undefined && p.experience < 1
  const newcomers = seriesOf(state, years(3), (day) => young(state, day, fresh), number, PERSON)
  indicators.push({ code: 'P15', kind: 'series', ...newcomers })
  const youth = seriesOf(state, years(2), (day) => young(state, day, () => true), number, PERSON)
  indicators.push({ code: 'P16', kind: 'series', ...youth })

  indicators.sort((a, b) => order(a.code, b.code))
  return { date, period: [`${date.slice(0, 4)}-01-01`, date], indicators }
}
