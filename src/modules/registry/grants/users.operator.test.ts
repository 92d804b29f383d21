import { expect, test } from 'vitest'
import { addDistrict, addOrganisation, addPerson, employ, unique } from '../../../../test/harness/actors.ts'
import { type Browser, openBrowser } from '../../../../test/harness/browser.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { openDistrictKey } from '../districts/district.creation.ts'
import { addUser } from './users.operator.ts'

const house = await openTestHouse()
const { app, services } = house
const { tenant, code } = await addDistrict(house)
const organisation = unique('Ш')
const school = await addOrganisation(house, tenant, organisation)
const email = (): string => `${unique('user')}@rost.example`

async function useLink(link: string | null): Promise<Browser> {
  const browser = openBrowser(app)
  const token = new URL(link ?? '').hash.slice(1)
  await browser.ask('POST', '/api/sign-in/link/use', { payload: { token } })
  return browser
}

test('the operator adds a user, whose link signs in with the role', async () => {
  const { link } = await addUser(services, {
    email: email(),
    role: 'head',
    organisation: organisation.toLowerCase(),
    district: code,
  })
  const browser = await useLink(link)
  expect((await browser.ask('GET', '/api/me')).json()).toMatchObject({
    district: { code },
    grants: [{ role: 'head', organisation: { id: school } }],
  })
})

test('with a password there is no link; a second role joins the same account, the same role is given once', async () => {
  const user = { email: email(), district: code, password: 'пароль оператора' }
  expect(await addUser(services, { ...user, role: 'methodist' })).toEqual({ link: null })
  await addUser(services, { ...user, role: 'department' })
  await addUser(services, { ...user, role: 'methodist' })
  const browser = openBrowser(app)
  const reply = await browser.ask('POST', '/api/sign-in', { payload: { email: user.email, password: user.password } })
  expect(reply.statusCode).toBe(201)
  const { grants } = (await browser.ask('GET', '/api/me')).json()
  expect(grants.map(({ role }: { role: string }) => role).sort()).toEqual(['department', 'methodist'])
})

test('a number joins the account to its person, and the role ends with the employment', async () => {
  const person = await addPerson(house, tenant)
  const snils = '112-233-445 95'
  await services.database.write(tenant, async (tx) => {
    const { wrapped_key } = await tx
      .selectFrom('registry.district')
      .select('wrapped_key')
      .where('id', '=', tenant)
      .executeTakeFirstOrThrow()
    const snils_hash = openDistrictKey(services.master, { id: tenant, wrappedKey: wrapped_key }).hash('11223344595')
    await tx
      .updateTable('registry.person')
      .set({ snils_hash, sealed_snils: Buffer.from('-') })
      .where('id', '=', person)
      .execute()
  })
  await employ(house, tenant, { person, organisation: school })
  const { link } = await addUser(services, { email: email(), role: 'teacher', organisation, district: code, snils })
  const browser = await useLink(link)
  expect((await browser.ask('GET', '/api/me')).json().grants).toMatchObject([{ role: 'teacher', personId: person }])
  await services.database.write(tenant, (tx) =>
    tx.updateTable('registry.employment').set({ dismissed_on: '2020-12-31' }).where('person_id', '=', person).execute(),
  )
  expect((await browser.ask('GET', '/api/me')).json().grants).toEqual([])
})

test('the role over a region makes the region where the district has none', async () => {
  const { link } = await addUser(services, { email: email(), role: 'region', district: code })
  const browser = await useLink(link)
  expect((await browser.ask('GET', '/api/me')).json()).toMatchObject({
    district: { code },
    grants: [{ role: 'region' }],
  })
})

test('what is wrong is said', async () => {
  const user = { email: email(), role: 'head', organisation, district: code }
  const codeOf = (change: object): Promise<unknown> =>
    addUser(services, { ...user, ...change }).then(
      () => 'done',
      (error: { code: string }) => error.code,
    )
  expect(await codeOf({ role: 'tsar' })).toBe('role_unknown')
  expect(await codeOf({ email: 'nobody' })).toBe('email_wrong')
  expect(await codeOf({ district: 'nowhere' })).toBe('district_unknown')
  expect(await codeOf({ organisation: 'Ш999' })).toBe('organisation_unknown')
  expect(await codeOf({ organisation: undefined })).toBe('organisation_needed')
  expect(await codeOf({ snils: '112-233-445 96' })).toBe('person_unknown')
  expect(await codeOf({ password: 'short' })).toBe('password_short')
})

test('an account that comes from another district loses what an administrator there could have kept', async () => {
  const other = await addDistrict(house)
  const user = { email: email(), district: other.code, role: 'admin' }
  const kept = await useLink((await addUser(services, user)).link)
  const spare = (await addUser(services, user)).link
  expect((await kept.ask('GET', '/api/me')).statusCode).toBe(200)
  const { link } = await addUser(services, { ...user, district: code })
  expect((await kept.ask('GET', '/api/me')).statusCode).toBe(401)
  expect((await (await useLink(spare)).ask('GET', '/api/me')).statusCode).toBe(401)
  const owner = await useLink(link)
  expect((await owner.ask('GET', '/api/me')).json().districts).toHaveLength(2)
})

test('the journal of the district names the operator', async () => {
  const rows = await services.database
    .reader(tenant)
    .selectFrom('platform.journal')
    .select(['actor_kind', 'object_kind'])
    .where('action', '=', 'user add')
    .limit(2)
    .orderBy('id')
    .execute()
  expect(rows).toEqual([
    { actor_kind: 'operator', object_kind: 'account' },
    { actor_kind: 'operator', object_kind: 'grant' },
  ])
})
