import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation } from '../../../test/harness/actors.ts'
import { openTestHouse } from '../../../test/harness/house.ts'

const house = await openTestHouse()
const { tenant } = await addDistrict(house)
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
for (let i = 0; i < 20; i++) await addOrganisation(house, tenant)

const ask = (path: string, accepted?: string) =>
  methodist.ask('GET', path, accepted === undefined ? {} : { headers: { 'accept-encoding': accepted } })

test.each([
  ['br', 'br'],
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, *', 'gzip'],
  ['*', 'br'],
])('a long answer for who takes %s comes as %s', async (accepted, encoding) => {
  const plain = await ask('/api/organisations')
  const reply = await ask('/api/organisations', accepted)
  expect(reply.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' })
  const text = (encoding === 'br' ? brotliDecompressSync : gunzipSync)(reply.rawPayload).toString()
  expect(text).toBe(plain.body)
  expect(reply.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2)
  expect(reply.headers['content-length']).toBe(String(reply.rawPayload.length))
})

test.each([undefined, '', 'identity', 'br;q=0', 'gzip;q=0.0, br;q=0', 'brr', ';;,,='])(
  'for who takes %s it comes as it is',
  async (accepted) => {
    const reply = await ask('/api/organisations', accepted)
    expect(reply.headers).not.toHaveProperty('content-encoding')
    expect(reply.json().total).toBe(20)
  },
)

test('a short one is not worth it', async () => {
  expect((await ask('/api/organisations?size=1', 'br')).headers).not.toHaveProperty('content-encoding')
})
