import { expect, test } from 'vitest'
import type { Double } from '../doubles.contract.ts'
import { differingFields, takenOf, usualChoice } from './choice.ts'

const card = (over: Partial<Double['first']>): Double['first'] => ({
  ...{ id: 1, version: 1, surname: 'Орлова', givenName: 'Анна', patronymic: null, birthOn: '1980-01-02', sex: null },
  ...{ snils: null, employments: [], origin: null },
  ...over,
})
const pair = (first: Partial<Double['first']>, second: Partial<Double['first']>): Double => ({
  ...{ first: card(first), second: card({ id: 2, ...second }), is: 'probable', reasons: [] },
})

test('the card with a number stays, else the one with more places of work', () => {
  const place = { organisation: { id: 1, name: 'Ш' }, position: 'учитель', hiredOn: '2020-01-01', dismissedOn: null }
  expect(usualChoice(pair({}, { snils: '95' })).kept).toBe('second')
  expect(usualChoice(pair({ snils: '95' }, { employments: [place] })).kept).toBe('first')
  expect(usualChoice(pair({}, { employments: [place] })).kept).toBe('second')
  expect(usualChoice(pair({}, {})).kept).toBe('first')
})

test('one chooses between what both cards fill in differently; of the one that goes only what was chosen is taken', () => {
  const two = pair({ patronymic: 'Львовна', sex: 'female' }, { surname: 'Ким', birthOn: '1980-02-01' })
  expect(differingFields(two)).toEqual(['surname', 'birthOn'])
  expect(takenOf(two, { kept: 'first', fields: {} })).toEqual([])
  expect(takenOf(two, { kept: 'first', fields: { surname: 'second' } })).toEqual(['surname'])
  expect(takenOf(two, { kept: 'second', fields: { surname: 'second', birthOn: 'first' } })).toEqual(['birthOn'])
})
