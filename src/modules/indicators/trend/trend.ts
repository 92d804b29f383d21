import type { ReadDb } from '../../../platform/db/db.ts'
import { type Definition, quantitiesOf } from '../definitions/definition.contract.ts'
import { findDefinitionsAt } from '../definitions/definitions.repo.ts'
import { computeTotals, type Figure, type TotalsOptions, valueOfFigure } from '../values/compute.ts'
import { hideSmallFigure } from '../values/islands.ts'
import { restartsOf } from './restarts.ts'
import type { Trend, TrendPoint } from './trend.contract.ts'
import type { FrozenTotal } from './trend.frozen.ts'

type Options = TotalsOptions & {
  readonly codes: readonly string[] | undefined
  /** Whether what is said of fewer than five people is told too. */
  readonly smallToo: boolean
}

/** The totals on the days, each by the edition of its day, counted in one statement; frozen ones take the place of counted ones. */
export async function findTrends(
  db: ReadDb,
  days: readonly string[],
  frozen: readonly FrozenTotal[],
  options: Options,
): Promise<Trend[]> {
  const editions: { date: string; definitions: Definition[] }[] = []
  for (const date of days) editions.push({ date, definitions: await findDefinitionsAt(db, date, options.codes) })
  const isFrozen = new Set(frozen.map(({ date, code }) => `${date} ${code}`))
  const wanted = editions.flatMap(({ date, definitions }) =>
    definitions.flatMap((definition) => (isFrozen.has(`${date} ${definition.code}`) ? [] : [{ definition, date }])),
  )
  const totals = await computeTotals(db, wanted, options)
  const shown = (body: Definition['body'], figure: Figure) =>
    tell(options.smallToo ? figure : hideSmallFigure(options.vocabulary, body, figure))
  const counted = wanted.map(({ definition, date }, i): [code: string, TrendPoint] => {
    const figure = totals[i] ?? { numerator: 0, denominator: null }
    return [definition.code, { date, ...shown(definition.body, figure), snapshot: null }]
  })
  const kept = frozen.map(({ code, body, date, snapshot, title, ...figure }): [code: string, TrendPoint] => [
    code,
    { date, ...shown(body, figure), snapshot: { id: snapshot, title } },
  ])
  const points = Map.groupBy([...counted, ...kept], ([code]) => code)
  return (editions.at(-1)?.definitions ?? []).map(({ code, body }) => ({
    code,
    subject: quantitiesOf(body).numerator.subject,
    restarts: restartsOf(body),
    points: (points.get(code) ?? []).map(([, point]) => point).sort((a, b) => (a.date < b.date ? -1 : 1)),
  }))
}

function tell(figure: Figure) {
  const { numerator, denominator } = figure
  return denominator === null ? { value: numerator } : { numerator, denominator, value: valueOfFigure(figure) }
}
