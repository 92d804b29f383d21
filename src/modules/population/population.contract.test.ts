import { expect, test } from 'vitest'
import { Population } from './population.contract.ts'

test('a tree of terms passes', () => {
  expect(
    Population.safeParse({ all: [{ term: 'pedagogue' }, { not: { any: [{ term: 'age', under: 35 }] } }] }).success,
  ).toBe(true)
})

test.each([
  ['a text', 'pedagogue'],
  ['null', null],
  ['an unknown member', { term: 'pedagogue', sql: 'drop table' }],
  ['all and any at once', { all: [], any: [] }],
  ['a term without a name', { term: '' }],
  [
    'two hundred and one leaves',
    { all: Array.from({ length: 5 }, () => ({ all: Array.from({ length: 41 }, () => ({ term: 'age' })) })) },
  ],
  ['a day that is none', { term: 'trained', when: { during: { from: '2025-02-30', to: '2025-03-01' } } }],
  [
    'a period that ends before it begins',
    { term: 'trained', when: { during: { from: '2025-03-01', to: '2025-02-01' } } },
  ],
])('%s is refused', (_, value) => {
  expect(Population.safeParse(value).success).toBe(false)
})

test('a tree of a hundred thousand levels is refused at once', () => {
  let deep: unknown = { term: 'pedagogue' }
  for (let i = 0; i < 100_000; i++) deep = { not: deep }
  expect(Population.safeParse(deep).success).toBe(false)
})
