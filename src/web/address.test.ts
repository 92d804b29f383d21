import { expect, test } from 'vitest'
import { addressOf, count, day, manyOf, oneOf, text } from './address.ts'

const read = addressOf({
  q: text(),
  type: manyOf(oneOf(['school', 'kindergarten'])),
  organisation: manyOf(count),
  day,
  page: count,
  sex: oneOf(['female', 'male']),
})

test('what makes sense is read, numbers as numbers', () => {
  expect(
    read({
      q: ' Анна ',
      type: 'school',
      organisation: ['3', '5'],
      day: '2026-02-28',
      page: '2',
      sex: 'male',
      further: 'x',
    }),
  ).toEqual({ q: 'Анна', type: ['school'], organisation: [3, 5], day: '2026-02-28', page: 2, sex: 'male' })
})

test.each([
  { q: '' },
  { q: 'a'.repeat(201) },
  { q: ['a', 'b'] },
  { type: ['school', 'palace'] },
  { organisation: Array.from({ length: 101 }, (_, at) => String(at + 1)) },
  { organisation: '-1' },
  { day: '2026-02-30' },
  { day: '2026-13-01' },
  { day: '9999-01-01' },
  { day: 'yesterday' },
  { page: '0' },
  { page: '1.5' },
  { page: '1e99' },
  { sex: 'x' },
])('what makes none is left out: %j', (search) => {
  expect(read(search)).toEqual({})
})
