import { mkdirSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { addUser, createDistrict, loadFolder } from '../src/modules/registry/index.ts'
import { modules } from '../src/modules.ts'
import { sheets } from '../src/sheets.ts'
import { openTestHouse, type TestHouse } from '../test/harness/house.ts'

export const PASSWORD = 'a long phrase for the browser'
const SHOTS = process.env.E2E_SCREENSHOTS

type Visit = { readonly page: Page; readonly faults: readonly string[]; readonly address: string }

export type Stage = {
  /** A new browser of somebody who has not been here; faults of the page and its policy are collected. */
  open(options?: BrowserContextOptions, path?: string): Promise<Visit>
  signIn(page: Page, email?: string): Promise<void>
  /** To add accounts before the first test. */
  house(): TestHouse
}

/** A house with one district, a methodist and, with data, the head of a school, served to a real browser. */
export function openStage({ withData }: { withData: boolean }): Stage {
  let browser: Browser
  let address = ''
  let opened: TestHouse | undefined
  beforeAll(async () => {
    const house = await openTestHouse({ work: true })
    opened = house
    const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
    await house.services.database.write(null, (tx) =>
      createDistrict(tx, { code: 'browser', name: 'Район' }, { master: house.services.master, seeds }),
    )
    if (withData) await loadFolder(house.services, 'browser', 'test/fixtures/district', { sheets, seeds })
    await addUser(house.services, {
      ...{ email: 'methodist@example.org', role: 'methodist', district: 'browser', password: PASSWORD },
    })
    await addUser(house.services, {
      ...{ email: 'admin@example.org', role: 'admin', district: 'browser', password: PASSWORD },
    })
    if (withData) {
      const head = { email: 'head@example.org', role: 'head', organisation: 'Ш012', district: 'browser' } as const
      await addUser(house.services, { ...head, password: PASSWORD, name: 'Директор Ш012' })
    }
    address = await house.app.listen({ host: '127.0.0.1', port: 0 })
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: QUIETLY })
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
  })
  return {
    house() {
      if (opened === undefined) throw new Error('the house is not open yet')
      return opened
    },
    async open(options = {}, path = '/') {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'ru-RU',
        ...options,
      })
      const page = await context.newPage()
      const faults: string[] = []
      page.on(
        'console',
        (message) => message.type() === 'error' && !EXPECTED.test(message.text()) && faults.push(message.text()),
      )
      page.on('pageerror', (error) => faults.push(error.message))
      await page.goto(`${address}${path}`)
      return { page, faults, address }
    },
    async signIn(page, email = 'methodist@example.org') {
      await page.getByLabel('Электронная почта').fill(email)
      await page.getByLabel('Пароль').first().fill(PASSWORD)
      await page.getByLabel('Пароль').first().press('Enter')
      await page.locator('#page-title').waitFor()
    },
  }
}

const EVERY_LOOK = process.env.E2E_LOOKS === 'every'

/** Widths, themes and languages of a journey: the usual ones, in `./rost test --long` the further ones too. */
export const looks = <const Usual, const Further>(
  usual: readonly Usual[],
  further: readonly Further[],
): readonly (Usual | Further)[] => (EVERY_LOOK ? [...usual, ...further] : usual)

/** The browser tells of every answer above 400 by itself; what it means stands on the page. */
const EXPECTED = /status of 4(01|04|12|22)/

const QUIETLY = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A map has a thousand cells made alike: looking at each takes the better part of a minute. */
const ALIKE = '.rost-map tbody tr:nth-child(n + 8)'

/** What is against WCAG 2.2 AA, as far as a tool can tell. */
export async function violations(page: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page })
    .exclude(ALIKE)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)
}

export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

export async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: `${SHOTS}/${name}.png` })
}
