import { expect, test } from 'vitest'
import { stepsOf, ticked } from './internships.rules.ts'

const TODAY = '2026-03-10'
const open = { what: 'Посмотреть урок', doneOn: null }
const done = { what: 'Провести урок', doneOn: '2026-03-09' }
const known = { state: 'arranged' as const, startsOn: '2026-03-09', tasks: [done] }

test.each([
  ['the intern keeps the log from the first day on', known, { keeps: true, arranges: false }, ['keep']],
  ['not before', { ...known, startsOn: '2026-03-11' }, { keeps: true, arranges: false }, []],
  ['who arranged it ends it', known, { keeps: true, arranges: true }, ['keep', 'change', 'finish', 'cancel']],
  [
    'not while a task is open',
    { ...known, tasks: [done, open] },
    { keeps: false, arranges: true },
    ['change', 'cancel'],
  ],
  [
    'finished it may be opened again',
    { ...known, state: 'finished' as const },
    { keeps: true, arranges: true },
    ['reopen'],
  ],
  ['but not by the intern', { ...known, state: 'finished' as const }, { keeps: true, arranges: false }, []],
  ['cancelled it stays', { ...known, state: 'cancelled' as const }, { keeps: true, arranges: true }, []],
])('%s', (_, internship, looking, steps) => {
  expect(stepsOf(internship, looking, TODAY)).toEqual(steps)
})

test('a task keeps the day it was ticked off first', () => {
  expect(ticked([open, done], 0, { done: true, today: TODAY })).toEqual([{ ...open, doneOn: TODAY }, done])
  expect(ticked([open, done], 1, { done: true, today: TODAY })).toEqual([open, done])
  expect(ticked([open, done], 1, { done: false, today: TODAY })).toEqual([open, { ...done, doneOn: null }])
})
