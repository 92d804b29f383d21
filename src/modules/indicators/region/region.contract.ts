import { z } from 'zod'
import { Day, endpoint, manyOf } from '../../../platform/contract.ts'
import { IndicatorCode } from '../definitions/definitions.contract.ts'
import { one } from '../values/values.contract.ts'

export const MOST_DISTRICTS = 100

const RegionFigure = z.object({
  code: z.string(),
  ...one,
  /** Counted by another definition than in most districts of the region: the figures cannot be compared. */
  differs: z.boolean(),
})
export type RegionFigure = z.infer<typeof RegionFigure>

export const RegionDistrict = z.object({
  code: z.string(),
  name: z.string(),
  figures: z.array(RegionFigure),
})
export type RegionDistrict = z.infer<typeof RegionDistrict>

export const listRegionIndicators = endpoint({
  id: 'listRegionIndicators',
  method: 'get',
  path: '/api/region/indicators',
  summary: 'Totals of the indicators of every district of the region as of a day, at most a hundred districts',
  query: z.object({ date: Day.optional(), code: manyOf(IndicatorCode) }),
  reply: z.object({
    date: Day,
    /** Each indicator that any district has, by code. */
    indicators: z.array(z.object({ code: z.string(), title: z.string(), short: z.string() })),
    districts: z.array(RegionDistrict),
  }),
})
