import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const LOG = JSON.stringify(new URL('./log.ts', import.meta.url).href)

/** What a process that logs two lines and then does something writes on stderr. */
function run(then: string): string[] {
  const script = `const { createLog } = await import(${LOG}); const log = createLog('info'); log.info('one'); log.error({ token: 'rost_x' }, 'two'); ${then}`
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  return stderr.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line).msg] : []))
}

test.each([
  ['comes to its end', ''],
  ['is ended', 'process.exit(3)'],
  ['breaks', "throw new Error('broken')"],
  ['breaks later', "setTimeout(() => { throw new Error('broken') }, 1)"],
])('a process that %s has written all it logged', (_, then) => {
  expect(run(then)).toEqual(['one', 'two'])
})

test('more than is held is written too, in order', () => {
  const lines = run("for (let i = 0; i < 2000; i++) log.info('line ' + i); process.exit()")
  expect(lines).toHaveLength(2002)
  expect(lines.at(-1)).toBe('line 1999')
})
