import { expect, test } from 'vitest'
import { createKeyring } from '../../../../platform/secrets.ts'
import { codeOf, judge, secondsLeft, stepAt } from './presence.code.ts'

const master = createKeyring(Buffer.alloc(32, 7), 'test')
const MEETING = { tenant: 1, id: 5 }
const NOON = Date.parse('2026-03-05T12:00:00Z')
const code = codeOf(master, MEETING, stepAt(NOON))

test('a code is good while it is shown and one step after, then it is over', () => {
  expect(code).toMatch(/^\d{6}$/)
  const at = (seconds: number) => judge(master, MEETING, code, NOON + seconds * 1000)
  expect([0, 29, 30, 59].map(at)).toEqual(['good', 'good', 'good', 'good'])
  expect([60, 600, 7200].map(at)).toEqual(['over', 'over', 'over'])
  expect(at(3 * 3600)).toBe('wrong')
  expect(at(-1)).toBe('wrong')
})

test('it is of one meeting of one district', () => {
  expect(judge(master, { ...MEETING, id: 6 }, code, NOON)).toBe('wrong')
  expect(judge(master, { ...MEETING, tenant: 2 }, code, NOON)).toBe('wrong')
})

test('the next one comes at the half minute', () => {
  expect([0, 1, 29, 30].map((seconds) => secondsLeft(NOON + seconds * 1000))).toEqual([30, 29, 1, 30])
})
