import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { addUser } from '../src/modules/registry/index.ts'
import { looks, openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const PHONE = { viewport: { width: 390, height: 844 } }
/** Of a made-up teacher of the sample district, with learning on record. */
const SNILS = '724-868-284 41'
/** Script of the first page after signing in, compressed. */
const SCRIPT_BYTES_MOST = 250_000

beforeAll(async () => {
  const { services } = stage.house()
  const add = (role: string, more: { snils?: string } = {}) =>
    addUser(services, { email: `${role}@example.org`, role, district: 'browser', password: PASSWORD, ...more })
  for (const role of ['department', 'security', 'region', 'psychologist']) await add(role)
  await add('teacher', { snils: SNILS })
})

/** What each role reads first, in both languages. */
const HOMES = [
  ['methodist', 'Район сегодня', 'The district today'],
  ['department', 'Район сегодня', 'The district today'],
  ['head', 'Ваша школа сегодня', 'Your school today'],
  ['admin', 'Район сегодня', 'The district today'],
  ['psychologist', 'Район сегодня', 'The district today'],
  ['region', 'Район сегодня', 'The district today'],
  ['security', 'С чего начать', 'Where to begin'],
  ['teacher', /здравствуйте$/, /^Hello, /],
] as const

describe.each(HOMES)('%s', (role, russian, english) => {
  test.each(looks([[390, 'ru-RU', 'Что сделать', russian]], [[1440, 'en-GB', 'What to do next', english]]))(
    '%i px, %s',
    async (width, locale, first, title) => {
      const { page, faults } = await stage.open({ viewport: { width, height: 900 }, locale })
      const isEnglish = locale === 'en-GB'
      await page.getByLabel(isEnglish ? 'E-mail' : 'Электронная почта').fill(`${role}@example.org`)
      await page
        .getByLabel(isEnglish ? 'Password' : 'Пароль')
        .first()
        .fill(PASSWORD)
      await page
        .getByLabel(isEnglish ? 'Password' : 'Пароль')
        .first()
        .press('Enter')
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      await page.getByRole('heading', { level: 2, name: first }).waitFor()
      await page.waitForLoadState('networkidle')
      expect(await violations(page)).toEqual([])
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      await shoot(page, `home-${role}-${width}`)
      expect(faults).toEqual([])
      await page.context().close()
    },
  )
})

test('what there is to do leads to where it is done', async () => {
  const { page, address, faults } = await stage.enter()
  const tasks = page.getByRole('region', { name: 'Что сделать' }).getByRole('link')
  await tasks.first().waitFor()
  const links = await tasks.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  expect(links.length).toBeGreaterThan(1)
  await tasks.first().click()
  await page.waitForURL(`${address}${links[0]}`)
  for (const link of links) {
    await page.goto(`${address}${link}`)
    await page.locator('#page-title').waitFor()
    expect(await page.getByRole('heading', { name: 'Такой страницы нет' }).count()).toBe(0)
  }
  expect(faults).toEqual([])
  await page.context().close()
})

test('a teacher says on a phone that something is not so, and reads the answer where it was asked', async () => {
  const teacher = await stage.enter(PHONE, '/', 'teacher@example.org')
  await teacher.page.waitForURL('**/my')
  await teacher.page
    .getByText(/learning\.csv, строка \d+/)
    .first()
    .waitFor()
  await teacher.page
    .getByRole('button', { name: /^Это не так: Программа/ })
    .first()
    .click()
  await teacher.page.getByLabel('Как на самом деле').fill('Курс был 36 часов')
  // What was typed is there after a reload.
  await teacher.page.reload()
  await teacher.page
    .getByRole('button', { name: /^Это не так: Программа/ })
    .first()
    .click()
  await teacher.page.getByText('вы ввели раньше').waitFor()
  expect(await violations(teacher.page)).toEqual([])
  expect(await overflow(teacher.page)).toBeLessThanOrEqual(0)
  await teacher.page.getByRole('button', { name: 'Отправить методисту' }).click()
  await teacher.page.getByText('Методический центр ответит').first().waitFor()
  await teacher.page.getByRole('heading', { name: 'Ваши вопросы' }).waitFor()
  await shoot(teacher.page, 'my-questions-390')

  const methodist = await stage.enter({}, '/')
  await methodist.page.getByRole('button', { name: 'Уведомления: 1 новое' }).click()
  const list = methodist.page.getByRole('dialog', { name: 'Уведомления' })
  await list.getByRole('link', { name: /Человек спрашивает о записи/ }).waitFor()
  expect(await violations(methodist.page)).toEqual([])
  await shoot(methodist.page, 'notifications-1440')
  await list.getByRole('link', { name: /Человек спрашивает о записи/ }).click()
  await methodist.page.waitForURL('**/questions')
  await methodist.page.getByRole('button', { name: 'Уведомления: новых нет' }).waitFor()
  await methodist.page.getByRole('button', { name: 'Ответить' }).click()
  await methodist.page.getByLabel('Ваш ответ').fill('Исправили, спасибо')
  await methodist.page.getByRole('button', { name: 'Отправить ответ' }).click()
  await methodist.page.getByText('Исправили, спасибо').waitFor()

  await teacher.page.reload()
  await teacher.page.getByText('Исправили, спасибо').waitFor()
  await teacher.page.getByRole('button', { name: 'Уведомления: 1 новое' }).click()
  await teacher.page.getByRole('button', { name: 'Всё просмотрено' }).click()
  await teacher.page.getByRole('button', { name: 'Уведомления: новых нет' }).waitFor()
  expect(await overflow(teacher.page)).toBeLessThanOrEqual(0)
  expect([...teacher.faults, ...methodist.faults]).toEqual([])
  await Promise.all([teacher.page.context().close(), methodist.page.context().close()])
})

test('the box that finds is there when a key asks for it, though it is loaded only then', async () => {
  const { page, faults } = await stage.enter()
  const box = page.getByLabel('Человек, организация, показатель или раздел')
  await page.keyboard.press('Control+k')
  await box.waitFor()
  await page.keyboard.press('Escape')
  await box.waitFor({ state: 'hidden' })
  await page.keyboard.press('/')
  await box.fill('вопросы')
  await page.locator('.mantine-Spotlight-action').getByText('Вопросы').click()
  await page.waitForURL('**/questions')
  expect(faults).toEqual([])
  await page.context().close()
})

test('the first page brings little script', async () => {
  const { page, address } = await stage.enter()
  await page.waitForLoadState('networkidle')
  const scripts = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.set(response.url(), response.body())
  })
  await page.goto(`${address}/`)
  await page.getByRole('heading', { level: 2, name: 'Что сделать' }).waitFor()
  await page.waitForLoadState('networkidle')
  const sizes = await Promise.all([...scripts.values()].map(async (body) => gzipSync(await body).length))
  const sum = sizes.reduce((all, size) => all + size, 0)
  expect(sizes.length).toBeGreaterThan(5)
  expect(sum).toBeLessThan(SCRIPT_BYTES_MOST)
  await page.context().close()
})

test('the folder for attestation is put together by itself, and taken away as a paper', async () => {
  for (const [width, colorScheme] of looks([[390, 'light']], [[1440, 'dark']])) {
    const options = { viewport: { width, height: 844 }, colorScheme }
    const { page, faults } = await stage.enter(options, '/my', 'teacher@example.org')
    await page.getByRole('link', { name: 'Папка к аттестации' }).click()
    const learning = page.getByRole('region', { name: 'Повышение квалификации' })
    await page.getByText(/^Собрано \d из \d/).waitFor()
    await page.getByLabel('На что подаёте').selectOption('Педагог-наставник')
    await page.getByRole('region', { name: 'Наставничество над педагогами' }).waitFor()
    expect(new URL(page.url()).search).toContain('aim=mentor')
    await learning.waitFor()
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await shoot(page, `attestation-${width}-${colorScheme}`)
    const paper = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Скачать в Word' }).click()
    expect((await paper).suggestedFilename()).toMatch(/^attestation-.*\.docx$/)
    expect(faults).toEqual([])
    await page.context().close()
  }
})
