import { expect, test } from 'vitest'
import { hoursTaken } from './hours-taken.contract.ts'
import { PROGRAMME_STATES, type ProgrammeState, type ProgrammeStep } from './programmes.contract.ts'
import { lacksOf, type Part, type Standing, stepsOf } from './programmes.rules.ts'

const TODAY = '2026-03-10'
const standing = (state: ProgrammeState, more: Partial<Standing> = {}): Standing => ({
  ...{ state, lacks: [], verdicts: ['recommended'], validUntil: null, renewed: false, ...more },
})

const TABLE: readonly (readonly [of: Standing, by: Part, steps: readonly ProgrammeStep[]])[] = [
  [standing('requested'), 'centre', ['develop', 'decline']],
  [standing('draft'), 'centre', ['change', 'review', 'decline']],
  [standing('draft', { lacks: ['hours'] }), 'centre', ['change', 'decline']],
  [standing('review', { verdicts: [null, 'recommended'] }), 'centre', ['judge', 'return', 'decline']],
  [standing('review', { verdicts: [null, 'remarks'] }), 'reviewer', ['judge']],
  [standing('review', { verdicts: ['remarks', 'recommended'] }), 'centre', ['return', 'decline']],
  [standing('review', { verdicts: [] }), 'centre', ['return', 'decline']],
  [standing('review'), 'centre', ['return', 'approve', 'decline']],
  [standing('approved'), 'centre', ['register', 'decline']],
  [standing('registered'), 'centre', ['renew', 'retire']],
  [standing('registered', { renewed: true }), 'centre', ['retire']],
  [standing('registered', { validUntil: TODAY }), 'organiser', ['run']],
  [standing('registered', { validUntil: '2026-03-09' }), 'organiser', []],
  [standing('approved'), 'organiser', []],
  [standing('retired'), 'centre', []],
  [standing('declined'), 'centre', []],
]

test.each(TABLE)('%j lets the %s do %j', (of, by, steps) => {
  expect(stepsOf(of, [by], TODAY)).toEqual(steps)
})

test('a reviewer only judges, and nothing that is not under review', () => {
  for (const state of PROGRAMME_STATES.filter((one) => one !== 'review')) {
    expect(stepsOf(standing(state, { verdicts: [null] }), ['reviewer'], TODAY)).toEqual([])
  }
})

const module = (hours: number, elective = false) => ({ title: 'М', hours, form: 'in_person' as const, elective })

test('hours are those of what is taken, whichever electives are chosen', () => {
  expect(hoursTaken({ modules: [module(10), module(6)], electives: 0 })).toBe(16)
  expect(hoursTaken({ modules: [module(10), module(6, true), module(6, true), module(6, true)], electives: 2 })).toBe(
    22,
  )
  expect(hoursTaken({ modules: [module(10), module(6, true), module(8, true)], electives: 1 })).toBeUndefined()
  expect(hoursTaken({ modules: [module(10), module(6, true)], electives: 2 })).toBeUndefined()
  expect(hoursTaken({ modules: [module(10), module(6, true)], electives: 0 })).toBeUndefined()
  expect(hoursTaken({ modules: [module(10)], electives: 1 })).toBeUndefined()
})

test('nobody judges what lacks its content, hours, modules, or does not sum up', () => {
  const whole = { about: 'О чтении', hours: 16, providers: [{}], modules: [module(16)], electives: 0 }
  expect(lacksOf(whole)).toEqual([])
  expect(lacksOf({ ...whole, about: '', hours: null, providers: [], modules: [] })).toEqual([
    ...['about', 'hours', 'providers', 'modules'],
  ])
  expect(lacksOf({ ...whole, hours: 18 })).toEqual(['sum'])
  expect(lacksOf({ ...whole, electives: 1 })).toEqual(['electives'])
})
