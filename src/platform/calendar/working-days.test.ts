import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addWorkingDays, dayOff, isWorkingDay } from './working-days.ts'

test.each([
  // Days off of 2026 as the production calendar has them.
  ['2026-01-08', false],
  ['2026-01-09', false],
  ['2026-01-12', true],
  ['2026-02-23', false],
  ['2026-03-09', false],
  ['2026-03-10', true],
  ['2026-05-01', false],
  ['2026-05-11', false],
  ['2026-05-12', true],
  ['2026-06-12', false],
  ['2026-11-04', false],
  ['2026-12-31', false],
  // Of 2025, where a decree moved them elsewhere than the Code would.
  ['2025-02-24', true],
  ['2025-03-10', true],
  ['2025-05-08', false],
  ['2025-06-13', false],
  ['2025-11-01', true],
  ['2025-11-03', false],
])('%s: at work %s', (day, works) => {
  expect(isWorkingDay(day)).toBe(works)
})

test.each([
  ['2026-04-10', undefined],
  ['2026-04-11', 'weekend'],
  ['2026-05-09', 'holiday'],
  ['2026-05-11', 'moved'],
])('%s: off because %s', (day, why) => {
  expect(dayOff(day)).toBe(why)
})

test('the year 2026 has 247 working days, the year 2025 the same number', () => {
  const count = (year: number): number =>
    Array.from({ length: 365 }, (_, at) => new Date(Date.UTC(year, 0, 1 + at)).toISOString().slice(0, 10)).filter(
      isWorkingDay,
    ).length
  expect([count(2025), count(2026)]).toEqual([247, 247])
})

test.each([
  ['2026-11-23', 10, '2026-12-07'],
  ['2026-12-28', 10, '2027-01-20'],
  ['2026-04-30', 1, '2026-05-04'],
  ['2026-11-23', 0, '2026-11-23'],
])('%s and %d working days: %s', (day, count, last) => {
  expect(addWorkingDays(day, count)).toBe(last)
})

test('one after another comes to the same as all at once, and ends on a working day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.nat(15), fc.nat(15), (offset, one, other) => {
      const day = new Date(Date.UTC(2025, 0, 1 + offset)).toISOString().slice(0, 10)
      expect(addWorkingDays(addWorkingDays(day, one), other)).toBe(addWorkingDays(day, one + other))
      if (one > 0) expect(isWorkingDay(addWorkingDays(day, one))).toBe(true)
    }),
  )
})
