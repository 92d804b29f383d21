/** Words that would run if a page took them for markup: typed into every text field, stored, asked for, and looked at. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { router } from '../src/web/router.tsx'
import { looks, openStage } from './browser.ts'

const stage = openStage({ withData: true })

const PAYLOAD = `"'><img src=x onerror=window.won=1><svg onload=window.won=1>{{7*7}}</script><script>window.won=1</script>`
const IN_ADDRESS = encodeURIComponent(PAYLOAD)

/** Pages without a number or code in their address; in the usual run those where most is typed. */
const ALL = Object.keys(router.routesByPath).filter((path) => !path.includes('$') && !path.startsWith('/sign-in'))
const USUAL = [
  '/people',
  '/people/new',
  '/people/selection',
  '/organisations',
  '/definitions/new',
  '/classifiers',
  '/questions',
]
const PAGES = looks(
  ALL.filter((path) => USUAL.includes(path)),
  ALL.filter((path) => !USUAL.includes(path)),
)

/** What must not be there: elements only the words could have made, and anything that ran. */
async function lookAt(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: 'won' in window,
    made: document.querySelectorAll('img[src="x"], svg[onload], [onerror], body script:not([src])').length,
    led: [...document.querySelectorAll('a')].filter((link) => /^\s*(javascript|data|vbscript):/i.test(link.href))
      .length,
  }))
  expect(found, where).toEqual({ ran: false, made: 0, led: 0 })
}

const FIELDS = 'input:not([type]), input[type=text], input[type=search], input[type=email], textarea'

/** Fills whatever can be typed into; how many fields there were. */
async function typeEverywhere(page: Page): Promise<number> {
  const fields = await page.locator(FIELDS).all()
  let typed = 0
  for (const field of fields) {
    if (!(await field.isVisible()) || !(await field.isEditable({ timeout: 500 }).catch(() => false))) continue
    await field.fill(PAYLOAD, { timeout: 2_000 }).catch(() => undefined)
    typed++
  }
  return typed
}

const OPENS = /^(Добавить|Исправить|Изменить|Новый|Новая|Новое|Завести|Создать|Указать|Внести|Задать)/
const SAVES = /^(Сохранить|Добавить|Создать|Завести|Внести|Опубликовать)/

async function settled(page: Page): Promise<void> {
  await page.locator('#page-title').waitFor()
  await page.waitForLoadState('networkidle')
}

/** Pages one may not see are told so: the browser tells of the status by itself. */
const REFUSED = /status of 40[34]/

async function tryPage(page: Page, address: string, path: string): Promise<number> {
  await page.goto(`${address}${path}?q=${IN_ADDRESS}&tab=${IN_ADDRESS}#${IN_ADDRESS}`)
  await settled(page)
  await lookAt(page, `${path}, asked for`)
  const openers = page.locator('main').getByRole('button', { name: OPENS })
  if ((await openers.count()) > 0)
    await openers
      .first()
      .click({ timeout: 2_000 })
      .catch(() => undefined)
  const typed = await typeEverywhere(page)
  const savers = page.getByRole('button', { name: SAVES })
  if (typed > 0 && (await savers.count()) > 0)
    await savers
      .last()
      .click({ timeout: 1_000 })
      .catch(() => undefined)
  if (typed > 0) await page.keyboard.press('Enter')
  await page.waitForLoadState('networkidle')
  await lookAt(page, `${path}, typed`)
  return typed
}

/** Stored by the API as a page would, where a page shows it to others. */
async function store(page: Page, address: string): Promise<void> {
  const post = (path: string, data: object) => page.request.post(`${address}/api/${path}`, { data })
  const stored = [
    await post('organisations', { code: 'XSS', name: PAYLOAD, type: 'school' }),
    await post('indicator-definitions', {
      code: 'XSS',
      titleRu: PAYLOAD,
      titleEn: PAYLOAD,
      validFrom: '2020-01-01',
      body: { kind: 'count', subject: 'person', of: { term: 'pedagogue' }, slices: [] },
    }),
    await post('snapshots', { date: '2026-01-31', title: PAYLOAD }),
  ]
  expect(stored.map((reply) => reply.status())).toEqual([201, 201, 201])
}

test.each(looks(['methodist@example.org'], ['admin@example.org']))('%s', { timeout: 400_000 }, async (email) => {
  const { page, faults, address } = await stage.enter({}, '/', email)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  if (email.startsWith('methodist')) await store(page, address)
  let typed = 0
  for (const path of PAGES) typed += await tryPage(page, address, path)
  expect(typed).toBeGreaterThan(5)
  expect([...dialogs, ...faults.filter((fault) => !REFUSED.test(fault))]).toEqual([])
  await page.context().close()
})

test('the way into the house', async () => {
  const { page, faults, address } = await stage.open()
  for (const path of [
    `/sign-in?next=javascript:window.won=1&q=${IN_ADDRESS}`,
    `/sign-in?next=//evil.example`,
    `/sign-in/link#${IN_ADDRESS}`,
    `/${IN_ADDRESS}`,
  ]) {
    await page.goto(`${address}${path}`)
    await page.waitForLoadState('networkidle')
    await typeEverywhere(page)
    await lookAt(page, path)
  }
  await page.goto(`${address}/sign-in?next=//evil.example`)
  await stage.signIn(page)
  expect(new URL(page.url()).origin).toBe(address)
  await lookAt(page, 'signed in')
  expect(faults.filter((fault) => !REFUSED.test(fault))).toEqual([])
  await page.context().close()
})
