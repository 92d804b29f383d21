import { expect, test } from 'vitest'
import { openStage, overflow, shoot, violations } from './browser.ts'

const stage = openStage({ withData: false })
const fixture = (name: string): string => `test/fixtures/district/${name}`

test('an empty district says what to do; spreadsheets are loaded and the figures are there', async () => {
  const { page, faults } = await stage.enter({}, '/')
  await page.getByText('В районе ещё нет данных').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Загрузить выгрузку' }).click()
  await page.getByText('Загрузок ещё не было').waitFor()
  await page.locator('input[type=file]').setInputFiles([fixture('organisations.xlsx'), fixture('staff.xlsx')])
  await page.getByRole('button', { name: 'Посмотреть, что изменится: 2 файла' }).click()
  await page.getByRole('tab', { name: 'Новые' }).click({ timeout: 60_000 })
  await page.getByText('Ещё ничего не записано').waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, 'load-compared')
  await page.getByRole('button', { name: 'Взять' }).click()
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
  const { page } = await stage.enter({}, '/loads')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'staff.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('not a workbook') })
  await page.getByRole('button', { name: 'Посмотреть, что изменится: 1 файл' }).click()
  await page.getByRole('alert').first().waitFor({ timeout: 60_000 })
  expect(await page.getByRole('alert').first().textContent()).toContain('staff.xlsx')
  await page.context().close()
})

test('files of any names are known by their headers; a faulty row is mended in the grid by keyboard', async () => {
  const { page, faults } = await stage.enter({}, '/loads')
  const header = 'Код ОО;Фамилия;Имя;Дата рождения;Должность;Ставка;Основное место работы;Принят'
  const rows = [
    'Шк9;Берёзова;Злата;31.02.1981;учитель;1;возможно;01.09.2010',
    'Шк9;Ясенева;Злата;?;учитель;1;да;01.09.2011',
  ]
  await page.locator('input[type=file]').setInputFiles([
    {
      name: 'Кадры на ноябрь.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([header, 'Шк9;Ольхова;Злата;01.01.1980;учитель;1;да;01.09.2012', ...rows].join('\n')),
    },
    {
      name: 'Наши школы.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Код;Краткое наименование;Тип\nШк9;Девятая;школа'),
    },
    { name: 'прочее.xlsx', mimeType: 'text/csv', buffer: Buffer.from('Что;Когда\n1;2') },
  ])
  await page.getByRole('button', { name: 'Посмотреть, что изменится: 3 файла' }).click()
  await page.getByRole('button', { name: 'Взять' }).click({ timeout: 60_000 })
  await page.getByText('узнан по заголовкам: staff').waitFor({ timeout: 60_000 })
  await page.getByText('прочее.xlsx: По заголовкам не узнать').waitFor()

  const birth = page.getByLabel('Дата рождения, строка 3')
  await birth.waitFor()
  expect(await birth.getAttribute('aria-invalid')).toBe('true')
  expect(await violations(page)).toEqual([])
  await birth.focus()
  await birth.fill('28.02.1981')
  // What is typed outlives a reload.
  await page.reload()
  await page.getByText('вы ввели раньше').waitFor()
  expect(await birth.inputValue()).toBe('28.02.1981')
  await birth.focus()
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Дата рождения, строка 4')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Control+Enter')
  // The date is right now; the next fault of the row stands at its own cell.
  await page.getByText('Принято 0 строк, не принято 1 строка').waitFor({ timeout: 30_000 })
  const main = page.getByLabel('Основное место работы, строка 3')
  await expect.poll(() => main.getAttribute('aria-invalid')).toBe('true')
  expect(await birth.inputValue()).toBe('28.02.1981')
  await shoot(page, 'load-grid')
  await main.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Принято 1 строка').first().waitFor({ timeout: 30_000 })
  await expect.poll(() => main.count()).toBe(0)

  await page.getByRole('button', { name: 'Не загружать: строка 4' }).click()
  await page.getByText('Строк с ошибкой больше нет').waitFor()
  await page.getByRole('alert').getByRole('button', { name: 'Вернуть как было' }).click()
  await page.getByLabel('Дата рождения, строка 4').waitFor()

  await page.setViewportSize({ width: 390, height: 844 })
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  await shoot(page, 'load-grid-390')
  await page.goto(`${new URL(page.url()).origin}/loads`)
  await page.getByText('1 строка ждёт исправления').waitFor()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.goto(`${new URL(page.url()).origin}/people?q=Берёзова`)
  await page.locator('tbody a').first().waitFor()
  expect(await page.locator('tbody tr').count()).toBe(1)
  expect(faults).toEqual([])
  await page.context().close()
})
