/** Regular expressions that strangers' text meets: none made of it. What each may cost is worked out in the long run. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isTooLong, MOST_CHARACTERS } from '../../src/modules/registry/profiles/repairs/repair.ts'
import { expressionsOf } from './expressions.ts'

const { written, made } = expressionsOf(join(import.meta.dirname, '../..'))

test('those made at run time are put together of the program’s own words', () => {
  expect(written.length).toBeGreaterThan(300)
  const files = new Set(made.map(({ file }) => file))
  expect([...files]).toEqual([
    // Of names, addresses and numbers with every sign of them escaped.
    'src/modules/privacy/erasure/naming.ts',
    'src/modules/registry/exchange/email.ts',
    'src/modules/registry/profiles/repairs/categories.ts',
    'src/modules/registry/profiles/repairs/experience.ts',
    // Of the name of a folder the launcher chose.
    'src/platform/postgres/cluster.ts',
  ])
})

test('a cell too long to be one is not repaired', () => {
  expect([isTooLong('x'.repeat(MOST_CHARACTERS)), isTooLong('x'.repeat(MOST_CHARACTERS + 1))]).toEqual([false, true])
  expect([isTooLong(null), isTooLong(1e9), isTooLong(undefined)]).toEqual([false, false, false])
})

/** What quadratic expressions are slowest at: one character over and over, and an end that does not fit. */
const SLOW = [' ', '\t', '\n', '-', ',', '.', '0', 'а', '(', '[', '"', '«', '/', ':', '1 ', 'и ', 'а-', '(а']

test('the longest cell takes none of them longer than a moment', { timeout: 60_000 }, () => {
  const slow = written.flatMap(({ file, line, pattern, flags }) => {
    const expression = new RegExp(pattern, flags)
    return SLOW.flatMap((one) => {
      const text = `${one.repeat(Math.floor(MOST_CHARACTERS / one.length))}\u0001`
      // The machine may be busy with something else: what is slow is so each time.
      let milliseconds = Number.POSITIVE_INFINITY
      for (let tries = 0; tries < 3 && milliseconds >= 50; tries++) {
        const began = performance.now()
        text.replace(expression, '')
        milliseconds = Math.min(milliseconds, performance.now() - began)
      }
      return milliseconds < 50 ? [] : [`${file}:${line} takes ${Math.round(milliseconds)} ms of ${JSON.stringify(one)}`]
    })
  })
  expect(slow).toEqual([])
})
