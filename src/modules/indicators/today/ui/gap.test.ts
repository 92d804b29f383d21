import { expect, test } from 'vitest'
import { behindOf, gapOf, type Target } from './gap.ts'
import { lastJune, yearBefore } from './since.ts'

const plan = (value: number, better: Target['better'] = 'higher'): Target => ({ value, is: 'plan', better })

test.each([
  [{ numerator: 4, denominator: 9 }, plan(70), 3],
  [{ numerator: 7, denominator: 10 }, plan(70), 0],
  [{ numerator: 6, denominator: 10 }, plan(70), 1],
  [{ numerator: 29, denominator: 100 }, plan(29), 0],
  [{ numerator: 0, denominator: 0, value: null }, plan(70), 0],
  [{ numerator: 20, denominator: 100 }, plan(15, 'lower'), 5],
  [{ numerator: 10, denominator: 100 }, plan(15, 'lower'), 0],
  [{ value: 40 }, plan(45), 5],
  [{ value: null }, plan(45), 0],
])('of %o to %o there lack %i', (point, target, gap) => {
  expect(gapOf(point, target)).toBe(gap)
})

test('posts lack by quarters', () => {
  expect(gapOf({ numerator: 9.5, denominator: 10 }, plan(97), true)).toBe(0.25)
})

test('who lacks most comes first, who lacks nothing is not named', () => {
  const cells = [
    { key: 'a', label: 'Школа № 10', numerator: 1, denominator: 4 },
    { key: 'b', label: 'Школа № 2', numerator: 1, denominator: 4 },
    { key: 'c', label: 'Школа № 3', numerator: 4, denominator: 4 },
    { key: 'd', label: 'Школа № 4', series: [{ value: 1 }, { numerator: 0, denominator: 9 }] },
  ]
  expect(behindOf(cells, plan(50)).map(({ key, gap }) => [key, gap])).toEqual([
    ['d', 5],
    ['b', 1],
    ['a', 1],
  ])
})

test.each([
  ['2026-11-22', '2025-11-22', '2026-06-30'],
  ['2026-06-30', '2025-06-30', '2025-06-30'],
  ['2024-02-29', '2023-02-28', '2023-06-30'],
])('%s is compared with %s or with %s', (day, year, june) => {
  expect([yearBefore(day), lastJune(day)]).toEqual([year, june])
})
