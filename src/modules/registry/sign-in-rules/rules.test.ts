import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, addDistrict, type Person } from '../../../../test/harness/actors.ts'
import { type Browser, openBrowser } from '../../../../test/harness/browser.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { makeLink } from '../../identity/index.ts'

const house = await openTestHouse()
const { app, services } = house

async function signedIn(account: number): Promise<Browser> {
  const browser = openBrowser(app)
  const token = await services.database.write(null, (tx) => makeLink(tx, account, 30))
  await browser.ask('POST', '/api/sign-in/link/use', { payload: { token } })
  return browser
}
const alive = async (browser: Browser, headers = {}): Promise<boolean> =>
  (await browser.ask('GET', '/api/me', { headers })).statusCode === 200

const age = (account: number, minutes: number): Promise<unknown> =>
  services.database.write(null, (tx) =>
    sql`update identity.session set created_at = created_at - by, last_seen_at = last_seen_at - by,
      expires_at = expires_at - by from make_interval(mins => ${minutes}::int) as by
      where account_id = ${account}`.execute(tx),
  )

async function change(admin: Person, payload: object) {
  const { version } = (await admin.ask('GET', '/api/district/sign-in-rules')).json()
  return await admin.ask('PATCH', '/api/district/sign-in-rules', {
    payload,
    headers: { 'if-match': `"${version}"` },
  })
}

async function addPlace() {
  const { tenant } = await addDistrict(house)
  const admin = await addActor(house, [{ tenant, role: 'admin' }])
  const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
  return { tenant, admin, methodist }
}

test('a district begins with twelve hours, two weeks, ninety days, and changes them within bounds', async () => {
  const { admin } = await addPlace()
  expect((await admin.ask('GET', '/api/district/sign-in-rules')).json()).toEqual({
    ...{
      version: 0,
      secondFactor: [],
      restMinutes: 720,
      lifeHours: 336,
      unusedDays: 90,
      looksChange: false,
      erasureByTwo: true,
    },
    ...{ exportsADay: 100, exportRowsADay: 100_000, districtExportsADay: 1_000, districtExportRowsADay: 1_000_000 },
    can: ['change'],
  })
  for (const wrong of [
    { restMinutes: 14 },
    { restMinutes: 1441 },
    { lifeHours: 0 },
    { lifeHours: 337 },
    { unusedDays: 29 },
    { exportsADay: 0 },
    { exportRowsADay: 99 },
  ]) {
    expect((await change(admin, wrong)).statusCode, JSON.stringify(wrong)).toBe(422)
  }
  expect((await change(admin, { restMinutes: 120, lifeHours: 1 })).json()).toMatchObject({
    errors: [{ path: 'restMinutes', code: 'rests_longer_than_lives' }],
  })
  expect((await change(admin, { secondFactor: ['nobody'] })).statusCode).toBe(422)
  expect((await change(admin, { unusedDays: 60 })).json()).toMatchObject({ version: 1, unusedDays: 60 })
  const stale = await admin.ask('PATCH', '/api/district/sign-in-rules', { payload: {}, headers: { 'if-match': '"0"' } })
  expect(stale.statusCode).toBe(412)
})

test('a shorter rest holds at once, for who is signed in too, and in this district alone', async () => {
  const { admin, methodist } = await addPlace()
  const other = await addPlace()
  const [here, there] = [await signedIn(methodist.account), await signedIn(other.methodist.account)]
  expect([await alive(here), await alive(there)]).toEqual([true, true])
  await age(methodist.account, 20)
  await age(other.methodist.account, 20)
  await change(admin, { restMinutes: 15 })
  expect([await alive(here), await alive(there)]).toEqual([false, true])
})

test('use keeps a session of a short rest to the minute; what the page asks on its own does not', async () => {
  const { admin, methodist } = await addPlace()
  await change(admin, { restMinutes: 15 })
  const browser = await signedIn(methodist.account)
  const { session } = (await browser.ask('GET', '/api/me')).json()
  expect(session).toMatchObject({ restMinutes: 15 })
  for (let i = 0; i < 4; i++) {
    await age(methodist.account, 14)
    expect(await alive(browser)).toBe(true)
  }
  for (const expected of [true, true, false]) {
    await age(methodist.account, 6)
    expect(await alive(browser, { 'rost-background': '1' })).toBe(expected)
  }
})

test('of several districts the strictest rules, and after its whole time a session is over however much it is used', async () => {
  const [one, two] = [await addPlace(), await addPlace()]
  await change(one.admin, { lifeHours: 2, restMinutes: 60 })
  await change(two.admin, { lifeHours: 10, restMinutes: 30 })
  const traveller = await addActor(house, [
    { tenant: one.tenant, role: 'methodist' },
    { tenant: two.tenant, role: 'methodist' },
  ])
  const browser = await signedIn(traveller.account)
  expect(await alive(browser)).toBe(true)
  for (let i = 0; i < 5; i++) {
    await age(traveller.account, 20)
    expect(await alive(browser)).toBe(true)
  }
  await age(traveller.account, 20)
  expect(await alive(browser)).toBe(false)
  const again = await signedIn(traveller.account)
  expect(await alive(again)).toBe(true)
  await age(traveller.account, 31)
  expect(await alive(again)).toBe(false)
})
