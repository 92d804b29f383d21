import { z } from 'zod'
import { Day } from '../../platform/contract.ts'

/** A stretch of time that ends at the day the count is made for, or a fixed one. */
export const Period = z.union([
  z.enum(['calendar_year', 'school_year', 'half_year', 'quarter', 'month']),
  z.strictObject({ from: Day, to: Day }).refine((p) => p.from <= p.to, 'dates_order'),
])
export type Period = z.infer<typeof Period>

/** When a fact counts, seen from the day the count is made for. */
export const When = z.union([
  /** In force on the day. */
  z.strictObject({ at: z.literal('date') }),
  /** Once at any time up to the day. */
  z.strictObject({ by: z.literal('date') }),
  /** A single day within the period. */
  z.strictObject({ during: Period }),
  /** Begun before the period ends and not ended before it begins. */
  z.strictObject({ overlapping: Period }),
  /** Within so many months up to the day. */
  z.strictObject({ lastMonths: z.int().min(1).max(1200) }),
])
export type When = z.infer<typeof When>

const Scalar = z.union([z.string().trim().min(1).max(300), z.number(), z.boolean()])
const OneOrMore = z.union([Scalar, z.array(Scalar).min(1).max(200)])

/** What a value must be: one of these, or within bounds (`from` and `upTo` inclusive, `under` not). */
export const Condition = z.strictObject({
  is: OneOrMore.optional(),
  from: z.number().optional(),
  under: z.number().optional(),
  upTo: z.number().optional(),
})
export type Condition = z.infer<typeof Condition>

/** One fact that can be true of a subject. Which members it takes is checked against the term's declaration. */
export type Leaf = Condition & {
  readonly term: string
  /** Conditions on the fields of a fact. */
  readonly where?: Readonly<Record<string, Condition>> | undefined
  readonly when?: When | undefined
  /** How many such facts (or linked subjects) there must be; 1 unless said. */
  readonly atLeast?: number | undefined
  /** The sum of a numeric field over such facts must reach this. */
  readonly total?: { readonly field: string; readonly atLeast: number } | undefined
  /** For terms that look at linked subjects: which of them count. */
  readonly of?: Population | undefined
  /** Positions: only that of the main employment. */
  readonly main?: boolean | undefined
}

/** A population: a tree of terms with all, any, not. Stored as JSON; means the same everywhere it is used. */
export type Population =
  | { readonly all: readonly Population[] }
  | { readonly any: readonly Population[] }
  | { readonly not: Population }
  | Leaf

const DEPTH_MOST = 12
const LEAVES_MOST = 200

const AnyPopulation: z.ZodType<Population> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(AnyPopulation).max(50) }),
    z.strictObject({ any: z.array(AnyPopulation).max(50) }),
    z.strictObject({ not: AnyPopulation }),
    z.strictObject({
      ...Condition.shape,
      term: z.string().min(1).max(60),
      where: z.record(z.string().max(60), Condition).optional(),
      when: When.optional(),
      atLeast: z.int().min(1).max(10_000).optional(),
      total: z.strictObject({ field: z.string().max(60), atLeast: z.number().positive() }).optional(),
      of: AnyPopulation.optional(),
      main: z.boolean().optional(),
    }),
  ]),
)

/** The shape of a population as it comes from outside: bounded in depth before it is looked at closer, and in size. */
export const Population: z.ZodType<Population> = z
  .unknown()
  .refine((value) => depthOf(value) <= DEPTH_MOST * 2, 'population_too_deep')
  .pipe(AnyPopulation)
  .refine((population) => sizeOf(population) <= LEAVES_MOST, 'population_too_large')

/** Whether a tree is within what the language takes: neither too deep nor too large. */
export const fits = (population: Population): boolean =>
  depthOf(population) <= DEPTH_MOST * 2 && sizeOf(population) <= LEAVES_MOST

function depthOf(value: unknown): number {
  let depth = 0
  let level: unknown[] = [value]
  while (level.length > 0 && depth <= DEPTH_MOST * 2 + 1) {
    level = level.flatMap((v) => (typeof v === 'object' && v !== null ? Object.values(v) : []))
    depth++
  }
  return depth
}

/** The leaves in the order they are written; those inside `of` belong to another subject and are left out. */
export function leavesOf(population: Population): Leaf[] {
  if ('all' in population) return population.all.flatMap(leavesOf)
  if ('any' in population) return population.any.flatMap(leavesOf)
  if ('not' in population) return leavesOf(population.not)
  return [population]
}

/** How many leaves there are in all, those about linked subjects too. */
function sizeOf(population: Population): number {
  return leavesOf(population).reduce((size, { of }) => size + 1 + (of === undefined ? 0 : sizeOf(of)), 0)
}
