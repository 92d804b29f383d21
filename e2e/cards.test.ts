import { expect, test } from 'vitest'
import { openStage, overflow, violations } from './browser.ts'

const stage = openStage({ withData: true })

test('a change is taken back from the notice, and stands in the history with its author', async () => {
  const { page, faults } = await stage.enter({}, '/people')
  await page.locator('tbody a').first().click()
  await page.getByRole('button', { name: 'Исправить' }).first().click()
  const before = await page.getByLabel('Отчество').inputValue()
  await page.getByLabel('Отчество').fill('Ошибочна')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByRole('heading', { level: 1, name: /Ошибочна$/ }).waitFor()
  const history = page.getByRole('region', { name: 'История изменений' })
  await history.getByText('Исправлены данные').waitFor()
  await history.getByText(`${before} → Ошибочна`).waitFor()
  await page.locator('.mantine-Notification-root').getByRole('button', { name: 'Вернуть как было' }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(`${before}$`) }).waitFor()
  await history.getByText('отмена изменения').waitFor()
  expect(await violations(page)).toEqual([])
  expect(faults).toEqual([])
  await page.context().close()
})

test('a place of work removed by mistake comes back', async () => {
  const { page } = await stage.enter({}, '/people')
  await page.locator('tbody a').nth(2).click()
  const place = page.locator('article').first()
  const name = await place.getAttribute('aria-label')
  const count = await page.locator('article').count()
  await place.getByRole('button', { name: 'Исправить' }).click()
  await page.getByRole('button', { name: 'Удалить место работы' }).click()
  await expect.poll(() => page.locator('article').count()).toBe(count - 1)
  const history = page.getByRole('region', { name: 'История изменений' })
  await history.getByRole('button', { name: 'Вернуть как было' }).first().click()
  await page
    .getByRole('article', { name: name ?? '' })
    .first()
    .waitFor()
  await page.context().close()
})

test('the timeline tells what is on record, and shows what one looks for', async () => {
  const { page } = await stage.enter({ viewport: { width: 390, height: 844 } }, '/indicators/P08?date=2025-12-31')
  await page.goto(`${new URL(page.url()).origin}/indicators?date=2025-12-31&who=P13`)
  await page.getByRole('dialog').locator('a[href^="/people/"]').first().click()
  const timeline = page.getByRole('region', { name: 'Лента' })
  await timeline.locator('li').first().waitFor()
  const all = await timeline.locator('li').count()
  await timeline.getByText('сообщество', { exact: true }).first().click()
  await expect.poll(() => timeline.locator('li').count()).toBeLessThan(all)
  await timeline
    .getByText(/communities\.xlsx.*строка/)
    .first()
    .waitFor()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  await page.context().close()
})

test('an organisation says what is missing, and whom to ask about', async () => {
  const { page } = await stage.enter({}, '/organisations')
  await page.locator('tbody a').nth(20).click()
  const missing = page.getByRole('region', { name: 'Чего не хватает' })
  const link = missing.getByRole('link').last()
  const said = Number(/(\d+)\s\S+$/.exec((await link.textContent()) ?? '')?.[1])
  await page
    .getByRole('region', { name: /^Показатели, на / })
    .getByText('P13', { exact: true })
    .waitFor()
  expect(await violations(page)).toEqual([])
  await link.click()
  await page.waitForURL(/missing=/)
  await page.getByText(new RegExp(`^${said}\\s(человек|человека)$`)).waitFor()
  await page.context().close()
})

test('the list is shown with the columns one wants, and those chosen are taken away', async () => {
  const { page } = await stage.enter({}, '/people')
  await page.getByRole('button', { name: 'Столбцы' }).click()
  await page.getByRole('checkbox', { name: 'Категория', exact: true }).check()
  await page.keyboard.press('Escape')
  await page.waitForURL(/columns=/)
  await page.getByRole('columnheader', { name: 'Категория', exact: true }).waitFor()
  await page.locator('tbody input[type=checkbox]').nth(0).check()
  await page.locator('tbody input[type=checkbox]').nth(3).check()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Выбранные в Excel (2)' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^people-\d{4}-\d\d-\d\d\.xlsx$/)
  expect(await violations(page)).toEqual([])
  await page.context().close()
})

test('a misspelt name finds the person who was meant', async () => {
  const { page } = await stage.enter({}, '/people')
  const name = (await page.locator('tbody a').first().textContent()) ?? ''
  const [surname = ''] = name.split(' ')
  await page.getByLabel('Фамилия, имя, отчество').fill(`${surname.slice(0, 2)}ъ${surname.slice(3)}`)
  await page.getByText('Так никого не зовут').waitFor()
  await page.getByRole('link', { name }).first().waitFor()
  await page.context().close()
})
