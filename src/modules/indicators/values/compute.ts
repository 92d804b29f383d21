import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/db.ts'
import {
  addYears,
  type Count,
  type CountRequest,
  type CountRow,
  compileCounts,
  findNames,
  periodAt,
  type Vocabulary,
} from '../../population/index.ts'
import { type Definition, quantitiesOf } from '../definitions/definition.contract.ts'
import { findShownKeys, type ShownKey, type SliceKey } from './labels.ts'

/** A figure: a count has only a numerator; a ratio over nothing has no value (null), which is not zero. */
export type Figure = { readonly numerator: number; readonly denominator: number | null }

export type ComputedSlice = {
  readonly key: string
  readonly id: string
  readonly label: string
  readonly points: readonly Figure[]
}

export type Computed = {
  readonly definition: Definition
  /** The days of the series, earliest first; one day where there is no series. */
  readonly dates: readonly string[]
  readonly points: readonly Figure[]
  readonly slices: ReadonlyMap<string, readonly ComputedSlice[]>
}

export type ComputeOptions = {
  readonly vocabulary: Vocabulary
  readonly tenant: number
  readonly date: string
  /** Slices wanted of those the definitions have; all of them when absent. */
  readonly by?: readonly string[] | undefined
  /** Only subjects of these organisations. */
  readonly within?: readonly number[] | undefined
  readonly language?: 'ru' | 'en'
}

/** Computes all definitions as of the day: names, one statement of counts, labels of the keys that occur. */
export async function computeIndicators(
  db: ReadDb,
  definitions: readonly Definition[],
  options: ComputeOptions,
): Promise<Computed[]> {
  const { vocabulary, tenant, date, by, within, language = 'ru' } = options
  const names = await findNames(db, vocabulary, definitions.flatMap(populationsOf))
  const wanted = definitions.map((definition) => wantedOf(definition, date, by))
  const requests = wanted.flatMap((w) => [...w.numerators, ...w.denominators])
  if (requests.length === 0) return []
  const compiled = compileCounts(requests, { vocabulary, names, tenant, within })
  const { rows } = await sql<CountRow>`select * from population.count(${compiled.sql})`.execute(db)
  const counts = new Map(compiled.read(rows).map((count, i) => [requests[i], count]))
  const shown = Map.groupBy(await findShownKeys(db, vocabulary, keysOf(wanted, counts), language), sliceOf)
  return wanted.map((w) => assemble(w, counts, shown))
}

export type TotalsOptions = Pick<ComputeOptions, 'vocabulary' | 'tenant' | 'within'>

/** The total of each definition on its day alone (of a series its last day), all of them counted in one statement. */
export async function computeTotals(
  db: ReadDb,
  wanted: readonly { readonly definition: Definition; readonly date: string }[],
  { vocabulary, tenant, within }: TotalsOptions,
): Promise<Figure[]> {
  if (wanted.length === 0) return []
  const definitions = new Map(wanted.map(({ definition }) => [definition.id, definition]))
  const names = await findNames(db, vocabulary, [...definitions.values()].flatMap(populationsOf))
  const requests = wanted.map(({ definition, date }) => {
    const { numerator, denominator } = quantitiesOf(definition.body)
    const at = (quantity: CountRequest['quantity']): CountRequest => ({ quantity, date, slices: [] })
    return { numerator: at(numerator), denominator: denominator && at(denominator) }
  })
  const all = requests.flatMap(({ numerator, denominator }) => [numerator, ...(denominator ? [denominator] : [])])
  const compiled = compileCounts(all, { vocabulary, names, tenant, within })
  const { rows } = await sql<CountRow>`select * from population.count(${compiled.sql})`.execute(db)
  const counts = new Map(compiled.read(rows).map((count, i) => [all[i], count.total]))
  return requests.map(({ numerator, denominator }) => ({
    numerator: counts.get(numerator) ?? 0,
    denominator: denominator === undefined ? null : (counts.get(denominator) ?? 0),
  }))
}

export function populationsOf({ body }: Definition): { subject: string; population: CountRequest['quantity']['of'] }[] {
  const { numerator, denominator } = quantitiesOf(body)
  return [numerator, ...(denominator ? [denominator] : [])].map((q) => ({ subject: q.subject, population: q.of }))
}

/** The days of a definition's series that ends at the day. */
export function datesOf({ body }: Definition, date: string): string[] {
  const points = body.series?.points ?? 1
  return Array.from({ length: points }, (_, i) => addYears(date, i - points + 1))
}

export const yearTo = (date: string): [string, string] => [periodAt('calendar_year', date).from ?? date, date]

type Wanted = {
  readonly definition: Definition
  /** Whose slices they are. */
  readonly subject: string
  readonly dates: readonly string[]
  readonly slices: readonly string[]
  readonly numerators: readonly CountRequest[]
  readonly denominators: readonly CountRequest[]
}

type Counts = ReadonlyMap<CountRequest | undefined, Count>

function wantedOf(definition: Definition, date: string, by: readonly string[] | undefined): Wanted {
  const { numerator, denominator } = quantitiesOf(definition.body)
  const { subject } = numerator
  const dates = datesOf(definition, date)
  const slices = definition.body.slices.filter((slice) => by === undefined || by.includes(slice))
  const at = (quantity: CountRequest['quantity']) => dates.map((day) => ({ quantity, date: day, slices }))
  return {
    definition,
    subject,
    dates,
    slices,
    numerators: at(numerator),
    denominators: denominator ? at(denominator) : [],
  }
}

const sliceOf = ({ subject, slice }: Omit<SliceKey, 'id'>): string => `${subject} ${slice}`

/** The keys that occur anywhere in the counts, each once. */
function keysOf(wanted: readonly Wanted[], counts: Counts): SliceKey[] {
  const groups = new Map<string, { subject: string; slice: string; ids: Set<string> }>()
  for (const { subject, slices, numerators, denominators } of wanted) {
    for (const slice of slices) {
      const group = groups.get(sliceOf({ subject, slice })) ?? { subject, slice, ids: new Set() }
      groups.set(sliceOf({ subject, slice }), group)
      for (const request of [...numerators, ...denominators]) {
        for (const id of counts.get(request)?.keys(slice) ?? []) group.ids.add(id)
      }
    }
  }
  return [...groups.values()].flatMap(({ subject, slice, ids }) => [...ids].map((id) => ({ subject, slice, id })))
}

/** `shown` has the keys of all slices in the order they are listed in. */
function assemble(wanted: Wanted, counts: Counts, shown: ReadonlyMap<string, readonly ShownKey[]>): Computed {
  const { definition, subject, dates, slices, numerators, denominators } = wanted
  const figure = (i: number, read: (count: Count) => number): Figure => {
    const [numerator, denominator] = [counts.get(numerators[i]), counts.get(denominators[i])]
    return { numerator: numerator ? read(numerator) : 0, denominator: denominator ? read(denominator) : null }
  }
  const figures = (read: (count: Count) => number): Figure[] => dates.map((_, i) => figure(i, read))
  const sliced = slices.map((slice) => {
    const rows = (shown.get(sliceOf({ subject, slice })) ?? []).map(({ id, key, label }) => ({
      key,
      label,
      id,
      points: figures((count) => count.at(slice, id)),
    }))
    return [slice, rows.filter((row) => stands(row.points))] as const
  })
  return { definition, dates, points: figures((count) => count.total), slices: new Map(sliced) }
}

/** A key over nothing is left out; in a series it stands when any of its days has somebody. */
const stands = (points: readonly Figure[]): boolean => points.some((p) => (p.denominator ?? p.numerator) > 0)

/** As bands and documents have it: the share in per cent, or the count; null over nothing. */
export function amountOf({ numerator, denominator }: Figure): number | null {
  if (denominator === null) return numerator
  return denominator === 0 ? null : (numerator * 100) / denominator
}

/** The value of a figure: the share, or the count itself; null over nothing. */
export function valueOfFigure({ numerator, denominator }: Figure): number | null {
  if (denominator === null) return numerator
  return denominator === 0 ? null : numerator / denominator
}
