import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, addOrganisation, addPerson, employ } from '../../../../test/harness/actors.ts'
import { openBrowser } from '../../../../test/harness/browser.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { openDistrict } from '../people/people.fixture.ts'
import type { Slip } from './slips.contract.ts'

const house = await openTestHouse()
const { app, services } = house
const PASSWORD = 'зелёный чайник поёт'

async function openStaff() {
  const district = await openDistrict(house)
  const { tenant, school, lyceum } = district
  const admin = await addActor(house, [{ tenant, role: 'admin' }])
  const work = async (organisation: number, surname: string): Promise<number> => {
    const person = await addPerson(house, tenant, surname)
    await employ(house, tenant, { person, organisation })
    return person
  }
  const [anna, boris] = [await work(school, 'Иванова'), await work(school, 'Борисова')]
  const vera = await work(lyceum, 'Васильева')
  await rebuild(tenant)
  const make = (payload: object = {}) => admin.ask('POST', '/api/slips', { payload })
  return { ...district, admin, work, anna, boris, vera, make }
}

const rebuild = (tenant: number) =>
  services.database.write(tenant, (tx) => sql`select registry.rebuild_spans(null)`.execute(tx))
const namesOf = (slips: Slip[]): string[] => slips.map(({ name }) => name)
const comeIn = ({ login, code }: Slip, password = PASSWORD, browser = openBrowser(app)) =>
  browser.ask('POST', '/api/sign-in/code', { payload: { login, code, password } })

test('a school gets its slips, and with hers a teacher comes in, sets a password and comes again', async () => {
  const { make, school, anna } = await openStaff()
  const reply = await make({ organisationIds: [school] })
  expect(reply.statusCode).toBe(201)
  const { slips, ...counts } = reply.json<{ slips: Slip[] }>()
  expect(counts).toEqual({ made: 2, renewed: 0, skipped: 0, joined: 0 })
  expect(namesOf(slips)).toEqual(['Борисова Анна', 'Иванова Анна'])
  const slip = slips[1] ?? expect.unreachable()
  expect(slip).toMatchObject({ organisation: { id: school }, address: 'http://127.0.0.1:8080/start' })
  expect(slip.code).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/)
  expect(slip.login).toMatch(/^ivanova\.a\d*$/)

  const browser = openBrowser(app)
  expect((await comeIn(slip, PASSWORD, browser)).statusCode).toBe(201)
  expect((await browser.ask('GET', '/api/me')).json()).toMatchObject({
    ...{ email: null, login: slip.login, hasPassword: true, name: 'Иванова Анна' },
    grants: [{ role: 'teacher', personId: anna, organisation: { id: school } }],
  })
  expect((await comeIn(slip, 'another long phrase')).json()).toMatchObject({ status: 401, code: 'code_spent' })
  const typed = { email: slip.login.toUpperCase(), password: PASSWORD }
  expect((await openBrowser(app).ask('POST', '/api/sign-in', { payload: typed })).statusCode).toBe(201)
})

test('asked again it makes nothing; renewed, the old slip is void and those who came in are left alone', async () => {
  const { make, school } = await openStaff()
  const first: Slip[] = (await make({ organisationIds: [school] })).json().slips
  expect((await make({ organisationIds: [school] })).json()).toEqual({
    ...{ slips: [], made: 0, renewed: 0, skipped: 2, joined: 0 },
  })
  const [one, other] = [first[0] ?? expect.unreachable(), first[1] ?? expect.unreachable()]
  expect((await comeIn(one)).statusCode).toBe(201)
  const again = (await make({ organisationIds: [school], renew: true })).json()
  expect(again).toMatchObject({ made: 0, renewed: 1, skipped: 1 })
  expect((await comeIn(other)).statusCode).toBe(401)
  expect((await comeIn(again.slips[0])).statusCode).toBe(201)
})

test('all organisations, or only the people named; who is chosen twice at once gets one account', async () => {
  const { make, anna, vera, admin } = await openStaff()
  const both = await Promise.all([make({ personIds: [anna] }), make({ personIds: [anna, vera] })])
  expect(both.map((reply) => reply.json().made).reduce((sum, made) => sum + made)).toBe(2)
  expect((await make()).json()).toMatchObject({ made: 1, skipped: 2 })
  const listed = (await admin.ask('GET', '/api/slips/people?state=waiting&q=иван')).json()
  expect(listed).toMatchObject({ total: 1, counts: { none: 0, waiting: 1, has: 0 }, items: [{ personId: anna }] })
})

test('who has moved keeps the account and is given the role at the new place; what was taken away stays so', async () => {
  const { tenant, make, school, lyceum, anna, vera, admin } = await openStaff()
  await make()
  await services.database.write(tenant, async (tx) => {
    await tx
      .updateTable('registry.employment')
      .set({ dismissed_on: '2024-01-31' })
      .where('person_id', '=', anna)
      .execute()
  })
  await employ(house, tenant, { person: anna, organisation: lyceum })
  await rebuild(tenant)
  const accounts = (await admin.ask('GET', '/api/accounts?state=waiting')).json().items
  const verasGrant = accounts
    .flatMap((account: { id: number; grants: { id: number; personId: number }[] }) =>
      account.grants.map((grant) => ({ account: account.id, ...grant })),
    )
    .find(({ personId }: { personId: number }) => personId === vera)
  await admin.ask('DELETE', `/api/accounts/${verasGrant.account}/grants/${verasGrant.id}`)
  expect((await make({ organisationIds: [school, lyceum] })).json()).toMatchObject({ made: 0, joined: 1, skipped: 2 })
})

test('a slip for one account sets a new password and ends what was open; not of an account that works elsewhere', async () => {
  const { tenant, make, school, admin, anna } = await openStaff()
  const [slip] = (await make({ personIds: [anna] })).json().slips
  const browser = openBrowser(app)
  await comeIn(slip, PASSWORD, browser)
  const reply = await admin.ask('POST', `/api/accounts/${slip.accountId}/slip`)
  expect(reply.json()).toMatchObject({ login: slip.login, organisation: { id: school } })
  expect((await comeIn(reply.json(), 'another long phrase')).statusCode).toBe(201)
  expect((await browser.ask('GET', '/api/me')).statusCode).toBe(401)

  const abroad = await openDistrict(house)
  const both = await addActor(house, [
    { tenant, role: 'methodist' },
    { tenant: abroad.tenant, role: 'methodist' },
  ])
  const refused = await admin.ask('POST', `/api/accounts/${both.account}/slip`)
  expect(refused.json()).toMatchObject({ status: 409, code: 'account_elsewhere' })
})

test('a guessable password does not spend the code; disabled, too old, and of another account it is worth nothing', async () => {
  const { make, admin, anna, boris, vera } = await openStaff()
  const slips: Slip[] = (await make({ personIds: [anna, boris, vera] })).json().slips
  const [one, two, three] = slips
  if (one === undefined || two === undefined || three === undefined) return expect.unreachable()
  const fault = (await comeIn(one, 'Борисова2026')).json()
  expect(fault).toMatchObject({ status: 422, errors: [{ path: 'password', code: 'password_guessable' }] })
  expect((await comeIn({ ...one, code: two.code })).statusCode).toBe(401)
  expect((await comeIn({ ...one, code: one.code.replaceAll(' ', '–') })).statusCode).toBe(201)
  await admin.ask('POST', `/api/accounts/${two.accountId}/disable`)
  expect((await comeIn(two)).statusCode).toBe(401)
  await services.database.write(null, (tx) =>
    sql`update identity.sign_in_code set expires_at = now() where account_id = ${three.accountId}`.execute(tx),
  )
  expect((await comeIn(three)).statusCode).toBe(401)
  for (const login of ['nobody', "' or 1=1 --", '\u0000', '李'.repeat(80)]) {
    expect((await comeIn({ ...three, login })).statusCode).toBeOneOf([401, 422])
  }
})

test('trying out codes is slowed like trying out passwords', async () => {
  const { make, anna } = await openStaff()
  const [slip] = (await make({ personIds: [anna] })).json().slips
  const stranger = () => comeIn({ ...slip, code: '0000 0000 0000 0000' }, PASSWORD, openBrowser(app, '203.0.113.9'))
  for (let i = 0; i < 10; i++) expect((await stranger()).statusCode).toBe(401)
  expect((await stranger()).json()).toMatchObject({ status: 429, code: 'too_many_sign_ins' })
})

test('what makes no sense is refused: other districts, roles over the district, no people at all', async () => {
  const { make } = await openStaff()
  const abroad = await openStaff()
  expect((await make({ personIds: [abroad.anna] })).json()).toMatchObject({ made: 0, slips: [] })
  expect((await make({ organisationIds: [abroad.school] })).json()).toMatchObject({ made: 0, slips: [] })
  for (const payload of [
    { role: 'admin' },
    { role: 'region' },
    { personIds: [] },
    { organisationIds: [0] },
    { x: 1 },
  ]) {
    expect((await make(payload)).statusCode).toBe(422)
  }
})

test('three thousand at once, within seconds, each with a name and a code of their own', async () => {
  const { tenant, admin, make } = await openStaff()
  const school = await addOrganisation(house, tenant)
  await services.database.write(tenant, async (tx) => {
    await sql`with p as (
        insert into registry.person (surname, given_name, given_key, birth_on)
        select 'Фамилия' || chr(1072 + n % 30), 'Анна', 'анна', '1980-01-01'::date + n from generate_series(1, 3000) n
        returning id)
      insert into registry.employment (person_id, organisation_id, position_id, hired_on, rate, main)
      select p.id, ${school}, (select id from registry.position where key = 'учитель'), '2020-01-01', 1, true
      from p`.execute(tx)
  })
  await rebuild(tenant)
  const started = performance.now()
  const { slips } = (await make({ organisationIds: [school] })).json<{ slips: Slip[] }>()
  expect(performance.now() - started).toBeLessThan(60_000)
  expect(slips.length).toBe(3000)
  expect(new Set(slips.map(({ login }) => login)).size).toBe(3000)
  expect(new Set(slips.map(({ code }) => code)).size).toBe(3000)
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from platform.journal
    where tenant_id = ${tenant} and action = 'makeSlips' and account_id = ${admin.account}`.execute(
    services.database.reader(tenant),
  )
  expect(rows[0]?.count).toBe(3000)
})
