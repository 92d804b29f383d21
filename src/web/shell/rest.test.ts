import { expect, test } from 'vitest'
import { endingOf } from './rest.ts'

const MINUTE = 60_000
const far = { restMinutes: 720, endsAt: new Date(14 * 24 * 60 * MINUTE).toISOString() }
const short = { restMinutes: 15, endsAt: new Date(60 * MINUTE).toISOString() }

test.each([
  ['just now', far, 0, 0, 'far'],
  ['three minutes before the earliest end of twelve hours', far, 0, 712.9, 'far'],
  ['two minutes before it', far, 0, 713, 'rest'],
  ['at the earliest end', far, 0, 715, 'over'],
  ['asked meanwhile', far, 700, 715, 'far'],
  ['a quarter of an hour: noted every minute', short, 0, 11.9, 'far'],
  ['a quarter of an hour, two minutes before', short, 0, 12, 'rest'],
  ['a quarter of an hour, over', short, 0, 14, 'over'],
  ['at work until the whole time is nearly over', short, 57, 58, 'life'],
  ['at work, and the whole time is over', short, 59, 60, 'over'],
] as const)('%s', (_, session, asked, now, ending) => {
  expect(endingOf(session, asked * MINUTE, now * MINUTE)).toBe(ending)
})
