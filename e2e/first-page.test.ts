import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addUser, createDistrict, loadFolder } from '../src/modules/registry/index.ts'
import { modules } from '../src/modules.ts'
import { sheets } from '../src/sheets.ts'
import { openTestHouse, type TestHouse } from '../test/harness/house.ts'

const PASSWORD = 'a long phrase for the browser'
const SHOTS = process.env.E2E_SCREENSHOTS

let house: TestHouse
let browser: Browser
let address: string

beforeAll(async () => {
  house = await openTestHouse()
  const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
  await house.services.database.write(null, (tx) =>
    createDistrict(tx, { code: 'browser', name: 'Район' }, { master: house.services.master, seeds }),
  )
  await loadFolder(house.services, 'browser', 'test/fixtures/district', { sheets, seeds })
  await addUser(house.services, {
    email: 'methodist@example.org',
    role: 'methodist',
    district: 'browser',
    password: PASSWORD,
  })
  address = await house.app.listen({ host: '127.0.0.1', port: 0 })
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}, 120_000)

afterAll(async () => {
  await browser?.close()
})

async function open(width: number, scheme: 'light' | 'dark' = 'light'): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'ru-RU', colorScheme: scheme })
  const page = await context.newPage()
  const faults: string[] = []
  page.on(
    'console',
    (message) => message.type() === 'error' && !message.text().includes('401') && faults.push(message.text()),
  )
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(address)
  return { page, faults }
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Электронная почта').fill('methodist@example.org')
  await page.getByLabel('Пароль').first().fill(PASSWORD)
  await page.getByLabel('Пароль').first().press('Enter')
  await page.getByRole('heading', { name: /Показатели района/ }).waitFor()
  await page.getByLabel('на дату').fill('2025-12-31')
  await page.getByText('61,9').waitFor()
}

async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: `${SHOTS}/${name}.png` })
}

async function violations(page: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)
}

describe.each([
  [390, 'light'],
  [1440, 'light'],
  [1440, 'dark'],
] as const)('%i px, %s', (width, scheme) => {
  test('from signing in to the people behind a figure', async () => {
    const { page, faults } = await open(width, scheme)
    await page.getByRole('heading', { name: 'Вход' }).waitFor()
    expect(await violations(page)).toEqual([])
    await shoot(page, `sign-in-${width}-${scheme}`)
    await signIn(page)
    expect(await violations(page)).toEqual([])
    await shoot(page, `indicators-${width}-${scheme}`)
    await page.getByRole('button', { name: 'P10: Кто это?' }).click()
    await page.getByText('Учтены (169)').waitFor()
    await page
      .getByText(/mentoring\.csv, строка \d+/)
      .first()
      .waitFor()
    expect(await violations(page)).toEqual([])
    await shoot(page, `members-${width}-${scheme}`)
    expect(faults).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    await page.context().close()
  })
})

test('wrong password: it says what to do and keeps the address', async () => {
  const { page } = await open(390)
  await page.getByLabel('Электронная почта').fill('methodist@example.org')
  await page.getByLabel('Пароль').first().fill('not this one')
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel('Электронная почта').inputValue()).toBe('methodist@example.org')
  await page.context().close()
})

test('in English, by keyboard alone', async () => {
  const { page } = await open(1440)
  await page.getByRole('button', { name: 'English' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await page.keyboard.press('Tab')
  await page.keyboard.type('methodist@example.org')
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /Indicators of the district/ }).waitFor()
  await page.context().close()
})
