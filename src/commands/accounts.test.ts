import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { addActor, addDistrict } from '../../test/harness/actors.ts'
import { openTestHouse } from '../../test/harness/house.ts'
import { commands } from '../commands.ts'
import { runCommand } from '../platform/command-line.ts'

const house = await openTestHouse()
const { tenant, code } = await addDistrict(house)
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const dataFolder = await mkdtemp(join(tmpdir(), 'rost-accounts-'))
afterAll(() => rm(dataFolder, { recursive: true, force: true }))

const SNILS = '112-233-445 95'
const written: string[] = []

beforeEach(() => {
  const { databaseUrl = '', migratorUrl = '', secret = '' } = house.services.settings
  const environment = { DATABASE_URL: databaseUrl, DATABASE_MIGRATOR_URL: migratorUrl, ROST_DATA: dataFolder }
  for (const [name, value] of Object.entries({ ...environment, ROST_SECRET: secret, LOG_LEVEL: 'debug' }))
    vi.stubEnv(name, value)
  written.length = 0
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  return () => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  }
})

const add = (email: string, snils: string) =>
  runCommand(commands, ['user', 'add', '--email', email, '--role', 'teacher', '--district', code, '--snils', snils])

test('--snils joins the account to its person, and the number is told nowhere', async () => {
  const person = await methodist.ask('POST', '/api/people', {
    payload: { surname: 'Ли', givenName: 'Анна', birthOn: '1980-05-01', snils: SNILS, employment: null },
  })
  expect(person.statusCode, person.body).toBe(201)
  expect(await add('li@rost.example', SNILS)).toBe(0)
  const granted = await house.services.database
    .reader(tenant)
    .selectFrom('registry.grant')
    .innerJoin('identity.account as a', 'a.id', 'registry.grant.account_id')
    .select('registry.grant.person_id')
    .where('a.email', '=', 'li@rost.example')
    .execute()
  expect(granted).toEqual([{ person_id: person.json().id }])
  const journal = await house.services.database.reader(tenant).selectFrom('platform.journal').selectAll().execute()
  expect(`${written.join('')}${JSON.stringify(journal)}`).not.toMatch(/112.?233.?445/)
})

test('the operator takes a second factor away, once, and the journal knows', async () => {
  const { account, email } = await addActor(house)
  await house.services.database.write(null, (tx) =>
    tx
      .insertInto('identity.totp')
      .values({ account_id: account, sealed_secret: Buffer.from([0]), confirmed_at: new Date() })
      .execute(),
  )
  const reset = (who: string) => runCommand(commands, ['user', 'reset-second-factor', who])
  expect(await reset(email.toUpperCase())).toBe(0)
  await expect(reset(email)).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining('не настроен') })
  await expect(reset('nobody')).rejects.toMatchObject({ exitCode: 2 })
  const noted = await house.services.database
    .reader(null)
    .selectFrom('platform.journal')
    .select(['actor_kind', 'object_id'])
    .where('action', '=', 'user reset-second-factor')
    .execute()
  expect(noted).toEqual([{ actor_kind: 'operator', object_id: account }])
})

test('a number nobody has ends the command, and is not repeated', async () => {
  const failed = await add('nobody@rost.example', '112-233-445 96').catch((error: Error) => error)
  expect(failed).toMatchObject({ name: 'CommandFailed', exitCode: 2, message: expect.stringContaining('СНИЛС') })
  expect(`${written.join('')}${failed}`).not.toMatch(/112.?233.?445/)
})
