import { expect, test } from 'vitest'
import { shownAmong } from './shown.ts'

const shown = (...answered: number[]): number[] =>
  shownAmong(answered.map((one) => ({ answered: one }))).map((one) => one.answered)

test('fewer than five are told only in rows that come to five', () => {
  expect(shown(4)).toEqual([])
  expect(shown(5)).toEqual([5])
  expect(shown(2, 7, 2)).toEqual([7])
  expect(shown(2, 7, 3, 4)).toEqual([7, 2, 3])
})

test('what closes later leaves what is shown as it was', () => {
  const closing = [3, 1, 6, 1, 2, 4, 1, 5, 4]
  for (let nth = 0; nth < closing.length; nth++) {
    const [before, after] = [shown(...closing.slice(0, nth)), shown(...closing.slice(0, nth + 1))]
    const added = after.reduce((sum, one) => sum + one, 0) - before.reduce((sum, one) => sum + one, 0)
    expect(added === 0 || added >= 5).toBe(true)
  }
})
