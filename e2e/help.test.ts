import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { looks, openStage, overflow, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })

const SAID = {
  ru: {
    help: 'Помощь',
    close: 'Закрыть справку',
    back: '← Назад',
    people: 'Люди',
    journal: 'журнал',
    explained: 'Журнал',
    whole: 'Всё руководство: Найти и исправить человека',
    title: 'Найти и исправить человека',
    organisations: 'Организации',
    search: 'Фамилия, имя, отчество',
  },
  en: {
    help: 'Help',
    close: 'Close help',
    back: '← Back',
    people: 'People',
    journal: 'journal',
    explained: 'Journal',
    whole: 'The whole guide: Find and correct a person',
    title: 'Find and correct a person',
    organisations: 'Organisations',
    search: 'Surname, name, patronymic',
  },
} as const

/** Signs in with Russian labels and then takes the language of the test. */
async function openPeople(page: Page, address: string, language: 'ru' | 'en'): Promise<void> {
  await stage.signIn(page)
  await page.evaluate((chosen) => localStorage.setItem('language', chosen), language)
  await page.goto(`${address}/people`)
  await page.getByRole('heading', { level: 1, name: SAID[language].people }).waitFor()
  await page.locator('tbody a').first().waitFor()
}

test.each(
  looks(
    [
      [390, 'dark', 'en'],
      [1440, 'light', 'ru'],
    ],
    [
      [390, 'light', 'ru'],
      [1440, 'dark', 'en'],
    ],
  ),
)('%i px, %s, %s: help on the page, a word of it, and the guide', async (width, colorScheme, language) => {
  const words = SAID[language]
  const { page, faults, address } = await stage.open({ viewport: { width, height: 900 }, colorScheme })
  const asked: string[] = []
  page.on('request', (request) => void asked.push(new URL(request.url()).pathname))
  await openPeople(page, address, language)
  expect(asked.filter((path) => /help-panel|guide\.page|\.webp/.test(path))).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)

  const button = page.getByRole('button', { name: words.help, exact: true })
  await button.click()
  const help = width < 1200 ? page.getByRole('dialog') : page.getByRole('complementary', { name: words.help })
  await help.getByRole('heading', { name: words.people }).waitFor()
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  const box = await help.boundingBox()
  if (width < 1200) expect(box?.width).toBe(width)
  else {
    const content = await page.locator('.rost-page').boundingBox()
    expect((content?.x ?? 0) + (content?.width ?? 0)).toBeLessThanOrEqual(box?.x ?? 0)
  }
  expect(await help.evaluate((panel) => panel.contains(document.activeElement))).toBe(true)
  await shoot(page, `help-${width}-${colorScheme}`)

  await help.getByRole('button', { name: words.journal }).click()
  const explained = help.getByRole('heading', { name: words.explained })
  await explained.waitFor()
  expect(await explained.evaluate((at) => at === document.activeElement)).toBe(true)
  await help.getByRole('button', { name: words.back }).click()
  await help.getByRole('heading', { name: words.people }).waitFor()
  await page.keyboard.press('Escape')
  await help.waitFor({ state: 'detached' })
  expect(await button.evaluate((at) => at === document.activeElement)).toBe(true)

  await page.keyboard.press('?')
  await help.getByRole('link', { name: words.whole }).click()
  await page.getByRole('heading', { level: 1, name: words.title }).waitFor()
  await page.waitForFunction(() => document.activeElement?.id === 'people')
  if (width < 1200) await help.waitFor({ state: 'detached' })
  else await help.getByRole('button', { name: words.close }).click()
  const picture = page.locator('.rost-picture').first()
  await picture.scrollIntoViewIfNeeded()
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.rost-picture')?.naturalWidth)
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shoot(page, `guide-${width}-${colorScheme}`)
  expect(faults).toEqual([])
  await page.context().close()
})

test('the help follows from page to page; the key is a letter to who types', async () => {
  const { page, faults, address } = await stage.open({ viewport: { width: 1440, height: 900 } })
  await openPeople(page, address, 'ru')
  const help = page.getByRole('complementary', { name: 'Помощь' })
  await page.keyboard.press('?')
  await help.getByRole('heading', { name: 'Люди' }).waitFor()
  await page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name: 'Организации' }).click()
  await help.getByRole('heading', { name: 'Организации' }).waitFor()
  await page.goBack()
  await help.getByRole('heading', { name: 'Люди' }).waitFor()
  await page.getByLabel('Фамилия, имя, отчество').press('?')
  expect(await page.getByLabel('Фамилия, имя, отчество').inputValue()).toBe('?')
  expect(await help.isVisible()).toBe(true)
  await page.getByRole('heading', { level: 1, name: 'Люди' }).click()
  await page.keyboard.press('?')
  await help.waitFor({ state: 'detached' })
  expect(faults).toEqual([])
  await page.context().close()
})

test.each(looks([390], [1440]))('%i px: who is not signed in yet is told how', async (width) => {
  const { page, faults } = await stage.open({ viewport: { width, height: 900 } }, '/start')
  await page.getByRole('button', { name: 'Помощь' }).click()
  await page.getByText('16 цифр кода').waitFor()
  expect(await page.getByRole('link', { name: /Всё руководство/ }).count()).toBe(0)
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.keyboard.press('?')
  await page.getByText('16 цифр кода').waitFor({ state: 'detached' })
  expect(faults).toEqual([])
  await page.context().close()
})

test('all of the guide at the narrowest: readable, nothing aside, nothing against the policy', async () => {
  const { page, faults, address } = await stage.enter({ viewport: { width: 320, height: 800 } })
  await page.goto(`${address}/guide`)
  await page.getByRole('heading', { level: 1, name: 'Руководство' }).waitFor()
  const pages = await page
    .locator('.rost-guide a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(pages.length).toBeGreaterThan(10)
  for (const path of ['/guide', ...pages]) {
    await page.goto(`${address}${path}`)
    await page.locator('.rost-guide').waitFor()
    expect(await overflow(page), path).toBeLessThanOrEqual(0)
    // A list, tables, pictures: the others are made of the same.
    if (/guide$|loading|department/.test(path)) expect(await violations(page), path).toEqual([])
  }
  await page.goto(`${address}/guide/nothing`)
  await page.getByRole('heading', { level: 1, name: 'Такой страницы в руководстве нет' }).waitFor()
  expect(faults).toEqual([])
  await page.context().close()
})
