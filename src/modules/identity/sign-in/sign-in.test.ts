import { expect, test } from 'vitest'
import { addActor } from '../../../../test/harness/actors.ts'
import { openBrowser } from '../../../../test/harness/browser.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { setDisabled, setPassword } from '../accounts/accounts.repo.ts'
import { hashPassword } from '../passwords/password.hash.ts'

const house = await openTestHouse()
const { app, services } = house
const password = 'зелёный чайник поёт'
const passwordHash = await hashPassword(password)

async function addOwner(): Promise<{ email: string; account: number }> {
  const { email, account } = await addActor(house)
  await services.database.write(null, (tx) => setPassword(tx, account, passwordHash))
  return { email, account }
}

const signIn = (email: string, typed = password, browser = openBrowser(app)) =>
  browser.ask('POST', '/api/sign-in', { payload: { email, password: typed } })

test('the right password opens a session; signing out ends it at once', async () => {
  const { email, account } = await addOwner()
  const browser = openBrowser(app)
  const reply = await signIn(email.toUpperCase(), password, browser)
  expect(reply.statusCode).toBe(201)
  expect(reply.json()).toEqual({ id: account, name: email, language: null })
  const session = reply.cookies.find((cookie) => cookie.name === 'rost_session')
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  expect((await browser.ask('GET', '/api/me')).statusCode).toBe(200)

  expect((await browser.ask('POST', '/api/sign-out')).statusCode).toBe(204)
  expect(browser.cookies.has('rost_session')).toBe(false)
  browser.cookies.set('rost_session', session?.value ?? '')
  expect((await browser.ask('GET', '/api/me')).statusCode).toBe(401)
})

test('the secret of a session is new each time, and the one before is worth nothing', async () => {
  const { email } = await addOwner()
  const browser = openBrowser(app)
  const planted = 'A'.repeat(43)
  browser.cookies.set('rost_session', planted)
  await signIn(email, password, browser)
  const first = browser.cookies.get('rost_session')
  expect(first).not.toBe(planted)
  await signIn(email, password, browser)
  expect(browser.cookies.get('rost_session')).not.toBe(first)
  const old = openBrowser(app)
  old.cookies.set('rost_session', first ?? '')
  expect((await old.ask('GET', '/api/me')).statusCode).toBe(401)
})

test('wrong password, unknown address, no password and disabled account get one and the same answer', async () => {
  const [owner, disabled] = [await addOwner(), await addOwner()]
  const bare = await addActor(house)
  await services.database.write(null, (tx) => setDisabled(tx, disabled.account, true))
  const replies = [
    await signIn(owner.email, 'not the password'),
    await signIn('nobody@rost.example'),
    await signIn(bare.email),
    await signIn(disabled.email),
  ]
  for (const reply of replies) {
    expect(reply.statusCode).toBe(401)
    expect(reply.cookies).toEqual([])
    expect({ ...reply.json(), requestId: '' }).toEqual({ ...replies[0]?.json(), requestId: '' })
  }
  expect(replies[0]?.json()).toMatchObject({ code: 'wrong_credentials', title: 'Логин или пароль не подходят' })
})

test('an unknown address costs as much as a wrong password', async () => {
  const cost = { known: 0, unknown: 0 }
  for (let i = 0; i < 9; i++) {
    const { email } = await addOwner()
    for (const [kind, address] of [
      ['known', email],
      ['unknown', `nobody-${i}@rost.example`],
    ] as const) {
      // Of the processor, hashing threads included: unlike the clock it does not depend on who else uses the machine.
      const before = process.cpuUsage()
      await signIn(address, 'not the password')
      cost[kind] += process.cpuUsage(before).user
    }
  }
  expect(Math.min(cost.known, cost.unknown) / Math.max(cost.known, cost.unknown)).toBeGreaterThan(0.6)
})

test('refused tries are in the journal, by id and without the address', async () => {
  const { email, account } = await addOwner()
  await signIn(email, 'not the password')
  const rows = await services.database
    .reader(null)
    .selectFrom('platform.journal')
    .select(['action', 'object_kind', 'details', 'actor_kind'])
    .where('object_id', '=', account)
    .where('action', '=', 'signIn.refused')
    .execute()
  expect(rows).toEqual([{ action: 'signIn.refused', object_kind: 'account', details: null, actor_kind: 'anonymous' }])
})

test('a broken or foreign request does not get as far as the password', async () => {
  const { email } = await addOwner()
  const browser = openBrowser(app)
  const payload = { email, password, role: 'admin' }
  expect((await browser.ask('POST', '/api/sign-in', { payload })).statusCode).toBe(422)
  const headers = { 'sec-fetch-site': 'cross-site' }
  expect((await browser.ask('POST', '/api/sign-in', { payload: { email, password }, headers })).statusCode).toBe(403)
})

test('on https cookies are bound to host and secure connections', async () => {
  const secure = await openTestHouse({ environment: { ROST_URL: 'https://rost.example' } })
  const { email, account } = await addActor(secure)
  await secure.services.database.write(null, (tx) => setPassword(tx, account, passwordHash))
  const browser = openBrowser(secure.app)
  const reply = await browser.ask('POST', '/api/sign-in', { payload: { email, password } })
  expect(reply.statusCode).toBe(201)
  expect(reply.cookies.map(({ name }) => name).sort()).toEqual(['__Host-rost_device', '__Host-rost_session'])
  for (const cookie of reply.cookies) {
    expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(cookie.domain).toBeUndefined()
  }
  expect((await browser.ask('GET', '/api/me')).statusCode).toBe(200)
})
