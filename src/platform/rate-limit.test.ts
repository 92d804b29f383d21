import { expect, test } from 'vitest'
import { openTestHouse } from '../../test/harness/house.ts'
import { type Bucket, giveBack, networkOf, takeToken, takeTokens } from './rate-limit.ts'

const { services } = await openTestHouse()
const { database } = services
const start = new Date('2026-03-01T12:00:00Z')
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1_000)
const bucket = (subject: string, name = 'test'): Bucket => ({ name, subject, rate: { capacity: 3, refillSeconds: 10 } })
const take = (of: Bucket, now: Date): Promise<number> => database.write(null, (tx) => takeToken(tx, services, of, now))

test('a bucket gives what it holds, then one token per interval', async () => {
  const one = bucket('one')
  expect([await take(one, start), await take(one, start), await take(one, start)]).toEqual([0, 0, 0])
  expect(await take(one, start)).toBeCloseTo(10)
  expect(await take(one, after(4))).toBeCloseTo(6)
  expect(await take(one, after(10))).toBe(0)
  expect(await take(one, after(10))).toBeCloseTo(10)
})

test('a bucket never holds more than its capacity, and a clock that goes back gives nothing', async () => {
  const two = bucket('two')
  await take(two, start)
  for (let i = 0; i < 3; i++) expect(await take(two, after(10_000))).toBe(0)
  expect(await take(two, after(10_000))).toBeGreaterThan(0)
  expect(await take(two, start)).toBeGreaterThan(0)
})

test('parallel tries never take the same token twice', async () => {
  const three = bucket('three')
  const answers = await Promise.all(Array.from({ length: 20 }, () => take(three, start)))
  expect(answers.filter((wait) => wait === 0)).toHaveLength(3)
})

test('of several buckets all give or none', async () => {
  const [wide, narrow] = [
    bucket('four', 'wide'),
    { ...bucket('four', 'narrow'), rate: { capacity: 1, refillSeconds: 60 } },
  ]
  await takeTokens(services, [wide, narrow], 'too_many_tries', start)
  const refused = takeTokens(services, [wide, narrow], 'too_many_tries', start)
  await expect(refused).rejects.toMatchObject({ fault: 'too_many', details: { retryAfter: 60 } })
  expect([await take(wide, start), await take(wide, start)]).toEqual([0, 0])
})

test('a token put back can be taken again', async () => {
  const five = bucket('five')
  for (let i = 0; i < 3; i++) await take(five, start)
  await database.write(null, (tx) => giveBack(tx, services, [five]))
  expect(await take(five, start)).toBe(0)
})

test('subjects are not stored in clear', async () => {
  await take(bucket('somebody@school.example'), start)
  const { rows } = await database.readPool.query<{ key: string }>('select key from platform.rate_bucket')
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.some(({ key }) => key.includes('somebody'))).toBe(false)
})

test.each([
  ['10.1.2.3', '10.1.2.3'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s belongs to %s', (address, network) => expect(networkOf(address)).toBe(network))
