import { expect, test } from 'vitest'
import { daysOf, shifted, weekdayOf } from './month.ts'

test('months follow one another over the end of a year', () => {
  expect(shifted('2026-12', 1)).toBe('2027-01')
  expect(shifted('2026-01', -1)).toBe('2025-12')
  expect(shifted('2026-04', 0)).toBe('2026-04')
})

test('days of a month, of a leap year too, and the weekday each begins with', () => {
  expect(daysOf('2028-02')).toHaveLength(29)
  expect(daysOf('2026-04').at(-1)).toBe('2026-04-30')
  expect(weekdayOf('2026-04-10')).toBe(5)
  expect(weekdayOf('2026-04-12')).toBe(7)
})
