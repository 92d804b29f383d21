import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  addActor,
  addDistrict,
  addOrganisation,
  addPerson,
  anonymous,
  employ,
  type Person,
} from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { setDisabled } from '../../identity/accounts/accounts.repo.ts'

const house = await openTestHouse()
const { services } = house
const { tenant, code, region } = await addDistrict(house)
const other = await addDistrict(house)
const school = await addOrganisation(house, tenant)

type Me = { district: { code: string } | null; grants: { role: string }[]; permissions: string[] }
const me = async (actor: Person, district?: string): Promise<Me> =>
  (await actor.ask('GET', '/api/me', { headers: district === undefined ? {} : { 'rost-district': district } })).json()
const roles = async (actor: Person, district?: string): Promise<string[]> =>
  (await me(actor, district)).grants.map(({ role }) => role)

/** Changes the grants of an account as time or an administrator would. */
const change = (at: number, account: number, what: ReturnType<typeof sql>): Promise<unknown> =>
  services.database.write(at, (tx) => sql`update registry.grant set ${what} where account_id = ${account}`.execute(tx))

test('nobody is told so, and an account without grants may look at itself only', async () => {
  const reply = await anonymous(house).ask('GET', '/api/me')
  expect(reply.json()).toMatchObject({ status: 401, code: 'sign_in_required' })
  const bare = await addActor(house)
  expect(await me(bare)).toMatchObject({ districts: [], district: null, grants: [], permissions: [] })
  expect((await bare.ask('GET', '/api/organisations')).statusCode).toBe(403)
})

test('a disabled account is nobody, even where a session or token was left', async () => {
  const actor = await addActor(house, [{ tenant, role: 'methodist' }])
  const disable = (disabled: boolean): Promise<void> =>
    services.database.write(null, (tx) => setDisabled(tx, actor.account, disabled))
  await disable(true)
  expect((await actor.ask('GET', '/api/me')).statusCode).toBe(401)
  await disable(false)
  expect((await actor.ask('GET', '/api/me')).statusCode).toBe(200)
})

test('the only district is chosen without asking; of several the header chooses one', async () => {
  const one = await addActor(house, [{ tenant, role: 'methodist' }])
  expect(await me(one)).toMatchObject({ districts: [{ code }], district: { code, timeZone: 'Europe/Moscow' } })

  const two = await addActor(house, [
    { tenant, role: 'methodist' },
    { tenant: other.tenant, role: 'head', organisation: await addOrganisation(house, other.tenant) },
  ])
  expect(await me(two)).toMatchObject({ district: null, grants: [], permissions: [] })
  expect((await me(two)).grants).toEqual([])
  expect(await roles(two, code)).toEqual(['methodist'])
  expect(await roles(two, other.code)).toEqual(['head'])
})

test('a district without a grant gives nothing, whether or not it exists', async () => {
  const actor = await addActor(house, [{ tenant, role: 'methodist' }])
  for (const district of [other.code, 'no-such-district']) {
    expect(await me(actor, district)).toMatchObject({ district: null, grants: [], permissions: [] })
    const reply = await actor.ask('GET', '/api/organisations', { headers: { 'rost-district': district } })
    expect(reply.statusCode).toBe(403)
  }
})

test('a grant holds from its first day to its last, and not after it was ended', async () => {
  const actor = await addActor(house, [{ tenant, role: 'methodist' }])
  const inForce = async (): Promise<boolean> => (await roles(actor)).length === 1
  const today = sql`(now() at time zone 'Europe/Moscow')::date`
  await change(tenant, actor.account, sql`from_on = ${today} + 1`)
  expect(await inForce()).toBe(false)
  await change(tenant, actor.account, sql`from_on = ${today}, to_on = ${today}`)
  expect(await inForce()).toBe(true)
  await change(tenant, actor.account, sql`from_on = ${today} - 9, to_on = ${today} - 1`)
  expect(await inForce()).toBe(false)
  await change(tenant, actor.account, sql`to_on = null, ended_at = now()`)
  expect(await inForce()).toBe(false)
})

test('a grant over an organisation that names a person ends with the employment', async () => {
  const person = await addPerson(house, tenant)
  const head = await addActor(house, [{ tenant, role: 'head', organisation: school, person }])
  expect(await roles(head)).toEqual([])
  const employment = await employ(house, tenant, { person, organisation: school })
  expect(await roles(head)).toEqual(['head'])
  const dismiss = (on: ReturnType<typeof sql>): Promise<unknown> =>
    services.database.write(tenant, (tx) =>
      sql`update registry.employment set dismissed_on = ${on} where id = ${employment}`.execute(tx),
    )
  await dismiss(sql`(now() at time zone 'Europe/Moscow')::date`)
  expect(await roles(head)).toEqual(['head'])
  await dismiss(sql`(now() at time zone 'Europe/Moscow')::date - 1`)
  expect(await roles(head)).toEqual([])
})

test('an employment elsewhere does not keep the grant', async () => {
  const person = await addPerson(house, tenant)
  const head = await addActor(house, [{ tenant, role: 'head', organisation: school, person }])
  await employ(house, tenant, { person, organisation: await addOrganisation(house, tenant) })
  expect(await roles(head)).toEqual([])
})

test('a grant over a region reaches every district of it and no other', async () => {
  const sister = await addDistrict(house, { region })
  const actor = await addActor(house, [{ tenant, role: 'region', region }])
  const { districts } = (await actor.ask('GET', '/api/me')).json()
  expect(districts.map((d: { code: string }) => d.code).sort()).toEqual([code, sister.code].sort())
  expect(await roles(actor, code)).toEqual(['region'])
  expect(await roles(actor, sister.code)).toEqual(['region'])
  expect(await roles(actor, other.code)).toEqual([])
})

test('who the actor is depends on no setting of the connection', async () => {
  const [here, there] = [
    await addActor(house, [{ tenant, role: 'methodist' }]),
    await addActor(house, [{ tenant: other.tenant, role: 'admin' }]),
  ]
  for (let i = 0; i < 20; i++) {
    const answers = await Promise.all([roles(here), roles(there), here.ask('GET', '/api/organisations')])
    expect(answers.slice(0, 2)).toEqual([['methodist'], ['admin']])
  }
})

test('the functions that see every district answer the application only, and the view beneath them nobody', async () => {
  const { rows } = await sql<{ fn: string; everybody: boolean; app: boolean; config: string }>`
    select p.proname as fn, has_function_privilege('rost_region', p.oid, 'execute') as everybody,
      has_function_privilege('rost_app', p.oid, 'execute') as app, array_to_string(p.proconfig, ' ') as config
    from pg_proc p where p.prosecdef`.execute(services.database.reader(null))
  expect(rows.length).toBeGreaterThanOrEqual(3)
  for (const row of rows) {
    expect(row).toMatchObject({ everybody: false, app: true })
    expect(row.config).toMatch(/^search_path=pg_catalog(, pg_temp)?( |$)/)
  }
  const peek = sql`select * from registry.grant_in_force`.execute(services.database.reader(tenant))
  await expect(peek).rejects.toThrow('permission denied')
})

test('a connection of a district neither sees nor gives grants over regions', async () => {
  const { account } = await addActor(house, [{ tenant, role: 'region', region }])
  const seen = await services.database
    .reader(tenant)
    .selectFrom('registry.region_grant')
    .select('id')
    .where('account_id', '=', account)
    .execute()
  expect(seen).toEqual([])
  const give = services.database.write(tenant, (tx) =>
    tx
      .insertInto('registry.region_grant')
      .values({ account_id: account, role: 'region', region_id: other.region, from_on: '2020-01-01' })
      .execute(),
  )
  await expect(give).rejects.toThrow('row-level security')
})
