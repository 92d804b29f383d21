import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { addUser } from '../src/modules/registry/index.ts'
import { openStage, overflow, PASSWORD } from './browser.ts'

const stage = openStage({ withData: true })
/** Of a made-up teacher of the sample district. */
const SNILS = '724-868-284 41'

const ROLES = [
  'department',
  'directorate',
  'methodist',
  'school_methodist',
  'head',
  'teacher',
  'region',
  'admin',
  'security',
]

beforeAll(async () => {
  const add = (role: string, more: { snils?: string; organisation?: string } = {}) =>
    addUser(stage.house().services, {
      ...{ email: `${role}@example.org`, role, district: 'browser', password: PASSWORD },
      ...more,
    })
  for (const role of ['department', 'directorate', 'region', 'security']) await add(role)
  await add('school_methodist', { organisation: 'Ш012' })
  await add('teacher', { snils: SNILS })
})

/** What a wide screen has room for at 200 %. */
const ENLARGED = { width: 720, height: 450 }
const WIDE = { width: 1440, height: 900 }

test.each(ROLES)('%s, in English and without a mouse: signs in and goes through all sections', async (role) => {
  const { page, faults } = await stage.open({ locale: 'en-GB', viewport: WIDE })
  await tabTo(page, 'E-mail or login')
  await page.keyboard.type(`${role}@example.org`)
  await tabTo(page, 'Password')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.locator('#page-title').waitFor()
  expect(await russianWords(page)).toEqual([])
  let key = 'Tab'
  for (const section of await page.locator('.rost-nav a:not([aria-current])').allTextContents()) {
    await tabTo(page, section, key)
    // From the title of a page back to the sections before it.
    key = 'Shift+Tab'
    await page.keyboard.press('Enter')
    await page.locator('.rost-nav a[aria-current="page"]', { hasText: section }).waitFor()
    // Whoever listens begins at the title of the new page.
    await page.waitForFunction(() => document.activeElement?.id === 'page-title', null, { timeout: 20_000 })
    await page.waitForLoadState('networkidle')
    expect(await russianWords(page), section).toEqual([])
    await page.setViewportSize(ENLARGED)
    expect(await overflow(page), section).toBeLessThanOrEqual(0)
    await page.setViewportSize(WIDE)
  }
  expect(faults).toEqual([])
  await page.context().close()
})

/** Presses Tab until what is called so has the focus. */
async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
      return [element?.textContent, element?.getAttribute('aria-label'), ...labels.map((label) => label.textContent)]
    })
    if (focused.some((text) => text?.replace('*', '').trim() === name)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${name} cannot be reached by ${key}`)
}

/** What is said in Russian though the reader reads English; the district's own names are left out. */
const russianWords = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main :is(h1, h2, h3, label, legend, button, th[scope="col"]), .rost-nav a')]
      .filter((element) => !element.matches('.rost-chip, .rost-cell, .rost-own-name, [lang="ru"]'))
      .map((element) => element.textContent?.trim() ?? '')
      // A person is greeted by name.
      .filter((text) => /[а-яё]/i.test(text) && !text.startsWith('Hello, ')),
  )
