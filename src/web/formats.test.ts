import { expect, test } from 'vitest'
import { sayCount, sayShortDay } from './formats.ts'

test.each([0, 7, 999, 1000, 1284, 100000, 1234567, 0.25, 1234.5, -12])('%d as the language has it', (value) => {
  for (const [language, locale] of [
    ['ru', 'ru-RU'],
    ['en', 'en-GB'],
  ] as const) {
    const expected = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(value)
    expect(sayCount(value, language)).toBe(expected)
  }
})

test('a day in short as the language has it', () => {
  expect(sayShortDay('2026-01-09', 'ru')).toBe('09.01.2026')
  expect(sayShortDay('2026-01-09', 'en')).toBe('09/01/2026')
})
