import { describe, expect, test } from 'vitest'
import { looks, openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const DECEMBER = '2025-12-31'

describe.each(
  looks(
    [
      [390, 'light'],
      [1440, 'dark'],
    ],
    [[1440, 'light']],
  ),
)('%i px, %s', (width, colorScheme) => {
  test('from signing in to the people behind a figure', async () => {
    const viewport = { width, height: 900 }
    const { page, faults } = await stage.open({ viewport, colorScheme }, `/?date=${DECEMBER}&before=2025-05-15`)
    await page.getByRole('heading', { name: 'Вход' }).waitFor()
    expect(await violations(page)).toEqual([])
    await shoot(page, `sign-in-${width}-${colorScheme}`)
    await stage.signIn(page)
    await page.getByText('61,9').waitFor()
    expect(await violations(page)).toEqual([])
    await shoot(page, `today-${width}-${colorScheme}`)
    await page.getByRole('button', { name: 'P10: кто это?' }).click()
    await page.getByText('Учтены (169)').waitFor()
    await page
      .getByText(/mentoring\.csv, строка \d+/)
      .first()
      .waitFor()
    expect(await violations(page)).toEqual([])
    await shoot(page, `members-${width}-${colorScheme}`)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(faults).toEqual([])
    await page.context().close()
  })
})

const PAGES: readonly (readonly [path: string, title: RegExp])[] = [
  [`/indicators?date=${DECEMBER}`, /^Показатели$/],
  [`/indicators?date=${DECEMBER}&view=map`, /^Показатели$/],
  [`/indicators/P10?date=${DECEMBER}`, /^P10 · Поддержка молодых педагогов$/],
  [`/people?activeOn=${DECEMBER}`, /^Люди$/],
  ['/people/new', /^Добавить человека$/],
  ['/organisations', /^Организации$/],
  ['/loads', /^Загрузка$/],
  ['/snapshots', /^Зафиксированные значения$/],
  [`/notes/monitoring?date=${DECEMBER}`, /^Аналитическая справка$/],
  ['/nowhere', /^Такой страницы нет$/],
]

test.each(looks([[390, 'light']], [[1440, 'dark']]))(
  '%i px, %s: every page has no faults, nothing beyond the edge, and is readable for all',
  async (width, scheme) => {
    const { page, faults, address } = await stage.enter({ viewport: { width, height: 900 }, colorScheme: scheme })
    for (const [path, title] of PAGES) {
      await page.goto(address + path)
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      await page.waitForLoadState('networkidle')
      expect(await violations(page), path).toEqual([])
      expect(await overflow(page), path).toBeLessThanOrEqual(0)
      await shoot(page, `${path.replace(/\W+/g, '-')}-${width}-${scheme}`)
    }
    expect(faults).toEqual([])
    await page.context().close()
  },
)

test('wrong password: it says what to do and keeps the address', async () => {
  const { page } = await stage.open({ viewport: { width: 390, height: 900 } })
  await page.getByLabel('Электронная почта').fill('methodist@example.org')
  await page.getByLabel('Пароль').first().fill('not this one')
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel('Электронная почта').inputValue()).toBe('methodist@example.org')
  await page.context().close()
})

test('in English, by keyboard alone', async () => {
  const { page } = await stage.open({ locale: 'en-GB' })
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await page.getByLabel('E-mail').focus()
  await page.keyboard.type('methodist@example.org')
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'The district today' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('A person'))
  await page.keyboard.type('P10')
  await page.getByText(/^P10 ·/).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /^P10 ·/ }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/indicators/P10')
  await page.context().close()
})

test('the map is moved in by arrow keys, and a cell is asked by Enter', async () => {
  const { page } = await stage.enter({}, `/indicators?date=${DECEMBER}&view=map`)
  const first = page.locator('[data-at="0,0"]')
  await first.waitFor()
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-at'))).toBe('1,1')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await page
    .getByRole('dialog')
    .getByText(/Учтены \(\d+\)/)
    .waitFor()
  const asked = new URL(page.url()).searchParams
  expect([asked.get('who'), asked.get('slice')]).toEqual(['P01', 'organisation'])
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.context().close()
})

test('a page can be enlarged to 200 % and for who sees little', async () => {
  const { page } = await stage.enter({ viewport: { width: 720, height: 450 } }, '/people')
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: 'methodist' }).click()
  await page.getByRole('menuitem', { name: 'Версия для слабовидящих' }).click()
  expect(await page.evaluate(() => document.documentElement.hasAttribute('data-easy-to-see'))).toBe(true)
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.context().close()
})

test('December is frozen, and stands as it was', async () => {
  const { page, faults } = await stage.enter({}, '/snapshots')
  await page.getByText('Ещё ничего не зафиксировано').waitFor()
  await page.getByRole('button', { name: 'Зафиксировать значения' }).click()
  await page.getByLabel('На дату').fill(DECEMBER)
  await page.getByRole('button', { name: 'Зафиксировать', exact: true }).click()
  await page.getByRole('alert').waitFor()
  await page.getByRole('textbox', { name: /^Название/ }).fill('Декабрь 2025')
  await page.getByRole('button', { name: 'Зафиксировать', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Декабрь 2025' }).waitFor()
  const row = page.getByRole('row', { name: /^P10/ })
  expect(await row.textContent()).toMatch(/61,9\s%.*169.*273.*так же/)
  expect(await violations(page)).toEqual([])
  expect(faults).toEqual([])
  await page.context().close()
})
