import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeDataFolder } from './data.folder.ts'

const scratch = await mkdtemp(join(tmpdir(), 'rost-folder-'))
afterAll(() => rm(scratch, { recursive: true, force: true }))
await writeFile(join(scratch, 'file'), '')

test('is made with those above it, closed to others, and taken as it is the second time', async () => {
  const folder = join(scratch, 'a', 'b')
  makeDataFolder(folder)
  makeDataFolder(folder)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
})

test.each([
  '/proc/rost',
  '/proc',
  '/proc/self/rost/data',
  '/dev/null/rost',
  join(scratch, 'file'),
  join(scratch, 'file/x'),
])('%s ends at once with the name of the setting', (folder) => {
  expect(() => makeDataFolder(folder)).toThrow(/^settings: ROST_DATA: the folder .* cannot be made or written to/)
})
