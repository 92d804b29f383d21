import { expect, test } from 'vitest'
import { standingOf } from './bands.contract.ts'

const higher = { better: 'higher', good: 70, warn: 50, plan: 75 } as const
const lower = { better: 'lower', good: 5, warn: 10, plan: null } as const

test.each([
  [70, higher, 'good'],
  [69.99, higher, 'warn'],
  [50, higher, 'warn'],
  [49.99, higher, 'bad'],
  [0, higher, 'bad'],
  [5, lower, 'good'],
  [5.1, lower, 'warn'],
  [10, lower, 'warn'],
  [10.1, lower, 'bad'],
  [null, higher, null],
] as const)('%s of %o stands %s', (value, band, standing) => {
  expect(standingOf(value, band)).toBe(standing)
})

test('where the district said nothing nothing is judged', () => {
  expect(standingOf(0, undefined)).toBeNull()
})
