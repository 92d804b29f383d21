import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import {
  addActor,
  addDistrict,
  addOrganisation,
  addPerson,
  employ,
  type Person,
} from '../../../../test/harness/actors.ts'
import { type Browser, openBrowser } from '../../../../test/harness/browser.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { insertNamedAccounts, makeCodes, makeLink } from '../../identity/index.ts'
import { insertGrant } from './grants.repo.ts'
import { signLeaversOutHandler } from './leavers.jobs.ts'
import { disableUnusedHandler } from './unused.jobs.ts'

const house = await openTestHouse({ work: true })
const { app, services, dataFolder } = house
const { tenant } = await addDistrict(house)
const school = await addOrganisation(house, tenant)
const admin = await addActor(house, [{ tenant, role: 'admin' }])
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])

const never = new AbortController().signal
const night = (): Promise<void> => disableUnusedHandler(services).run({}, never)
const hour = (): Promise<void> => signLeaversOutHandler(services).run({}, never)

async function signedIn(account: number): Promise<Browser> {
  const browser = openBrowser(app)
  const token = await services.database.write(null, (tx) => makeLink(tx, account, 30))
  await browser.ask('POST', '/api/sign-in/link/use', { payload: { token } })
  return browser
}

/** As if so many days had passed since the account was last used, and since its owner was told. */
const days = (account: number, by: number): Promise<unknown> =>
  services.database.write(null, (tx) =>
    sql`update identity.account set used_at = used_at - make_interval(days => ${by}::int),
      invited_at = invited_at - make_interval(days => ${by}::int),
      unused_told_at = unused_told_at - make_interval(days => ${by}::int) where id = ${account}`.execute(tx),
  )

async function lettersTo(email: string): Promise<number> {
  const folder = join(dataFolder, 'mail')
  const names = await readdir(folder).catch(() => [])
  const all = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return all.filter((letter) => letter.includes(`To: ${email}`)).length
}

const stateOf = async ({ account }: Person) => (await admin.ask('GET', `/api/accounts/${account}`)).json()

test('an account nobody uses is disabled after ninety days, and its owner told two weeks before', async () => {
  const idle = await addActor(house, [{ tenant, role: 'head', organisation: school }])
  const busy = await addActor(house, [{ tenant, role: 'head', organisation: school }])
  await days(idle.account, 75)
  await night()
  expect(await lettersTo(idle.email)).toBe(0)

  await days(idle.account, 2)
  await night()
  await vi.waitFor(async () => expect(await lettersTo(idle.email)).toBe(1), { timeout: 20_000, interval: 50 })
  const { items } = (await admin.ask('GET', '/api/notifications')).json()
  expect(items[0]).toMatchObject({ link: '/accounts?state=unused', text: expect.stringContaining('отключится 1') })
  const listed = (await admin.ask('GET', '/api/accounts', { query: { state: 'unused' } })).json()
  expect(listed.items.map(({ id }: { id: number }) => id)).toEqual([idle.account])

  await days(idle.account, 12)
  await night()
  expect(await stateOf(idle)).toMatchObject({ disabled: false })
  await days(idle.account, 2)
  await night()
  expect(await stateOf(idle)).toMatchObject({ disabled: true, disabledAs: 'unused' })
  expect(await stateOf(busy)).toMatchObject({ disabled: false, disabledAs: null })
  expect((await idle.ask('GET', '/api/me')).statusCode).toBe(401)
  expect(await lettersTo(idle.email)).toBe(1)

  expect((await admin.ask('POST', `/api/accounts/${idle.account}/enable`)).statusCode).toBe(204)
  await night()
  expect(await stateOf(idle)).toMatchObject({ disabled: false })
})

test('nobody is disabled who was not told two weeks before, however long they were away', async () => {
  const away = await addActor(house, [{ tenant, role: 'head', organisation: school }])
  await days(away.account, 400)
  await night()
  await night()
  expect(await stateOf(away)).toMatchObject({ disabled: false })
  await days(away.account, 14)
  await night()
  expect(await stateOf(away)).toMatchObject({ disabled: true })
})

test('an account nobody ever came in by is disabled too; a new slip begins its time anew', async () => {
  const teachers = [
    { surname: 'Новосельцева', givenName: 'Анна', patronymic: null },
    { surname: 'Калугина', givenName: 'Людмила', patronymic: null },
  ]
  const [idle, invited] = await services.database.write(tenant, async (tx) => {
    const made = await insertNamedAccounts(tx, teachers)
    await makeCodes(
      tx,
      services.master,
      made.map(({ id }) => id),
    )
    for (const { id: account } of made)
      await insertGrant(tx, {
        account,
        role: 'teacher',
        organisation: null,
        person: null,
        fromOn: '2026-01-01',
        toOn: null,
      })
    return made.map(({ id }) => id)
  })
  if (idle === undefined || invited === undefined) throw new Error('no accounts were made')
  const stateOf = async (id: number) => (await admin.ask('GET', `/api/accounts/${id}`)).json()
  for (const id of [idle, invited]) await days(id, 77)
  await night()
  expect((await admin.ask('POST', `/api/accounts/${invited}/slip`)).statusCode).toBe(201)
  for (const id of [idle, invited]) await days(id, 14)
  await night()
  expect(await stateOf(idle)).toMatchObject({ waiting: true, disabled: true, disabledAs: 'unused' })
  expect(await stateOf(invited)).toMatchObject({ waiting: true, disabled: false })
  await days(invited, 63)
  await night()
  expect(await stateOf(invited)).toMatchObject({ disabled: false })
  await days(invited, 14)
  await night()
  expect(await stateOf(invited)).toMatchObject({ disabled: true, disabledAs: 'unused' })
  expect((await admin.ask('POST', `/api/accounts/${idle}/enable`)).statusCode).toBe(204)
  await night()
  expect(await stateOf(idle)).toMatchObject({ disabled: false })
})

test('coming in, by a browser or a program, is use', async () => {
  const [person, program] = [
    await addActor(house, [{ tenant, role: 'head', organisation: school }]),
    await addActor(house, [{ tenant, role: 'head', organisation: school }]),
  ]
  for (const { account } of [person, program]) await days(account, 80)
  await night()
  await (await signedIn(person.account)).ask('GET', '/api/me')
  await program.ask('GET', '/api/me')
  for (const { account } of [person, program]) await days(account, 20)
  await night()
  expect(await stateOf(person)).toMatchObject({ disabled: false })
  expect(await stateOf(program)).toMatchObject({ disabled: false })
})

test('who leaves reaches nothing from that day, and is signed out by itself; who has another job stays', async () => {
  const person = await addPerson(house, tenant)
  const employment = await employ(house, tenant, { person, organisation: school })
  const head = await addActor(house, [{ tenant, role: 'head', organisation: school, person }])
  const browser = await signedIn(head.account)
  expect((await browser.ask('GET', '/api/people')).statusCode).toBe(200)
  await hour()
  expect((await browser.ask('GET', '/api/me')).statusCode).toBe(200)

  const dismissed = await methodist.ask('PATCH', `/api/employments/${employment}`, {
    payload: { dismissedOn: '2026-01-31' },
    headers: { 'if-match': '"1"' },
  })
  expect(dismissed.statusCode, dismissed.body).toBe(200)
  expect((await browser.ask('GET', '/api/people')).statusCode).toBe(403)
  expect((await browser.ask('GET', '/api/me')).statusCode).toBe(200)
  await hour()
  expect((await browser.ask('GET', '/api/me')).statusCode).toBe(401)
  expect((await head.ask('GET', '/api/me')).statusCode).toBe(401)
  expect((await methodist.ask('GET', '/api/me')).statusCode).toBe(200)
  const noted = await services.database
    .reader(null)
    .selectFrom('platform.journal')
    .select(['actor_kind', 'object_id'])
    .where('action', '=', 'registry-sign-leavers-out')
    .execute()
  expect(noted).toEqual([{ actor_kind: 'job', object_id: head.account }])
})
