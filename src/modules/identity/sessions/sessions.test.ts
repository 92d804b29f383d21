import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor } from '../../../../test/harness/actors.ts'
import { type Browser, openBrowser } from '../../../../test/harness/browser.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { disableAccount, enableAccount } from '../accounts/accounts.service.ts'
import { makeLink } from '../sign-in/links.repo.ts'

const house = await openTestHouse()
const { app, services } = house

async function signedIn(account: number): Promise<Browser> {
  const browser = openBrowser(app)
  const token = await services.database.write(null, (tx) => makeLink(tx, account, 30))
  await browser.ask('POST', '/api/sign-in/link/use', { payload: { token }, headers: { 'user-agent': 'Проверка/1' } })
  return browser
}

const alive = async (browser: Browser): Promise<boolean> => (await browser.ask('GET', '/api/me')).statusCode === 200

/** Moves the times of the account's sessions into the past. */
const age = (account: number, by: string): Promise<unknown> =>
  services.database.write(null, (tx) =>
    sql`update identity.session set created_at = created_at - ${by}::interval,
      last_seen_at = last_seen_at - ${by}::interval, expires_at = expires_at - ${by}::interval
      where account_id = ${account}`.execute(tx),
  )

test('one sees where one is signed in and ends one session or all others', async () => {
  const { account } = await addActor(house)
  const [here, there, elsewhere] = [await signedIn(account), await signedIn(account), await signedIn(account)]
  const { items } = (await here.ask('GET', '/api/me/sessions')).json()
  expect(items).toHaveLength(3)
  expect(items.filter((session: { current: boolean }) => session.current)).toHaveLength(1)
  expect(items[0]).toMatchObject({ openedBy: 'link', userAgent: 'Проверка/1', address: '127.0.0.1' })

  const { items: theirs } = (await there.ask('GET', '/api/me/sessions')).json()
  const { id } = theirs.find((session: { current: boolean }) => session.current)
  expect((await here.ask('DELETE', `/api/me/sessions/${id}`)).statusCode).toBe(204)
  expect([await alive(here), await alive(there), await alive(elsewhere)]).toEqual([true, false, true])
  expect((await here.ask('DELETE', '/api/me/sessions')).statusCode).toBe(204)
  expect([await alive(here), await alive(elsewhere)]).toEqual([true, false])
})

test('sessions of others do not exist', async () => {
  const [one, other] = [await addActor(house), await addActor(house)]
  const [mine, theirs] = [await signedIn(one.account), await signedIn(other.account)]
  const { items } = (await theirs.ask('GET', '/api/me/sessions')).json()
  expect((await mine.ask('DELETE', `/api/me/sessions/${items[0].id}`)).statusCode).toBe(404)
  expect(await alive(theirs)).toBe(true)
})

test('a session ends after twelve hours of rest, use keeps it, and it never outlives fourteen days', async () => {
  const { account } = await addActor(house)
  const browser = await signedIn(account)
  expect(await alive(browser)).toBe(true)
  for (let half = 0; half < 27; half++) {
    await age(account, '11 hours 50 minutes')
    expect(await alive(browser)).toBe(true)
  }
  await age(account, '11 hours 50 minutes')
  await alive(browser)
  await age(account, '6 hours')
  expect(await alive(browser)).toBe(false)

  const resting = await signedIn(account)
  expect(await alive(resting)).toBe(true)
  await age(account, '12 hours 1 minute')
  expect(await alive(resting)).toBe(false)
})

test('use is noted every five minutes, not at every request', async () => {
  const { account } = await addActor(house)
  const browser = await signedIn(account)
  await alive(browser)
  const seen = async (): Promise<Date | undefined> =>
    (
      await services.database
        .reader(null)
        .selectFrom('identity.session')
        .select('last_seen_at')
        .where('account_id', '=', account)
        .executeTakeFirst()
    )?.last_seen_at
  await age(account, '4 minutes')
  const before = await seen()
  await alive(browser)
  expect(await seen()).toEqual(before)
  await age(account, '2 minutes')
  await alive(browser)
  expect((await seen())?.getTime()).toBeGreaterThan(before?.getTime() ?? Number.POSITIVE_INFINITY)
})

test('disabling an account ends its sessions and tokens at once and for good', async () => {
  const actor = await addActor(house)
  const browser = await signedIn(actor.account)
  expect((await actor.ask('GET', '/api/me')).statusCode).toBe(200)
  await services.database.write(null, (tx) => disableAccount(tx, actor.account))
  expect(await alive(browser)).toBe(false)
  expect((await actor.ask('GET', '/api/me')).statusCode).toBe(401)
  await services.database.write(null, (tx) => enableAccount(tx, actor.account))
  expect(await alive(browser)).toBe(false)
  expect((await actor.ask('GET', '/api/me')).statusCode).toBe(401)
})

test('no secret is stored: neither that of the session nor that of the browser', async () => {
  const { account } = await addActor(house)
  const browser = await signedIn(account)
  const { rows } = await sql<{ text: string }>`
    select s::text as text from identity.session s union all select d::text from identity.known_device d
    union all select l::text from identity.sign_in_link l union all select j::text from platform.journal j
    union all select k::text from platform.kept_answer k`.execute(services.database.reader(null))
  const stored = rows.map(({ text }) => text).join('\n')
  expect(browser.cookies.size).toBe(2)
  for (const secret of browser.cookies.values()) {
    expect(stored).not.toContain(secret)
    expect(stored).not.toContain(Buffer.from(secret).toString('hex'))
  }
})
