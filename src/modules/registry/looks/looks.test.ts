import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, type Person } from '../../../../test/harness/actors.ts'
import { type Browser, openBrowser } from '../../../../test/harness/browser.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { disableAccount, enableAccount, makeLink } from '../../identity/index.ts'

const house = await openTestHouse()
const { app, services } = house
const { tenant, code } = await addDistrict(house)
const school = await addOrganisation(house, tenant)
const abroad = await addDistrict(house)
const chief = await addActor(house, [{ tenant, role: 'admin' }])

async function signedIn({ account }: Person): Promise<Browser> {
  const browser = openBrowser(app)
  const token = await services.database.write(null, (tx) => makeLink(tx, account, 30))
  await browser.ask('POST', '/api/sign-in/link/use', { payload: { token } })
  return browser
}

const reason = 'не открывается список людей'
const look = (browser: Browser, { account }: Person, why = reason) =>
  browser.ask('POST', `/api/accounts/${account}/look`, { payload: { reason: why } })
const me = async (browser: Browser) => (await browser.ask('GET', '/api/me')).json()

async function addLooker() {
  const admin = await addActor(house, [{ tenant, role: 'admin' }])
  return { admin, browser: await signedIn(admin) }
}
const addMethodist = (): Promise<Person> => addActor(house, [{ tenant, role: 'methodist' }])

test('an administrator sees what somebody sees, says why, and is oneself again', async () => {
  const { admin, browser } = await addLooker()
  const seen = await addMethodist()
  expect((await browser.ask('GET', '/api/people')).statusCode).toBe(403)
  expect((await look(browser, seen)).json()).toMatchObject({ looker: admin.email, reason })
  expect(await me(browser)).toMatchObject({ id: seen.account, looking: { changes: false } })
  expect((await browser.ask('GET', '/api/people')).statusCode).toBe(200)
  expect((await browser.ask('POST', '/api/looks/stop')).statusCode).toBe(204)
  expect(await me(browser)).toMatchObject({ id: admin.account, looking: null })
  expect((await browser.ask('GET', '/api/people')).statusCode).toBe(403)
})

test('closed matters, the journal, accounts and whatever is the owner’s alone stay out of sight', async () => {
  const { browser } = await addLooker()
  const seen = await addActor(house, [
    { tenant, role: 'methodist' },
    { tenant, role: 'security' },
    { tenant, role: 'admin' },
  ])
  await look(browser, seen)
  const { permissions } = await me(browser)
  expect(permissions).toContain('person.read')
  for (const name of ['island.diagnostics', 'journal.read', 'account.manage', 'account.look', 'district.manage'])
    expect(permissions).not.toContain(name)
  for (const path of ['/api/me/sessions', '/api/me/tokens', '/api/me/looks', '/api/me/second-factor'])
    expect((await browser.ask('GET', path)).json(), path).toMatchObject({ status: 403, code: 'owner_only' })
  const token = { payload: { name: 'x' } }
  expect((await browser.ask('POST', '/api/me/tokens', token)).json()).toMatchObject({ code: 'owner_only' })
  expect((await look(browser, chief)).json()).toMatchObject({ status: 403 })
})

test('who looks changes nothing, unless the rules of the district say so; then the journal names both', async () => {
  const { admin, browser } = await addLooker()
  const seen = await addMethodist()
  await look(browser, seen)
  const add = () =>
    browser.ask('POST', '/api/organisations', { payload: { code: 'Л1', name: 'Лицей', type: 'school' } })
  expect((await add()).json()).toMatchObject({ status: 403, code: 'look_only' })
  const { version } = (await chief.ask('GET', '/api/district/sign-in-rules')).json()
  await chief.ask('PATCH', '/api/district/sign-in-rules', {
    payload: { looksChange: true },
    headers: { 'if-match': `"${version}"` },
  })
  expect(await me(browser)).toMatchObject({ looking: { changes: true } })
  expect((await add()).statusCode).toBe(201)
  await chief.ask('PATCH', '/api/district/sign-in-rules', {
    payload: { looksChange: false },
    headers: { 'if-match': `"${version + 1}"` },
  })
  expect((await add()).json()).toMatchObject({ code: 'look_only' })
  const rows = await services.database
    .reader(tenant)
    .selectFrom('platform.journal')
    .select(['action', 'account_id', 'as_account_id', 'object_id'])
    .where('account_id', '=', admin.account)
    .orderBy('id')
    .execute()
  expect(rows).toMatchObject([
    { action: 'lookAs', as_account_id: null, object_id: seen.account },
    { action: 'createOrganisation', as_account_id: seen.account },
  ])
})

test('the one looked as is told, and sees who and why; others do not', async () => {
  const { admin, browser } = await addLooker()
  const [seen, other] = [await addMethodist(), await addMethodist()]
  await look(browser, seen)
  expect((await seen.ask('GET', '/api/me/looks')).json().items).toMatchObject([{ looker: admin.email, reason }])
  expect((await other.ask('GET', '/api/me/looks')).json()).toMatchObject({ items: [], total: 0 })
  const { items } = (await seen.ask('GET', '/api/notifications')).json()
  expect(items[0]).toMatchObject({ link: '/account', text: expect.stringContaining('от вашего имени') })
})

test('it ends after half an hour, with the role of the looker, with the account looked as, and by signing out', async () => {
  const { admin, browser } = await addLooker()
  const seen = await addMethodist()
  await look(browser, seen)
  await services.database.write(null, (tx) =>
    sql`update identity.session set looks_until = looks_until - interval '30 minutes'`.execute(tx),
  )
  expect(await me(browser)).toMatchObject({ id: admin.account, looking: null })

  await look(browser, seen)
  await services.database.write(null, (tx) => disableAccount(tx, seen.account))
  expect(await me(browser)).toMatchObject({ id: admin.account, looking: null })
  await services.database.write(null, (tx) => enableAccount(tx, seen.account))
  expect(await me(browser)).toMatchObject({ id: seen.account })
  const { items } = (await chief.ask('GET', `/api/accounts?q=${admin.email}`)).json()
  await chief.ask('DELETE', `/api/accounts/${admin.account}/grants/${items[0].grants[0].id}`)
  expect(await me(browser)).toMatchObject({ id: admin.account, permissions: [] })

  const again = await addLooker()
  await look(again.browser, seen)
  const secret = again.browser.cookies.get('rost_session') ?? ''
  expect((await again.browser.ask('POST', '/api/sign-out')).statusCode).toBe(204)
  const thief = openBrowser(app)
  thief.cookies.set('rost_session', secret)
  expect((await thief.ask('GET', '/api/me')).statusCode).toBe(401)
})

test('nobody looks without a reason, as themselves, as a disabled or idle account, elsewhere, or by a program', async () => {
  const { admin, browser } = await addLooker()
  const seen = await addMethodist()
  expect((await look(browser, seen, '   ну ')).statusCode).toBe(422)
  expect((await look(browser, admin)).json()).toMatchObject({ code: 'look_at_oneself' })
  await services.database.write(null, (tx) => disableAccount(tx, seen.account))
  expect((await look(browser, seen)).json()).toMatchObject({ code: 'account_disabled' })
  const left = await addActor(house, [
    { tenant, role: 'head', organisation: school, person: await addPerson(house, tenant) },
  ])
  expect((await look(browser, left)).json()).toMatchObject({ code: 'nothing_to_see' })
  const foreigner = await addActor(house, [{ tenant: abroad.tenant, role: 'methodist' }])
  expect((await look(browser, foreigner)).statusCode).toBe(404)
  const program = await admin.ask('POST', `/api/accounts/${chief.account}/look`, { payload: { reason } })
  expect(program.json()).toMatchObject({ code: 'owner_only' })
})

test('of an account of two districts only the looker’s own is seen, whatever the browser asks for', async () => {
  const traveller = await addActor(house, [
    { tenant, role: 'methodist' },
    { tenant: abroad.tenant, role: 'methodist' },
  ])
  const { browser } = await addLooker()
  await look(browser, traveller)
  for (const district of [abroad.code, code]) {
    const reply = await browser.ask('GET', '/api/me', { headers: { 'rost-district': district } })
    expect(reply.json().district).toMatchObject({ code })
  }
})

test('an administrator does not give themselves a role', async () => {
  const { admin } = await addLooker()
  const grant = (by: Person) =>
    by.ask('POST', `/api/accounts/${admin.account}/grants`, { payload: { role: 'methodist' } })
  expect((await grant(admin)).json()).toMatchObject({ status: 409, code: 'own_grant' })
  expect((await grant(chief)).statusCode).toBe(201)
})
