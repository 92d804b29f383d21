/** Two servers on one database are one Rost; and mail that is away is sent when it is back, once. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertAccount, setPassword } from '../../src/modules/identity/accounts/accounts.repo.ts'
import { hashPassword } from '../../src/modules/identity/passwords/password.hash.ts'
import { modules } from '../../src/modules.ts'
import { addActor, addDistrict, type Person } from '../harness/actors.ts'
import { openTestHouse } from '../harness/house.ts'
import { rost, type Serving, serve } from '../smoke/rost.process.ts'
import { makeMailServer } from './mail.server.ts'

const house = await openTestHouse()
const { services } = house
const { tenant } = await addDistrict(house, { seeds: modules.flatMap((module) => module.seedDistrict ?? []) })
const methodist: Person = await addActor(house, [{ tenant, role: 'methodist' }])
const password = 'a long sentence for two servers'
const folders: string[] = []
const mail = await makeMailServer()
let [here, there]: Serving[] = []

async function environment(): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'rost-two-'))
  folders.push(folder)
  const { databaseUrl = '', migratorUrl = '', secret = '' } = services.settings
  return {
    ...{ DATABASE_URL: databaseUrl, DATABASE_MIGRATOR_URL: migratorUrl, ROST_SECRET: secret, ROST_DATA: folder },
    SMTP_URL: `smtp://127.0.0.1:${mail.port}?ignoreTLS=true`,
  }
}

beforeAll(async () => {
  ;[here, there] = await Promise.all([serve(await environment()), serve(await environment())])
})
afterAll(async () => {
  for (const server of [here, there]) server?.child.kill('SIGKILL')
  await mail.close()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

async function ask(
  server: Serving | undefined,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: object,
): Promise<Response> {
  return await fetch(`${server?.address}${path}`, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
}

test('who signs in at one is known to the other, until they sign out', async () => {
  const email = 'both@rost.example'
  await services.database.write(null, async (tx) => {
    const { id } = await insertAccount(tx, { email, name: email, language: null })
    await setPassword(tx, id, await hashPassword(password))
  })
  const signedIn = await ask(here, 'POST', '/api/sign-in', {}, { email, password })
  expect(signedIn.status).toBe(201)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  expect((await ask(there, 'GET', '/api/me', { cookie })).status).toBe(200)
  expect((await ask(there, 'POST', '/api/sign-out', { cookie })).status).toBe(204)
  expect((await ask(here, 'GET', '/api/me', { cookie })).status).toBe(401)
})

test('what is told at one is seen at the other', async () => {
  const school = await addActor(house, [{ tenant, role: 'methodist' }])
  const question = {
    code: 'P01',
    date: '2025-12-31',
    text: 'Почему?',
    dueOn: '2099-01-01',
    addresseeId: school.account,
  }
  const asked = await ask(here, 'POST', '/api/questions', methodist.headers, question)
  expect(asked.status, await asked.clone().text()).toBe(201)
  const unseen = async (server: Serving | undefined): Promise<unknown> =>
    (await ask(server, 'GET', '/api/notifications/unseen', school.headers)).json()
  expect(await unseen(there)).toEqual({ unseen: 1 })
  const { items } = await (await ask(there, 'GET', '/api/notifications', school.headers)).json()
  expect((await ask(there, 'POST', '/api/notifications/seen', school.headers, { upTo: items[0].id })).status).toBe(204)
  expect(await unseen(here)).toEqual({ unseen: 0 })
})

test('one key at both at once is done once', async () => {
  const body = { code: 'ДВА', name: 'Школа двух серверов', type: 'school' }
  const headers = { ...methodist.headers, 'idempotency-key': 'at-both' }
  const replies = await Promise.all(
    [here, there, here, there].map((s) => ask(s, 'POST', '/api/organisations', headers, body)),
  )
  expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201])
  expect(new Set((await Promise.all(replies.map((reply) => reply.json()))).map(({ id }) => id)).size).toBe(1)
})

test('letters wait for mail that is away, and each is sent once, whoever sends it', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => addActor(house)))
  const emails = people.map(({ email }) => email).sort()
  for (const [at, email] of emails.entries()) {
    const reply = await ask(at % 2 === 0 ? here : there, 'POST', '/api/sign-in/link', {}, { email })
    expect(reply.status).toBe(204)
  }
  const count = async (which: string): Promise<number | null> =>
    (
      await services.database.readPool.query(
        `select from job.job where name = 'identity-send-sign-in-link' and ${which}`,
      )
    ).rowCount
  const tried = () => count(`(state = 'retry' or retry_count > 0)`)
  const waiting = () => count(`state <> 'completed'`)
  await expect.poll(tried, { timeout: 60_000, interval: 50 }).toBe(emails.length)
  await mail.open()
  // One of a test before waits too.
  const taken = (): string[] => mail.taken.filter((to) => emails.includes(to)).sort()
  await expect.poll(() => taken().length, { timeout: 60_000, interval: 50 }).toBe(emails.length)
  await expect.poll(waiting, { timeout: 60_000, interval: 50 }).toBe(0)
  expect(taken()).toEqual(emails)
})

test('what both wrote is sealed into one chain', async () => {
  const writes = Array.from({ length: 20 }, (_, n) =>
    ask(n % 2 === 0 ? here : there, 'POST', '/api/organisations', methodist.headers, {
      ...{ code: `Ц${n}`, name: 'Школа', type: 'school' },
    }),
  )
  for (const reply of await Promise.all(writes)) expect(reply.status).toBe(201)
  const counts = async (): Promise<unknown> =>
    (
      await services.database.readPool.query(
        `select count(*)::int = max(seq)::int and count(*)::int = count(distinct entry_id)::int
          and not exists (select from platform.unsealed_journal(1)) as whole from platform.journal_seal`,
      )
    ).rows[0]
  await expect.poll(counts, { timeout: 60_000, interval: 100 }).toEqual({ whole: true })
  const doctor = await rost(['doctor'], await environment())
  expect(doctor.stdout).toContain('each as it was written')
  for (const server of [here, there]) expect(await server?.stop(), server?.stderr()).toBe(0)
  expect(`${here?.stderr()}${there?.stderr()}`).not.toContain('"level":60')
})
