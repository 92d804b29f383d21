import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, addYears, startOfFullYears } from './dates.ts'

test.each([
  ['2024-02-29', -12, '2023-02-28'],
  ['2025-02-28', -12, '2024-02-28'],
  ['2025-03-31', -1, '2025-02-28'],
  ['2024-03-31', -1, '2024-02-29'],
  ['2025-01-15', -1, '2024-12-15'],
  ['2025-12-31', 2, '2026-02-28'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected)
})

/** Full years by day and month, as people count them. */
function fullYears(from: string, to: string): number {
  const [[y1 = 0, ...rest1], [y2 = 0, ...rest2]] = [from.split('-').map(Number), to.split('-').map(Number)]
  const reached =
    (rest2[0] ?? 0) > (rest1[0] ?? 0) || ((rest2[0] ?? 0) === (rest1[0] ?? 0) && (rest2[1] ?? 0) >= (rest1[1] ?? 0))
  return y2 - y1 - (reached ? 0 : 1)
}

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays('1930-01-01', n))

test('somebody has n full years exactly when they began on the boundary or before', () => {
  fc.assert(
    fc.property(anyDay, anyDay, fc.integer({ min: 0, max: 90 }), (from, to, years) => {
      fc.pre(from <= to)
      expect(from <= startOfFullYears(to, years)).toBe(fullYears(from, to) >= years)
    }),
    { numRuns: 5_000 },
  )
})

test('born on 29 February, a year is complete on 1 March of a common year', () => {
  expect('1992-02-29' <= startOfFullYears('2027-02-28', 35)).toBe(false)
  expect('1992-02-29' <= startOfFullYears('2027-03-01', 35)).toBe(true)
})

test('years before a leap day end on 28 February', () => {
  expect(addYears('2024-02-29', -1)).toBe('2023-02-28')
})
