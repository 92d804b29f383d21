import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, type Person } from '../../../../test/harness/actors.ts'
import { type Browser, openBrowser } from '../../../../test/harness/browser.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { telephone } from '../../../../test/harness/telephone.ts'
import { setPassword } from '../accounts/accounts.repo.ts'
import { hashPassword } from '../passwords/password.hash.ts'
import { makeLink } from '../sign-in/links.repo.ts'

const house = await openTestHouse()
const { app, services } = house
const { tenant } = await addDistrict(house)
const organisation = await addOrganisation(house, tenant)
const password = 'зелёный чайник поёт'
const passwordHash = await hashPassword(password)
let network = 0
const elsewhere = (): Browser => openBrowser(app, `10.7.${Math.floor(++network / 250)}.${network % 250}`)

async function addOwner(): Promise<Person> {
  const owner = await addActor(house, [{ tenant, role: 'head', organisation }])
  await services.database.write(null, (tx) => setPassword(tx, owner.account, passwordHash))
  return owner
}
const signIn = (browser: Browser, email: string) =>
  browser.ask('POST', '/api/sign-in', { payload: { email, password } })
const second = (browser: Browser, code: string) => browser.ask('POST', '/api/sign-in/second', { payload: { code } })
const alive = async (browser: Browser): Promise<boolean> => (await browser.ask('GET', '/api/me')).statusCode === 200

/** As if the last code had been shown long ago. */
const wait = (account: number): Promise<unknown> =>
  services.database.write(null, (tx) =>
    sql`update identity.totp set last_step = last_step - 10 where account_id = ${account}`.execute(tx),
  )

type Owner = { email: string; account: number; browser: Browser; shows: (later?: number) => string; codes: string[] }

/** Somebody who signs in with a code, and whose telephone has not been used for a while. */
async function addCareful(): Promise<Owner> {
  const { email, account } = await addOwner()
  const browser = elsewhere()
  await signIn(browser, email)
  const { address } = (await browser.ask('POST', '/api/me/second-factor', { payload: {} })).json()
  const shows = telephone(address)
  const done = await browser.ask('POST', '/api/me/second-factor/confirm', { payload: { code: shows() } })
  expect(done.statusCode, done.body).toBe(201)
  await wait(account)
  return { email, account, browser, shows, codes: done.json().recoveryCodes }
}

test('set up by the first code; from then on the password alone opens nothing', async () => {
  const { email } = await addOwner()
  const [here, there] = [elsewhere(), elsewhere()]
  await signIn(here, email)
  await signIn(there, email)
  const begun = await here.ask('POST', '/api/me/second-factor', { payload: {} })
  const { address, secret } = begun.json()
  expect(new URL(address).searchParams.get('secret')).toBe(secret.replaceAll(' ', ''))
  const shows = telephone(address)
  expect((await here.ask('GET', '/api/me/second-factor')).json()).toMatchObject({ isOn: false })

  const wrong = await here.ask('POST', '/api/me/second-factor/confirm', { payload: { code: '000000' } })
  expect(wrong.json()).toMatchObject({ status: 422, errors: [{ path: 'code', code: 'code_wrong' }] })
  const before = here.cookies.get('rost_session')
  const done = await here.ask('POST', '/api/me/second-factor/confirm', { payload: { code: shows() } })
  expect(done.json().recoveryCodes).toHaveLength(10)
  expect(here.cookies.get('rost_session')).not.toBe(before)
  expect([await alive(here), await alive(there)]).toEqual([true, false])
  expect((await here.ask('GET', '/api/me/second-factor')).json()).toMatchObject({ isOn: true, recoveryCodesLeft: 10 })

  const browser = elsewhere()
  const reply = await signIn(browser, email)
  expect([reply.statusCode, reply.json()]).toEqual([201, { next: 'code', by: ['code'] }])
  expect([...browser.cookies.keys()]).toEqual(['rost_step'])
  expect(await alive(browser)).toBe(false)
  const passed = await second(browser, shows(1))
  expect(passed.json()).toMatchObject({ name: email })
  expect(browser.cookies.has('rost_step')).toBe(false)
  expect(await alive(browser)).toBe(true)
})

test('the same code does not open twice, nor do two at once', async () => {
  const { email, shows } = await addCareful()
  const browsers = [elsewhere(), elsewhere(), elsewhere()]
  for (const browser of browsers) await signIn(browser, email)
  const code = shows()
  const replies = await Promise.all(browsers.map((browser) => second(browser, code)))
  expect(replies.map((reply) => reply.statusCode).sort()).toEqual([201, 401, 401])
  const late = elsewhere()
  await signIn(late, email)
  expect((await second(late, code)).json()).toMatchObject({ status: 401, code: 'second_code_wrong' })
  // An older one is no good either once a newer was taken.
  expect((await second(late, shows(-1))).statusCode).toBe(401)
  expect((await second(late, shows(1))).statusCode).toBe(201)
})

test('a link and a slip are a first step too', async () => {
  const { account, shows } = await addCareful()
  const browser = elsewhere()
  const token = await services.database.write(null, (tx) => makeLink(tx, account, 30))
  expect((await browser.ask('POST', '/api/sign-in/link/use', { payload: { token } })).json()).toEqual({
    next: 'code',
    by: ['code'],
  })
  expect(await alive(browser)).toBe(false)
  expect((await second(browser, shows())).statusCode).toBe(201)

  const teacher = await addOwner()
  const admin = await addActor(house, [{ tenant, role: 'admin' }])
  const slip = (await admin.ask('POST', `/api/accounts/${teacher.account}/slip`)).json()
  await services.database.write(null, (tx) =>
    sql`insert into identity.totp (account_id, sealed_secret, confirmed_at)
      select ${teacher.account}, sealed_secret, now() from identity.totp where account_id = ${account}`.execute(tx),
  )
  const newcomer = elsewhere()
  const payload = { login: teacher.email, code: slip.code, password: 'другой чайник молчит' }
  expect((await newcomer.ask('POST', '/api/sign-in/code', { payload })).json()).toEqual({ next: 'code', by: ['code'] })
  expect(await alive(newcomer)).toBe(false)
})

test('each recovery code opens once, however it is typed', async () => {
  const { email, codes } = await addCareful()
  const [one = '', other = ''] = codes
  for (const [typed, status] of [
    [` ${one.toUpperCase().replace('-', ' ')} `, 201],
    [one, 401],
    [other, 201],
    ['aaaaa-aaaaa', 401],
  ] as const) {
    const browser = elsewhere()
    await signIn(browser, email)
    expect((await second(browser, typed)).statusCode, typed).toBe(status)
    if (typed === other) {
      expect((await browser.ask('GET', '/api/me/second-factor')).json()).toMatchObject({ recoveryCodesLeft: 8 })
    }
  }
})

test('five wrong codes end the step; many wrong ones slow strangers and not the browser of the owner', async () => {
  const { email, browser: home, shows } = await addCareful()
  const stranger = elsewhere()
  await signIn(stranger, email)
  for (let i = 0; i < 5; i++)
    expect((await second(stranger, '000000')).json()).toMatchObject({ code: 'second_code_wrong' })
  expect((await second(stranger, shows())).json()).toMatchObject({ status: 401, code: 'second_step_over' })
  await signIn(stranger, email)
  for (let i = 0; i < 5; i++) await second(stranger, '000000')
  await signIn(stranger, email)
  const slowed = await second(stranger, shows())
  expect(slowed.json()).toMatchObject({ status: 429, code: 'too_many_codes' })
  expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(60)
  await home.ask('POST', '/api/sign-out')
  await signIn(home, email)
  expect((await second(home, shows())).statusCode).toBe(201)
})

test('without a first step, after ten minutes, and of a disabled account there is no second', async () => {
  const { email, account, shows } = await addCareful()
  expect((await second(elsewhere(), shows())).json()).toMatchObject({ code: 'second_step_over' })
  const planted = elsewhere()
  planted.cookies.set('rost_step', 'A'.repeat(43))
  expect((await second(planted, shows())).statusCode).toBe(401)
  const late = elsewhere()
  await signIn(late, email)
  await services.database.write(null, (tx) =>
    sql`update identity.second_step set expires_at = now() where account_id = ${account}`.execute(tx),
  )
  expect((await second(late, shows())).json()).toMatchObject({ code: 'second_step_over' })
})

test('new codes and switching off ask for the password; setting up does when one came in long ago', async () => {
  const { browser, email, account, codes } = await addCareful()
  const ask = (what: string, payload: object) => browser.ask('POST', `/api/me/second-factor${what}`, { payload })
  for (const what of ['/recovery-codes', '/remove']) {
    expect((await ask(what, {})).json()).toMatchObject({ status: 403, code: 'current_password_needed' })
    expect((await ask(what, { current: 'wrong' })).json()).toMatchObject({ errors: [{ code: 'password_wrong' }] })
  }
  const renewed = (await ask('/recovery-codes', { current: password })).json().recoveryCodes
  expect(renewed).toHaveLength(10)
  const stranger = elsewhere()
  await signIn(stranger, email)
  expect((await second(stranger, codes[0] ?? '')).statusCode).toBe(401)
  expect((await second(stranger, renewed[0])).statusCode).toBe(201)
  expect((await ask('', { current: password })).json()).toMatchObject({ status: 409, code: 'second_factor_stands' })
  expect((await ask('/remove', { current: password })).statusCode).toBe(204)
  expect((await signIn(elsewhere(), email)).json()).toMatchObject({ id: account })

  await services.database.write(null, (tx) =>
    sql`update identity.session set created_at = created_at - interval '31 minutes'`.execute(tx),
  )
  expect((await ask('', {})).json()).toMatchObject({ code: 'current_password_needed' })
  expect((await ask('', { current: password })).statusCode).toBe(201)
})

test('a program can neither set one up nor take it away', async () => {
  const owner = await addOwner()
  const payload = { current: password }
  for (const what of ['', '/recovery-codes', '/remove']) {
    const reply = await owner.ask('POST', `/api/me/second-factor${what}`, { payload })
    expect(reply.json()).toMatchObject({ status: 403, code: 'owner_only' })
  }
})

test('what is stored opens nothing: the secret is sealed, recovery codes are hashes', async () => {
  const { account, email, browser, codes } = await addCareful()
  const again = elsewhere()
  await signIn(again, email)
  await second(again, codes[0] ?? '')
  await browser.ask('POST', '/api/me/second-factor/remove', { payload: { current: password } })
  const { address } = (await browser.ask('POST', '/api/me/second-factor', { payload: {} })).json()
  const secret = new URL(address).searchParams.get('secret') ?? ''
  const { rows } = await sql<{ text: string }>`
    select t::text as text from identity.totp t union all select r::text from identity.recovery_code r
    union all select s::text from identity.second_step s union all select j::text from platform.journal j
    union all select k::text from platform.kept_answer k`.execute(services.database.reader(null))
  const stored = rows.map(({ text }) => text).join('\n')
  const { Secret } = await import('otpauth')
  for (const what of [secret, Buffer.from(Secret.fromBase32(secret).bytes).toString('hex'), ...codes]) {
    expect(stored).not.toContain(what)
    expect(stored).not.toContain(Buffer.from(what.replace('-', '')).toString('hex'))
  }
  expect(stored).toContain(`passSecondStep,account,${account}`)
})

test('where the district asks it of a role, nothing else is reached before it is set up', async () => {
  const admin = await addActor(house, [{ tenant, role: 'admin' }])
  const { email } = await addOwner()
  const browser = elsewhere()
  await signIn(browser, email)
  expect((await browser.ask('GET', '/api/organisations')).statusCode).toBe(200)
  const change = await admin.ask('PATCH', '/api/district/sign-in-rules', {
    payload: { secondFactor: ['head'] },
    headers: { 'if-match': '"0"' },
  })
  expect(change.json()).toMatchObject({ version: 1, secondFactor: ['head'], restMinutes: 720 })

  expect((await browser.ask('GET', '/api/me')).json()).toMatchObject({ secondFactorNeeded: true })
  for (const path of ['/api/organisations', '/api/me/sessions', '/api/tasks', '/api/notifications/unseen']) {
    expect((await browser.ask('GET', path)).json(), path).toMatchObject({ status: 403, code: 'second_factor_needed' })
  }
  expect((await admin.ask('GET', '/api/organisations')).statusCode).toBe(200)
  const { address } = (await browser.ask('POST', '/api/me/second-factor', { payload: {} })).json()
  await browser.ask('POST', '/api/me/second-factor/confirm', { payload: { code: telephone(address)() } })
  expect((await browser.ask('GET', '/api/organisations')).statusCode).toBe(200)
  expect((await browser.ask('GET', '/api/me')).json()).toMatchObject({ secondFactorNeeded: false })
  const { version } = (await admin.ask('GET', '/api/district/sign-in-rules')).json()
  await admin.ask('PATCH', '/api/district/sign-in-rules', {
    payload: { secondFactor: [] },
    headers: { 'if-match': `"${version}"` },
  })
})

test('an administrator takes it away from who lost the telephone; the journal has it and the owner is told', async () => {
  const { account, email, browser } = await addCareful()
  const admin = await addActor(house, [{ tenant, role: 'admin' }])
  const path = `/api/accounts/${account}`
  expect((await admin.ask('GET', path)).json()).toMatchObject({
    secondFactor: true,
    can: expect.arrayContaining(['resetSecondFactor']),
  })
  expect((await admin.ask('POST', `${path}/reset-second-factor`)).statusCode).toBe(204)
  expect((await admin.ask('POST', `${path}/reset-second-factor`)).json()).toMatchObject({
    code: 'second_factor_missing',
  })
  expect((await signIn(elsewhere(), email)).json()).toMatchObject({ id: account })
  const { items } = (await browser.ask('GET', '/api/notifications')).json()
  expect(items[0]).toMatchObject({ link: '/account', text: expect.stringContaining('вход с кодом') })
  const noted = await services.database
    .reader(tenant)
    .selectFrom('platform.journal')
    .select(['account_id', 'object_id'])
    .where('action', '=', 'resetSecondFactor')
    .execute()
  expect(noted).toEqual([{ account_id: admin.account, object_id: account }])
})

test('on https the cookie of the step is bound to host and secure connections', async () => {
  const secure = await openTestHouse({ environment: { ROST_URL: 'https://rost.example' } })
  const { email, account } = await addActor(secure)
  await secure.services.database.write(null, async (tx) => {
    await setPassword(tx, account, passwordHash)
    await sql`insert into identity.totp (account_id, sealed_secret, confirmed_at) values (${account}, '\\x00', now())`.execute(
      tx,
    )
  })
  const reply = await openBrowser(secure.app).ask('POST', '/api/sign-in', { payload: { email, password } })
  expect(reply.cookies).toMatchObject([
    { name: '__Host-rost_step', secure: true, httpOnly: true, sameSite: 'Lax', path: '/' },
  ])
})
