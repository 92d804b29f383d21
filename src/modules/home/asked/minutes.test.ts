import { expect, test } from 'vitest'
import { type Counted, inMinutes } from './minutes.ts'

const row = (month: string | null, kind: string | null, times: number, people: number): Counted => ({
  ...{ month, kind, times, people, answered: 1 },
})

test('minutes are times by what the kind takes, the last month and the longest kind first', () => {
  const told = inMinutes(
    [
      row('2026-10', 'a', 3, 3),
      row('2026-11', 'a', 4, 2),
      row('2026-11', 'b', 1, 1),
      row('2026-10', null, 3, 3),
      row('2026-11', null, 5, 2),
      row(null, null, 8, 4),
    ],
    new Map([
      ['a', 1],
      ['b', 5],
    ]),
  )
  expect(told.total).toEqual({ times: 8, answered: 1, people: 4, minutes: 12 })
  expect(told.months.map(({ month, minutes, people }) => [month, minutes, people])).toEqual([
    ['2026-11', 9, 2],
    ['2026-10', 3, 3],
  ])
  expect(told.months[0]?.kinds.map(({ kind, minutes }) => [kind, minutes])).toEqual([
    ['b', 5],
    ['a', 4],
  ])
})

test('where nothing was asked it is nothing', () => {
  expect(inMinutes([], new Map())).toEqual({ total: { times: 0, answered: 0, people: 0, minutes: 0 }, months: [] })
})
