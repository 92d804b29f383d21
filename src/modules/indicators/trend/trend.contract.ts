import { z } from 'zod'
import { Day, endpoint, Id, manyOf } from '../../../platform/contract.ts'
import { IndicatorCode } from '../definitions/definitions.contract.ts'
import { one } from '../values/values.contract.ts'

/** `year`: the same day of earlier years; the others: the last days of quarters or months. */
export const STEPS = ['quarter', 'month', 'year'] as const
export type Step = (typeof STEPS)[number]

/** The periods of a year after which a figure begins anew. */
export const RESTARTS = ['calendar_year', 'school_year', 'half_year', 'quarter', 'month'] as const
export type Restarts = (typeof RESTARTS)[number]

export const TrendPoint = z.object({
  date: Day,
  ...one,
  /** The figure as it was frozen that day; null where it is counted now from what is known now. */
  snapshot: z.object({ id: Id, title: z.string() }).nullable(),
})
export type TrendPoint = z.infer<typeof TrendPoint>

export const Trend = z.object({
  code: z.string(),
  /** Of what there are shares or counts: person, organisation, event, post … */
  subject: z.string(),
  /** The shortest period whose facts it gathers: at each of its beginnings the figure is empty again. */
  restarts: z.enum(RESTARTS).nullable(),
  /** The earliest first; days on which the indicator was not counted are left out. */
  points: z.array(TrendPoint),
})
export type Trend = z.infer<typeof Trend>

export const MOST_POINTS = 12

export const listTrends = endpoint({
  id: 'listIndicatorTrends',
  method: 'get',
  path: '/api/indicators/trend',
  summary: 'Totals of the indicators on several days up to one: frozen ones where there are such, else counted now',
  query: z.object({
    date: Day.optional(),
    code: manyOf(IndicatorCode),
    /** The day itself included; days of frozen figures come on top. */
    points: z.coerce.number().int().min(2).max(MOST_POINTS).default(8),
    step: z.enum(STEPS).default('quarter'),
  }),
  reply: z.object({
    date: Day,
    /** `own`: of the asker's organisations alone. */
    of: z.enum(['district', 'own']),
    indicators: z.array(Trend),
  }),
})
