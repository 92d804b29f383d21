import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor } from '../../../../test/harness/actors.ts'
import { type Browser, openBrowser } from '../../../../test/harness/browser.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { setPassword } from '../accounts/accounts.repo.ts'
import { makeLink } from '../sign-in/links.repo.ts'
import { hashPassword, verifyPassword } from './password.hash.ts'

const house = await openTestHouse()
const { app, services } = house
const [first, second] = ['зелёный чайник поёт', 'correct horse battery']

const link = (account: number): Promise<string> => services.database.write(null, (tx) => makeLink(tx, account, 30))
const change = (browser: Browser, payload: object) => browser.ask('POST', '/api/me/password', { payload })
const signIn = (browser: Browser, email: string, password: string) =>
  browser.ask('POST', '/api/sign-in', { payload: { email, password } })
const alive = async (browser: Browser): Promise<boolean> => (await browser.ask('GET', '/api/me')).statusCode === 200

async function addOwner(): Promise<{ email: string; account: number }> {
  const { email, account } = await addActor(house)
  const passwordHash = await hashPassword(first)
  await services.database.write(null, (tx) => setPassword(tx, account, passwordHash))
  return { email, account }
}

test('passwords are kept as argon2id with 19 MiB, two passes, one lane', async () => {
  const hash = await hashPassword(first)
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword(hash, first)).toBe(true)
  expect(await verifyPassword(hash, first.normalize('NFD'))).toBe(true)
  expect(await verifyPassword(hash, second)).toBe(false)
  expect(await verifyPassword(null, first)).toBe(false)
})

test('the current password allows a new one; other sessions and unused links end, this session gets a new secret', async () => {
  const { email, account } = await addOwner()
  const [here, there] = [openBrowser(app), openBrowser(app)]
  await signIn(here, email, first)
  await signIn(there, email, first)
  const unused = await link(account)
  const before = here.cookies.get('rost_session')
  expect((await change(here, { current: first, password: second })).statusCode).toBe(204)
  expect(here.cookies.get('rost_session')).not.toBe(before)
  expect([await alive(here), await alive(there)]).toEqual([true, false])
  expect((await signIn(openBrowser(app), email, first)).statusCode).toBe(401)
  expect((await signIn(openBrowser(app), email, second)).statusCode).toBe(201)
  const used = await openBrowser(app).ask('POST', '/api/sign-in/link/use', { payload: { token: unused } })
  expect(used.statusCode).toBe(401)
})

test('other sessions live on when their owner wants it so', async () => {
  const { email } = await addOwner()
  const [here, there] = [openBrowser(app), openBrowser(app)]
  await signIn(here, email, first)
  await signIn(there, email, first)
  await change(here, { current: first, password: second, endOtherSessions: false })
  expect(await alive(there)).toBe(true)
})

test('without the current password only a fresh sign-in by link will do', async () => {
  const { email, account } = await addOwner()
  const byPassword = openBrowser(app)
  await signIn(byPassword, email, first)
  expect((await change(byPassword, { password: second })).json()).toMatchObject({ code: 'current_password_needed' })

  const byLink = openBrowser(app)
  await byLink.ask('POST', '/api/sign-in/link/use', { payload: { token: await link(account) } })
  await services.database.write(null, (tx) =>
    sql`update identity.session set created_at = created_at - interval '31 minutes' where opened_by = 'link'`.execute(
      tx,
    ),
  )
  expect((await change(byLink, { password: second })).statusCode).toBe(403)
  await byLink.ask('POST', '/api/sign-in/link/use', { payload: { token: await link(account) } })
  expect((await change(byLink, { password: second })).statusCode).toBe(204)
  expect((await signIn(openBrowser(app), email, second)).statusCode).toBe(201)
})

test('a wrong current password is told at its field, and trying them out is slowed', async () => {
  const { email } = await addOwner()
  const browser = openBrowser(app)
  await signIn(browser, email, first)
  for (let i = 0; i < 5; i++) {
    const reply = await change(browser, { current: 'not the password', password: second })
    expect(reply.json()).toMatchObject({ status: 422, errors: [{ path: 'current', code: 'password_wrong' }] })
  }
  expect((await change(browser, { current: first, password: second })).statusCode).toBe(429)
})

test('short passwords and easy guesses are refused with the reason', async () => {
  const { email } = await addOwner()
  const browser = openBrowser(app)
  await signIn(browser, email, first)
  const codeOf = async (password: string): Promise<unknown> =>
    (await change(browser, { current: first, password })).json().errors
  expect(await codeOf('коротко')).toMatchObject([{ path: 'password', code: 'too_short' }])
  expect(await codeOf('Пароль2026')).toMatchObject([{ path: 'password', code: 'password_guessable' }])
  expect(await codeOf(email)).toMatchObject([{ path: 'password', code: 'password_guessable' }])
})
