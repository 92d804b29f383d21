import { mkdirSync, readFileSync } from 'node:fs'
import type axe from 'axe-core'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import type { House } from '../src/house.ts'
import { addUser, createDistrict, loadFolder } from '../src/modules/registry/index.ts'
import { modules } from '../src/modules.ts'
import { sheets } from '../src/sheets.ts'
import { CHROMIUM } from '../test/harness/chromium.ts'
import { fillingOf, openTestHouse, type TestHouse } from '../test/harness/house.ts'

export const PASSWORD = 'a long phrase for the browser'
const SHOTS = process.env.E2E_SCREENSHOTS

type Visit = { readonly page: Page; readonly faults: readonly string[]; readonly address: string }

export type Stage = {
  /** A new browser of somebody who has not been here; faults of the page and its policy are collected. */
  open(options?: BrowserContextOptions, path?: string): Promise<Visit>
  /** A new browser of somebody who is signed in already. */
  enter(options?: BrowserContextOptions, path?: string, email?: string): Promise<Visit>
  signIn(page: Page, email?: string): Promise<void>
  /** To add accounts before the first test. */
  house(): TestHouse
}

const METHODIST = 'methodist@example.org'
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])

async function openDistrict({ services }: House): Promise<void> {
  await services.database.write(null, (tx) =>
    createDistrict(tx, { code: 'browser', name: 'Район' }, { master: services.master, seeds }),
  )
  const add = (email: string, role: string) =>
    addUser(services, { email, role, district: 'browser', password: PASSWORD })
  await add(METHODIST, 'methodist')
  await add('admin@example.org', 'admin')
}

const withoutData = fillingOf('stage', openDistrict)

const withSample = fillingOf('stage_sample', async (house) => {
  const { services } = house
  await openDistrict(house)
  await loadFolder(services, 'browser', 'test/fixtures/district', { sheets })
  const head = { email: 'head@example.org', role: 'head', organisation: 'Ш012', district: 'browser' } as const
  await addUser(services, { ...head, password: PASSWORD, name: 'Директор Ш012' })
})

type StageOptions = {
  readonly withData: boolean
  /** Where its settings name the address it is reached at. */
  readonly port?: number
  readonly environment?: Readonly<Record<string, string>>
}

/** A house with one district, a methodist and, with data, the head of a school, served to a real browser. */
export function openStage({ withData, port = 0, environment = {} }: StageOptions): Stage {
  let browser: Browser
  let address = ''
  let opened: TestHouse | undefined
  beforeAll(async () => {
    opened = await openTestHouse({ work: true, environment, filling: withData ? withSample : withoutData })
    address = await opened.app.listen({ host: '127.0.0.1', port })
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIETLY })
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
  })

  const newContext = (options: BrowserContextOptions): Promise<BrowserContext> =>
    browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ru-RU', ...options })

  async function visit(context: BrowserContext, path: string): Promise<Visit> {
    const page = await context.newPage()
    const faults: string[] = []
    page.on(
      'console',
      (message) => message.type() === 'error' && !EXPECTED.test(message.text()) && faults.push(message.text()),
    )
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(`${address}${path}`)
    return { page, faults, address }
  }

  return {
    house() {
      if (opened === undefined) throw new Error('the house is not open yet')
      return opened
    },
    async open(options = {}, path = '/') {
      return await visit(await newContext(options), path)
    },
    async enter(options = {}, path = '/', email = METHODIST) {
      const context = await newContext(options)
      const reply = await context.request.post(`${address}/api/sign-in`, { data: { email, password: PASSWORD } })
      expect(reply.status(), email).toBe(201)
      const visited = await visit(context, path)
      await visited.page.locator('#page-title').waitFor()
      return visited
    },
    async signIn(page, email = METHODIST) {
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
const EXPECTED = /status of 4(01|04|09|12|22)/

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

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
/** Only what is wrong is told in full: the rest would be thousands of elements, each with its way to it. */
const RULES: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
}

/** Two frames, then whatever moves to its end: something half faded in has the contrast of nothing that stays. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((next) => requestAnimationFrame(next))
    await frame()
    await frame()
    const ending = document
      .getAnimations()
      .filter((moving) => moving.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(ending.map((moving) => moving.finished))
  })
}

/** What is against WCAG 2.2 AA, as far as a tool can tell. It is asked in the page itself: there are no frames. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  await settled(page)
  return await page.evaluate(
    async ({ exclude, rules }) => {
      const { violations } = await window.axe.run({ exclude }, rules)
      return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)
    },
    { exclude: [ALIKE], rules: RULES },
  )
}

export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

export async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: `${SHOTS}/${name}.png` })
}
