import { expect, test } from 'vitest'
import type { LifeFact } from '../../population/life/life.contract.ts'
import { aimAfter, CRITERIA, gather, sinceWhen } from './criteria.ts'

const fact = (term: string, from: string, more: Partial<LifeFact> = {}): LifeFact => ({
  ...{ term, caption: term, id: 1, label: term, from, to: null, lasting: false, details: [], source: null },
  ...more,
})
const codes = (aim: keyof typeof CRITERIA, life: readonly LifeFact[], since = '2021-11-23') =>
  Object.fromEntries(gather(aim, life, since).map(({ criterion, facts }) => [criterion.code, facts.length]))

test.each([
  [null, 'first'],
  ['сзд', 'first'],
  ['первая', 'highest'],
  ['высшая', 'methodist'],
  ['педагог-методист', 'mentor'],
] as const)('after %s comes %s', (category, aim) => {
  expect(aimAfter(category)).toBe(aim)
})

test.each([
  [null, '2026-11-23', '2021-11-23'],
  ['2024-03-01', '2026-11-23', '2024-03-01'],
  ['2015-03-01', '2026-11-23', '2021-11-23'],
  [null, '2028-02-29', '2023-02-28'],
] as const)('a category of %s is looked at on %s from %s on', (on, today, since) => {
  expect(sinceWhen(on, today)).toBe(since)
})

test('a fact stands under what it speaks for, maybe twice; what is older or of others does not', () => {
  const life = [
    fact('spoke', '2025-02-01'),
    fact('mentors', '2020-09-01', { lasting: true }),
    fact('mentors', '2019-09-01', { lasting: true, to: '2020-05-31' }),
    fact('trained', '2021-09-01', { to: '2021-11-23' }),
    fact('trained', '2021-05-01', { to: '2021-06-01' }),
    fact('attended', '2021-11-22'),
    fact('diagnosed', '2025-01-01'),
    fact('published', '2024-05-01'),
    fact('awarded', '2020-05-01'),
    fact('awarded', '2024-10-05'),
    fact('learnedInformally', '2025-05-01'),
  ]
  const first = { results: 0, talents: 0, contribution: 3, association: 0, learning: 2, awards: 1 }
  expect(codes('first', life)).toEqual(first)
  expect(codes('mentor', life)).toEqual({ students: 0, mentoring: 1, support: 1, sharing: 2, learning: 2, awards: 1 })
})

test('only a leader leads', () => {
  const role = (value: string) => fact('member', '2025-01-01', { details: [{ name: 'роль', value }] })
  expect(codes('methodist', [role('руководитель'), role('участник')]).leading).toBe(1)
})

test('nobody is asked to write: what is not on record is what the organisation gives', () => {
  for (const criteria of Object.values(CRITERIA))
    for (const { facts, hint } of criteria) expect(facts !== undefined || /организац/.test(hint.ru)).toBe(true)
})
