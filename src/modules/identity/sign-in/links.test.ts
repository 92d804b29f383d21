import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { addActor } from '../../../../test/harness/actors.ts'
import { openBrowser } from '../../../../test/harness/browser.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { setDisabled } from '../accounts/accounts.repo.ts'
import { makeLink } from './links.repo.ts'

const house = await openTestHouse({ work: true })
const { app, services, dataFolder } = house

const link = (account: number, minutes = 30): Promise<string> =>
  services.database.write(null, (tx) => makeLink(tx, account, minutes))
const use = (token: string, browser = openBrowser(app)) =>
  browser.ask('POST', '/api/sign-in/link/use', { payload: { token } })
const request = (email: string, browser = openBrowser(app)) =>
  browser.ask('POST', '/api/sign-in/link', { payload: { email } })

/** Letters to the address, decoded. */
async function lettersTo(email: string): Promise<string[]> {
  const folder = join(dataFolder, 'mail')
  const names = await readdir(folder).catch(() => [])
  const all = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return all.filter((letter) => letter.includes(`To: ${email}`)).map(bodyOf)
}

function bodyOf(letter: string): string {
  const at = letter.indexOf('\r\n\r\n') + 4
  const [head, body] = [letter.slice(0, at), letter.slice(at)]
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  const text = body.replace(/=\r?\n/g, '')
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
}

test('a link comes by mail and signs in once', async () => {
  const { email, account } = await addActor(house)
  expect((await request(email)).statusCode).toBe(204)
  const [letter = ''] = await vi.waitFor(
    async () => {
      const found = await lettersTo(email)
      expect(found).toHaveLength(1)
      return found
    },
    { timeout: 20_000, interval: 50 },
  )
  expect(letter).toContain('Здравствуйте')
  const token = /\/sign-in\/link#(\S+)/.exec(letter)?.[1] ?? ''
  const browser = openBrowser(app)
  expect((await use(token, browser)).json()).toMatchObject({ id: account })
  expect((await browser.ask('GET', '/api/me')).json()).toMatchObject({ id: account, hasPassword: false })
  expect((await use(token)).json()).toMatchObject({ status: 401, code: 'link_spent' })
})

test('who has no account gets the same answer, and no letter', async () => {
  const [known, disabled] = [await addActor(house), await addActor(house)]
  await services.database.write(null, (tx) => setDisabled(tx, disabled.account, true))
  const replies = [
    await request('nobody@rost.example'),
    await request(disabled.email),
    await request('not an address'),
    await request(known.email),
  ]
  expect(replies.map((reply) => [reply.statusCode, reply.body])).toEqual(replies.map(() => [204, '']))
  await vi.waitFor(async () => expect(await lettersTo(known.email)).toHaveLength(1), { timeout: 20_000, interval: 50 })
  await vi.waitFor(async () => expect(await waitingJobs()).toBe(0), { timeout: 20_000, interval: 50 })
  expect(await lettersTo('nobody@rost.example')).toEqual([])
  expect(await lettersTo(disabled.email)).toEqual([])
})

test('asking again and again sends no more than five letters and still answers the same', async () => {
  const { email } = await addActor(house)
  for (let i = 0; i < 7; i++) expect((await request(email)).statusCode).toBe(204)
  await vi.waitFor(async () => expect(await waitingJobs()).toBe(0), { timeout: 20_000, interval: 50 })
  expect(await lettersTo(email)).toHaveLength(5)
})

test('of two that use a link at once one gets in', async () => {
  const { account } = await addActor(house)
  const token = await link(account)
  const replies = await Promise.all([use(token), use(token), use(token)])
  expect(replies.map((reply) => reply.statusCode).sort()).toEqual([201, 401, 401])
})

test('a link that has run out, of a disabled account, or made up is worth nothing', async () => {
  const [late, disabled] = [await addActor(house), await addActor(house)]
  const tokens = [await link(late.account, -1), await link(disabled.account), 'A'.repeat(43), 'short']
  await services.database.write(null, (tx) => setDisabled(tx, disabled.account, true))
  for (const token of tokens) expect((await use(token)).json()).toMatchObject({ code: 'link_spent', status: 401 })
})

test('guessing at links is slowed, using real ones is not', async () => {
  const guesser = openBrowser(app, '10.9.9.9')
  for (let i = 0; i < 30; i++) expect((await use('B'.repeat(43), guesser)).statusCode).toBe(401)
  expect((await use('B'.repeat(43), guesser)).statusCode).toBe(429)
  const { account } = await addActor(house)
  for (let i = 0; i < 35; i++) {
    expect((await use(await link(account), openBrowser(app, '10.9.9.8'))).statusCode).toBe(201)
  }
})

async function waitingJobs(): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from job.job where state < 'completed' and name like 'identity-send%'`.execute(
    services.database.reader(null),
  )
  return rows[0]?.n ?? -1
}
