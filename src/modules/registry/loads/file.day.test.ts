import { expect, test } from 'vitest'
import { dayOf } from './file.day.ts'

const TODAY = '2026-11-12'
const asOf = (day: string, from: 'title' | 'name' | 'load') => ({
  profile: 'p',
  asOf: { day, from },
  ...{ remarks: [], skipped: [], dropped: [], questions: [] },
})

test.each([
  ['nothing is said: the day it is loaded', { file: 'staff.xlsx', sheet: null }, null, TODAY],
  ['the workbook says when it was saved', { file: 'staff.xlsx', sheet: null }, '2026-09-30', '2026-09-30'],
  ['its name says more', { file: 'Кадры 01.09.2026.xlsx', sheet: null }, '2026-09-30', '2026-09-01'],
  ['so does the name of the sheet', { file: 'a.xlsx', sheet: 'на 2026-09-02' }, '2026-09-30', '2026-09-02'],
  [
    'a profile found the title',
    { file: 'a.xlsx', sheet: null, profiled: asOf('2026-08-31', 'title') },
    null,
    '2026-08-31',
  ],
  [
    'a profile found nothing',
    { file: 'a.xlsx', sheet: null, profiled: asOf(TODAY, 'load') },
    '2026-09-30',
    '2026-09-30',
  ],
  ['nothing is of tomorrow', { file: 'план 01.09.2027.xlsx', sheet: null }, null, TODAY],
])('%s', (_, file, savedOn, day) => {
  expect(dayOf(file, savedOn, TODAY)).toBe(day)
})
