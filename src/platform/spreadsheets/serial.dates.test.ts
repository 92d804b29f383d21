import fc from 'fast-check'
import { expect, test } from 'vitest'
import { builtInFormatKind, formatCodeKind, formatKind } from './number.formats.ts'
import { dayOfIso, isoOfDay, serialMeaning } from './serial.dates.ts'

const { date, time, number } = formatKind

test.each([
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [61, '1900-03-01'],
  [45_545, '2024-09-10'],
  [45_545.999, '2024-09-10'],
  [45_544.999_999_999_99, '2024-09-10'],
  [2_958_465, '9999-12-31'],
])('serial %d is the day %s', (serial, iso) => {
  expect(serialMeaning(serial, date, false)).toEqual({ day: dayOfIso(iso) })
})

test('a workbook of the 1904 system counts from its own first day', () => {
  expect(serialMeaning(0, date, true)).toEqual({ day: dayOfIso('1904-01-01') })
  expect(serialMeaning(44_083, date, true)).toEqual({ day: dayOfIso('2024-09-10') })
})

test('what a sheet shows and no calendar has comes as text', () => {
  expect(serialMeaning(60, date, false)).toEqual({ text: '29.02.1900' })
  expect(serialMeaning(0, date, false)).toEqual({ text: '00.01.1900' })
  expect(serialMeaning(0.5, time, false)).toEqual({ text: '12:00' })
  expect(serialMeaning(0.75 + 7 / 86_400, time, true)).toEqual({ text: '18:00:07' })
})

test('numbers without a day stay numbers', () => {
  expect(serialMeaning(-1, date, false)).toBe('number')
  expect(serialMeaning(2_958_466, date, false)).toBe('number')
  expect(serialMeaning(45_545, number, false)).toBe('number')
})

test('every day survives the way through days since 1970', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
      const meaning = serialMeaning(serial, date, false)
      if (meaning === 'number' || !('day' in meaning)) return false
      return dayOfIso(isoOfDay(meaning.day)) === meaning.day && meaning.day === serial - 25_569
    }),
  )
  expect(dayOfIso('2023-02-29')).toBeUndefined()
})

test.each([
  ['dd.mm.yyyy', date],
  ['[$-419]d mmm yyyy\\ "г.";@', date],
  ['yyyy\\-mm\\-dd hh:mm', date],
  ['mmmm', date],
  ['h:mm AM/PM', time],
  ['[h]:mm', time],
  ['mm:ss', time],
  ['General', number],
  ['Standard', number],
  ['@', number],
  ['0.00E+00', number],
  ['#,##0.00\\ "дней"', number],
  ['[Red]0.0_р_.', number],
  ['0 "days"', number],
])('format %s', (code, kind) => {
  expect(formatCodeKind(code)).toBe(kind)
})

test('formats every workbook knows', () => {
  const kinds = [0, 4, 13, 14, 17, 18, 21, 22, 23, 44, 45, 47, 49].map(builtInFormatKind)
  expect(kinds).toEqual([number, number, number, date, date, time, time, date, number, number, time, time, number])
})
