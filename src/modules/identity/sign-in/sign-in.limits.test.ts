import { expect, test } from 'vitest'
import { addActor } from '../../../../test/harness/actors.ts'
import { type Browser, openBrowser } from '../../../../test/harness/browser.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { setPassword } from '../accounts/accounts.repo.ts'
import { hashPassword } from '../passwords/password.hash.ts'

const house = await openTestHouse()
const { app, services } = house
const password = 'зелёный чайник поёт'
const passwordHash = await hashPassword(password)
let network = 0
/** An address nothing was tried from yet. */
const address = (): string => `10.${Math.floor(++network / 250)}.${network % 250}.7`

async function addOwner(): Promise<string> {
  const { email, account } = await addActor(house)
  await services.database.write(null, (tx) => setPassword(tx, account, passwordHash))
  return email
}

async function tryOut(email: string, browser: Browser, typed = 'not the password'): Promise<number> {
  return (await browser.ask('POST', '/api/sign-in', { payload: { email, password: typed } })).statusCode
}

async function statuses(tries: number, attempt: (at: number) => Promise<number>): Promise<Record<number, number>> {
  const counted: Record<number, number> = {}
  for (let at = 0; at < tries; at++) {
    const status = await attempt(at)
    counted[status] = (counted[status] ?? 0) + 1
  }
  return counted
}

/** As many are let through as the bucket holds, and as have run into it meanwhile: a slow machine takes its time. */
async function expectSlowed(
  tries: number,
  { capacity, refillSeconds }: { readonly capacity: number; readonly refillSeconds: number },
  attempt: (at: number) => Promise<number>,
): Promise<void> {
  const begun = performance.now()
  const { 401: passed = 0, 429: slowed = 0, ...others } = await statuses(tries, attempt)
  const refilled = Math.floor((performance.now() - begun) / 1000 / refillSeconds)
  expect(others).toEqual({})
  expect(passed + slowed).toBe(tries)
  expect(passed).toBeGreaterThanOrEqual(capacity)
  expect(passed).toBeLessThanOrEqual(capacity + refilled)
}

test('one address on one account: slowed after ten, and the owner gets in from elsewhere', async () => {
  const email = await addOwner()
  const attacker = openBrowser(app, address())
  expect(await statuses(25, () => tryOut(email, attacker))).toEqual({ 401: 10, 429: 15 })
  expect(await tryOut(email, openBrowser(app, address()), password)).toBe(201)
})

test('the refusal says when to try again, even with the right password', async () => {
  const email = await addOwner()
  const attacker = openBrowser(app, address())
  await statuses(10, () => tryOut(email, attacker))
  const reply = await attacker.ask('POST', '/api/sign-in', { payload: { email, password } })
  expect(reply.statusCode).toBe(429)
  expect(Number(reply.headers['retry-after'])).toBeGreaterThan(50)
  expect(Number(reply.headers['retry-after'])).toBeLessThanOrEqual(60)
  expect(reply.headers['content-type']).toMatch('application/problem+json')
  expect(reply.json()).toMatchObject({ code: 'too_many_sign_ins', status: 429 })
})

test('one address on many accounts: slowed after fifty', async () => {
  const attacker = openBrowser(app, address())
  const network = { capacity: 50, refillSeconds: 10 }
  await expectSlowed(53, network, (at) => tryOut(`somebody-${at}@rost.example`, attacker))
})

test('many addresses on one account: slowed after thirty; the owner’s browser and network are not', async () => {
  const email = await addOwner()
  const home = address()
  const known = openBrowser(app, home)
  expect(await tryOut(email, known, password)).toBe(201)

  await expectSlowed(33, { capacity: 30, refillSeconds: 20 }, () => tryOut(email, openBrowser(app, address())))
  const travelling = openBrowser(app, address())
  travelling.cookies.set('rost_device', known.cookies.get('rost_device') ?? '')
  expect(await tryOut(email, travelling, password)).toBe(201)
  expect(await tryOut(email, openBrowser(app, home), password)).toBe(201)
})

test('a forwarded address counts only when a proxy on this machine tells it', async () => {
  const email = await addOwner()
  const attacker = openBrowser(app, address())
  const spoofed = (at: number): Promise<number> =>
    attacker
      .ask('POST', '/api/sign-in', {
        payload: { email, password: 'not the password' },
        headers: { 'x-forwarded-for': `192.0.2.${at}` },
      })
      .then((reply) => reply.statusCode)
  expect(await statuses(12, spoofed)).toEqual({ 401: 10, 429: 2 })
})

test('a known browser has limits of its own, and is known for its own accounts only', async () => {
  const [email, other] = [await addOwner(), await addOwner()]
  const thief = openBrowser(app, address())
  expect(await tryOut(email, thief, password)).toBe(201)
  expect(await statuses(12, () => tryOut(email, thief))).toEqual({ 401: 10, 429: 2 })
  expect(await statuses(12, () => tryOut(other, thief))).toEqual({ 401: 10, 429: 2 })
})

test('right passwords are not counted: a school behind one address signs in on the first morning', async () => {
  const email = await addOwner()
  const school = address()
  expect(await statuses(52, () => tryOut(email, openBrowser(app, school), password))).toEqual({ 201: 52 })
})
