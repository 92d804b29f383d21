import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NoteRow } from './figures.ts'
import { outliersOf, tail } from './outliers.ts'

const row = (key: string, numerator: number, denominator: number | null): NoteRow => ({
  ...{ key, id: key, label: key },
  now: { numerator, denominator },
  before: undefined,
})

/** Nineteen organisations alike, half of forty each. */
const alike = Array.from({ length: 19 }, (_, i) => row(`a${i}`, 20, 40))
const keysOf = (rows: readonly NoteRow[]): string[] => outliersOf(rows).map((outlier) => outlier.row.key)

test.for<[what: string, odd: NoteRow, found: boolean]>([
  ['far below over many', row('x', 6, 40), true],
  ['far above over many', row('x', 36, 40), true],
  ['a little below', row('x', 17, 40), false],
  ['far, but within chance', row('x', 3, 12), false],
  ['nobody of nine: too few', row('x', 0, 9), false],
  ['nobody of fourteen', row('x', 0, 14), true],
  ['nobody at all', row('x', 0, 0), false],
  ['a count', row('x', 500, null), false],
])('%s', ([, odd, found]) => {
  expect(keysOf([...alike, odd])).toEqual(found ? ['x'] : [])
})

test('a rare thing is no outlier for three people', () => {
  const rare = Array.from({ length: 40 }, (_, i) => row(`r${i}`, i % 5 === 0 ? 1 : 0, 20))
  expect(keysOf([...rare, row('x', 3, 23)])).toEqual([])
})

test('only peers are compared, and two are none', () => {
  const type = ({ key }: NoteRow): string => (key === 'x' || key === 'y' ? 'rare' : 'common')
  expect(outliersOf([...alike, row('x', 0, 40), row('y', 40, 40)], type)).toEqual([])
})

test('says by how much and from whom', () => {
  const [outlier] = outliersOf([...alike, row('x', 6, 40)])
  expect(outlier).toMatchObject({ by: -35, others: { numerator: 380, denominator: 760 } })
  expect(outlier?.chance).toBeLessThan(0.0001)
})

// Binomial tables: P(X ≤ 3 | 12, 0.5) = 299/4096, P(X ≥ 9 | 12, 0.5) the same, P(X ≤ 2 | 20, 0.25) = 0.0913.
test.for([
  [3, 12, 0.5, 299 / 4096],
  [9, 12, 0.5, 299 / 4096],
  [2, 20, 0.25, 0.0912604],
  [0, 14, 0.5, 2 ** -14],
  [5, 5, 1, 1],
  [0, 5, 0, 1],
] as const)('%i of %i at %d has the chance %d', ([k, n, p, chance]) => {
  expect(tail(k, n, p)).toBeCloseTo(chance, 6)
})

test('a chance is between nothing and one, also over thousands', () => {
  const sizes = fc
    .integer({ min: 1, max: 20_000 })
    .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n })))
  fc.assert(
    fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), ([n, k], p) => {
      const chance = tail(k, n, p)
      return chance >= 0 && chance <= 1
    }),
    { numRuns: 500 },
  )
})
