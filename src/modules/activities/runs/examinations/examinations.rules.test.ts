import { expect, test } from 'vitest'
import { stepOf } from './examinations.rules.ts'

const failed = { attempt: 1, on: '2026-11-10', outcome: 'not_credited' } as const

test('the same day corrects, a later day is another attempt, and what was credited is not taken again', () => {
  expect(stepOf(undefined, { on: '2026-11-10', outcome: 'absent' })).toEqual({ does: 'write', attempt: 1 })
  expect(stepOf(undefined, { on: '2026-11-10', outcome: null })).toEqual({ does: 'nothing' })
  expect(stepOf(failed, { on: '2026-11-10', outcome: 'credited' })).toEqual({ does: 'write', attempt: 1 })
  expect(stepOf(failed, { on: '2026-11-10', outcome: null })).toEqual({ does: 'remove', attempt: 1 })
  expect(stepOf(failed, { on: '2026-11-17', outcome: 'credited' })).toEqual({ does: 'write', attempt: 2 })
  expect(stepOf(failed, { on: '2026-11-09', outcome: 'credited' })).toEqual({
    does: 'refuse',
    because: 'result_older',
  })
  expect(stepOf({ ...failed, outcome: 'credited' }, { on: '2026-11-17', outcome: 'credited' })).toEqual({
    does: 'refuse',
    because: 'result_credited',
  })
})
