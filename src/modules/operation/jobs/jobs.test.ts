import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, addDistrict } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import { JOB_NAMES, nameOfJob } from './job.names.contract.ts'
import { bare } from './jobs.repo.ts'

const house = await openTestHouse()
const { database } = house.services

async function addJob(data: object, state: string, message?: string): Promise<string> {
  const output = message === undefined ? null : JSON.stringify({ message, stack: `${message}\n at secret.ts:1` })
  const { rows } = await database.write(null, (tx) =>
    sql<{ id: string }>`insert into job.job (name, data, state, output, retry_count, retry_limit)
      values ('registry-take-load', ${JSON.stringify(data)}, ${state}::job.job_state, ${output}, 3, 3) returning id`.execute(
      tx,
    ),
  )
  return rows[0]?.id ?? expect.unreachable()
}

async function addPlace() {
  const { tenant } = await addDistrict(house)
  return { tenant, admin: await addActor(house, [{ tenant, role: 'admin' }]) }
}

test('one’s own and those of the house, by state, with the reason; those of other districts never', async () => {
  const [here, abroad] = [await addPlace(), await addPlace()]
  const failed = await addJob(
    { tenant: here.tenant, load: 7 },
    'failed',
    'no file "Список Ивановой.xlsx" of 11223344595\nmore',
  )
  await addJob({ tenant: here.tenant, load: 8 }, 'active')
  const ofHouse = await addJob({}, 'completed')
  const theirs = await addJob({ tenant: abroad.tenant, load: 9 }, 'failed', 'x')
  const all = (await here.admin.ask('GET', '/api/jobs')).json()
  const ids = all.items.map(({ id }: { id: string }) => id)
  expect(ids).toEqual(expect.arrayContaining([failed, ofHouse]))
  expect(ids).not.toContain(theirs)
  expect(all.counts).toMatchObject({ failed: 1, running: 1 })
  const { items, total } = (await here.admin.ask('GET', '/api/jobs?state=failed')).json()
  expect(total).toBe(1)
  expect(items).toMatchObject([
    {
      id: failed,
      state: 'failed',
      isOurs: true,
      loadId: 7,
      tries: 4,
      mostTries: 4,
      reason: 'no file … of …',
      can: ['retry'],
    },
  ])
})

test('what failed is tried again once, is in the journal, and what did not fail is not', async () => {
  const { tenant, admin } = await addPlace()
  const id = await addJob({ tenant, load: 7 }, 'failed', 'x')
  const again = await admin.ask('POST', `/api/jobs/${id}/retry`)
  expect(again.statusCode, again.body).toBe(201)
  expect(again.json()).toMatchObject({ id, state: 'waiting', can: [] })
  const twice = await admin.ask('POST', `/api/jobs/${id}/retry`)
  expect(twice.statusCode).toBe(409)
  expect(twice.json()).toMatchObject({ code: 'job_not_failed' })
  const entries = await database
    .reader(tenant)
    .selectFrom('platform.journal')
    .select(['action', 'details'])
    .where('action', '=', 'retryJob')
    .execute()
  expect(entries).toEqual([{ action: 'retryJob', details: { job: 'registry-take-load' } }])
})

test('nobody tries again what is of another district, or nothing', async () => {
  const [here, abroad] = [await addPlace(), await addPlace()]
  const theirs = await addJob({ tenant: abroad.tenant, load: 9 }, 'failed', 'x')
  expect((await here.admin.ask('POST', `/api/jobs/${theirs}/retry`)).statusCode).toBe(404)
  expect((await here.admin.ask('POST', '/api/jobs/00000000-0000-4000-8000-000000000000/retry')).statusCode).toBe(404)
  expect((await here.admin.ask('POST', '/api/jobs/no-uuid/retry')).statusCode).toBe(422)
  expect((await here.admin.ask('GET', '/api/jobs?state=lost')).statusCode).toBe(422)
  const methodist = await addActor(house, [{ tenant: here.tenant, role: 'methodist' }])
  expect((await methodist.ask('GET', '/api/jobs')).statusCode).toBe(403)
})

test('a reason says what a program said, without what may be somebody’s', () => {
  expect(bare('connect ECONNREFUSED 127.0.0.1:5432')).toBe('connect ECONNREFUSED 127.0.0.1:…')
  expect(bare('550 no mailbox i.ivanova@school.example here')).toBe('550 no mailbox … here')
  expect(bare('Key «Иванова Мария» of 112-233-445 95 is gone\nstack')).toBe('Key … of … 95 is gone')
  expect(bare('x'.repeat(1000))).toHaveLength(300)
})

test('every job of the house has a name in both languages, and no name is without a job', () => {
  const names = modules.flatMap((module) => module.jobs).map(({ name }) => name)
  expect([...JOB_NAMES].sort()).toEqual([...new Set(names)].sort())
  for (const name of JOB_NAMES) {
    expect(nameOfJob(name, 'ru')).toMatch(/[а-яё]/i)
    expect(nameOfJob(name, 'en')).toMatch(/^[\w ’-]+$/)
  }
})
