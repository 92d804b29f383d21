import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countRows, createRowRuns, rowsOf } from './row.runs.ts'

function runsOf(rows: readonly number[]) {
  const runs = createRowRuns()
  for (const row of rows) runs.add(row)
  return runs.all()
}

test.each([
  [[], []],
  [[7], [7]],
  [[2, 3], [[2, 3]]],
  [
    [2, 3, 4, 7, 9, 10],
    [[2, 4], 7, [9, 10]],
  ],
  [
    [5, 5, 3],
    [5, 5, 3],
  ],
])('%j are told as %j', (rows, runs) => {
  expect(runsOf(rows)).toEqual(runs)
})

test('they stand for the rows they were made of, as many as there are', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 })), (rows) => {
      const runs = runsOf(rows)
      expect([...rowsOf(runs)]).toEqual(rows)
      expect(countRows(runs)).toBe(rows.length)
    }),
  )
})
