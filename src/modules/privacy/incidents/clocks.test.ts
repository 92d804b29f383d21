import { expect, test } from 'vitest'
import { clockOf } from './clocks.ts'

const known = new Date('2026-11-23T10:00:00Z')

test.each([
  ['notice', '2026-11-23T10:00:00Z', '2026-11-24T10:00:00.000Z', 'open'],
  ['notice', '2026-11-24T04:00:00Z', '2026-11-24T10:00:00.000Z', 'open'],
  ['notice', '2026-11-24T04:00:01Z', '2026-11-24T10:00:00.000Z', 'near'],
  ['notice', '2026-11-24T10:00:00Z', '2026-11-24T10:00:00.000Z', 'near'],
  ['notice', '2026-11-24T10:00:01Z', '2026-11-24T10:00:00.000Z', 'late'],
  ['findings', '2026-11-24T10:00:01Z', '2026-11-26T10:00:00.000Z', 'open'],
  ['findings', '2026-11-26T10:00:01Z', '2026-11-26T10:00:00.000Z', 'late'],
] as const)('%s at %s: due %s, %s', (of, now, dueAt, state) => {
  expect(clockOf(known, of, null, new Date(now))).toEqual({ dueAt, doneAt: null, state })
})

test('what was sent is done, however late', () => {
  const done = new Date('2026-12-01T00:00:00Z')
  expect(clockOf(known, 'notice', done, done)).toMatchObject({ state: 'done', doneAt: done.toISOString() })
})
