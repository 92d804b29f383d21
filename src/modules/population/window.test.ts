import { expect, test } from 'vitest'
import { hullOf, periodAt, windowAt } from './window.ts'

test.each([
  ['calendar_year', '2025-05-15', '2025-01-01'],
  ['school_year', '2025-05-15', '2024-09-01'],
  ['school_year', '2025-09-01', '2025-09-01'],
  ['half_year', '2025-06-30', '2025-01-01'],
  ['half_year', '2025-07-01', '2025-07-01'],
  ['quarter', '2025-12-31', '2025-10-01'],
  ['quarter', '2025-03-31', '2025-01-01'],
  ['month', '2024-02-29', '2024-02-01'],
] as const)('%s up to %s begins on %s', (period, day, from) => {
  expect(periodAt(period, day)).toEqual({ from, to: day })
})

test('a fixed period ends at the day at the latest', () => {
  expect(periodAt({ from: '2021-01-01', to: '2025-12-31' }, '2023-05-01')).toEqual({
    from: '2021-01-01',
    to: '2023-05-01',
  })
})

test('the last months begin the day after the same day', () => {
  expect(windowAt({ lastMonths: 36 }, '2025-12-31')).toEqual({ from: '2023-01-01', to: '2025-12-31' })
})

test('a hull without a beginning has none', () => {
  expect(
    hullOf([
      { from: '2025-01-01', to: '2025-05-01' },
      { from: null, to: '2024-01-01' },
    ]),
  ).toEqual({ from: null, to: '2025-05-01' })
})
