/** Every regular expression of the sources through a checker: none exponential, none worse than the square. */
import { join } from 'node:path'
import { check } from 'recheck'
import { expect, test } from 'vitest'
import { expressionsOf } from './expressions.ts'

const { written } = expressionsOf(join(import.meta.dirname, '../..'))

/** Over documents we write ourselves; the checker finds no end. */
const UNDECIDED = new Set(['((?:\\bId|\\br:id)=")(rId[\\w-]{18,})"'])

test('no expression can be made to run without end', { timeout: 600_000 }, async () => {
  const different = new Map(written.map((one) => [`${one.pattern}/${one.flags}`, one]))
  const bad: string[] = []
  for (const { file, line, pattern, flags } of different.values()) {
    if (UNDECIDED.has(pattern)) continue
    const found = await check(pattern, flags, { timeout: 20_000 })
    const { status } = found
    const complexity = 'complexity' in found ? found.complexity : undefined
    const isSquare = complexity?.type === 'polynomial' && complexity.degree === 2
    if (status !== 'safe' && !isSquare) bad.push(`${file}:${line} /${pattern}/${flags}: ${status} ${complexity?.type}`)
  }
  expect(bad).toEqual([])
})
