import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, requestsOf } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { accessMatrix } from '../../../access-matrix.ts'
import { myAccountWords } from '../accounts/ui/words.ts'
import { createToken } from './tokens.operator.ts'

const house = await openTestHouse()
const { services } = house
const bearer = (token: string) => requestsOf(house, { authorization: `Bearer ${token}` })

test('a token is shown once, works as its account, and is worthless when revoked', async () => {
  const actor = await addActor(house)
  const made = await actor.ask('POST', '/api/me/tokens', { payload: { name: 'выгрузка', days: 7 } })
  expect(made.statusCode).toBe(201)
  const { id, token } = made.json()
  expect(token).toMatch(/^rost_[\w-]{43}$/)
  const client = bearer(token)
  expect((await client.ask('GET', '/api/me')).json()).toMatchObject({ id: actor.account })
  const listed = (await actor.ask('GET', '/api/me/tokens')).json()
  expect(listed.items.find((item: { id: number }) => item.id === id)).toMatchObject({ name: 'выгрузка' })
  expect(JSON.stringify(listed)).not.toContain(token)

  expect((await actor.ask('DELETE', `/api/me/tokens/${id}`)).statusCode).toBe(204)
  expect((await client.ask('GET', '/api/me')).statusCode).toBe(401)
  expect((await actor.ask('DELETE', `/api/me/tokens/${id}`)).statusCode).toBe(404)
})

test('a key for repeats keeps no token', async () => {
  const actor = await addActor(house)
  const headers = { 'idempotency-key': 'k1' }
  const tokens = [1, 2].map(() => actor.ask('POST', '/api/me/tokens', { payload: { name: 'a' }, headers }))
  const [one, two] = (await Promise.all(tokens)).map((reply) => reply.json().token)
  expect(one).not.toBe(two)
  const { rows } = await sql`select 1 from platform.kept_answer`.execute(services.database.reader(null))
  expect(rows).toEqual([])
})

test('tokens of others do not exist, and a token that has run out is nobody', async () => {
  const [one, other] = [await addActor(house), await addActor(house)]
  const { id, token } = (await one.ask('POST', '/api/me/tokens', { payload: { name: 'a' } })).json()
  expect((await other.ask('DELETE', `/api/me/tokens/${id}`)).statusCode).toBe(404)
  await services.database.write(null, (tx) =>
    sql`update identity.api_token set expires_at = now() where id = ${id}`.execute(tx),
  )
  expect((await bearer(token).ask('GET', '/api/me')).statusCode).toBe(401)
})

test('a wrong header of authorization is nobody, whatever the cookie says', async () => {
  const actor = await addActor(house)
  for (const authorization of ['Bearer nonsense', 'Basic YTpi', `Bearer rost_${'A'.repeat(43)}`, '']) {
    const reply = await requestsOf(house, { authorization }).ask('GET', '/api/me')
    expect(reply.statusCode).toBe(401)
  }
  expect((await actor.ask('GET', '/api/me')).statusCode).toBe(200)
})

test('the operator makes a token for an address, and the journal knows', async () => {
  const actor = await addActor(house)
  const { token } = await createToken(services, { email: actor.email, days: 30 })
  expect((await bearer(token).ask('GET', '/api/me')).json()).toMatchObject({ id: actor.account })
  await expect(createToken(services, { email: 'nobody@rost.example', days: 30 })).rejects.toMatchObject({
    code: 'account_unknown',
  })
  await expect(createToken(services, { email: actor.email, days: 0 })).rejects.toMatchObject({ code: 'token_days' })
  const noted = await services.database
    .reader(null)
    .selectFrom('platform.journal')
    .select(['actor_kind', 'object_kind'])
    .where('action', '=', 'token create')
    .execute()
  expect(noted).toEqual([{ actor_kind: 'operator', object_kind: 'api_token' }])
})

test('every permission a token can be made for is said in words', () => {
  for (const { permissions } of [myAccountWords.ru, myAccountWords.en])
    expect(Object.keys(permissions).sort()).toEqual(Object.keys(accessMatrix).sort())
})
