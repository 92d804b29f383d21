import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import {
  addActor,
  addDistrict,
  addOrganisation,
  addPerson,
  type Person,
  unique,
} from '../../../../test/harness/actors.ts'
import { type Browser, openBrowser } from '../../../../test/harness/browser.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { goThere, openBentProvider, openEsia, openProvider } from '../../../../test/harness/providers.ts'
import { telephone } from '../../../../test/harness/telephone.ts'
import { setDisabled, setPassword } from '../accounts/accounts.repo.ts'
import { voidSecrets } from '../accounts/accounts.service.ts'
import { hashPassword } from '../passwords/password.hash.ts'

const SITE = 'http://localhost:8080'
const back = (code: string): string => `${SITE}/sign-in/outside/${code}`
const people: Record<string, Record<string, unknown>> = {}
const citizens: Record<string, Record<string, unknown>> = {}
const client = (code: string) => ({ id: code, secret: `a secret of ${code}, long enough`, back: back(code) })
const region = await openProvider(people, [client('plain'), client('trusted'), client('strong'), client('numbers')])
const bent = await openBentProvider()
const esia = await openEsia(citizens)
/** Takes connections and never says a word. */
const hole = createServer(() => {})
await new Promise<void>((done) => hole.listen(0, '127.0.0.1', done))
const holeAddress = hole.address()
const folder = await mkdtemp(join(tmpdir(), 'rost-providers-'))
afterAll(async () => {
  hole.close()
  await rm(folder, { recursive: true })
})
const file = join(folder, 'providers.json')
const named = (code: string) => ({ code, name: { ru: `Вход ${code}`, en: `Door ${code}` } })
const here = { issuer: region.address, secretFrom: 'PROVIDER_SECRET' }
const email = { claim: { name: 'email', holds: 'email' }, scope: 'openid email' }
await writeFile(
  file,
  JSON.stringify([
    { ...named('plain'), ...here, ...email, clientId: 'plain', secretFrom: 'SECRET_PLAIN' },
    { ...named('trusted'), ...here, ...email, clientId: 'trusted', secretFrom: 'SECRET_TRUSTED', trusted: true },
    { ...named('strong'), ...here, clientId: 'strong', secretFrom: 'SECRET_STRONG', secondFactor: true },
    {
      ...named('numbers'),
      ...here,
      ...{ clientId: 'numbers', secretFrom: 'SECRET_NUMBERS', trusted: true, scope: 'openid snils' },
      claim: { name: 'snils', holds: 'snils' },
    },
    { ...named('bent'), issuer: bent.address, clientId: 'rost' },
    {
      ...named('hole'),
      issuer: `http://127.0.0.1:${typeof holeAddress === 'object' ? holeAddress?.port : 0}`,
      clientId: 'rost',
    },
    {
      ...named('esia'),
      ...{ kind: 'esia', issuer: esia.address, signer: `${esia.address}/sign`, clientId: 'ROST', trusted: true },
      ...{ scope: 'openid snils', claim: { name: 'snils', holds: 'snils' }, secondFactor: true },
    },
  ]),
)
const secrets = ['plain', 'trusted', 'strong', 'numbers'].map((code) => [
  `SECRET_${code.toUpperCase()}`,
  client(code).secret,
])
const house = await openTestHouse({
  environment: { ROST_URL: SITE, ROST_PROVIDERS: file, ...Object.fromEntries(secrets) },
})
const { app, services } = house
const { tenant } = await addDistrict(house)
const organisation = await addOrganisation(house, tenant)
const password = 'зелёный чайник поёт'
const passwordHash = await hashPassword(password)
let network = 0
const elsewhere = (): Browser => openBrowser(app, `10.9.0.${++network % 250}`)

async function addOwner(): Promise<Person> {
  const owner = await addActor(house, [{ tenant, role: 'head', organisation }])
  await services.database.write(null, (tx) => setPassword(tx, owner.account, passwordHash))
  return owner
}
async function signedIn(owner: Person): Promise<Browser> {
  const browser = elsewhere()
  await browser.ask('POST', '/api/sign-in', { payload: { email: owner.email, password } })
  return browser
}
const alive = async (browser: Browser): Promise<boolean> => (await browser.ask('GET', '/api/me')).statusCode === 200
const setOut = async (browser: Browser, code: string): Promise<string> => {
  const reply = await browser.ask('GET', `/api/sign-in/outside/${code}`)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().address
}
const comeBack = (browser: Browser, code: string, answer: string) =>
  browser.ask('POST', `/api/sign-in/outside/${code}`, { payload: { answer } })

async function signIn(browser: Browser, code: string, login: string | null) {
  return await comeBack(browser, code, await goThere(await setOut(browser, code), back(code), login))
}

async function link(browser: Browser, code: string, login: string) {
  const begun = await browser.ask('POST', `/api/me/outside/${code}`, { payload: {} })
  expect(begun.statusCode, begun.body).toBe(201)
  return await comeBack(browser, code, await goThere(begun.json().address, back(code), login))
}

/** Somebody of the provider nobody else is. */
function addOutsider(claims: Record<string, unknown> = {}): string {
  const login = unique('outsider')
  people[login] = claims
  return login
}

test('the providers of the settings are listed by name and nothing else; one that is not there is unknown', async () => {
  const { items } = (await elsewhere().ask('GET', '/api/sign-in/outside')).json()
  expect(items[0]).toEqual(named('plain'))
  expect((await elsewhere().ask('GET', '/api/sign-in/outside/none')).statusCode).toBe(404)
})

test('an account is linked by its signed-in owner, signs in by it, and is parted again', async () => {
  const owner = await addOwner()
  const login = addOutsider()
  const unknown = elsewhere()
  expect((await signIn(unknown, 'plain', login)).json()).toMatchObject({ status: 401, code: 'outside_unknown' })
  expect(await alive(unknown)).toBe(false)

  const home = await signedIn(owner)
  expect((await link(home, 'plain', login)).json()).toEqual({ linked: true })
  const mine = async () => (await home.ask('GET', '/api/me/outside')).json().items[0]
  expect(await mine()).toMatchObject({ code: 'plain', linkedAt: expect.any(String), usedAt: null })
  const browser = elsewhere()
  expect((await signIn(browser, 'plain', login)).json()).toMatchObject({ id: owner.account })
  expect(await alive(browser)).toBe(true)
  expect(await mine()).toMatchObject({ usedAt: expect.any(String) })
  const sessions = (await browser.ask('GET', '/api/me/sessions')).json().items
  expect(sessions.map(({ openedBy }: { openedBy: string }) => openedBy).sort()).toEqual(['outside', 'password'])

  const remove = (payload: object) => home.ask('POST', '/api/me/outside/plain/remove', { payload })
  expect((await remove({})).json()).toMatchObject({ code: 'current_password_needed' })
  expect((await remove({ current: password })).statusCode).toBe(204)
  expect((await signIn(elsewhere(), 'plain', login)).json()).toMatchObject({ code: 'outside_unknown' })
})

test('who is linked with somebody is not linked with another, nor an account twice with one provider', async () => {
  const [one, other] = [await signedIn(await addOwner()), await signedIn(await addOwner())]
  const login = addOutsider()
  expect((await link(one, 'plain', login)).statusCode).toBe(201)
  expect((await link(other, 'plain', login)).json()).toMatchObject({ status: 409, code: 'outside_taken' })
  expect((await link(one, 'plain', addOutsider())).json()).toMatchObject({ status: 409, code: 'outside_taken' })
  expect((await link(one, 'plain', login)).json()).toEqual({ linked: true })
})

test('a claim links where the operator trusts it and the provider vouches for it, and there alone', async () => {
  const owner = await addOwner()
  const claims = { email: owner.email.toUpperCase(), email_verified: true }
  expect((await signIn(elsewhere(), 'plain', addOutsider(claims))).json()).toMatchObject({ code: 'outside_unknown' })
  const unverified = addOutsider({ ...claims, email_verified: false })
  expect((await signIn(elsewhere(), 'trusted', unverified)).json()).toMatchObject({ code: 'outside_unknown' })
  expect((await signIn(elsewhere(), 'trusted', addOutsider())).json()).toMatchObject({ code: 'outside_unknown' })
  const login = addOutsider(claims)
  expect((await signIn(elsewhere(), 'trusted', login)).json()).toMatchObject({ id: owner.account })
  // From then on by who it is there, whatever becomes of the address.
  people[login] = {}
  expect((await signIn(elsewhere(), 'trusted', login)).json()).toMatchObject({ id: owner.account })
  const second = addOutsider(claims)
  expect((await signIn(elsewhere(), 'trusted', second)).json()).toMatchObject({ code: 'outside_taken' })
  const { n } = await services.database
    .reader(null)
    .selectFrom('identity.account')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('email_key', '=', owner.email)
    .executeTakeFirstOrThrow()
  expect(n).toBe(1)
})

test('by the number of a person, where one account alone has it', async () => {
  const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
  const person = await addPerson(house, tenant)
  const snils = '112-233-445 95'
  const saved = await methodist.ask('PATCH', `/api/people/${person}`, {
    payload: { snils },
    headers: { 'if-match': '"1"' },
  })
  expect(saved.statusCode, saved.body).toBe(200)
  expect((await signIn(elsewhere(), 'numbers', addOutsider({ snils }))).json()).toMatchObject({
    code: 'outside_unknown',
  })
  const owner = await addActor(house, [{ tenant, role: 'head', organisation, person }])
  const login = addOutsider({ snils: '11223344595' })
  expect((await signIn(elsewhere(), 'numbers', login)).json()).toMatchObject({ id: owner.account })
  await addActor(house, [{ tenant, role: 'teacher', person }])
  expect((await signIn(elsewhere(), 'numbers', addOutsider({ snils }))).json()).toMatchObject({
    code: 'outside_unknown',
  })

  citizens['1000300'] = { trusted: false, snils }
  const early = elsewhere()
  const asked = esia.agree(await setOut(early, 'esia'), '1000300')
  expect((await comeBack(early, 'esia', asked)).json()).toMatchObject({ code: 'outside_unknown' })
})

test('ЕСИА, as far as a stand-in of its shape goes: signed requests, facts asked for apart', async () => {
  const owner = await addActor(house, [{ tenant, role: 'head', organisation }])
  const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
  const person = await addPerson(house, tenant)
  await services.database.write(tenant, (tx) =>
    sql`update registry.grant set person_id = ${person} where account_id = ${owner.account}`.execute(tx),
  )
  const snils = '087-654-303 00'
  const saved = await methodist.ask('PATCH', `/api/people/${person}`, {
    payload: { snils },
    headers: { 'if-match': '"1"' },
  })
  expect(saved.statusCode, saved.body).toBe(200)
  citizens['1000299'] = { trusted: true, snils, firstName: 'Анна' }
  const browser = elsewhere()
  const answer = esia.agree(await setOut(browser, 'esia'), '1000299')
  const wrong = answer.replace(/state=[^&]*/, 'state=another')
  const other = elsewhere()
  await setOut(other, 'esia')
  expect((await comeBack(other, 'esia', wrong)).json()).toMatchObject({ code: 'outside_wrong' })
  expect((await comeBack(browser, 'esia', answer)).json()).toMatchObject({ id: owner.account })
  expect(await alive(browser)).toBe(true)
  const again = elsewhere()
  await setOut(again, 'esia')
  expect((await comeBack(again, 'esia', answer)).json()).toMatchObject({ code: 'outside_wrong' })
})

test('the second step follows, unless the provider asks for two factors itself', async () => {
  const owner = await addOwner()
  const home = await signedIn(owner)
  const { address } = (await home.ask('POST', '/api/me/second-factor', { payload: {} })).json()
  const shows = telephone(address)
  await home.ask('POST', '/api/me/second-factor/confirm', { payload: { code: shows() } })
  const login = addOutsider()
  for (const code of ['plain', 'strong']) expect((await link(home, code, login)).json()).toEqual({ linked: true })
  const browser = elsewhere()
  expect((await signIn(browser, 'plain', login)).json()).toEqual({ next: 'code', by: ['code'] })
  expect(await alive(browser)).toBe(false)
  expect((await browser.ask('POST', '/api/sign-in/second', { payload: { code: shows(1) } })).statusCode).toBe(201)
  const strong = elsewhere()
  expect((await signIn(strong, 'strong', login)).json()).toMatchObject({ id: owner.account })
  expect(await alive(strong)).toBe(true)
})

test('where the district asks two factors of a role, a provider that asks for them is enough', async () => {
  const admin = await addActor(house, [{ tenant, role: 'admin' }])
  const home = await signedIn(await addOwner())
  const login = addOutsider()
  for (const code of ['plain', 'strong']) await link(home, code, login)
  const rule = (secondFactor: string[], version: number) =>
    admin.ask('PATCH', '/api/district/sign-in-rules', {
      payload: { secondFactor },
      headers: { 'if-match': `"${version}"` },
    })
  const { version } = (await rule(['head'], 0)).json()
  const [plain, strong] = [elsewhere(), elsewhere()]
  await signIn(plain, 'plain', login)
  await signIn(strong, 'strong', login)
  expect((await plain.ask('GET', '/api/organisations')).json()).toMatchObject({ code: 'second_factor_needed' })
  expect((await strong.ask('GET', '/api/organisations')).statusCode).toBe(200)
  await rule([], version)
})

test('what comes back twice, with another state, in another browser, for another provider, or too late opens nothing', async () => {
  const owner = await addOwner()
  const login = addOutsider()
  await link(await signedIn(owner), 'plain', login)
  const browser = elsewhere()
  const answer = await goThere(await setOut(browser, 'plain'), back('plain'), login)
  const cookie = browser.cookies.get('rost_outside') ?? ''
  expect((await comeBack(elsewhere(), 'plain', answer)).json()).toMatchObject({ status: 409, code: 'outside_over' })
  expect((await comeBack(browser, 'trusted', answer)).json()).toMatchObject({ code: 'outside_over' })
  expect((await comeBack(browser, 'plain', answer)).json()).toMatchObject({ id: owner.account })
  // The cookie and the address again, as somebody could who found both.
  const thief = elsewhere()
  thief.cookies.set('rost_outside', cookie)
  expect((await comeBack(thief, 'plain', answer)).json()).toMatchObject({ code: 'outside_over' })
  // The code again, on a way of the thief's own: another state, or the right one beside another verifier.
  await setOut(thief, 'plain')
  expect((await comeBack(thief, 'plain', answer)).json()).toMatchObject({ code: 'outside_wrong' })
  const state = new URL(await setOut(thief, 'plain')).searchParams.get('state') ?? ''
  const grafted = new URLSearchParams(answer)
  grafted.set('state', state)
  expect((await comeBack(thief, 'plain', grafted.toString())).json()).toMatchObject({ code: 'outside_wrong' })
  // A fresh code of the victim, grafted onto the thief's way: PKCE.
  const fresh = new URLSearchParams(await goThere(await setOut(elsewhere(), 'plain'), back('plain'), login))
  fresh.set('state', new URL(await setOut(thief, 'plain')).searchParams.get('state') ?? '')
  expect((await comeBack(thief, 'plain', fresh.toString())).json()).toMatchObject({ code: 'outside_wrong' })
  expect(await alive(thief)).toBe(false)
})

test('who links on a way begun in another session, or signed out meanwhile, links nothing', async () => {
  const [one, other] = [await signedIn(await addOwner()), await signedIn(await addOwner())]
  const { address } = (await one.ask('POST', '/api/me/outside/plain', { payload: {} })).json()
  const answer = await goThere(address, back('plain'), addOutsider())
  other.cookies.set('rost_outside', one.cookies.get('rost_outside') ?? '')
  expect((await comeBack(other, 'plain', answer)).json()).toMatchObject({ status: 409, code: 'outside_over' })
  const left = await signedIn(await addOwner())
  const begun = (await left.ask('POST', '/api/me/outside/plain', { payload: {} })).json()
  const late = await goThere(begun.address, back('plain'), addOutsider())
  await left.ask('POST', '/api/sign-out')
  expect((await comeBack(left, 'plain', late)).json()).toMatchObject({ status: 409, code: 'outside_over' })
})

test('who does not agree there, comes back with nothing, or with rubbish is told so', async () => {
  const browser = elsewhere()
  expect((await signIn(browser, 'plain', null)).json()).toMatchObject({ status: 409, code: 'outside_declined' })
  for (const answer of ['x', 'error=server_error', 'code=1', '&&&', 'code=1&state=2&code=3']) {
    await setOut(browser, 'plain')
    expect((await comeBack(browser, 'plain', answer)).json(), answer).toMatchObject({ code: 'outside_wrong' })
  }
  expect((await comeBack(elsewhere(), 'plain', 'code=1')).json()).toMatchObject({ code: 'outside_over' })
})

/** As the bent provider answers, told what the browser set out with. */
async function comeBent(browser: Browser, claims: (nonce: string) => object, rest: Partial<typeof bent.bent> = {}) {
  const asked = new URL(await setOut(browser, 'bent')).searchParams
  const nonce = asked.get('nonce') ?? ''
  Object.assign(bent.bent, { key: 'own', status: 200, silent: false, claims: claims(nonce), ...rest })
  return await comeBack(browser, 'bent', `code=any&state=${asked.get('state')}`)
}

test('an ID token that is not for us, of another, with another nonce, old, or signed by another opens nothing', async () => {
  const home = await signedIn(await addOwner())
  const begun = (await home.ask('POST', '/api/me/outside/bent', { payload: {} })).json()
  const asked = new URL(begun.address).searchParams
  bent.bent.claims = { nonce: asked.get('nonce') }
  expect((await comeBack(home, 'bent', `code=any&state=${asked.get('state')}`)).json()).toEqual({ linked: true })
  expect((await comeBent(elsewhere(), (nonce) => ({ nonce }))).statusCode).toBe(201)
  const past = Math.floor(Date.now() / 1_000) - 3_600
  const wrong: [string, (nonce: string) => object, Partial<typeof bent.bent>?][] = [
    ['audience', (nonce) => ({ nonce, aud: 'another' })],
    ['issuer', (nonce) => ({ nonce, iss: 'https://evil.example' })],
    ['nonce', () => ({ nonce: 'another' })],
    ['no nonce', () => ({})],
    ['time', (nonce) => ({ nonce, exp: past })],
    ['no subject', (nonce) => ({ nonce, sub: undefined })],
    ['signature', (nonce) => ({ nonce }), { key: 'other' }],
    ['status', (nonce) => ({ nonce }), { status: 400 }],
  ]
  for (const [what, claims, rest] of wrong) {
    const browser = elsewhere()
    expect((await comeBent(browser, claims, rest)).json(), what).toMatchObject({ status: 409, code: 'outside_wrong' })
    expect(await alive(browser), what).toBe(false)
  }
  expect((await comeBent(elsewhere(), (nonce) => ({ nonce }), { status: 503 })).json()).toMatchObject({
    ...{ status: 409, code: 'outside_away' },
  })
})

test('a provider that is silent is left after some seconds, and one that is down told at once', async () => {
  const began = Date.now()
  const silent = await elsewhere().ask('GET', '/api/sign-in/outside/hole')
  expect(silent.json()).toMatchObject({ status: 409, code: 'outside_away', title: '«Вход hole» не отвечает' })
  expect(Date.now() - began).toBeLessThan(30_000)
  hole.close()
}, 60_000)

test('a disabled account, and one joined to a second district, is not let in by its link', async () => {
  for (const shut of [
    (account: number) => services.database.write(null, (tx) => setDisabled(tx, account, true)),
    (account: number) => services.database.write(null, (tx) => voidSecrets(tx, account)),
  ]) {
    const owner = await addOwner()
    const login = addOutsider()
    await link(await signedIn(owner), 'plain', login)
    await shut(owner.account)
    const browser = elsewhere()
    expect((await signIn(browser, 'plain', login)).json()).toMatchObject({ status: 401, code: 'outside_unknown' })
    expect(await alive(browser)).toBe(false)
  }
})
