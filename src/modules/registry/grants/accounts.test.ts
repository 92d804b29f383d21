import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, unique } from '../../../../test/harness/actors.ts'
import { openBrowser } from '../../../../test/harness/browser.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'

const house = await openTestHouse()
const { app, services } = house
const { tenant, code, region } = await addDistrict(house)
const other = await addDistrict(house)
const [school, foreignSchool] = [await addOrganisation(house, tenant), await addOrganisation(house, other.tenant)]
const admin = await addActor(house, [{ tenant, role: 'admin' }])

const newAccount = (grants: object[] = [{ role: 'head', organisationId: school }]) => ({
  email: `${unique('new')}@rost.example`,
  name: 'Ольга Новая',
  grants,
})
const create = (payload: object) => admin.ask('POST', '/api/accounts', { payload })

test('an administrator adds an account, hands over its link, and it works with its role', async () => {
  const reply = await create(newAccount())
  expect(reply.statusCode).toBe(201)
  const account = reply.json()
  expect(account).toMatchObject({
    disabled: false,
    can: ['grant', 'change', 'link', 'slip', 'look', 'disable'],
    grants: [{ role: 'head', organisation: { id: school }, personId: null, inForce: true, toOn: null, endedAt: null }],
  })
  const { link } = (await admin.ask('POST', `/api/accounts/${account.id}/link`)).json()
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:8080\/sign-in\/link#[\w-]{43}$/)
  const browser = openBrowser(app)
  const token = new URL(link).hash.slice(1)
  expect((await browser.ask('POST', '/api/sign-in/link/use', { payload: { token } })).statusCode).toBe(201)
  expect((await browser.ask('GET', '/api/me')).json()).toMatchObject({ district: { code }, grants: [{ role: 'head' }] })
})

test('grants are checked: no region, an organisation where the role needs one, nothing of another district', async () => {
  const faults = async (grant: object): Promise<unknown> =>
    (await create(newAccount([grant]))).json().errors?.map((e: { path: string; code: string }) => `${e.path} ${e.code}`)
  const foreignPerson = await addPerson(house, other.tenant)
  expect(await faults({ role: 'region' })).toEqual(['grants.0.role not_one_of'])
  expect(await faults({ role: 'tsar' })).toEqual(['grants.0.role not_one_of'])
  expect(await faults({ role: 'head' })).toEqual(['grants.0.organisationId required'])
  expect(await faults({ role: 'head', organisationId: foreignSchool })).toEqual([
    'grants.0.organisationId reference_unknown',
  ])
  expect(await faults({ role: 'teacher', personId: foreignPerson })).toEqual(['grants.0.personId reference_unknown'])
  expect(await faults({ role: 'admin', fromOn: '2026-02-01', toOn: '2026-01-01' })).toEqual([
    'grants.0.toOn ends_before_start',
  ])
  expect(await faults({ role: 'admin', tenantId: other.tenant })).toEqual(['grants.0.tenantId unknown_field'])
})

test('a role of a person may come before the person', async () => {
  const { id } = (await create(newAccount([{ role: 'teacher', organisationId: school }]))).json()
  expect((await admin.ask('GET', `/api/accounts/${id}`)).json().grants).toMatchObject([
    { role: 'teacher', inForce: true },
  ])
})

test('an address has one account; whether it is here or elsewhere is answered alike', async () => {
  const [here, there] = [
    await addActor(house, [{ tenant, role: 'methodist' }]),
    await addActor(house, [{ tenant: other.tenant, role: 'methodist' }]),
  ]
  const replies = await Promise.all(
    [here, there].map(({ email }) => create({ ...newAccount(), email: email.toUpperCase() })),
  )
  for (const reply of replies) {
    expect(reply.json()).toMatchObject({ status: 422, errors: [{ path: 'email', code: 'email_taken' }] })
  }
})

test('accounts of other districts do not exist for an administrator', async () => {
  const theirs = await addActor(house, [{ tenant: other.tenant, role: 'methodist' }])
  const regional = await addActor(house, [{ tenant, role: 'region', region }])
  const bare = await addActor(house)
  const { items } = (await admin.ask('GET', '/api/accounts?size=200')).json()
  const ids = items.map((item: { id: number }) => item.id)
  for (const { account, email } of [theirs, regional, bare]) {
    expect(ids).not.toContain(account)
    const found = await admin.ask('GET', `/api/accounts?q=${encodeURIComponent(email)}`)
    expect(found.json()).toEqual({ items: [], total: 0 })
    const grant = { role: 'admin' }
    const payload = { name: 'Другая' }
    const headers = { 'if-match': '"1"' }
    for (const reply of [
      await admin.ask('GET', `/api/accounts/${account}`),
      await admin.ask('PATCH', `/api/accounts/${account}`, { payload, headers }),
      await admin.ask('POST', `/api/accounts/${account}/link`),
      await admin.ask('POST', `/api/accounts/${account}/disable`),
      await admin.ask('POST', `/api/accounts/${account}/enable`),
      await admin.ask('POST', `/api/accounts/${account}/grants`, { payload: grant }),
      await admin.ask('DELETE', `/api/accounts/${account}/grants/1`),
    ]) {
      expect(reply.json()).toMatchObject({ status: 404, code: 'not_found' })
    }
  }
  expect((await theirs.ask('GET', '/api/me')).statusCode).toBe(200)
})

test('an account that also works elsewhere is shown with the grants here, and nobody here gets hold of it', async () => {
  const shared = await addActor(house, [
    { tenant, role: 'methodist' },
    { tenant: other.tenant, role: 'admin' },
  ])
  const at = `/api/accounts/${shared.account}`
  const seen = (await admin.ask('GET', at)).json()
  expect(seen).toMatchObject({ can: ['grant', 'look'], grants: [{ role: 'methodist' }] })
  expect(seen.grants).toHaveLength(1)
  for (const reply of [
    await admin.ask('PATCH', at, { payload: { email: 'mine@rost.example' }, headers: { 'if-match': '"1"' } }),
    await admin.ask('POST', `${at}/link`),
    await admin.ask('POST', `${at}/disable`),
    await admin.ask('POST', `${at}/enable`),
  ]) {
    expect(reply.json()).toMatchObject({ status: 409, code: 'account_elsewhere' })
  }
  const added = await admin.ask('POST', `${at}/grants`, { payload: { role: 'admin' } })
  expect(added.statusCode).toBe(201)
  const foreign = (await shared.ask('GET', '/api/accounts', { headers: { 'rost-district': other.code } })).json()
  const { grants } = foreign.items.find((item: { id: number }) => item.id === shared.account)
  expect(grants).toMatchObject([{ role: 'admin' }])
  expect((await admin.ask('DELETE', `${at}/grants/${grants[0].id}`)).statusCode).toBe(404)
  expect((await admin.ask('DELETE', `${at}/grants/${added.json().id}`)).statusCode).toBe(204)
})

test('an account over the region is out of hand too', async () => {
  const regional = await addActor(house, [
    { tenant, role: 'methodist' },
    { tenant, role: 'region', region },
  ])
  const reply = await admin.ask('POST', `/api/accounts/${regional.account}/link`)
  expect(reply.json()).toMatchObject({ status: 409, code: 'account_elsewhere' })
})

test('a changed account keeps its grants; an old version is refused', async () => {
  const { id, version } = (await create(newAccount())).json()
  const payload = { name: 'Ольга Иная', language: 'en' }
  const change = (seen: number) =>
    admin.ask('PATCH', `/api/accounts/${id}`, { payload, headers: { 'if-match': `"${seen}"` } })
  const changed = await change(version)
  expect(changed.json()).toMatchObject({ ...payload, version: version + 1, grants: [{ role: 'head' }] })
  expect(changed.headers.etag).toBe(`"${version + 1}"`)
  expect((await change(version)).statusCode).toBe(412)
})

test('ending a grant takes effect at the next request; ending it again finds nothing', async () => {
  const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
  const at = `/api/accounts/${methodist.account}`
  const { grants } = (await admin.ask('GET', at)).json()
  expect((await methodist.ask('GET', '/api/organisations')).statusCode).toBe(200)
  expect((await admin.ask('DELETE', `${at}/grants/${grants[0].id}`)).statusCode).toBe(204)
  expect((await methodist.ask('GET', '/api/organisations')).statusCode).toBe(403)
  expect((await admin.ask('DELETE', `${at}/grants/${grants[0].id}`)).statusCode).toBe(404)
  expect((await admin.ask('GET', at)).json().grants).toMatchObject([{ inForce: false }])
})

test('a disabled account is out at once and gets no link until it is enabled', async () => {
  const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
  const at = `/api/accounts/${methodist.account}`
  expect((await admin.ask('POST', `${at}/disable`)).statusCode).toBe(204)
  expect((await methodist.ask('GET', '/api/me')).statusCode).toBe(401)
  expect((await admin.ask('POST', `${at}/link`)).json()).toMatchObject({ code: 'account_disabled' })
  expect((await admin.ask('GET', at)).json()).toMatchObject({ disabled: true, can: ['grant', 'change', 'enable'] })
  expect((await admin.ask('POST', `${at}/enable`)).statusCode).toBe(204)
  expect((await admin.ask('POST', `${at}/link`)).statusCode).toBe(201)
})

test('the last administrator of a district can neither be disabled nor lose the role, even by two at once', async () => {
  const place = await addDistrict(house)
  const [one, two] = [
    await addActor(house, [{ tenant: place.tenant, role: 'admin' }]),
    await addActor(house, [{ tenant: place.tenant, role: 'admin' }]),
  ]
  const replies = await Promise.all([
    one.ask('POST', `/api/accounts/${two.account}/disable`),
    two.ask('POST', `/api/accounts/${one.account}/disable`),
  ])
  expect(replies.map((reply) => reply.statusCode).sort()).toEqual([204, 409])
  const last = replies[0]?.statusCode === 204 ? one : two
  const { grants } = (await last.ask('GET', `/api/accounts/${last.account}`)).json()
  const ending = await last.ask('DELETE', `/api/accounts/${last.account}/grants/${grants[0].id}`)
  expect(ending.json()).toMatchObject({ status: 409, code: 'last_manager' })
  expect((await last.ask('GET', '/api/accounts')).statusCode).toBe(200)
})

test('lists are filtered by role, organisation, state and text', async () => {
  const place = await addDistrict(house)
  const lyceum = await addOrganisation(house, place.tenant)
  const boss = await addActor(house, [{ tenant: place.tenant, role: 'admin' }])
  const head = await addActor(house, [{ tenant: place.tenant, role: 'head', organisation: lyceum }])
  const ids = async (query: string): Promise<number[]> =>
    (await boss.ask('GET', `/api/accounts?${query}`)).json().items.map((item: { id: number }) => item.id)
  expect((await ids('')).sort()).toEqual([boss.account, head.account].sort())
  expect(await ids('role=head')).toEqual([head.account])
  expect(await ids(`organisationId=${lyceum}`)).toEqual([head.account])
  expect(await ids(`q=${head.email.slice(0, -4)}`)).toEqual([head.account])
  await boss.ask('POST', `/api/accounts/${head.account}/disable`)
  expect(await ids('state=disabled')).toEqual([head.account])
  expect(await ids('state=active')).toEqual([boss.account])
})

test('what an administrator does is in the journal of the district', async () => {
  const { id } = (await create(newAccount())).json()
  const rows = await services.database
    .reader(tenant)
    .selectFrom('platform.journal')
    .select(['action', 'object_kind', 'account_id'])
    .where('object_kind', '=', 'account')
    .where('object_id', '=', id)
    .execute()
  expect(rows).toEqual([{ action: 'createAccount', object_kind: 'account', account_id: admin.account }])
})
