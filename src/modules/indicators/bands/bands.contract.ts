import { z } from 'zod'
import { endpoint, Nothing } from '../../../platform/contract.ts'
import { CodeParams } from '../definitions/definitions.contract.ts'

const Amount = z.number().min(-1e12).max(1e12)

/** What a district takes for good: per cent of a share, else the value itself. */
export const BandSetting = z.strictObject({
  better: z.enum(['higher', 'lower']),
  /** From here on it is good … */
  good: Amount,
  /** … from here on to be watched, and beyond it somebody should look at it. */
  warn: Amount,
  /** The planned value of the year, where there is one. */
  plan: Amount.nullable(),
})
export type BandSetting = z.infer<typeof BandSetting>

export const Band = BandSetting.extend({
  code: z.string(),
  version: z.int(),
})
export type Band = z.infer<typeof Band>

export const STANDINGS = ['good', 'warn', 'bad'] as const
export type Standing = (typeof STANDINGS)[number]

/** Where a value stands; null where nothing was counted or the district has not said what is good. */
export function standingOf(value: number | null, band: BandSetting | undefined): Standing | null {
  if (value === null || band === undefined) return null
  const reaches = (bound: number): boolean => (band.better === 'higher' ? value >= bound : value <= bound)
  return reaches(band.good) ? 'good' : reaches(band.warn) ? 'warn' : 'bad'
}

export const listBands = endpoint({
  id: 'listIndicatorBands',
  method: 'get',
  path: '/api/indicator-bands',
  summary: 'What the district takes for good, indicator by indicator',
  reply: z.object({ items: z.array(Band) }),
})

export const setBand = endpoint({
  id: 'setIndicatorBand',
  method: 'put',
  path: '/api/indicator-bands/{code}',
  summary: 'Say from which value on an indicator is good; version 0 where nothing was said before',
  params: CodeParams,
  body: BandSetting,
  reply: Band,
  versioned: true,
})

export const clearBand = endpoint({
  id: 'clearIndicatorBand',
  method: 'delete',
  path: '/api/indicator-bands/{code}',
  summary: 'No longer judge an indicator',
  params: CodeParams,
  reply: Nothing,
  versioned: true,
})
