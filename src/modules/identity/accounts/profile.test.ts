import { expect, test } from 'vitest'
import { addActor } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'

const house = await openTestHouse()

test('one changes one’s own name and language, and is answered in that language', async () => {
  const actor = await addActor(house)
  const { version } = (await actor.ask('GET', '/api/me')).json()
  const change = (payload: object, seen = version) =>
    actor.ask('PATCH', '/api/me', { payload, headers: { 'if-match': `"${seen}"` } })
  const reply = await change({ name: 'Анна Иванова', language: 'en' })
  expect(reply.json()).toMatchObject({ id: actor.account, name: 'Анна Иванова', language: 'en', version: version + 1 })
  const refused = await change({ name: 'Другая' })
  expect(refused.json()).toMatchObject({ status: 412, title: 'Somebody else has changed this' })
})

test('nothing but name and language can be changed, and not without a version', async () => {
  const actor = await addActor(house)
  for (const payload of [
    { email: 'mine@rost.example' },
    { id: 1 },
    { version: 9 },
    { disabled: false },
    { name: '' },
  ]) {
    const reply = await actor.ask('PATCH', '/api/me', { payload, headers: { 'if-match': '"1"' } })
    expect(reply.statusCode).toBe(422)
  }
  expect((await actor.ask('PATCH', '/api/me', { payload: { name: 'Анна' } })).statusCode).toBe(422)
})
