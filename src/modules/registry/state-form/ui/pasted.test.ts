import { expect, test } from 'vitest'
import { countsIn } from './pasted.ts'

test.each([
  ['12\n7\n0\n', [12, 7, 0]],
  ['12\r\n\r\n—\r\n3', [12, undefined, undefined, 3]],
  ['1 284\t5', [1284, 5]],
  ['12\nвсего', undefined],
  ['12,5', undefined],
  ['-3', undefined],
])('%j', (text, counts) => {
  expect(countsIn(text)).toEqual(counts)
})
