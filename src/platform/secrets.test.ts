import { createHmac, hkdfSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { createKeyring } from './secrets.ts'

const secret = Buffer.from('a secret of a test, long enough')

test('the keyed hash is HMAC-SHA-256', () => {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'rost/test/hash', 32))
  const { hash } = createKeyring(secret, 'test')
  for (const value of ['', '81268840214', 'ё'.repeat(300)]) {
    expect(hash(value)).toEqual(createHmac('sha256', key).update(value).digest())
  }
})

test('what is sealed opens in its own context only', () => {
  const keyring = createKeyring(secret, 'test')
  const sealed = keyring.seal(Buffer.from('81268840214'), 'snils')
  expect(keyring.open(sealed, 'snils').toString()).toBe('81268840214')
  expect(() => keyring.open(sealed, 'faulty_row')).toThrow()
  expect(() => createKeyring(secret, 'other').open(sealed, 'snils')).toThrow()
})
