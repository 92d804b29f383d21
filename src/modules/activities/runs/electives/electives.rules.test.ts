import { expect, test } from 'vitest'
import { faultOf, isChoosing } from './electives.rules.ts'

test('one chooses until the day that was set, else until the day the run begins, and that day counts', () => {
  const days = { heldOn: '2026-03-10', chooseBy: null }
  expect(isChoosing('announced', days, '2026-03-10')).toBe(true)
  expect(isChoosing('announced', days, '2026-03-11')).toBe(false)
  expect(isChoosing('announced', { ...days, chooseBy: '2026-03-12' }, '2026-03-11')).toBe(true)
  expect(isChoosing('announced', { ...days, chooseBy: '2026-03-01' }, '2026-03-02')).toBe(false)
  expect(isChoosing('held', days, '2026-03-09')).toBe(false)
})

test('only elective modules, no more than one takes, and naming one twice is naming it once', () => {
  const choice = { electives: [4, 5, 6], take: 2 }
  expect(faultOf({ ...choice, moduleIds: [] })).toBeUndefined()
  expect(faultOf({ ...choice, moduleIds: [4, 6] })).toBeUndefined()
  expect(faultOf({ ...choice, moduleIds: [4, 4, 6] })).toBeUndefined()
  expect(faultOf({ ...choice, moduleIds: [4, 5, 6] })).toEqual({ path: 'moduleIds', code: 'electives_many' })
  expect(faultOf({ ...choice, moduleIds: [4, 7] })).toEqual({ path: 'moduleIds.1', code: 'reference_unknown' })
})
