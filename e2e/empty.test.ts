import { expect, test } from 'vitest'
import { openStage, overflow, shoot, violations } from './browser.ts'

const stage = openStage({ withData: false })

/** What a program shows that has not thought of nothing. */
const BROKEN = /NaN|undefined|null|Infinity/

const SECTIONS = [
  '/',
  '/indicators',
  '/indicators?view=map',
  '/indicators/P10',
  '/snapshots',
  '/notes/monitoring',
  '/questions',
  '/people',
  '/people/selection',
  '/organisations',
  '/loads',
  '/classifiers',
] as const

test('an empty district: each page says what it means', async () => {
  const { page, address, faults } = await stage.enter({ viewport: { width: 390, height: 900 } })
  for (const path of SECTIONS) {
    await page.goto(address + path)
    await page.locator('#page-title').waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.locator('main').textContent(), path).not.toMatch(BROKEN)
    expect(await violations(page), path).toEqual([])
    expect(await overflow(page), path).toBeLessThanOrEqual(0)
    await shoot(page, `empty${path.replace(/\W+/g, '-')}`)
  }
  expect(faults).toEqual([])
  await page.context().close()
})

test('one school, one person: figures of one, and figures of nobody', async () => {
  const { page, address, faults } = await stage.enter({}, '/organisations')
  await page.goto(`${address}/organisations`)
  await page.getByRole('button', { name: 'Добавить организацию' }).click()
  await page.getByRole('textbox', { name: /^Код/ }).fill('Ш001')
  await page.getByRole('textbox', { name: /^Название/ }).fill('Школа первая')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByRole('link', { name: 'Школа первая' }).first().waitFor()
  await page.goto(`${address}/people/new`)
  await page.getByLabel('Фамилия').fill('Первая')
  await page.getByRole('textbox', { name: /^Имя/ }).fill('Одна')
  await page.getByLabel('Дата рождения').fill('1999-04-05')
  await page.getByRole('combobox', { name: 'Организация' }).click()
  await page.getByRole('option').first().click()
  await page.getByRole('combobox', { name: 'Должность' }).fill('учитель')
  await page.getByRole('option', { name: 'учитель', exact: true }).click()
  await page.getByLabel('Принят(а)').fill('2025-09-01')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByRole('heading', { level: 1, name: 'Первая Одна' }).waitFor()
  for (const path of ['/', '/indicators?view=map', '/indicators/P02', '/indicators/P01']) {
    await page.goto(address + path)
    await page.locator('#page-title').waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.locator('main').textContent(), path).not.toMatch(BROKEN)
    expect(await overflow(page), path).toBeLessThanOrEqual(0)
    await shoot(page, `one${path.replace(/\W+/g, '-')}`)
  }
  await page.goto(`${address}/indicators/P02`)
  await page.getByText('0 из 1').first().waitFor()
  await page.goto(`${address}/indicators/P01`)
  await page.getByText('На этот день под определение никто не подходит').waitFor()
  expect(faults).toEqual([])
  await page.context().close()
})
