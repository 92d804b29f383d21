import type { Figure } from '../../indicators/index.ts'
import type { NoteFigure, NoteRow } from './figures.ts'

/** A key of a slice whose share is far from that of the others it may be compared with. */
export type Outlier = {
  readonly row: NoteRow
  /** All the others together. */
  readonly others: Figure
  /** Percentage points between them. */
  readonly by: number
  /** How likely the share of the others gives a figure as far as this. */
  readonly chance: number
}

/** Of fewer people a share says too little. */
export const FEWEST = 10
const FEWEST_OTHERS = 30
const FEWEST_PEERS = 3
/** So many people more or fewer than expected are worth a question. */
const FEWEST_PEOPLE = 3
/** A difference one may see without statistics, in percentage points. */
const NOTABLE = 10
/** One side of the 99.8 % limits of a funnel plot: Spiegelhalter, Statistics in Medicine 24 (2005), exact binomial. */
const CHANCE = 0.001

/**
 * The rows of a slice that differ from their peers (organisations of the same type; all others where no peers are told
 * apart): by at least ten percentage points, by at least three people from what the share of the others would give, and
 * by more than chance gives one time in a thousand. The least likely first. Rows and peers of few people are left
 * alone; counts have no shares to compare.
 */
export function outliersOf(rows: readonly NoteRow[], peersOf: (row: NoteRow) => string = () => ''): Outlier[] {
  const shares = rows.filter(({ now }) => now.denominator !== null)
  const groups = [...Map.groupBy(shares, peersOf).values()]
  return groups
    .filter((group) => group.length >= FEWEST_PEERS)
    .flatMap((group) => group.flatMap((row) => compare(row, group) ?? []))
    .sort((one, other) => one.chance - other.chance || (one.row.key < other.row.key ? -1 : 1))
}

function compare(row: NoteRow, group: readonly NoteRow[]): Outlier | undefined {
  const { numerator, denominator } = row.now
  const others = sumOf(group.filter((one) => one !== row))
  const size = others.denominator ?? 0
  if (denominator === null || denominator < FEWEST || size < FEWEST_OTHERS) return undefined
  const rest = others.numerator / size
  const by = (numerator / denominator - rest) * 100
  if (Math.abs(by) < NOTABLE || Math.abs(numerator - rest * denominator) < FEWEST_PEOPLE) return undefined
  // Half posts are rounded: the chance is that of whole people. Half a case keeps shares of nobody and of all possible.
  const expected = Math.min(1, (others.numerator + 0.5) / (size + 1))
  const chance = tail(Math.round(numerator), Math.round(denominator), expected)
  return chance > CHANCE ? undefined : { row, others, by, chance }
}

/** The chance of so many of `n` or of still fewer (more, when they are more than expected) when each has the share `p`. */
export function tail(k: number, n: number, p: number): number {
  if (p <= 0) return k <= 0 ? 1 : 0
  if (p >= 1) return k >= n ? 1 : 0
  // Outwards from k each point follows from the one before it.
  const odds = p / (1 - p)
  const isAbove = k > n * p
  let point = pointChance(k, n, p)
  let sum = point
  for (let i = k; isAbove ? i < n : i > 0; i += isAbove ? 1 : -1) {
    point *= isAbove ? ((n - i) / (i + 1)) * odds : i / (n - i + 1) / odds
    sum += point
  }
  return Math.min(1, sum)
}

/** Binomial probability by logarithms, so that thousands of people do not overflow. */
function pointChance(k: number, n: number, p: number): number {
  if (k < 0 || k > n) return 0
  let log = k * Math.log(p) + (n - k) * Math.log1p(-p)
  for (let i = 1; i <= k; i++) log += Math.log(n - k + i) - Math.log(i)
  return Math.exp(log)
}

const sumOf = (rows: readonly NoteRow[]): Figure => ({
  numerator: rows.reduce((sum, { now }) => sum + now.numerator, 0),
  denominator: rows.reduce((sum, { now }) => sum + (now.denominator ?? 0), 0),
})

export const ORGANISATIONS = 'organisation'

/** The outliers among the organisations of an indicator, each against the others of its type. */
export function organisationOutliers(figure: NoteFigure, typeOf: ReadonlyMap<string, string>): Outlier[] {
  const rows = figure.slices.find(({ name }) => name === ORGANISATIONS)?.rows ?? []
  return outliersOf(rows, (row) => typeOf.get(row.id) ?? '')
}
