/** What the sources may do with the outside, with text that runs and with text that becomes SQL: each place by name. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const sources = globSync('src/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/\.(test|fixture|samples)\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))

const filesWith = (pattern: RegExp): string[] =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file)
    .sort()

test('who connects to anything outside: database, mail, providers of the settings', () => {
  expect(
    filesWith(/\bfetch\(|from 'node:(http|https|http2|net|tls|dgram|dns)|(from |import\()'(nodemailer|openid-client)'/),
  ).toEqual([
    'src/modules/identity/outside/bounded.fetch.ts',
    'src/modules/identity/outside/oidc.adapter.ts',
    'src/modules/identity/passkeys/passkey.site.ts',
    'src/modules/registry/exchange/id.blocks.ts',
    'src/platform/db/pools.ts',
    'src/platform/env.ts',
    'src/platform/mail.ts',
    'src/platform/postgres/port.ts',
    'src/platform/postgres/session.ts',
    'src/platform/rate-limit.ts',
    'src/web/api.ts',
  ])
})

test('certificates are looked at, but for providers on this very machine, which have none', () => {
  expect(filesWith(/rejectUnauthorized|NODE_TLS_REJECT|allowInsecure\w*/)).toEqual([
    'src/modules/identity/outside/oidc.adapter.ts',
  ])
})

test('who starts other programs: PostgreSQL, and a printer of documents; never through a shell', () => {
  expect(filesWith(/node:child_process/)).toEqual([
    'src/platform/documents/pdf.printer.ts',
    'src/platform/postgres/account.ts',
    'src/platform/postgres/launch.ts',
    'src/platform/postgres/orphans.ts',
    'src/platform/postgres/postmaster.ts',
    'src/platform/postgres/run.ts',
  ])
  expect(filesWith(/shell: true|execSync|\bexec[, ][^\n]*node:child_process/)).toEqual([])
})

test('nothing runs text, and nothing is written into a page as markup', () => {
  expect(filesWith(/\beval\(|new Function\(|node:vm'|\binnerHTML|outerHTML|insertAdjacentHTML|dangerouslySet/)).toEqual(
    [],
  )
  expect(filesWith(/document\.write|window\.postMessage|addEventListener\('message'/)).toEqual([])
})

test('where SQL is put together of words, they are words of the program', () => {
  expect(filesWith(/sql\.raw\(/)).toEqual([
    'src/modules/privacy/copy/copy.repo.ts',
    'src/modules/privacy/erasure/erasing.repo.ts',
    'src/modules/privacy/retention/retention.repo.ts',
    'src/modules/registry/doubles/doubles.repo.ts',
    'src/modules/registry/doubles/merges.repo.ts',
    'src/modules/registry/doubles/splits.repo.ts',
    'src/modules/registry/loads/loads.repo.ts',
    'src/modules/registry/people/people.scope.ts',
  ])
})
