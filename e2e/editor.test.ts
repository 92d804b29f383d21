import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { looks, openStage, overflow, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const DECEMBER = '2025-12-31'

/** Goes on by Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let steps = 0; steps < 150; steps++) {
    const called = await page.evaluate(() => {
      const { activeElement: at } = document
      const labelled = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels?.[0] : undefined
      return (at?.getAttribute('aria-label') ?? labelled?.textContent ?? at?.textContent ?? '').replace(' *', '')
    })
    if (typeof name === 'string' ? called === name : name.test(called)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`nothing called ${name} is reached by Tab`)
}

const focusOf = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null)

/** Chooses a condition in the menu that has the focus. */
async function choose(page: Page, typed: string): Promise<void> {
  await page.keyboard.type(typed)
  await page.locator('[role=option]:visible').first().waitFor()
  await page.keyboard.press('Enter')
}

/** Waits until the sentence of an editor reads so. */
const says = (scope: Page | Locator, text: string | RegExp): Promise<void> =>
  scope
    .getByRole('paragraph')
    .filter({ hasText: typeof text === 'string' ? new RegExp(`^${text}$`) : text })
    .first()
    .waitFor()

const matching = (page: Page) => page.getByRole('region', { name: 'Подходят' })

test('an indicator is defined by keyboard alone, versioned, and retired', async () => {
  const { page, faults, address } = await stage.enter({}, '/definitions/new')
  await page.getByRole('heading', { level: 1, name: 'Определить показатель' }).waitFor()
  await says(page, 'Педагоги')

  await tabTo(page, 'Код')
  await page.keyboard.type('МП1')
  await tabTo(page, 'Название')
  await page.keyboard.type('Молодые педагоги ДОУ с наставником')
  await tabTo(page, 'Действует с')
  await page.keyboard.type('01012025')
  await tabTo(page, 'Что считаем')
  await page.keyboard.press('ArrowDown')
  const add = 'Добавить условие в «Кого считаем»'
  await tabTo(page, add)
  await choose(page, 'тип орг')
  expect(await focusOf(page)).toBe('тип организации: значения')
  await page.getByText('Назовите значение.').waitFor()
  await choose(page, 'ДОУ')
  await tabTo(page, add)
  await choose(page, 'возраст')
  await tabTo(page, add)
  await choose(page, 'имели настав')
  expect(await focusOf(page)).toBe('имели наставника: Когда')

  const sentence = 'Педагоги организаций типа ДОУ в возрасте до 35 лет, которые имели наставника на дату'
  await says(page, sentence)
  await page
    .getByRole('status')
    .filter({ hasText: `${sentence}. Подходят: ` })
    .waitFor()
  await page.locator('.rost-preview:not([data-old])').waitFor()
  const count = Number(await matching(page).locator('strong').textContent())
  expect(count).toBeGreaterThan(0)
  const names = page.getByRole('list', { name: 'Первые по алфавиту' }).getByRole('listitem')
  expect(await names.count()).toBe(Math.min(10, count))
  expect(await violations(page)).toEqual([])
  await shoot(page, 'editor-1440')

  await page.keyboard.press('Control+z')
  await says(page, 'Педагоги организаций типа ДОУ в возрасте до 35 лет')
  await page.keyboard.press('Control+Shift+z')
  await says(page, sentence)

  await page.reload()
  await page.getByText('Показано то, что вы ввели раньше').waitFor()
  await says(page, sentence)
  await tabTo(page, 'Сохранить показатель')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^МП1 · Молодые/ }).waitFor()
  const value = page.getByRole('row', { name: /^МП1/ })
  await value.waitFor()
  expect(await violations(page)).toEqual([])

  await page.goto(`${address}/indicators?date=${DECEMBER}`)
  await value.waitFor()
  expect(Number(await value.getByRole('cell').nth(2).textContent())).toBeGreaterThan(0)

  await page.goto(`${address}/indicators/${encodeURIComponent('МП1')}`)
  await page.getByRole('link', { name: 'Новая редакция' }).click()
  await says(page, sentence)
  await page.getByRole('button', { name: 'Убрать: имели наставника' }).click()
  expect(await focusOf(page)).toBe('Убрать: возраст')
  await page.getByLabel('Действует с').fill('2026-01-01')
  await page.getByLabel('Основание').fill('приказ № 12')
  await page.getByRole('button', { name: 'Ввести редакцию' }).click()
  const editions = page.getByRole('region', { name: 'Редакции' }).last()
  await editions.getByText('с 01.01.2025 по 31.12.2025').waitFor()
  await editions.getByText('приказ № 12').waitFor()

  await page.getByRole('button', { name: 'Заполнить паспорт' }).click()
  await page.getByLabel('Цель').fill('Видеть, кого поддержать первыми')
  await page.getByRole('button', { name: 'Сохранить паспорт' }).click()
  await page.getByRole('region', { name: 'Паспорт показателя' }).getByText('Видеть, кого поддержать').waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, 'passport-1440')

  await page.getByRole('button', { name: 'Больше не считать' }).click()
  await page.getByLabel('Последний день').fill('2026-06-30')
  await page.getByRole('button', { name: 'Не считать после этого дня' }).click()
  await page.getByText('На эту дату показатель не считается').waitFor()
  await page.goto(`${address}/indicators?date=2026-06-30`)
  await value.waitFor()
  await page.goto(`${address}/indicators?date=2026-07-01`)
  await page.getByRole('row', { name: /^P16/ }).waitFor()
  expect(await value.count()).toBe(0)
  await page.goto(`${address}/definitions`)
  expect(await page.getByRole('row', { name: /^МП1/ }).textContent()).toContain('не считается после 30.06.2026')
  expect(faults).toEqual([])
  await page.context().close()
}, 120_000)

test.each(looks([[390, 'light']], [[1440, 'dark']]))(
  '%i px, %s, in English: groups by mouse; the focus stays with what was moved',
  async (width, colorScheme) => {
    const options = { viewport: { width, height: 900 }, colorScheme }
    const { page, faults, address } = await stage.enter(options)
    await page.evaluate(() => localStorage.setItem('language', 'en'))
    await page.goto(`${address}/definitions/new?from=P10`)
    await page.getByRole('heading', { level: 1, name: 'Copy P10' }).waitFor()
    const who = page.getByRole('region', { name: 'Who of them makes the numerator' })
    await says(who, /^Pedagogues aged under 35 years .* who had a mentor/)
    await who.getByRole('button', { name: 'Up: took part in an event', exact: true }).click()
    expect(await focusOf(page)).toBe('Up: took part in an event')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    expect(await focusOf(page)).toBe('Up: took part in an event')
    await who.getByRole('button', { name: 'Into a group with the one before: had a mentor' }).click()
    const group = who.getByRole('group', { name: 'Group of conditions: any of' })
    await group.getByRole('group', { name: 'had a mentor' }).waitFor()
    expect(await focusOf(page)).toBe('Into a group with the one before: had a mentor')
    await group.getByRole('combobox', { name: /^How conditions are joined/ }).selectOption('except those with any of')
    await says(who, / never /)
    await who.getByRole('button', { name: 'Undo step' }).click()
    await group.getByRole('button', { name: 'Out of the group: had a mentor' }).click()
    // A list that is opened while the page still puts the focus where it was closes again.
    await page.locator('.rost-preview[data-old]').waitFor({ state: 'detached' })
    const add = who.getByRole('combobox', { name: /^Add a condition to/ }).last()
    const diagnostic = page.getByRole('option', { name: 'took a diagnostic' })
    await expect
      .poll(
        async () => {
          if (!(await diagnostic.isVisible())) await add.click()
          return await diagnostic.click({ timeout: 2_000 }).then(
            () => true,
            () => false,
          )
        },
        { timeout: 30_000 },
      )
      .toBe(true)
    await who.getByRole('combobox', { name: 'took a diagnostic: Say more' }).selectOption('competences')
    await page.getByText('Unfinished conditions are not counted yet.').waitFor()
    await page.getByLabel('Code').fill('X1')
    await page.getByRole('button', { name: 'Save the indicator' }).click()
    await page.getByText('Some conditions are not finished').waitFor()
    await page.locator('.rost-preview[data-old]').waitFor({ state: 'detached' })
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await shoot(page, `editor-groups-${width}-${colorScheme}`)
    for (const path of [
      '/definitions',
      '/definitions/new',
      '/indicators/P14/edition',
      `/indicators/P10?date=${DECEMBER}`,
    ]) {
      await page.goto(address + path)
      await page.locator('#page-title').waitFor()
      await page.waitForLoadState('networkidle')
      expect(await violations(page), path).toEqual([])
      expect(await overflow(page), path).toBeLessThanOrEqual(0)
    }
    expect(faults).toEqual([])
    await page.context().close()
  },
  90_000,
)

test('what the server refuses stands at its condition', async () => {
  const { page, address } = await stage.enter()
  await page.goto(`${address}/definitions/new`)
  await says(page, 'Педагоги')
  await page.evaluate(() => {
    const broken = { main: { subject: 'person', of: { all: [{ term: 'pedagogue' }, { term: 'wizard' }] }, sum: '' } }
    sessionStorage.setItem('draft:definition-new', JSON.stringify(broken))
  })
  await page.reload()
  const row = page.getByRole('group', { name: 'wizard' })
  await row.getByText('такого условия нет: wizard').waitFor()
  await row.getByRole('button', { name: 'Убрать: wizard' }).click()
  await says(page, 'Педагоги')
  await page.context().close()
})
