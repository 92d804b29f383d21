import { describe, expect, test } from 'vitest'
import type { Quiet } from './quiet.contract.ts'
import { isQuiet, lastOpen, newsMoment, nextOpen, reminderMoment, USUAL_QUIET } from './quiet.ts'

const MOSCOW = 'Europe/Moscow'
const usual = { quiet: USUAL_QUIET, zone: MOSCOW }
/** In Moscow, which is three hours ahead all the year. */
const at = (day: string, time: string): Date => new Date(`${day}T${time}:00+03:00`)
const NEVER: Quiet = { from: '00:00', until: '00:00', daysOff: false }

test.each([
  ['a working afternoon', '2026-11-24', '15:00', false],
  ['the first quiet minute', '2026-11-24', '20:00', true],
  ['the last one before it', '2026-11-24', '19:59', false],
  ['midnight', '2026-11-24', '00:00', true],
  ['eight in the morning', '2026-11-24', '08:00', false],
  ['a Saturday', '2026-11-28', '12:00', true],
  ['a holiday amid the week', '2026-11-04', '12:00', true],
])('%s', (_, day, time, quiet) => expect(isQuiet(at(day, time), USUAL_QUIET, MOSCOW)).toBe(quiet))

test('it is the clock of the district that counts', () => {
  const moment = at('2026-11-24', '18:30')
  expect([MOSCOW, 'Asia/Vladivostok', 'Europe/Kaliningrad'].map((zone) => isQuiet(moment, USUAL_QUIET, zone))).toEqual([
    false,
    true,
    false,
  ])
})

test('hours that do not pass midnight, and none at all', () => {
  const lunch: Quiet = { from: '12:00', until: '13:00', daysOff: false }
  expect(['11:59', '12:00', '12:59', '13:00'].map((time) => isQuiet(at('2026-11-28', time), lunch, MOSCOW))).toEqual([
    ...[false, true, true, false],
  ])
  expect(['00:00', '03:00', '23:59'].some((time) => isQuiet(at('2026-11-28', time), NEVER, MOSCOW))).toBe(false)
})

test('a letter waits till morning, over a weekend till Monday, over the holidays of January to their end', () => {
  const next = (day: string, time: string) => nextOpen(at(day, time), USUAL_QUIET, MOSCOW)
  expect(next('2026-11-24', '15:07')).toEqual(at('2026-11-24', '15:07'))
  expect(next('2026-11-24', '21:07')).toEqual(at('2026-11-25', '08:00'))
  expect(next('2026-11-27', '20:00')).toEqual(at('2026-11-30', '08:00'))
  expect(next('2025-12-30', '22:00')).toEqual(at('2026-01-12', '08:00'))
  expect(lastOpen(at('2026-11-29', '10:00'), USUAL_QUIET, MOSCOW)).toEqual(at('2026-11-27', '19:45'))
})

test('days that are all quiet hold nothing back for ever', () => {
  const always: Quiet = { from: '00:00', until: '23:45', daysOff: true }
  expect(nextOpen(at('2026-11-24', '15:00'), always, MOSCOW)).toEqual(at('2026-11-24', '23:45'))
})

describe('a reminder', () => {
  const day = (begins: Date) => reminderMoment({ begins, hours: 24, ...usual })
  const hour = (begins: Date) => reminderMoment({ begins, hours: 1, ...usual })

  test('comes a day and an hour before', () => {
    expect(day(at('2026-11-25', '15:00'))).toEqual(at('2026-11-24', '15:00'))
    expect(hour(at('2026-11-25', '15:00'))).toEqual(at('2026-11-25', '14:00'))
  })
  test('of a Monday comes on Monday morning, not on Sunday', () => {
    expect(day(at('2026-11-30', '15:00'))).toEqual(at('2026-11-30', '08:00'))
    expect(hour(at('2026-11-30', '08:30'))).toEqual(at('2026-11-30', '08:00'))
  })
  test('of a Sunday comes on Friday, for Monday were too late', () => {
    expect(day(at('2026-11-29', '10:00'))).toEqual(at('2026-11-27', '19:45'))
    expect(hour(at('2026-11-29', '10:00'))).toEqual(at('2026-11-27', '19:45'))
  })
})

test('news of what begins before the quiet ends goes at once', () => {
  const now = at('2026-11-24', '21:00')
  expect(newsMoment({ now, begins: at('2026-11-25', '15:00'), ...usual })).toEqual(at('2026-11-25', '08:00'))
  expect(newsMoment({ now, begins: at('2026-11-25', '08:00'), ...usual })).toEqual(now)
  expect(newsMoment({ now, begins: at('2026-11-20', '08:00'), ...usual })).toEqual(at('2026-11-25', '08:00'))
})
