import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStage, overflow, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const OWN = 'зелёный чайник поёт'

const openAsAdmin = (path: string, options = {}) => stage.enter(options, path, 'admin@example.org')

async function firstSchool(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Организации' }).click()
  await page.getByRole('option').first().click()
  await page.keyboard.press('Escape')
}

test('a school gets slips, ten on a sheet; with one a teacher comes in, sets a password and comes again', async () => {
  const { page, faults } = await openAsAdmin('/accounts')
  await page.getByRole('link', { name: 'Листки для входа' }).click()
  await firstSchool(page)
  await page.getByText(/^Без учётной записи — \d/).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: /^Сделать/ }).click()
  await page.getByText(/^Готово/).waitFor()
  const slips = page.locator('.rost-slip')
  const count = await slips.count()
  expect(count).toBeGreaterThan(1)
  expect(await violations(page)).toEqual([])
  await shoot(page, 'slips')
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(Math.ceil(count / 10))
  const [login = '', code = ''] = await slips.first().locator('.rost-slip-secret').allTextContents()
  await page.getByRole('button', { name: 'Другие организации' }).click()
  await firstSchool(page)
  await page.getByRole('button', { name: 'Листки делать некому' }).waitFor()
  await page.context().close()

  const teacher = await stage.open({ viewport: { width: 390, height: 844 } }, '/start')
  const mine = teacher.page
  await mine.getByLabel('Логин').fill(login)
  await mine.getByLabel('Код').fill(code)
  await mine.getByRole('textbox', { name: /^Новый пароль/ }).fill(OWN)
  expect(await violations(mine)).toEqual([])
  expect(await overflow(mine)).toBeLessThanOrEqual(0)
  await shoot(mine, 'start-phone')
  await mine.getByRole('button', { name: 'Войти' }).click()
  await mine.getByRole('button', { name: 'Меню' }).waitFor()
  await mine.context().close()

  const again = await stage.open()
  await again.page.getByLabel('Электронная почта или логин').fill(login)
  await again.page.getByLabel('Пароль').first().fill(OWN)
  await again.page.getByRole('button', { name: 'Войти' }).click()
  await again.page.locator('#page-title').waitFor()
  await again.page.goto(`${again.address}/account`)
  await again.page.getByRole('heading', { name: 'Моя учётная запись' }).waitFor()
  expect(await violations(again.page)).toEqual([])
  await again.page.context().close()
  expect([...faults, ...teacher.faults, ...again.faults]).toEqual([])
})

test('a role is given to an account, taken away, and given back by the notice', async () => {
  const { page, faults } = await openAsAdmin('/accounts')
  await page.getByRole('link', { name: 'methodist', exact: true }).click()
  await page.getByRole('button', { name: 'Дать роль' }).click()
  await page.getByRole('combobox', { name: 'Роль' }).click()
  await page.getByRole('option', { name: 'Отдел образования' }).click()
  await page.getByRole('form', { name: 'Дать роль' }).getByRole('button', { name: 'Дать роль' }).click()
  await page.getByRole('cell', { name: 'Отдел образования', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Снять роль: Отдел образования' }).click()
  await page.getByText('○ Снята').waitFor()
  await page.getByRole('button', { name: 'Вернуть как было' }).click()
  await page.getByRole('button', { name: 'Снять роль: Отдел образования' }).waitFor()
  expect(await violations(page)).toEqual([])
  expect(faults).toEqual([])
  await page.context().close()
})

test('a position nobody decided on is resolved: the effect is said, the people count, and it is taken back', async () => {
  const { page, faults } = await stage.enter({}, '/classifiers')
  const pedagogues = () =>
    page.evaluate(async () => (await (await fetch('/api/people?pedagogue=yes&size=1')).json()).total as number)
  // As a file would bring it.
  await page.evaluate(async () => {
    const { items } = await (await fetch('/api/positions?sort=-holders&size=1&pedagogical=yes')).json()
    const body = JSON.stringify({ ids: [items[0].id], pedagogical: null })
    await fetch('/api/positions/classify', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  })
  await page.reload()
  await page
    .getByText(/^Не решено, педагогические ли/)
    .first()
    .waitFor()
  const before = await pedagogues()
  const undecided = page.getByRole('region', { name: /^Не решено/ })
  await undecided.locator('tbody input[type=checkbox]').first().check()
  await page.getByText(/войд(ёт|ут) в показатели/).waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, 'positions')
  await page.getByRole('button', { name: 'Педагогические', exact: true }).click()
  await page.getByText(/^Теперь среди педагогов: ещё/).waitFor()
  expect(await pedagogues()).toBeGreaterThan(before)
  await page.getByRole('button', { name: 'Вернуть как было' }).click()
  await page.getByText('Вернули как было').waitFor()
  expect(await pedagogues()).toBe(before)
  expect(faults).toEqual([])
  await page.context().close()
})

test('lists and words of the district are edited where they stand, on a phone too', async () => {
  const { page, faults, address } = await openAsAdmin('/classifiers?tab=lists', {
    viewport: { width: 390, height: 844 },
  })
  await page
    .getByRole('button', { name: /^Убрать из выбора/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Вернуть как было' }).click()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  await page.goto(`${address}/classifiers?tab=dictionary`)
  await page.getByLabel('сообщество: по-русски', { exact: true }).fill('ПРОкомьюнити')
  await page.getByText(/«ПРОкомьюнити»/).waitFor()
  await page.getByRole('button', { name: 'Сохранить слова' }).click()
  await page.getByText('Слова сохранены').waitFor()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  for (const path of ['/accounts', '/accounts/slips', '/account', '/classifiers']) {
    await page.goto(`${address}${path}`)
    await page.locator('#page-title').waitFor()
    await page.waitForLoadState('networkidle')
    expect(await overflow(page), path).toBeLessThanOrEqual(0)
    expect(await violations(page), path).toEqual([])
    await shoot(page, `phone${path.replaceAll('/', '-')}`)
  }
  expect(faults).toEqual([])
  await page.context().close()
})
