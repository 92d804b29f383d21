import { z } from 'zod'
import { endpoint, Id, IdParams, listOf } from '../../../platform/contract.ts'
import { PAPER_KINDS } from '../papers/kinds.contract.ts'

/** What stands for the year before or after the count: all four digits, or the last two. */
const YEAR = /\{YYYY\}|\{YY\}/

const Affix = z
  .string()
  .trim()
  .max(30)
  .refine((affix) => /^(?:[^{}\p{Cc}]|\{YYYY\}|\{YY\})*$/u.test(affix), 'series_pattern')

const Fields = {
  kind: z.enum(PAPER_KINDS),
  title: z.string().trim().min(3).max(100),
  prefix: Affix,
  suffix: Affix,
  /** Zeros are put before the count until it has so many digits. */
  digits: z.int().min(1).max(8),
}

/** Counts begin anew each year, so that without the year two documents would have one number. */
const namesTheYear = ({ prefix, suffix }: { prefix: string; suffix: string }): boolean => YEAR.test(prefix + suffix)
const NEEDS_YEAR = { message: 'series_without_year', path: ['prefix'] }

const Series = z.object({
  id: Id,
  version: z.int(),
  ...Fields,
  prefix: z.string(),
  suffix: z.string(),
  retired: z.boolean(),
  /** The last number given this year; null: none yet. */
  last: z.string().nullable(),
  /** Numbers were given: what they look like stays. */
  used: z.boolean(),
})
export type Series = z.infer<typeof Series>

type Pattern = Pick<Series, 'prefix' | 'suffix' | 'digits'>

/** `ПК-0042/2026`: a number of a series as it is printed. */
export function sayNumber({ prefix, suffix, digits }: Pattern, year: number, count: number): string {
  const fill = (affix: string): string =>
    affix.replaceAll('{YYYY}', String(year)).replaceAll('{YY}', String(year % 100).padStart(2, '0'))
  return `${fill(prefix)}${String(count).padStart(digits, '0')}${fill(suffix)}`
}

export const listSeries = endpoint({
  id: 'listSeries',
  method: 'get',
  path: '/api/document-series',
  summary: 'Series of numbers for documents of the district',
  reply: listOf(Series),
})

export const createSeries = endpoint({
  id: 'createSeries',
  method: 'post',
  path: '/api/document-series',
  summary: 'Begin a series of numbers; the count begins anew each year and leaves no number out',
  body: z.strictObject(Fields).refine(namesTheYear, NEEDS_YEAR),
  reply: Series,
})

export const changeSeries = endpoint({
  id: 'changeSeries',
  method: 'put',
  path: '/api/document-series/{id}',
  summary: 'Change a series: how numbers look only as long as none was given; retired ones give no more',
  params: IdParams,
  body: z.strictObject({ ...Fields, retired: z.boolean() }).refine(namesTheYear, NEEDS_YEAR),
  reply: Series,
  versioned: true,
})
