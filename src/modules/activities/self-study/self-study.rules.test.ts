import { expect, test } from 'vitest'
import { neededOf, passedOf, stepsOf } from './self-study.rules.ts'

const module = (passedOn: string | null, elective = false) => ({ passedOn, elective })
const whole = {
  ...{ isPart: false, electives: 1 },
  modules: [module('2026-01-12'), module(null, true), module(null, true)],
}

test('of a whole programme so many elective modules count as it asks for, of a part all of them', () => {
  expect([passedOf(whole), neededOf(whole)]).toEqual([1, 2])
  const both = { ...whole, modules: whole.modules.map((one) => ({ ...one, passedOn: '2026-01-12' })) }
  expect([passedOf(both), neededOf(both)]).toEqual([2, 2])
  expect([passedOf({ ...whole, isPart: true }), neededOf({ ...whole, isPart: true })]).toEqual([1, 3])
})

test('it is finished only once everything needed is passed, and by who gives documents', () => {
  const study = { ...whole, state: 'going', startsOn: '2026-01-12' } as const
  const all = { isOwn: true, arranges: true, keeps: true, finishes: true }
  expect(stepsOf(study, all, '2026-02-02')).toEqual(['keep', 'change', 'cancel', 'order'])
  expect(stepsOf(study, all, '2026-01-11')).toEqual(['change', 'cancel', 'order'])
  const through = { ...study, modules: [module('2026-01-12'), module('2026-01-12', true)] }
  expect(stepsOf(through, all, '2026-02-02')).toContain('finish')
  expect(stepsOf(through, { ...all, finishes: false }, '2026-02-02')).not.toContain('finish')
  expect(stepsOf({ ...study, state: 'asked' }, { ...all, arranges: false }, '2026-01-11')).toEqual(['withdraw'])
})
