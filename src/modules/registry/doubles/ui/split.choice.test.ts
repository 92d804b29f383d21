import { expect, test } from 'vitest'
import { namedBy, partedBy, ticking } from './split.choice.ts'

const record = (id: number) => ({ id, label: `№ ${id}`, on: null, until: null, origin: null })
const kinds = [
  { of: 'a.b.person_id', title: 'Первые', records: [record(1), record(2)], total: 2 },
  { of: 'a.c.person_id', title: 'Вторые', records: [record(1)], total: 1 },
]

test('what is ticked goes, the rest stays; one number in two tables is two records', () => {
  const ticked = new Set(['a.b.person_id 1', 'a.b.person_id 9'])
  expect(partedBy(kinds, ticked)).toEqual([
    { title: 'Первые', stay: [record(2)], go: [record(1)] },
    { title: 'Вторые', stay: [record(1)], go: [] },
  ])
  expect(namedBy(kinds, ticked)).toEqual([{ of: 'a.b.person_id', ids: [1] }])
})

test('a kind is ticked and cleared as a whole', () => {
  expect(ticking(new Set(['x', 'a']), ['a', 'b'], true)).toEqual(['x', 'a', 'b'])
  expect(ticking(new Set(['x', 'a']), ['a', 'b'], false)).toEqual(['x'])
})
