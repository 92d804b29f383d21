import { expect, test } from 'vitest'
import { completionsOf, isAsShown, lacksOf, paperFor } from './closing.rules.ts'

test('who was there long enough and is credited in everything lacks nothing', () => {
  const whole = { lacking: 0, credited: 2, examinations: 2, chosen: 1, electives: 1 }
  expect(lacksOf(whole)).toEqual([])
  expect(lacksOf({ ...whole, lacking: 1, credited: 1, chosen: 0 })).toEqual(['time', 'examinations', 'electives'])
})

test('below the hours of the law there is a certificate of taking part, and nothing that looks like more', () => {
  expect([15.9, 16].map((hours) => paperFor('upskilling', hours))).toEqual(['participation', 'upskilling'])
  expect([249, 250].map((hours) => paperFor('retraining', hours))).toEqual(['participation', 'retraining'])
})

test('what is overruled keeps its reason; what the rule says by itself needs none', () => {
  const judged = [
    { person: { id: 1 }, completes: true },
    { person: { id: 2 }, completes: false },
  ]
  const completions = completionsOf(judged, [
    { personId: 1, completes: true, reason: 'не нужно' },
    { personId: 2, completes: true, reason: 'Сдала лично' },
  ])
  expect(completions).toEqual([
    { person: 1, completed: true, overruledFor: null },
    { person: 2, completed: true, overruledFor: 'Сдала лично' },
  ])
  expect(isAsShown(completions, [2, 1])).toBe(true)
  expect(isAsShown(completions, [1])).toBe(false)
  expect(isAsShown(completions, [1, 3])).toBe(false)
})
