import { expect, test } from 'vitest'
import { shareOf } from './load.progress.ts'

test('reading is most of it, the later stages follow, and all of it is when it stands', () => {
  const reading = [0, 250, 500, 1_000, 2_000].map((rows) => shareOf('take', 'reading', rows, 1_000))
  expect(reading).toEqual([0, 21, 42, 85, 85])
  expect([shareOf('take', 'people', 1_000, 1_000), shareOf('take', 'conclusions', 1_000, 1_000)]).toEqual([85, 87])
  const compared = (['people', 'differences', 'keeping'] as const).map((stage) => shareOf('compare', stage, 9, null))
  expect(compared).toEqual([70, 72, 97])
})

test('of files that do not say how many rows they have, it grows ever slower and stays within the reading', () => {
  const shares = [0, 1_000, 10_000, 100_000, 10_000_000].map((rows) => shareOf('take', 'reading', rows, null))
  expect(shares).toEqual([...shares].sort((left, right) => left - right))
  expect(shares[2]).toBe(42)
  expect(shares.at(-1)).toBeLessThan(85)
})
