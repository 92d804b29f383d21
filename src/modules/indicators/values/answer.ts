import type { z } from 'zod'
import { shortTitleOf } from '../definitions/definition.contract.ts'
import { type Computed, type Figure, valueOfFigure, yearTo } from './compute.ts'
import type { IndicatorValue } from './values.contract.ts'

type Shown = z.infer<typeof IndicatorValue>
type Told = Omit<Shown, 'short'>
type Answer<Value> = { date: string; period: [string, string]; indicators: Value[] }
type Language = 'ru' | 'en'

/** The answer of `rost indicators --json`; a promise to scripts. */
export function answerOf(date: string, computed: readonly Computed[], language: Language = 'ru'): Answer<Told> {
  return { date, period: yearTo(date), indicators: computed.map((c) => answerOne(c, language)) }
}

/** The same for pages, where an indicator goes by its short title. */
export function shownOf(date: string, computed: readonly Computed[], language: Language): Answer<Shown> {
  const indicators = computed.map((one) => ({
    ...answerOne(one, language),
    short: shortTitleOf(one.definition, language),
  }))
  return { date, period: yearTo(date), indicators }
}

function answerOne({ definition, dates, points, slices }: Computed, language: Language): Told {
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
