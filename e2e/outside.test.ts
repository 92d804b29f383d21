import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { openProvider } from '../test/harness/providers.ts'
import { openStage, overflow, shoot, violations } from './browser.ts'

/** Providers are told beforehand where to send browsers back to. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  return typeof address === 'object' && address !== null ? address.port : 0
}

const port = await freePort()
const site = `http://localhost:${port}`
const region = await openProvider({}, [
  { id: 'rost', secret: 'a secret between the two', back: `${site}/sign-in/outside/region` },
])
const folder = await mkdtemp(join(tmpdir(), 'rost-providers-'))
afterAll(() => rm(folder, { recursive: true }))
const file = join(folder, 'providers.json')
const away = { code: 'away', name: { ru: 'Молчащий портал', en: 'Silent portal' }, clientId: 'rost' }
await writeFile(
  file,
  JSON.stringify([
    {
      ...{ code: 'region', name: { ru: 'Портал региона', en: 'Portal of the region' }, issuer: region.address },
      ...{ clientId: 'rost', secretFrom: 'REGION_SECRET' },
    },
    { ...away, issuer: `http://127.0.0.1:${await freePort()}` },
  ]),
)
const environment = { ROST_URL: site, ROST_PROVIDERS: file, REGION_SECRET: 'a secret between the two' }
const stage = openStage({ withData: false, port, environment })

/** The pages of the provider want fonts from elsewhere; an answer of 409 is told by the browser itself. */
const isOurs = (fault: string): boolean => !/ERR_NAME_NOT_RESOLVED|status of 409/.test(fault)

/** On the pages of the provider. */
async function signInThere(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('an account is linked on one’s own page, signs in by a button, and is parted again', async () => {
  const { page, faults } = await stage.open()
  await page.goto(site)
  await stage.signIn(page)
  await page.goto(`${site}/account`)
  await page.getByRole('button', { name: 'Связать: Портал региона' }).click()
  expect(await violations(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Перейти' }).click()
  await signInThere(page, 'anna')
  const part = page.getByRole('button', { name: 'Отвязать: Портал региона' })
  await part.waitFor()
  expect(page.url()).toBe(`${site}/account`)
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await part.scrollIntoViewIfNeeded()
    await shoot(page, `outside-mine-${width}`)
  }
  expect(await violations(page)).toEqual([])

  const other = await stage.open({ colorScheme: 'dark' })
  await other.page.goto(site)
  await other.page.getByRole('button', { name: 'Войти через «Портал региона»' }).waitFor()
  for (const width of [390, 1440]) {
    await other.page.setViewportSize({ width, height: 900 })
    expect(await overflow(other.page)).toBeLessThanOrEqual(0)
    await shoot(other.page, `outside-doors-${width}`)
  }
  expect(await violations(other.page)).toEqual([])
  await other.page.getByRole('button', { name: 'Войти через «Портал региона»' }).click()
  await signInThere(other.page, 'anna')
  await other.page.getByRole('link', { name: 'Показатели' }).first().waitFor()
  expect(other.page.url()).toBe(`${site}/`)
  await other.page.context().close()

  await part.click()
  await page.getByRole('dialog').getByLabel('Нынешний пароль').fill('a long phrase for the browser')
  await page.getByRole('dialog').getByRole('button', { name: 'Отвязать' }).click()
  await page.getByText('Внешний вход отвязан').waitFor()
  expect([...faults, ...other.faults].filter(isOurs)).toEqual([])
  await page.context().close()
})

test('what does not work at a provider is told on the page of signing in', async () => {
  const { page, faults } = await stage.open({ viewport: { width: 390, height: 844 } })
  await page.goto(site)
  await page.getByRole('button', { name: 'Войти через «Молчащий портал»' }).click()
  await page.getByText('«Молчащий портал» не отвечает').waitFor()
  await page.getByRole('button', { name: 'Войти через «Портал региона»' }).click()
  await page.getByRole('link', { name: /Cancel/ }).click()
  await page.getByText('Вход отменён').waitFor()
  await page.getByRole('link', { name: 'Ко входу' }).click()
  await page.getByRole('button', { name: 'Войти через «Портал региона»' }).click()
  await signInThere(page, 'stranger')
  await page.getByText('ни с кем в Росте не связана').waitFor()
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shoot(page, 'outside-unknown-390')
  expect(new URL(page.url()).search).toBe('')
  expect(faults.filter(isOurs)).toEqual([])
  await page.context().close()
})
