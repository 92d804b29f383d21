import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStage, violations } from './browser.ts'

const stage = openStage({ withData: true })

async function findFirst(page: Page): Promise<void> {
  await page.locator('tbody a').first().click()
  await page.waitForURL(/\/people\/\d+/)
  await page.getByRole('button', { name: 'Исправить' }).first().waitFor()
}

test('somebody is found by the beginnings of the name, and the address holds the search', async () => {
  const { page } = await stage.enter({}, '/people')
  const name = (await page.locator('tbody a').first().textContent()) ?? ''
  const [surname = '', given = ''] = name.split(' ')
  await page.getByLabel('Фамилия, имя, отчество').fill(`${given.slice(0, 3)} ${surname.slice(0, 4)}`.toLowerCase())
  await page.waitForURL(/q=/)
  await page.getByRole('link', { name }).first().waitFor()
  await page.reload()
  await page.getByRole('link', { name }).first().waitFor()
  await page.getByLabel('Фамилия, имя, отчество').fill('ъъъъ')
  await page.getByText('Никого не нашлось').waitFor()
  await page.context().close()
})

test('what was typed is there after a reload, is saved, and says who wrote it', async () => {
  const { page, faults } = await stage.enter({}, '/people')
  await findFirst(page)
  await page.getByRole('button', { name: 'Исправить' }).first().click()
  await page.getByLabel('Отчество').fill('Проверочна')
  await page.reload()
  await page.getByRole('button', { name: 'Исправить' }).first().click()
  await page.getByText('вы ввели раньше').waitFor()
  expect(await page.getByLabel('Отчество').inputValue()).toBe('Проверочна')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByRole('heading', { level: 1, name: /Проверочна$/ }).waitFor()
  expect(faults).toEqual([])
  await page.context().close()
})

test('a fault stands at its field, in the reader’s language', async () => {
  const { page } = await stage.enter({}, '/people')
  await findFirst(page)
  await page.getByRole('button', { name: 'Исправить' }).first().click()
  await page.getByLabel('СНИЛС').fill('123-456-789 00')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('это не СНИЛС').first().waitFor()
  expect(await page.getByLabel('СНИЛС').getAttribute('aria-invalid')).toBe('true')
  await page.context().close()
})

test('two people on one card: the second is told, nothing is overwritten', async () => {
  const [one, other] = [await stage.enter({}, '/people'), await stage.enter({}, '/people')]
  for (const { page } of [one, other]) {
    await findFirst(page)
    await page.getByRole('button', { name: 'Исправить' }).first().click()
  }
  await one.page.getByLabel('Отчество').fill('Первовна')
  await one.page.getByRole('button', { name: 'Сохранить' }).click()
  await one.page.getByRole('heading', { level: 1, name: /Первовна$/ }).waitFor()
  await other.page.getByRole('textbox', { name: /^Имя/ }).fill('Другая')
  await other.page.getByRole('button', { name: 'Сохранить' }).click()
  await other.page.getByText('изменил кто-то другой').waitFor()
  await other.page.getByRole('button', { name: 'Показать, как сейчас' }).click()
  await other.page.getByRole('heading', { level: 1, name: /Первовна$/ }).waitFor()
  expect(await other.page.getByRole('textbox', { name: /^Имя/ }).inputValue()).toBe('Другая')
  await other.page.getByRole('button', { name: 'Сохранить' }).click()
  await other.page.getByRole('heading', { level: 1, name: /Другая Первовна$/ }).waitFor()
  for (const { page } of [one, other]) await page.context().close()
})

test('the session ends while somebody types: one signs in above the page and goes on', async () => {
  const { page } = await stage.enter({}, '/people')
  await findFirst(page)
  await page.getByRole('button', { name: 'Исправить' }).first().click()
  await page.getByLabel('Отчество').fill('Оставшаяся')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Сохранить' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Электронная почта').fill('methodist@example.org')
  await dialog.getByLabel('Пароль').first().fill('a long phrase for the browser')
  await dialog.getByRole('button', { name: 'Войти', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await page.getByLabel('Отчество').inputValue()).toBe('Оставшаяся')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByRole('heading', { level: 1, name: /Оставшаяся$/ }).waitFor()
  await page.context().close()
})

test('a person is added with a place of work', async () => {
  const { page } = await stage.enter({}, '/people/new')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Фамилия').fill('Новосёлова')
  await page.getByRole('textbox', { name: /^Имя/ }).fill('Пробная')
  await page.getByLabel('Дата рождения').fill('1990-04-05')
  await page.getByRole('combobox', { name: 'Организация' }).click()
  await page.getByRole('option').first().click()
  await page.getByRole('combobox', { name: 'Должность' }).fill('учитель')
  await page.getByRole('option').first().click()
  await page.getByLabel('Принят(а)').fill('2025-09-01')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByRole('heading', { level: 1, name: 'Новосёлова Пробная' }).waitFor()
  await page.getByText('внесено вручную').first().waitFor()
  await page.context().close()
})
