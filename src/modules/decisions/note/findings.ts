import { type Change, changeOf, isNothing, isWorse, type NoteFigure, standing } from './figures.ts'
import type { NoteFacts } from './note.facts.ts'
import { FEWEST, type Outlier, organisationOutliers } from './outliers.ts'

export type Moved = { readonly figure: NoteFigure; readonly change: Change }
export type OutlierOf = { readonly figure: NoteFigure; readonly outlier: Outlier }

/** What stands out, found by rules alone: each entry can be counted again by hand. */
export type Findings = {
  readonly bad: readonly NoteFigure[]
  readonly warned: readonly NoteFigure[]
  /** Indicators whose planned value of the year is not reached. */
  readonly behindPlan: readonly NoteFigure[]
  readonly fell: readonly Moved[]
  readonly rose: readonly Moved[]
  /** Organisations far from the others of their type, the least likely first. */
  readonly outliers: readonly OutlierOf[]
  /** No indicator has bounds, so nothing could be judged. */
  readonly unjudged: boolean
}

const MOVED_SHOWN = 3

export function findingsOf({ figures, organisationTypes }: NoteFacts): Findings {
  const moves = figures.flatMap((figure) => movedOf(figure) ?? [])
  const strongest = (is: Change['is']): Moved[] =>
    moves
      .filter(({ change }) => change.is === is)
      .sort((one, other) => strengthOf(other) - strengthOf(one) || (one.figure.code < other.figure.code ? -1 : 1))
      .slice(0, MOVED_SHOWN)
  return {
    bad: figures.filter((figure) => standing(figure) === 'bad'),
    warned: figures.filter((figure) => standing(figure) === 'warn'),
    behindPlan: figures.filter(isBehindPlan),
    fell: strongest('down'),
    rose: strongest('up'),
    outliers: figures
      .flatMap((figure) => organisationOutliers(figure, organisationTypes).map((outlier) => ({ figure, outlier })))
      .sort((one, other) => one.outlier.chance - other.outlier.chance),
    unjudged: figures.every(({ band }) => band === undefined),
  }
}

function isBehindPlan({ band, now }: NoteFigure): boolean {
  if (band === undefined || band.plan === null || isNothing(now)) return false
  const amount = now.denominator === null ? now.numerator : (now.numerator * 100) / now.denominator
  return band.better === 'higher' ? amount < band.plan : amount > band.plan
}

/** A notable change of a figure over enough people on both days. */
export function movedOf(figure: NoteFigure): Moved | undefined {
  const change = changeOf(figure.before, figure.now)
  if (change === undefined || change.is === 'still') return undefined
  const least = Math.min(sizeOf(figure.now), figure.before === undefined ? 0 : sizeOf(figure.before))
  return least < FEWEST ? undefined : { figure, change }
}

const sizeOf = ({ numerator, denominator }: NoteFigure['now']): number => denominator ?? numerator

/** Shares by percentage points, counts by the per cent they changed: so both stand in one order. */
const strengthOf = ({ figure: { isShare, before }, change }: Moved): number =>
  isShare ? Math.abs(change.by) : (Math.abs(change.by) * 100) / Math.max(1, before?.numerator ?? 0)

export const isEmptyFindings = ({ bad, warned, behindPlan, fell, rose, outliers }: Findings): boolean =>
  [bad, warned, behindPlan, fell, rose, outliers].every((some) => some.length === 0)

/** Outliers for the worse alone: somebody should look at them; the others are worth asking how they did it. */
export const worseOutliers = ({ outliers }: Findings): OutlierOf[] =>
  outliers.filter(({ figure, outlier }) => isWorse(figure, outlier.by))
