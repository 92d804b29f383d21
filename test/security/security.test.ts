/** docs/security.tsv: the requirements of OWASP ASVS 5.0.0 on levels 1 and 2, and how Rost stands to each. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (file: string): string[][] =>
  readFileSync(join(root, file), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

const rows = read('docs/security.tsv')

/** What has to be held by a test, not by words. */
const TESTED =
  `V1.2.4 V1.2.10 V1.3.1 V1.5.1 V2.3.1 V2.3.2 V2.3.3 V2.3.4 V2.4.1 V3.2.1 V3.3.1 V3.3.2 V3.3.4 V3.4.1 V3.4.2
  V3.4.3 V3.4.4 V3.4.5 V3.4.6 V3.5.1 V3.5.2 V3.5.3 V4.1.1 V4.1.3 V5.2.1 V5.2.2 V5.2.3 V5.3.1 V5.3.2 V5.4.1 V5.4.2 V6.2.5
  V6.2.6 V6.3.1 V6.3.2 V6.4.1 V7.2.1 V7.2.2 V7.2.3 V7.2.4 V7.4.1 V7.4.2 V7.4.3 V7.4.4 V8.2.1 V8.2.2 V8.2.3 V8.4.1 V13.4.1
  V13.4.4 V14.2.1 V14.3.1 V14.3.2 V14.3.3 V15.3.1 V15.3.3 V15.3.4 V15.3.7 V16.2.1 V16.2.2 V16.2.3 V16.2.4 V16.2.5 V16.3.1
  V16.3.2 V16.3.3 V16.3.4 V16.4.1 V16.4.2 V16.5.1 V16.5.2 V16.5.3`.split(/\s+/)

test('has every requirement of levels 1 and 2, once and in order', () => {
  expect(rows.map(([id, level]) => `${id} ${level}`)).toEqual(
    read('test/fixtures/security-ids.tsv').map(([id, level]) => `${id} ${level}`),
  )
})

test('says how it is met, what is missing, or why it is not ours; tests it names are there', () => {
  for (const [id, , state, how, file] of rows) {
    expect(['met', 'part', 'not yet', 'not ours'], id).toContain(state)
    expect(how?.length, `${id}: how`).toBeGreaterThan(2)
    if (file) expect(existsSync(join(root, file)), `${id}: ${file} does not exist`).toBe(true)
  }
})

test('docs/security.md counts them as they stand', () => {
  const told = readFileSync(join(root, 'docs/security.md'), 'utf8').matchAll(
    /^\| (met|part|not yet|not ours) \| (\d+) \|/gm,
  )
  const counted = Map.groupBy(rows, ([, , state]) => state)
  expect([...told].map(([, state, count]) => [state, Number(count)])).toEqual(
    ['met', 'part', 'not yet', 'not ours'].map((state) => [state, counted.get(state)?.length ?? 0]),
  )
})

test('what can be tried from outside has a test', () => {
  const byId = new Map(rows.map(([id = '', , , , file]) => [id, file]))
  for (const id of TESTED) expect(byId.get(id), id).toBeTruthy()
})
