/** What the doctor says of what is wrong: of a database made wrong as its owner, and of days and names alone. */
import pg from 'pg'
import { expect, test } from 'vitest'
import { openTestHouse } from '../../test/harness/house.ts'
import { rost } from '../../test/smoke/rost.process.ts'
import { judgeBackups, judgeSchema } from './doctor.operation.ts'

const house = await openTestHouse()
const { databaseUrl = '', migratorUrl = '', secret = '' } = house.services.settings
const home = {
  ...{ DATABASE_URL: databaseUrl, DATABASE_MIGRATOR_URL: migratorUrl },
  ...{ ROST_SECRET: secret, ROST_DATA: house.dataFolder },
}

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: migratorUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
}

type Finding = { readonly check: string; readonly state: string; readonly says: string }

async function doctor(more: Readonly<Record<string, string>> = {}) {
  const { code, stdout, stderr } = await rost(['doctor', '--json'], { ...home, ...more })
  expect(stdout, stderr).not.toBe('')
  const { findings }: { findings: readonly Finding[] } = JSON.parse(stdout)
  return { code, of: (check: string) => findings.find((one) => one.check === check) }
}

const job = (values: string): string =>
  `insert into job.job (name, state, start_after, started_on, expire_seconds, completed_on) values ('registry-keep-quality', ${values})`

test('jobs that failed, that nobody takes, that never ended; a backup that is too old', async () => {
  await asOwner(job("'failed', now(), now(), 60, now()"))
  await asOwner(
    "insert into platform.journal (actor_kind, action, at) values ('operator', 'backup', now() - interval '3 days')",
  )
  const warned = await doctor({ ROST_BACKUP_DAYS: '4' })
  expect(warned.code).toBe(0)
  expect(warned.of('jobs')).toMatchObject({
    state: 'warning',
    says: expect.stringContaining('1 × registry-keep-quality failed'),
  })
  expect(warned.of('backups')).toMatchObject({
    state: 'ok',
    says: expect.stringMatching(/the last was made on \d{4}-/),
  })
  await asOwner(job("'active', now(), now() - interval '1 hour', 60, null"))
  await asOwner(job("'created', now() - interval '1 hour', null, 60, null"))
  const stuck = await doctor({ ROST_BACKUP_DAYS: '2' })
  expect(stuck.code).toBe(1)
  expect(stuck.of('jobs')).toMatchObject({
    state: 'fault',
    says: expect.stringMatching(
      /1 × registry-keep-quality began and did not end; 1 × registry-keep-quality wait .*rost serve/,
    ),
  })
  expect(stuck.of('backups')).toMatchObject({ state: 'fault', says: expect.stringContaining('every 2 d') })
})

test('a database that is behind is left as it is', async () => {
  const newest = `(select max(name) from public.migration)`
  await asOwner(
    `create table kept as select * from public.migration where name = ${newest}; delete from public.migration where name = ${newest}`,
  )
  const { code, of } = await doctor()
  expect(code).toBe(1)
  expect(of('database')).toMatchObject({ state: 'fault', says: expect.stringMatching(/to come: \d{4}_.*rost serve/) })
  expect(of('journal')).toBeUndefined()
  await asOwner('insert into public.migration select * from kept; drop table kept')
  expect((await doctor()).of('database')).toMatchObject({ state: 'ok' })
})

const day = (text: string): Date => new Date(`${text}T12:00:00Z`)

test.each<[last: Date | undefined, days: number | undefined, state: string]>([
  [undefined, undefined, 'warning'],
  [undefined, 1, 'fault'],
  [day('2020-01-01'), undefined, 'ok'],
  [day('2026-03-01'), 1, 'ok'],
  [day('2026-02-28'), 1, 'fault'],
])('a backup of %s where one is wanted every %s days: %s', (last, days, state) => {
  expect(judgeBackups(last, days, day('2026-03-02'))).toMatchObject({ check: 'backups', state })
})

test('a schema of another version', () => {
  expect(judgeSchema({ isEmpty: false, pending: [], strangers: [] })).toBeUndefined()
  expect(judgeSchema({ isEmpty: false, pending: ['2.sql'], strangers: [] })?.says).toContain('2.sql')
  expect(judgeSchema({ isEmpty: false, pending: ['2.sql'], strangers: ['3.sql'] })?.says).toContain('does not know')
})
