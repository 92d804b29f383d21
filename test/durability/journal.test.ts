/** The journal nobody can quietly edit: what is done to it as the owner of the database is found and named. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { checkJournal } from '../../src/platform/journal/checking.ts'
import { appendJournal } from '../../src/platform/journal/journal.ts'
import { sealJournal, startSealing } from '../../src/platform/journal/sealing.ts'
import { addActor, addDistrict } from '../harness/actors.ts'
import { asMigrator } from '../harness/database.ts'
import { openTestHouse } from '../harness/house.ts'
import { rost } from '../smoke/rost.process.ts'

const house = await openTestHouse()
const { services } = house
const district = await addDistrict(house)
const methodist = await addActor(house, [{ tenant: district.tenant, role: 'methodist' }])
const owner = services.settings.migratorUrl ?? expect.unreachable()
const tamper = (statement: string): Promise<void> => asMigrator(owner, statement)

/** Three entries more, sealed; returns their numbers. */
async function write(): Promise<number[]> {
  for (const name of ['А', 'Б', 'В']) {
    const payload = { code: `${name}${Math.random()}`, name, type: 'school' }
    expect((await methodist.ask('POST', '/api/organisations', { payload })).statusCode).toBe(201)
  }
  await sealJournal(services)
  const rows = await services.database
    .reader(district.tenant)
    .selectFrom('platform.journal')
    .select('id')
    .orderBy('id', 'desc')
    .limit(3)
    .execute()
  return rows.map(({ id }) => id).reverse()
}

let [first, second, third] = [0, 0, 0]
beforeEach(async () => {
  // What a test before has spoilt is forgotten whole.
  await tamper('truncate platform.journal_seal')
  await rm(join(house.dataFolder, 'journal.head'), { force: true })
  ;[first = 0, second = 0, third = 0] = await write()
  expect(await checkJournal(services)).toMatchObject({ is: 'whole' })
})

const { databaseUrl = '', migratorUrl = '', secret = '' } = services.settings
const home = {
  DATABASE_URL: databaseUrl,
  DATABASE_MIGRATOR_URL: migratorUrl,
  ROST_SECRET: secret,
  ROST_DATA: house.dataFolder,
}

async function doctor(): Promise<{ state: string; says: string }> {
  const { stdout } = await rost(['doctor', '--json'], home)
  const { findings }: { findings: { check: string; state: string; says: string }[] } = JSON.parse(stdout)
  return findings.find(({ check }) => check === 'journal') ?? expect.unreachable()
}

test('the operator asks the doctor', async () => {
  expect(await doctor()).toMatchObject({
    state: 'ok',
    says: expect.stringMatching(/^\d+ entries, each as it was written$/),
  })
  await tamper(`update platform.journal set action = 'listPeople' where id = ${second}`)
  expect(await doctor()).toMatchObject({ state: 'fault', says: expect.stringContaining(`entry ${second} was changed`) })
})

test('a server that works seals what is written within seconds, and what became visible late', async () => {
  await write()
  const stop = startSealing(services)
  try {
    const payload = { code: `Г${Math.random()}`, name: 'Г', type: 'school' }
    await services.database.write(district.tenant, async (tx) => {
      // Takes its number first and is there last.
      await appendJournal(tx, {
        actor: { kind: 'operator', account: null, tenant: district.tenant, grants: [] },
        requestId: null,
        action: 'late',
        objects: [],
      })
      expect((await methodist.ask('POST', '/api/organisations', { payload })).statusCode).toBe(201)
      await expect.poll(waiting, { timeout: 10_000 }).toBe(0)
    })
    await expect.poll(sealedActions, { timeout: 10_000 }).toContain('late')
    expect(await checkJournal(services)).toMatchObject({ is: 'whole' })
  } finally {
    await stop()
  }
})

async function waiting(): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from platform.unsealed_journal(100)`.execute(services.database.reader(null))
  return rows[0]?.count ?? Number.NaN
}

async function sealedActions(): Promise<string[]> {
  const { rows } = await sql<{ action: string }>`select j.action from platform.journal j
    join platform.journal_seal s on s.entry_id = j.id`.execute(services.database.reader(district.tenant))
  return rows.map(({ action }) => action)
}

const broken = (entry: number, is: string): object => ({ is: 'broken', at: expect.objectContaining({ entry, is }) })

const SPOILT: readonly (readonly [string, () => string, () => object])[] = [
  [
    'an entry is edited',
    () => `update platform.journal set account_id = coalesce(account_id, 0) + 1 where id = ${second}`,
    () => broken(second, 'changed'),
  ],
  [
    'details are',
    () => `update platform.journal set details = '{}' where id = ${first}`,
    () => broken(first, 'changed'),
  ],
  [
    'its time is',
    () => `update platform.journal set at = at - interval '1 microsecond' where id = ${third}`,
    () => broken(third, 'changed'),
  ],
  ['an entry is removed', () => `delete from platform.journal where id = ${second}`, () => broken(second, 'removed')],
  [
    'with its seal',
    () =>
      `delete from platform.journal where id = ${second}; delete from platform.journal_seal where entry_id = ${second}`,
    () => broken(third, 'seals_missing'),
  ],
  [
    'and later ones moved up',
    () =>
      `delete from platform.journal where id = ${second}; delete from platform.journal_seal where entry_id = ${second}; update platform.journal_seal set seq = seq - 1 where entry_id = ${third}`,
    () => broken(third, 'seal_changed'),
  ],
  [
    'an edit is sealed anew without the key',
    () =>
      `update platform.journal set details = '{}' where id = ${second}; update platform.journal_seal set digest = (select platform.journal_digest(j) from platform.journal j where id = ${second}) where entry_id = ${second}`,
    () => broken(second, 'seal_changed'),
  ],
  [
    'two entries change places',
    () =>
      `alter table platform.journal alter id set generated by default; update platform.journal set id = -1 where id = ${first}; update platform.journal set id = ${first} where id = ${second}; update platform.journal set id = ${second} where id = -1`,
    () => broken(first, 'changed'),
  ],
  [
    'the end is cut off',
    () =>
      `delete from platform.journal where id >= ${second}; delete from platform.journal_seal where entry_id >= ${second}`,
    () => ({ is: 'cut' }),
  ],
  ['the key is exchanged', () => `update platform.journal_key set wrapped = sha256('x')`, () => ({ is: 'locked' })],
]

// The key stays exchanged: last.
test.each(SPOILT)('%s', async (_, statement, expected) => {
  await tamper(statement())
  expect(await checkJournal(services)).toMatchObject(expected())
})
