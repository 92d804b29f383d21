import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { looks, openStage, overflow, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const DECEMBER = '2025-12-31'

test.each(
  looks(
    [[390, 'light']],
    [
      [1440, 'light'],
      [1440, 'dark'],
    ],
  ),
)('%i px, %s: from the figures to a note on this computer', async (width, colorScheme) => {
  const viewport = { width, height: 900 }
  const { page, faults } = await stage.enter(
    { viewport, colorScheme },
    `/indicators?date=${DECEMBER}&before=2025-05-15`,
  )
  await page.getByRole('link', { name: 'Справка на 31 декабря 2025' }).click()
  await page.getByRole('heading', { level: 1, name: 'Аналитическая справка' }).waitFor()
  expect(await page.getByLabel('На дату').inputValue()).toBe(DECEMBER)
  expect(await page.getByLabel('Сравнить с датой').inputValue()).toBe('2025-05-15')
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shoot(page, `note-${width}-${colorScheme}`)
  await page.getByText('PDF', { exact: true }).click()
  await page.getByLabel('Номер').fill('17-р')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Скачать справку' }).click(),
  ])
  expect(file.suggestedFilename()).toBe(`spravka-${DECEMBER}.pdf`)
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-')
  await page.getByText('Справка готова').waitFor()
  await page.reload()
  expect(await page.getByLabel('Номер').inputValue()).toBe('17-р')
  expect(faults).toEqual([])
  await page.context().close()
})

test('a day that is not earlier is named at its field; what was typed stays', async () => {
  const { page } = await stage.enter({}, `/notes/monitoring?date=${DECEMBER}&before=2026-01-01`)
  await page.getByLabel('Кому').fill('Начальнику отдела образования')
  await page.getByRole('button', { name: 'Скачать справку' }).click()
  await page.getByText('дата для сравнения раньше даты справки').waitFor()
  expect(await page.getByLabel('Кому').inputValue()).toBe('Начальнику отдела образования')
  expect(await violations(page)).toEqual([])
  await page.context().close()
})

test('the district today leads to the note of the same days', async () => {
  const { page } = await stage.enter({}, `/?date=${DECEMBER}&before=2024-12-31`)
  await page.getByRole('link', { name: 'Справка на 31 декабря 2025' }).click()
  await page.getByRole('heading', { level: 1, name: 'Аналитическая справка' }).waitFor()
  const { searchParams } = new URL(page.url())
  expect([searchParams.get('date'), searchParams.get('before')]).toEqual([DECEMBER, '2024-12-31'])
  await page.context().close()
})
