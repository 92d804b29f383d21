import { expect, test } from 'vitest'
import { openStage, shoot, violations } from './browser.ts'

const stage = openStage({ withData: false })
const fixture = (name: string): string => `test/fixtures/district/${name}`

test('an empty district says what to do; spreadsheets are loaded and the figures are there', async () => {
  const { page, faults } = await stage.open({}, '/')
  await stage.signIn(page)
  await page.getByText('В районе ещё нет данных').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Загрузить выгрузку' }).click()
  await page.getByText('Загрузок ещё не было').waitFor()
  await page.locator('input[type=file]').setInputFiles([fixture('organisations.xlsx'), fixture('staff.xlsx')])
  await page.getByRole('button', { name: 'Загрузить 2 файла' }).click()
  await page.getByText(/^Принято \d/).waitFor({ timeout: 60_000 })
  await page.getByText('готово').waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, 'load-done')
  const [workbook] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Скачать строки с ошибкой (XLSX)' }).click(),
  ])
  expect(workbook.suggestedFilename()).toMatch(/\.xlsx$/)
  await page.getByRole('link', { name: 'Люди' }).click()
  await page.locator('tbody a').first().waitFor()
  expect(faults).toEqual([])
  await page.context().close()
})

test('a file that is no spreadsheet is named with the reason', async () => {
  const { page } = await stage.open({}, '/loads')
  await stage.signIn(page)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'staff.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('not a workbook') })
  await page.getByRole('button', { name: 'Загрузить 1 файл' }).click()
  await page.getByRole('alert').first().waitFor({ timeout: 60_000 })
  expect(await page.getByRole('alert').first().textContent()).toContain('staff.xlsx')
  await page.context().close()
})
