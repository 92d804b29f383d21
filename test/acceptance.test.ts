import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (file: string): string[][] =>
  readFileSync(join(root, file), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

const rows = read('docs/acceptance.tsv')

test('every id of the whole product stands in docs/acceptance.tsv, once and in order', () => {
  expect(rows.map(([id]) => id)).toEqual(read('test/fixtures/acceptance-ids.tsv').map(([id]) => id))
})

test('every row says how far it is; what works or is not ours says where or why', () => {
  for (const [id, state, where] of rows) {
    expect(['works', 'part', 'not yet', 'not ours'], id).toContain(state)
    if (state !== 'not yet') expect(where, `${id}: where to see it, or why not`).toBeTruthy()
  }
})

test('what works or works in part names a test that exists', () => {
  for (const [id, state, , file] of rows) {
    if (state !== 'works' && state !== 'part') continue
    expect(file, `${id} names no test`).toBeTruthy()
    expect(existsSync(join(root, file ?? '')), `${id}: ${file} does not exist`).toBe(true)
  }
})
