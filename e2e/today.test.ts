import { beforeAll, describe, expect, test } from 'vitest'
import { addUser } from '../src/modules/registry/index.ts'
import { looks, openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const DECEMBER = '2025-12-31'
const stage = openStage({ withData: true })

beforeAll(async () => {
  const { services } = stage.house()
  const add = (role: string) =>
    addUser(services, { email: `${role}@example.org`, role, district: 'browser', password: PASSWORD })
  await add('department')
  await add('security')
  await add('region')
})

describe.each(
  looks(
    [
      [390, 'light'],
      [1440, 'dark'],
    ],
    [[1440, 'light']],
  ),
)('%i px, %s', (width, colorScheme) => {
  test('ten minutes of a department head', async () => {
    const viewport = { width, height: 900 }
    const { page, faults, address } = await stage.enter(
      { viewport, colorScheme },
      `/?date=${DECEMBER}`,
      'department@example.org',
    )
    await page.getByRole('heading', { level: 1, name: 'Район сегодня' }).waitFor()
    await page.getByText('данные загружены сегодня').waitFor()
    await page.getByText('Что изменилось с 31 декабря 2024 г.').waitFor()
    await page.getByText('Открытых вопросов нет').waitFor()
    await page.waitForLoadState('networkidle')
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await shoot(page, `ten-minutes-${width}-${colorScheme}`)
    await page.goto(`${address}/indicators/P02?date=${DECEMBER}&before=2025-05-15`)
    await page.getByRole('img', { name: /^С 31\.03\.2024 по 31\.12\.2025/ }).waitFor()
    await page.getByText('Это не рейтинг').waitFor()
    await page.getByText('Таблицей', { exact: true }).click()
    await page.getByText('посчитано сейчас').first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await shoot(page, `indicator-${width}-${colorScheme}`)
    expect(faults).toEqual([])
    await page.context().close()
  })
})

test('organisations are named one by one by the arrow keys, and one is put beside like ones', async () => {
  const { page } = await stage.enter({}, `/indicators/P02?date=${DECEMBER}`, 'department@example.org')
  const scale = page.getByRole('slider')
  await scale.focus()
  await page.keyboard.press('ArrowRight')
  const first = await scale.getAttribute('aria-valuetext')
  expect(first).toMatch(/: \d+(,\d)?\s% \(\d+ из \d+\)$/)
  await page.keyboard.press('ArrowRight')
  expect(await scale.getAttribute('aria-valuetext')).not.toBe(first)
  await page.keyboard.press('Enter')
  await page.getByText(/У похожих — от/).waitFor()
  await page.context().close()
})

test('the first page is printed on one sheet', async () => {
  const { page } = await stage.enter({}, `/?date=${DECEMBER}`, 'department@example.org')
  await page.getByText('Что изменилось с 31 декабря 2024 г.').waitFor()
  await page.getByRole('row', { name: /^P16/ }).getByRole('img').waitFor()
  await page.getByText('Выросли заметнее всего').waitFor()
  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)
  expect(sheets).toHaveLength(1)
  await page.context().close()
})

test('a school reads of itself, not of the district', async () => {
  const { page, faults } = await stage.enter({}, `/?date=${DECEMBER}`, 'head@example.org')
  await page.getByRole('heading', { level: 1, name: 'Ваша школа сегодня' }).waitFor()
  await page.getByRole('heading', { name: 'Показатели вашей организации' }).waitFor()
  expect(await page.getByRole('link', { name: 'Регион' }).count()).toBe(0)
  expect(faults).toEqual([])
  await page.context().close()
})

test('whoever sees no figures begins with what can be done', async () => {
  const { page, faults } = await stage.enter({}, '/', 'security@example.org')
  await page.getByRole('heading', { level: 1, name: 'С чего начать' }).waitFor()
  await page.getByRole('heading', { name: 'Что можно сделать' }).waitFor()
  expect(await violations(page)).toEqual([])
  expect(faults).toEqual([])
  await page.context().close()
})

test('a region sees its districts side by side, and goes on into one', async () => {
  const { page, faults } = await stage.enter({}, `/region?date=${DECEMBER}&before=2025-05-15`, 'region@example.org')
  await page.getByRole('row', { name: /^P10/ }).getByText('61,9').waitFor()
  await page.waitForLoadState('networkidle')
  expect(await violations(page)).toEqual([])
  await shoot(page, 'region-1440-light')
  await page.getByRole('button', { name: 'Открыть: Район' }).click()
  await page.getByRole('heading', { level: 1, name: 'Район сегодня' }).waitFor()
  expect(faults).toEqual([])
  await page.context().close()
})
