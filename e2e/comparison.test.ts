import { expect, test } from 'vitest'
import { looks, openStage, overflow, shoot, violations } from './browser.ts'

const stage = openStage({ withData: false })

const HEADER = 'Код ОО;Фамилия;Имя;Дата рождения;Должность;Ставка;Основное место работы;Принят'
const row = (surname: string, rate = '1'): string => `Шк7;${surname};Анна;02.03.1990;учитель;${rate};да;01.09.2015`
const csv = (name: string, lines: readonly string[]) => ({
  ...{ name, mimeType: 'text/csv' },
  buffer: Buffer.from(lines.join('\n')),
})
const SCHOOLS = csv('Школы.csv', ['Код;Краткое наименование;Тип', 'Шк7;Седьмая;школа', 'Шк8;Восьмая;школа'])
const BEFORE = csv('Кадры 01.09.2025.csv', [HEADER, row('Берёзова'), row('Ольхова'), row('Ясенева'), row('Липова')])
const AFTER = csv('Кадры 01.10.2025.csv', [HEADER, row('Берёзова', '0,5'), row('Кленова')])

test('a load is compared, decided on, taken and taken back; by keyboard too', { timeout: 300_000 }, async () => {
  const { page, faults, address } = await stage.open({}, '/loads')
  await stage.signIn(page)
  const send = async (files: Parameters<ReturnType<typeof page.locator>['setInputFiles']>[0], count: string) => {
    await page.goto(`${address}/loads`)
    await page.locator('input[type=file]').setInputFiles(files)
    await page.getByRole('button', { name: `Посмотреть, что изменится: ${count}` }).click()
  }
  const take = async () => {
    await page.getByRole('button', { name: 'Взять', exact: true }).click({ timeout: 60_000 })
    await page.getByText(/^Принято \d/).waitFor({ timeout: 60_000 })
  }
  await send([SCHOOLS, BEFORE], '2 файла')
  await take()

  await send([AFTER], '1 файл')
  await page.getByText('1 → 0,5').waitFor({ timeout: 60_000 })
  // The tabs are one stop of the keyboard, with arrows between them.
  await page.getByRole('tab', { name: 'Изменятся' }).focus()
  for (const _ of ['С ошибкой', 'Нет в файле']) await page.keyboard.press('ArrowRight')
  await page.getByText('Не решено: 3 из 3').waitFor()
  for (const width of looks([390, 1440], [768])) {
    for (const colorScheme of width === 390 ? (['dark'] as const) : (['light'] as const)) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      expect(await violations(page)).toEqual([])
      expect(await overflow(page), `${width}`).toBeLessThanOrEqual(0)
      await shoot(page, `gone-${width}-${colorScheme}`)
    }
  }

  await page.getByRole('checkbox', { name: /Ольхова/ }).focus()
  await page.keyboard.press('Space')
  await page.getByText('Выбрано: 1 место работы').waitFor()
  await page.getByLabel('Последний рабочий день').fill('2010-01-01')
  await page.getByRole('button', { name: 'Записать: 1 место работы' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('этот день раньше приёма на работу: Ольхова Анна').waitFor()
  await page.getByLabel('Последний рабочий день').fill('2025-09-30')
  await page.keyboard.press('Enter')
  await page.getByText('Не решено: 2 из 3').waitFor()

  await page.getByRole('combobox', { name: 'Что с человеком' }).click()
  await page.getByRole('option', { name: 'Работает' }).click()
  await page.getByRole('button', { name: 'Обо всех не решённых: 2 места работы' }).click()
  await page.getByText('Не решено: 0 из 3').waitFor()
  await page.getByRole('combobox', { name: 'Показать' }).click()
  await page.getByRole('option', { name: 'все', exact: true }).click()
  await page.getByText('уволен, последний день 30.09.2025').waitFor()
  await page.getByRole('button', { name: 'Вернуть как было: Липова Анна' }).click()
  await page.getByText('Не решено: 1 из 3').waitFor()
  await shoot(page, 'gone-decided')

  await take()
  await page.getByText('Не решено: 1 из 3').waitFor()
  expect(await violations(page)).toEqual([])
  const taken = page.url()
  await page.getByRole('combobox', { name: 'Показать' }).click()
  await page.getByRole('option', { name: 'решено', exact: true }).click()
  await page.getByRole('link', { name: 'Ольхова Анна' }).click()
  await page.getByText('решено о загрузке').waitFor()
  expect(await page.getByText('30.09.2025').count()).toBeGreaterThan(0)

  await send([BEFORE], '1 файл')
  await page.getByText('Файл Кадры 01.09.2025.csv уже загружен').waitFor({ timeout: 60_000 })
  await page.getByText(/Файл Кадры 01\.09\.2025\.csv старше того, что уже есть/).waitFor()
  await page.getByText(/Ставка: 1 \(новее/).waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, 'older')
  await page.getByRole('button', { name: 'Отменить' }).click()

  await page.goto(taken)
  await page.getByRole('button', { name: 'Вернуть как было', exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Получит прежние значения').waitFor()
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Вернуть как было' }).click()
  await page.getByText('Всё стало как до загрузки').waitFor({ timeout: 60_000 })
  await page.goto(`${address}/people?q=Ольхова`)
  await page.locator('tbody a').first().waitFor()
  expect(faults).toEqual([])
})
