/** The secret is turned: nothing sealed is lost, servers go on, and whoever has only the old one is out. */
import { copyFile, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openHouse } from '../../src/house.ts'
import { findDistrictKey } from '../../src/modules/registry/districts/district.key.ts'
import { createDistrict } from '../../src/modules/registry/index.ts'
import { createLog } from '../../src/platform/log.ts'
import type { Services } from '../../src/platform/services.ts'
import { openTestHouse } from '../harness/house.ts'
import { rost } from '../smoke/rost.process.ts'

const house = await openTestHouse({ environment: { ROST_SECRET: '' } })
const { settings, database, master } = house.services
const tenant = await database.write(null, (tx) => createDistrict(tx, { code: 'key', name: 'Ключ' }, { master }))
const keyOf = (services: Pick<Services, 'database' | 'master'>) =>
  findDistrictKey(services.database.reader(tenant), services.master, tenant)

const sealed = (await keyOf(house.services)).seal(Buffer.from('11223344595'), 'snils')
const home = {
  DATABASE_URL: settings.databaseUrl ?? '',
  DATABASE_MIGRATOR_URL: settings.migratorUrl ?? '',
  ROST_DATA: house.dataFolder,
}
const secretFile = join(house.dataFolder, 'secret')
const secretNow = async (): Promise<string> => (await readFile(secretFile, 'utf8')).trim()

/** What a server that starts now reads. */
async function readAnew(): Promise<string> {
  const started = await openHouse(settings, createLog('silent'), { work: false })
  try {
    return (await keyOf(started.services)).open(sealed, 'snils').toString()
  } finally {
    await started.close()
  }
}

test('the kept secret is turned; the server that runs and one that starts read on, the old secret opens nothing', async () => {
  const old = await secretNow()
  const turned = await rost(['key', 'rotate'], home)
  expect(turned).toMatchObject({ code: 0, stdout: expect.stringContaining('copy it to its safe place') })
  expect(turned.stdout).not.toContain(await secretNow())
  expect(await secretNow()).not.toBe(old)
  expect((await stat(secretFile)).mode & 0o777).toBe(0o600)
  expect((await keyOf(house.services)).open(sealed, 'snils').toString()).toBe('11223344595')
  expect(await readAnew()).toBe('11223344595')
  const refused = await rost(['doctor'], { ...home, ROST_SECRET: old })
  expect(refused).toMatchObject({ code: 2, why: expect.stringContaining('the secret does not open this database') })
  const actions = await database.reader(null).selectFrom('platform.journal').select('action').execute()
  expect(actions.map(({ action }) => action)).toContain('key rotate')
})

test('turned and then killed before the file was exchanged: the next start goes on', async () => {
  const old = `${house.dataFolder}/old`
  await copyFile(secretFile, old)
  expect((await rost(['key', 'rotate'], home)).code).toBe(0)
  const turned = await secretNow()
  // As it lay when the transaction had just been committed.
  await copyFile(secretFile, `${secretFile}.next`)
  await copyFile(old, secretFile)
  expect(await readAnew()).toBe('11223344595')
  expect(await secretNow()).toBe(turned)
  await expect(stat(`${secretFile}.next`)).rejects.toThrow('ENOENT')
})

test('killed before the database had it: what lies beside is nobody’s, and is replaced by the next turning', async () => {
  await writeFile(`${secretFile}.next`, 'left by a turning that never was, long enough\n', { mode: 0o600 })
  expect(await readAnew()).toBe('11223344595')
  expect((await rost(['key', 'rotate'], home)).code).toBe(0)
  expect(await readAnew()).toBe('11223344595')
})

test('two at once: at least one turns it, and what is kept opens', async () => {
  const both = await Promise.all([rost(['key', 'rotate'], home), rost(['key', 'rotate'], home)])
  expect(both.map(({ code }) => code)).toContain(0)
  expect(await readAnew()).toBe('11223344595')
})

test('a secret that comes from the environment is turned to the one named there', async () => {
  const given = { ...home, ROST_SECRET: await secretNow() }
  expect(await rost(['key', 'rotate'], given)).toMatchObject({
    code: 2,
    why: expect.stringContaining('ROST_SECRET_NEXT'),
  })
  const short = await rost(['key', 'rotate'], { ...given, ROST_SECRET_NEXT: 'short' })
  expect(short).toMatchObject({ code: 2, why: expect.stringContaining('ROST_SECRET_NEXT: must have at least 32') })
  const next = 'the secret of next year, long enough for anybody'
  expect((await rost(['key', 'rotate'], { ...given, ROST_SECRET_NEXT: next })).code).toBe(0)
  await rm(secretFile)
  expect((await rost(['doctor'], { ...home, ROST_SECRET: next })).code).toBe(0)
  expect(await rost(['doctor'], given)).toMatchObject({ code: 2 })
})
