import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readSettings } from './env.ts'

const folder = await mkdtemp(join(tmpdir(), 'rost-providers-'))
const file = join(folder, 'providers.json')
afterAll(() => rm(folder, { recursive: true }))

const provider = {
  code: 'region',
  name: { ru: 'Регион', en: 'Region' },
  issuer: 'https://id.example',
  clientId: 'rost',
}
const read = async (what: unknown, environment: Record<string, string> = {}) => {
  await writeFile(file, typeof what === 'string' ? what : JSON.stringify(what))
  return readSettings({ ROST_PROVIDERS: file, ...environment }).signInProviders
}

test('what is not said is the careful choice; the secret stands in the environment', async () => {
  expect(await read([{ ...provider, secretFrom: 'REGION_SECRET' }], { REGION_SECRET: 'hidden' })).toEqual([
    { ...provider, kind: 'oidc', scope: 'openid', trusted: false, secondFactor: false, secret: 'hidden' },
  ])
  expect(readSettings({}).signInProviders).toEqual([])
})

test.each([
  ['no JSON', '[', 'is no JSON'],
  ['plain http', [{ ...provider, issuer: 'http://id.example' }], '0.issuer: must start with https://'],
  ['a name for this machine that is not', [{ ...provider, issuer: 'http://127.0.0.1.evil.example' }], '0.issuer'],
  ['a password in the address', [{ ...provider, issuer: 'https://a:b@id.example' }], '0.issuer'],
  ['trust in nothing', [{ ...provider, trusted: true }], '0.claim: trusted needs a claim'],
  ['ЕСИА without who signs', [{ ...provider, kind: 'esia' }], '0.signer'],
  ['a word nobody knows', [{ ...provider, admin: true }], 'admin'],
  ['one code twice', [provider, provider], 'the same code'],
  ['a secret that is not there', [{ ...provider, secretFrom: 'REGION_SECRET' }], 'REGION_SECRET is not set'],
])('refused at the start: %s', async (_, what, told) => {
  await expect(read(what)).rejects.toThrow(told)
})

test('a file that is not there', () => {
  expect(() => readSettings({ ROST_PROVIDERS: join(folder, 'none.json') })).toThrow('cannot be read')
})
