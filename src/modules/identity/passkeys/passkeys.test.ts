import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { addActor, addDistrict, addOrganisation, type Person } from '../../../../test/harness/actors.ts'
import { type Authenticator, authenticator, type Otherwise } from '../../../../test/harness/authenticator.ts'
import { type Browser, openBrowser } from '../../../../test/harness/browser.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { telephone } from '../../../../test/harness/telephone.ts'
import { setDisabled, setPassword } from '../accounts/accounts.repo.ts'
import { voidSecrets } from '../accounts/accounts.service.ts'
import { hashPassword } from '../passwords/password.hash.ts'
import { resetByOperator } from '../second-factor/second-factor.operator.ts'
import { makeLink } from '../sign-in/links.repo.ts'

const ORIGIN = 'http://localhost:8080'
const house = await openTestHouse({ work: true })
const { app, services, dataFolder } = house
const { tenant } = await addDistrict(house)
const organisation = await addOrganisation(house, tenant)
const password = 'зелёный чайник поёт'
const passwordHash = await hashPassword(password)
let network = 0
const elsewhere = (): Browser => openBrowser(app, `10.8.${Math.floor(++network / 250)}.${network % 250}`)

async function addOwner(): Promise<Person> {
  const owner = await addActor(house, [{ tenant, role: 'head', organisation }])
  await services.database.write(null, (tx) => setPassword(tx, owner.account, passwordHash))
  return owner
}
const typePassword = (browser: Browser, email: string) =>
  browser.ask('POST', '/api/sign-in', { payload: { email, password } })
const alive = async (browser: Browser): Promise<boolean> => (await browser.ask('GET', '/api/me')).statusCode === 200

/** Adds the passkey of the device; the reply of the last step. */
async function add(browser: Browser, device: Authenticator, otherwise: Otherwise = {}, name = 'Рабочий компьютер') {
  const begun = await browser.ask('POST', '/api/me/passkeys/begin', { payload: {} })
  expect(begun.statusCode, begun.body).toBe(201)
  const { options, ticket } = begun.json()
  const credential = device.make({ rpId: options.rp.id, challenge: options.challenge }, otherwise)
  return await browser.ask('POST', '/api/me/passkeys', { payload: { name, ticket, credential } })
}

const asked = async (browser: Browser) => (await browser.ask('GET', '/api/sign-in/passkey')).json().asked

async function show(browser: Browser, device: Authenticator, otherwise: Otherwise = {}) {
  const { options, ticket } = await asked(browser)
  const payload = { ticket, credential: device.show(options, otherwise) }
  return await browser.ask('POST', '/api/sign-in/passkey', { payload })
}

/** Somebody with a passkey, the device it is in, and the browser it was added in. */
async function addKeeper() {
  const { email, account } = await addOwner()
  const browser = elsewhere()
  await typePassword(browser, email)
  const device = authenticator(ORIGIN)
  const added = await add(browser, device)
  expect(added.statusCode, added.body).toBe(201)
  return { email, account, browser, device, codes: added.json().recoveryCodes as string[] }
}

async function lettersTo(email: string): Promise<string[]> {
  const folder = join(dataFolder, 'mail')
  const names = await readdir(folder).catch(() => [])
  const all = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return all.filter((letter) => letter.includes(`To: ${email}`))
}

test('added, named, told to its owner; from then on it signs in alone and the password alone opens nothing', async () => {
  const { email, account } = await addOwner()
  const [here, there] = [elsewhere(), elsewhere()]
  await typePassword(here, email)
  await typePassword(there, email)
  const device = authenticator(ORIGIN)
  const { options } = (await here.ask('POST', '/api/me/passkeys/begin', { payload: {} })).json()
  expect(options).toMatchObject({
    rp: { id: 'localhost' },
    user: { name: email },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    attestation: 'none',
    excludeCredentials: [],
  })
  const added = await add(here, device)
  expect(added.statusCode, added.body).toBe(201)
  expect(added.json().recoveryCodes).toHaveLength(10)
  expect([await alive(here), await alive(there)]).toEqual([true, false])
  await vi.waitFor(async () => expect(await lettersTo(email)).toHaveLength(1), { timeout: 20_000, interval: 50 })

  const browser = elsewhere()
  expect((await typePassword(browser, email)).json()).toEqual({ next: 'code', by: ['passkey'] })
  expect(await alive(browser)).toBe(false)
  expect((await asked(browser)).options.allowCredentials).toEqual([
    { type: 'public-key', id: device.id, transports: ['hybrid', 'internal'] },
  ])
  expect((await show(browser, device)).json()).toMatchObject({ id: account })
  expect(browser.cookies.has('rost_step')).toBe(false)
  expect(await alive(browser)).toBe(true)

  const alone = elsewhere()
  expect((await asked(alone)).options).toMatchObject({ allowCredentials: [], userVerification: 'required' })
  expect((await show(alone, device)).statusCode).toBe(201)
  const { items } = (await alone.ask('GET', '/api/me/passkeys')).json()
  expect(items).toMatchObject([{ name: 'Рабочий компьютер', usedAt: expect.any(String) }])
  const sessions = (await alone.ask('GET', '/api/me/sessions')).json().items
  expect(sessions.map(({ openedBy }: { openedBy: string }) => openedBy).sort()).toEqual([
    'passkey',
    'passkey',
    'password',
  ])
})

test.each<[string, Otherwise]>([
  ['of another page', { origin: 'http://localhost.evil.example' }],
  ['of a page by https that is not ours', { origin: 'https://rost.example' }],
  ['to another challenge', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
  ['for another site', { rpId: 'evil.example' }],
  ['without finger, face or PIN', { unverified: true }],
  ['counted back', { counter: 1 }],
  ['not counted on', { counter: 2 }],
  ['of another kind', { type: 'webauthn.create' }],
])('an answer %s is refused', async (_, otherwise) => {
  const { device, account } = await addKeeper()
  expect((await show(elsewhere(), device)).statusCode).toBe(201)
  const browser = elsewhere()
  const reply = await show(browser, device, otherwise)
  expect(reply.json()).toMatchObject({ status: 401, code: 'passkey_wrong' })
  expect(await alive(browser)).toBe(false)
  const noted = await services.database
    .reader(null)
    .selectFrom('platform.journal')
    .select('action')
    .where('object_kind', '=', 'account')
    .where('object_id', '=', account)
    .execute()
  expect(noted.map(({ action }) => action)).toContain('signIn.refused')
  expect((await show(browser, device, { counter: 3 })).statusCode).toBe(201)
})

test.each<[string, Otherwise]>([
  ['on another page', { origin: 'http://localhost.evil.example' }],
  ['for another challenge', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
  ['for another site', { rpId: 'evil.example' }],
  ['without finger, face or PIN', { unverified: true }],
  ['as an answer of another kind', { type: 'webauthn.get' }],
])('a passkey made %s is not added', async (_, otherwise) => {
  const { email } = await addOwner()
  const browser = elsewhere()
  await typePassword(browser, email)
  const reply = await add(browser, authenticator(ORIGIN), otherwise)
  expect(reply.json()).toMatchObject({ status: 409, code: 'passkey_unfit' })
  expect((await browser.ask('GET', '/api/me/passkeys')).json().items).toEqual([])
})

test('the same answer does not open twice, nor do two at once, nor a wrong one tried again', async () => {
  const { device } = await addKeeper()
  const browsers = [elsewhere(), elsewhere(), elsewhere()]
  const { options, ticket } = await asked(elsewhere())
  const payload = { ticket, credential: device.show(options) }
  const replies = await Promise.all(browsers.map((b) => b.ask('POST', '/api/sign-in/passkey', { payload })))
  expect(replies.map((reply) => reply.statusCode).sort()).toEqual([201, 401, 401])
  const again = await elsewhere().ask('POST', '/api/sign-in/passkey', { payload })
  expect(again.json()).toMatchObject({ code: 'passkey_over' })

  const other = await asked(elsewhere())
  const wrong = { ticket: other.ticket, credential: device.show(other.options, { unverified: true }) }
  await elsewhere().ask('POST', '/api/sign-in/passkey', { payload: wrong })
  const right = { ticket: other.ticket, credential: device.show(other.options) }
  const late = await elsewhere().ask('POST', '/api/sign-in/passkey', { payload: right })
  expect(late.json()).toMatchObject({ code: 'passkey_over' })
})

test('a ticket that is cut, made up, of adding, of another session or too old is worth nothing', async () => {
  const { device, browser, email } = await addKeeper()
  const { options, ticket } = await asked(elsewhere())
  const begun = (await browser.ask('POST', '/api/me/passkeys/begin', { payload: {} })).json()
  const signIn = (ticket: string, challenge = options.challenge) =>
    elsewhere().ask('POST', '/api/sign-in/passkey', {
      payload: { ticket, credential: device.show({ rpId: 'localhost', challenge }) },
    })
  for (const bad of [ticket.slice(0, -2), 'A'.repeat(200), 'A'])
    expect((await signIn(bad)).json()).toMatchObject({ code: 'passkey_over' })
  expect((await signIn(begun.ticket, begun.options.challenge)).json()).toMatchObject({ code: 'passkey_over' })
  expect((await signIn(ticket)).statusCode).toBe(201)

  const other = elsewhere()
  await typePassword(other, email)
  await show(other, device)
  const credential = authenticator(ORIGIN).make({ rpId: 'localhost', challenge: begun.options.challenge })
  const payload = { name: 'чужой', ticket: begun.ticket, credential }
  const stolen = await other.ask('POST', '/api/me/passkeys', { payload })
  expect(stolen.json()).toMatchObject({ status: 409, code: 'passkey_over' })

  const old = await asked(elsewhere())
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10 * 60_000 + 1_000 })
  try {
    expect((await signIn(old.ticket, old.options.challenge)).json()).toMatchObject({ code: 'passkey_over' })
  } finally {
    vi.useRealTimers()
  }
})

test('a device nobody added, one of somebody else under another name, and a bad signature open nothing', async () => {
  const [mine, theirs] = [await addKeeper(), await addKeeper()]
  const stranger = authenticator(ORIGIN)
  expect((await show(elsewhere(), stranger)).json()).toMatchObject({ status: 401, code: 'passkey_wrong' })
  const { options, ticket } = await asked(elsewhere())
  const forged = { ...theirs.device.show(options), id: mine.device.id }
  const reply = await elsewhere().ask('POST', '/api/sign-in/passkey', { payload: { ticket, credential: forged } })
  expect(reply.json()).toMatchObject({ status: 401, code: 'passkey_wrong' })
  for (const rubbish of ['e30', 'AAAA']) {
    const { ticket } = await asked(elsewhere())
    const response = { clientDataJSON: rubbish, authenticatorData: rubbish, signature: rubbish }
    const payload = { ticket, credential: { id: mine.device.id, response } }
    const reply = await elsewhere().ask('POST', '/api/sign-in/passkey', { payload })
    expect(reply.json()).toMatchObject({ status: 401, code: 'passkey_wrong' })
  }
})

test('a device that another account has is not added; one of an account with several is found by each', async () => {
  const { browser, device } = await addKeeper()
  const other = await addKeeper()
  expect((await add(other.browser, device)).json()).toMatchObject({ status: 409, code: 'passkey_known' })
  const second = authenticator(ORIGIN)
  const added = await add(browser, second, {}, 'Телефон')
  expect(added.json()).toEqual({ recoveryCodes: [] })
  for (const one of [device, second]) expect((await show(elsewhere(), one)).statusCode).toBe(201)
  expect(await alive(browser)).toBe(true)
})

test('a recovery code stands in for a lost device; the last passkey takes the codes along', async () => {
  const { email, codes, browser, device } = await addKeeper()
  const paper = elsewhere()
  await typePassword(paper, email)
  const passed = await paper.ask('POST', '/api/sign-in/second', { payload: { code: codes[0] } })
  expect(passed.statusCode).toBe(201)
  expect((await browser.ask('GET', '/api/me/second-factor')).json()).toEqual({
    ...{ isOn: false, since: null, passkeys: 1, recoveryCodesLeft: 9 },
  })
  const renewed = await browser.ask('POST', '/api/me/second-factor/recovery-codes', { payload: { current: password } })
  expect(renewed.json().recoveryCodes).toHaveLength(10)

  const { items } = (await browser.ask('GET', '/api/me/passkeys')).json()
  const remove = (payload: object) => browser.ask('POST', `/api/me/passkeys/${items[0].id}/remove`, { payload })
  expect((await remove({})).json()).toMatchObject({ status: 403, code: 'current_password_needed' })
  expect((await remove({ current: 'wrong' })).json()).toMatchObject({ errors: [{ code: 'password_wrong' }] })
  expect(
    (await paper.ask('POST', '/api/me/passkeys/999999/remove', { payload: { current: password } })).statusCode,
  ).toBe(404)
  expect((await remove({ current: password })).statusCode).toBe(204)
  expect((await show(elsewhere(), device)).json()).toMatchObject({ status: 401, code: 'passkey_wrong' })
  expect((await browser.ask('GET', '/api/me/second-factor')).json()).toMatchObject({ recoveryCodesLeft: 0 })
  expect((await typePassword(elsewhere(), email)).json()).toMatchObject({ name: email })
  await vi.waitFor(async () => expect(await lettersTo(email)).toHaveLength(2), { timeout: 20_000, interval: 50 })
})

test('codes of an application and passkeys stand beside each other; either passes the second step', async () => {
  const { email, browser, device } = await addKeeper()
  const { address } = (await browser.ask('POST', '/api/me/second-factor', { payload: {} })).json()
  await browser.ask('POST', '/api/me/second-factor/confirm', { payload: { code: telephone(address)() } })
  const here = elsewhere()
  expect((await typePassword(here, email)).json()).toEqual({ next: 'code', by: ['code', 'passkey'] })
  expect((await show(here, device)).statusCode).toBe(201)
  await browser.ask('POST', '/api/me/second-factor/remove', { payload: { current: password } })
  expect((await browser.ask('GET', '/api/me/second-factor')).json()).toMatchObject({ isOn: false, passkeys: 1 })
  expect((await typePassword(elsewhere(), email)).json()).toEqual({ next: 'code', by: ['passkey'] })
})

test('who has no password takes one away after signing in by a passkey', async () => {
  const { account } = await addActor(house, [{ tenant, role: 'head', organisation }])
  const browser = elsewhere()
  const token = await services.database.write(null, (tx) => makeLink(tx, account, 30))
  await browser.ask('POST', '/api/sign-in/link/use', { payload: { token } })
  const device = authenticator(ORIGIN)
  expect((await add(browser, device)).statusCode).toBe(201)
  await browser.ask('POST', '/api/sign-out')
  expect((await show(browser, device)).statusCode).toBe(201)
  const { items } = (await browser.ask('GET', '/api/me/passkeys')).json()
  const removed = await browser.ask('POST', `/api/me/passkeys/${items[0].id}/remove`, { payload: {} })
  expect(removed.statusCode).toBe(204)
})

test('adding one asks for the password when one came in long ago; a program can do nothing with them', async () => {
  const owner = await addOwner()
  const browser = elsewhere()
  await typePassword(browser, owner.email)
  await services.database.write(null, (tx) =>
    sql`update identity.session set created_at = created_at - interval '31 minutes' where account_id = ${owner.account}`.execute(
      tx,
    ),
  )
  const begin = (payload: object) => browser.ask('POST', '/api/me/passkeys/begin', { payload })
  expect((await begin({})).json()).toMatchObject({ status: 403, code: 'current_password_needed' })
  expect((await begin({ current: password })).statusCode).toBe(201)
  for (const path of ['begin', '1/remove']) {
    const reply = await owner.ask('POST', `/api/me/passkeys/${path}`, { payload: { current: password } })
    expect(reply.json()).toMatchObject({ status: 403, code: 'owner_only' })
  }
})

test('it is enough where the district asks a second factor of the role', async () => {
  const admin = await addActor(house, [{ tenant, role: 'admin' }])
  const { email } = await addOwner()
  const browser = elsewhere()
  await typePassword(browser, email)
  const rule = (secondFactor: string[], version: number) =>
    admin.ask('PATCH', '/api/district/sign-in-rules', {
      payload: { secondFactor },
      headers: { 'if-match': `"${version}"` },
    })
  const { version } = (await rule(['head'], 0)).json()
  expect((await browser.ask('GET', '/api/organisations')).json()).toMatchObject({ code: 'second_factor_needed' })
  const device = authenticator(ORIGIN)
  expect((await add(browser, device)).statusCode).toBe(201)
  expect((await browser.ask('GET', '/api/organisations')).statusCode).toBe(200)
  const { items } = (await browser.ask('GET', '/api/me/passkeys')).json()
  await browser.ask('POST', `/api/me/passkeys/${items[0].id}/remove`, { payload: { current: password } })
  expect((await browser.ask('GET', '/api/organisations')).json()).toMatchObject({ code: 'second_factor_needed' })
  await rule([], version)
})

test('reset by administrator or operator, shut out, or joined to a second district, none lets in any more', async () => {
  const admin = await addActor(house, [{ tenant, role: 'admin' }])
  const ways: ((account: number, email: string) => Promise<unknown>)[] = [
    (account) => admin.ask('POST', `/api/accounts/${account}/reset-second-factor`),
    (_, email) => resetByOperator(services, email),
    (account) => services.database.write(null, (tx) => setDisabled(tx, account, true)),
    (account) => services.database.write(null, (tx) => voidSecrets(tx, account)),
  ]
  for (const [at, way] of ways.entries()) {
    const { account, email, device } = await addKeeper()
    expect((await admin.ask('GET', `/api/accounts/${account}`)).json()).toMatchObject({ secondFactor: true })
    await way(account, email)
    expect((await show(elsewhere(), device)).json(), String(at)).toMatchObject({ status: 401, code: 'passkey_wrong' })
  }
})

test('at an address without a name there are none', async () => {
  const bare = await openTestHouse({ environment: { ROST_URL: 'http://192.0.2.7:8080' } })
  const browser = openBrowser(bare.app)
  expect((await browser.ask('GET', '/api/sign-in/passkey')).json()).toEqual({ asked: null })
  const { account } = await addActor(bare)
  const token = await bare.services.database.write(null, (tx) => makeLink(tx, account, 30))
  await browser.ask('POST', '/api/sign-in/link/use', { payload: { token } })
  expect((await browser.ask('GET', '/api/me/passkeys')).json()).toEqual({ items: [], possible: false })
  expect((await browser.ask('POST', '/api/me/passkeys/begin', { payload: {} })).json()).toMatchObject({
    ...{ status: 409, code: 'passkeys_impossible' },
  })
})
