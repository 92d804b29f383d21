import { expect, test } from 'vitest'
import { today } from './clock.ts'

test.each(['Europe/Moscow', 'Asia/Kamchatka', 'Asia/Kathmandu', 'Pacific/Chatham', 'America/St_Johns', 'UTC'])(
  'in %s the day changes at midnight, whenever it was asked before',
  (timeZone) => {
    const plain = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
    const start = Date.UTC(2026, 3, 4)
    const moments = Array.from({ length: 48 * 60 }, (_, minute) => start + minute * 60_000 + 59_999)
    for (const moment of moments) expect(today(timeZone, new Date(moment))).toBe(plain.format(moment))
    expect(today(timeZone, new Date(start))).toBe(plain.format(start))
  },
)
