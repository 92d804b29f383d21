import { expect, test } from 'vitest'
import { expectedOrigin, siteOf } from './passkey.site.ts'

test.each([
  [undefined, { rpId: 'localhost', origin: 'any of localhost' }],
  ['https://rost.example', { rpId: 'rost.example', origin: 'https://rost.example' }],
  ['https://rost.example:8443/', { rpId: 'rost.example', origin: 'https://rost.example:8443' }],
  ['https://рост.рф', { rpId: 'xn--n1adee.xn--p1ai', origin: 'https://xn--n1adee.xn--p1ai' }],
  ['http://localhost:8080', { rpId: 'localhost', origin: 'http://localhost:8080' }],
  ['http://rost.example', undefined],
  ['https://192.0.2.7', undefined],
  ['https://[2001:db8::7]:8443', undefined],
])('%s', (publicUrl, site) => {
  expect(siteOf({ publicUrl })).toEqual(site)
})

test.each([
  ['http://localhost:8080', 'http://localhost:8080'],
  ['http://localhost', 'http://localhost'],
  ['https://localhost', 'http://localhost'],
  ['http://localhost.evil.example', 'http://localhost'],
  ['http://localhost:8080@evil.example', 'http://localhost'],
])('without an address of its own, of a page at %s', (origin, expected) => {
  const told = Buffer.from(JSON.stringify({ origin })).toString('base64url')
  expect(expectedOrigin({ rpId: 'localhost', origin: 'any of localhost' }, told)).toBe(expected)
  expect(expectedOrigin({ rpId: 'rost.example', origin: 'https://rost.example' }, told)).toBe('https://rost.example')
})

test.each(['', 'AAAA', 'bnVsbA', 'W10'])('what is no client data names no page: %s', (told) => {
  expect(expectedOrigin({ rpId: 'localhost', origin: 'any of localhost' }, told)).toBe('http://localhost')
})
