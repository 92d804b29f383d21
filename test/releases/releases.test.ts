/** A district that stayed at one of the last two releases takes the newest one: restored, brought forward, and nothing is another figure. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cloneDatabase } from '../harness/database.ts'
import { rost } from '../smoke/rost.process.ts'
import { FIGURES, figuresOf, RELEASE_SECRET, RELEASES } from './release.ts'

const releases = (await readdir(RELEASES)).filter((name) => name.endsWith('.rost')).map((name) => name.slice(0, -5))
const scratch = await mkdtemp(join(tmpdir(), 'rost-releases-'))
afterAll(() => rm(scratch, { recursive: true, force: true }))

test('the last two are kept', () => {
  expect(releases).toHaveLength(2)
})

test.each(releases)('%s', async (release) => {
  const { appUrl, migratorUrl } = await cloneDatabase()
  const home = {
    ...{ DATABASE_URL: appUrl, DATABASE_MIGRATOR_URL: migratorUrl },
    ...{ ROST_DATA: await mkdtemp(join(scratch, 'data-')), ROST_SECRET: RELEASE_SECRET },
  }
  const restored = await rost(['restore', join(RELEASES, `${release}.rost`)], home)
  expect(restored.code, restored.stderr).toBe(0)
  const told = await rost(FIGURES, home)
  expect(told.code, told.stderr).toBe(0)
  expect(figuresOf(told.stdout)).toEqual(JSON.parse(await readFile(join(RELEASES, `${release}.figures.json`), 'utf8')))
  const doctor = await rost(['doctor'], home)
  expect(doctor, doctor.stdout).toMatchObject({ code: 0, stdout: expect.stringContaining('each as it was written') })
})
