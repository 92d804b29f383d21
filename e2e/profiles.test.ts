import { expect, test } from 'vitest'
import { writeWorkbook } from '../src/platform/spreadsheets/index.ts'
import { looks, openStage, overflow, shoot, violations } from './browser.ts'

const stage = openStage({ withData: false })

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const HEADERS = ['ФИО', 'Дата рождения', 'Куда ходит', 'Должность', 'Ставка', 'Когда взяли']
const SCHOOLS = 'Код;Краткое наименование;Тип\nШк9;Гимназия «Альма»;школа'

/** As a school keeps it: two columns nobody knows, one that is not there, and the school by a name only it uses. */
async function listOf(name: string, who: string) {
  const rows = [[who, '01.05.1980', 'у нас', 'учитель', '1', '01.09.2010']]
  const sheets = [{ name: 'Лист1', columns: HEADERS.map((header) => ({ header })), rows }]
  return { name, mimeType: XLSX, buffer: Buffer.from(await writeWorkbook({ sheets })) }
}

test('a source whose columns nobody knows is mapped once; its next file is understood', async () => {
  const { page, faults, address } = await stage.enter({}, '/loads')
  const files = page.locator('input[type=file]')
  const choose = async (label: string | RegExp, option: string): Promise<void> => {
    await page.getByRole('combobox', { name: label }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  await files.setInputFiles([{ name: 'Школы.csv', mimeType: 'text/csv', buffer: Buffer.from(SCHOOLS) }])
  await page.getByRole('button', { name: 'Посмотреть, что изменится: 1 файл' }).click()
  await page.getByRole('button', { name: 'Взять' }).click({ timeout: 60_000 })
  await page.getByText('готово').waitFor({ timeout: 60_000 })

  await page.goto(`${address}/loads/profiles`)
  await page.getByRole('link', { name: 'Новый профиль' }).click()
  const september = await listOf('Кадры за сентябрь.xlsx', 'Орлова Анна Ивановна')
  await files.setInputFiles([september])
  await page.getByText('Чего в файле нет').waitFor({ timeout: 60_000 })
  await choose('Что это: Куда ходит', 'Код ОО')
  await choose('Что это: Когда взяли', 'Принят')
  await page.getByLabel('Основное место работы — для всех строк').fill('да')
  for (const width of looks([390, 1440], [768])) {
    await page.setViewportSize({ width, height: 900 })
    expect(await violations(page)).toEqual([])
    expect(await overflow(page), `${width}`).toBeLessThanOrEqual(0)
    await shoot(page, `profile-mapped-${width}`)
  }
  await page.getByLabel('Название', { exact: false }).last().fill('Кадры школ')
  await page.getByRole('button', { name: 'Сохранить профиль' }).click()
  await page.getByText('Профиль сохранён').waitFor()

  // Read through it, the file asks what only the school knows.
  await files.setInputFiles([september])
  await choose('«у нас» — 1 строка', 'Шк9 · Гимназия «Альма»')
  await page.getByRole('button', { name: 'Сохранить профиль' }).click()
  await page.getByRole('button', { name: 'Примерить ещё раз' }).click()
  await page.getByText('Что профилю неизвестно').waitFor({ state: 'detached' })
  expect(await violations(page)).toEqual([])

  await page.goto(`${address}/loads`)
  await choose('Как читать файлы', 'Профиль «Кадры школ»')
  await files.setInputFiles([await listOf('Кадры за октябрь.xlsx', 'Соколова Вера Петровна')])
  await page.getByRole('button', { name: 'Посмотреть, что изменится: 1 файл' }).click()
  await page.getByRole('tab', { name: 'Новые' }).click({ timeout: 60_000 })
  await page.getByText('Соколова Вера Петровна').first().waitFor()
  await page.getByRole('button', { name: 'Взять' }).click()
  await page.getByText('Принято 1 строка').waitFor({ timeout: 60_000 })
  await page.getByText('Что сделал профиль').waitFor()
  await page.setViewportSize({ width: 390, height: 900 })
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shoot(page, 'profile-taken')
  await page.goto(`${address}/people?q=${encodeURIComponent('Соколова')}`)
  await page.getByRole('link', { name: 'Соколова Вера Петровна' }).waitFor()
  expect(faults).toEqual([])
})
