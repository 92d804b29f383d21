import type { z } from 'zod'
import { type Computed, type Figure, valueOfFigure, yearTo } from './compute.ts'
import type { IndicatorValue } from './values.contract.ts'

type Answer = { date: string; period: [string, string]; indicators: z.infer<typeof IndicatorValue>[] }

/** The answer of `rost indicators --json`; a promise to scripts. */
export function answerOf(date: string, computed: readonly Computed[], language: 'ru' | 'en' = 'ru'): Answer {
  return { date, period: yearTo(date), indicators: computed.map((c) => answerOne(c, language)) }
}

function answerOne(
  { definition, dates, points, slices }: Computed,
  language: 'ru' | 'en',
): z.infer<typeof IndicatorValue> {
  const isSeries = definition.body.series !== undefined
  const sliced = [...slices].map(([slice, rows]) => [
    slice,
    rows.map((row) => ({ key: row.key, label: row.label, ...figures(dates, row.points, isSeries) })),
  ])
  return {
    code: definition.code,
    title: language === 'ru' ? definition.titleRu : definition.titleEn,
    kind: isSeries ? 'series' : definition.body.kind === 'count' ? 'count' : 'ratio',
    ...figures(dates, points, isSeries),
    ...(sliced.length > 0 && { slices: Object.fromEntries(sliced) }),
  }
}

function figures(dates: readonly string[], points: readonly Figure[], isSeries: boolean) {
  if (!isSeries) return points[0] === undefined ? {} : one(points[0])
  return { series: dates.map((date, i) => ({ date, ...(points[i] && one(points[i])) })) }
}

function one(figure: Figure) {
  const { numerator, denominator } = figure
  return denominator === null ? { value: numerator } : { numerator, denominator, value: valueOfFigure(figure) }
}
