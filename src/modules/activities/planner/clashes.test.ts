import { expect, test } from 'vitest'
import { hintsOf, type Other, type Planned } from './clashes.ts'

/** A Friday in April, after lessons. */
const PLANNED: Planned = {
  ...{ day: '2026-04-10', from: '15:00', until: '16:30', roomId: 1, roomSeats: 40, seats: 30, audienceId: 5 },
  speakers: [
    { personId: 7, name: 'Эльвира Тестова' },
    { personId: 8, name: 'Пётр Пробный' },
  ],
  schools: { single: 10, double: 0 },
}
const OTHER: Other = { eventId: 3, title: 'Другое', roomId: 2, audienceId: 6, people: [] }

test('nothing is said where nothing meets', () => {
  expect(hintsOf(PLANNED, [])).toEqual([])
  expect(hintsOf(PLANNED, [OTHER])).toEqual([])
  const nowhere = { ...PLANNED, roomId: null, audienceId: null }
  expect(hintsOf(nowhere, [{ ...OTHER, roomId: null, audienceId: null }])).toEqual([])
})

test('the same room, the same speaker, the same audience at the same hours', () => {
  const elsewhere = { eventId: 3, title: 'Другое' }
  expect(hintsOf(PLANNED, [{ ...OTHER, roomId: 1, audienceId: 5, people: [8, 9] }])).toEqual([
    { kind: 'room', ...elsewhere },
    { kind: 'speaker', name: 'Пётр Пробный', ...elsewhere },
    { kind: 'audience', ...elsewhere },
  ])
})

test('more people than the room holds', () => {
  expect(hintsOf({ ...PLANNED, seats: 41 }, [])).toEqual([{ kind: 'seats', has: 40, needs: 41 }])
  expect(hintsOf({ ...PLANNED, seats: 41, roomSeats: null }, [])).toEqual([])
})

test('a day off, a holiday, and a day the government moved', () => {
  const on = (day: string) => hintsOf({ ...PLANNED, day }, [])
  expect(on('2026-04-11')).toEqual([{ kind: 'day_off', why: 'weekend' }])
  expect(on('2026-06-12')).toEqual([{ kind: 'day_off', why: 'holiday' }])
  expect(on('2026-01-09')).toEqual([{ kind: 'day_off', why: 'moved' }])
})

test('lessons of the first shift, and of the second one where there is one', () => {
  const at = (from: string, schools: Planned['schools']) => hintsOf({ ...PLANNED, from, schools }, [])
  expect(at('10:00', { single: 3, double: 1 })).toEqual([{ kind: 'lessons', until: '14:00' }])
  expect(at('15:00', { single: 3, double: 1 })).toEqual([{ kind: 'second_shift', until: '19:00', schools: 1 }])
  expect(at('19:00', { single: 3, double: 1 })).toEqual([])
  expect(at('10:00', { single: 0, double: 0 })).toEqual([])
})
