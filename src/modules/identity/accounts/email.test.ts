import { expect, test } from 'vitest'
import { addActor } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { hashPassword } from '../passwords/password.hash.ts'
import { setPassword } from './accounts.repo.ts'
import { insertNamedAccounts } from './logins.repo.ts'

const house = await openTestHouse()
const { services } = house
const PASSWORD = 'зелёный чайник поёт'

async function addOwner() {
  const actor = await addActor(house)
  const hash = await hashPassword(PASSWORD)
  await services.database.write(null, (tx) => setPassword(tx, actor.account, hash))
  const change = (payload: object, version = 1) =>
    actor.ask('POST', '/api/me/email', { payload, headers: { 'if-match': `"${version}"` } })
  return { ...actor, change }
}

test('an address is changed with the current password, and not without', async () => {
  const { change, email } = await addOwner()
  const wrong = await change({ email: `new-${email}`, current: 'another' })
  expect(wrong.json()).toMatchObject({ status: 422, errors: [{ path: 'current', code: 'password_wrong' }] })
  const right = await change({ email: `new-${email}`, current: PASSWORD })
  expect(right.json()).toMatchObject({ email: `new-${email}`, version: 2 })
  expect((await change({ email, current: PASSWORD }, 1)).statusCode).toBe(412)
})

test('an address that is taken, none, or the last way to sign in is refused at its field', async () => {
  const [one, other] = [await addOwner(), await addOwner()]
  const faults = async (email: string | null): Promise<unknown> =>
    (await one.change({ email, current: PASSWORD })).json().errors
  expect(await faults(other.email.toUpperCase())).toMatchObject([{ path: 'email', code: 'email_in_use' }])
  expect(await faults(null)).toMatchObject([{ path: 'email', code: 'email_needed' }])
  expect(await faults('nonsense')).toMatchObject([{ path: 'email' }])
})

test('trying out addresses is slowed', async () => {
  const { change } = await addOwner()
  for (let i = 0; i < 5; i++) expect((await change({ email: null, current: 'another' })).statusCode).toBe(422)
  expect((await change({ email: null, current: PASSWORD })).statusCode).toBe(429)
})

test('login names are made at the same time without one being given twice', async () => {
  const people = Array.from({ length: 20 }, () => ({ surname: 'Одинаковая', givenName: 'Анна', patronymic: null }))
  const made = await Promise.all(
    [1, 2, 3].map(() => services.database.write(null, (tx) => insertNamedAccounts(tx, people))),
  )
  const logins = made.flat().map(({ login }) => login)
  expect(new Set(logins).size).toBe(60)
  expect(logins).toContain('odinakovaia.a60')
})
