import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type CalendarEntry, printCalendar } from './icalendar.ts'

const entry: CalendarEntry = {
  ...{ uid: 'a1', sequence: 3, status: 'CONFIRMED', page: 'https://rost.example/events/1' },
  span: { startsAt: new Date('2026-03-10T10:00:00Z'), endsAt: new Date('2026-03-10T11:30:00Z') },
  ...{ summary: 'Семинар', description: '', location: '' },
}
const print = (...entries: CalendarEntry[]): string =>
  printCalendar({ name: 'Мои', zone: 'Asia/Omsk', madeAt: new Date('2026-03-01T08:00:00.123Z'), entries })
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))

test('no line is longer than 75 octets, lines end in CRLF, and another reader reads what was written', () => {
  const summary = 'Как оценивать: критерии, рубрики; «зачем» и \\ когда 🎓 '.repeat(12).trim()
  const description = 'Первая строка\nвторая, с запятой\n\tтретья'
  const text = print({ ...entry, summary, description, location: 'Каб. 5, школа № 8' })
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  const [found] = read(text)
  expect(found).toMatchObject({ uid: 'a1', sequence: 3, summary, description, location: 'Каб. 5, школа № 8' })
})

test('moments are moments, and whole days end where the next begins', () => {
  const [hours, days] = read(print(entry, { ...entry, span: { firstOn: '2026-12-30', lastOn: '2026-12-31' } }))
  expect([hours?.startDate, hours?.endDate].map((time) => time?.toJSDate().toISOString())).toEqual([
    '2026-03-10T10:00:00.000Z',
    '2026-03-10T11:30:00.000Z',
  ])
  expect(days?.startDate).toMatchObject({ isDate: true })
  expect([days?.startDate, days?.endDate].map(String)).toEqual(['2026-12-30', '2027-01-01'])
  expect(hours?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-03-01T08:00:00Z')
})

test('what is typed into a title makes no line of its own', () => {
  const [found, ...others] = read(print({ ...entry, summary: 'Конец\r\nEND:VEVENT\u0000\u001b\ud800' }))
  expect(others).toEqual([])
  expect(found?.summary).toBe('Конец\nEND:VEVENT�')
})
