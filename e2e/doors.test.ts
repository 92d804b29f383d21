import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { addUser } from '../src/modules/registry/index.ts'
import { telephone } from '../test/harness/telephone.ts'
import { openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const stage = openStage({ withData: false })

beforeAll(async () => {
  for (const [email, role] of [
    ['careful@example.org', 'methodist'],
    ['officer@example.org', 'security'],
    ['chief@example.org', 'department'],
  ] as const) {
    await addUser(stage.house().services, { email, role, district: 'browser', password: PASSWORD })
  }
})

/** Fills the password in without waiting for a page. */
async function typePassword(page: Page, email: string): Promise<void> {
  await page.getByLabel('Электронная почта').fill(email)
  await page.getByLabel('Пароль').first().fill(PASSWORD)
  await page.getByRole('button', { name: 'Войти' }).click()
}

async function setUp(page: Page): Promise<{ shows: (later?: number) => string; codes: string[] }> {
  const secret = (await page.getByLabel('Ключ', { exact: true }).inputValue()).replaceAll(' ', '')
  const shows = telephone(`otpauth://totp/Rost?secret=${secret}`)
  await page.getByLabel('Введите код, который показывает приложение').fill(shows())
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Включить вход с кодом' }).click()
  await page.getByText('Сохраните запасные коды').waitFor()
  expect(await violations(page)).toEqual([])
  return { shows, codes: await page.locator('.rost-codes code').allTextContents() }
}

test('a code is set up on one’s own page, asked for at the next sign-in, and replaced by one on paper', async () => {
  const { page, faults, address } = await stage.open({ viewport: { width: 390, height: 844 } })
  await stage.signIn(page, 'careful@example.org')
  await page.goto(`${address}/account`)
  const section = page.getByRole('region', { name: 'Вход с кодом' })
  await section.getByRole('button', { name: 'Настроить' }).click()
  await section.getByRole('button', { name: 'Настроить' }).click()
  await page.getByRole('img', { name: 'QR-код для приложения' }).waitFor()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shoot(page, 'second-factor-phone')
  const { shows, codes } = await setUp(page)
  expect(codes).toHaveLength(10)
  await shoot(page, 'recovery-codes-phone')
  await page.getByRole('button', { name: 'Я сохранил коды' }).click()
  await section.getByText(/Осталось 10\sзапасных кодов/).waitFor()
  expect(await violations(page)).toEqual([])
  await page.context().close()

  const again = await stage.open()
  await typePassword(again.page, 'careful@example.org')
  await again.page.getByRole('heading', { name: 'Второй шаг' }).waitFor()
  expect(await violations(again.page)).toEqual([])
  await shoot(again.page, 'second-step')
  await again.page.getByRole('textbox', { name: 'Код' }).fill('000000')
  await again.page.getByRole('textbox', { name: 'Код' }).press('Enter')
  await again.page.getByText('Код не подходит', { exact: true }).waitFor()
  await again.page.getByRole('textbox', { name: 'Код' }).fill(shows(1))
  await again.page.getByRole('textbox', { name: 'Код' }).press('Enter')
  await again.page
    .getByRole('button', { name: 'Меню' })
    .or(again.page.getByRole('link', { name: 'Показатели' }))
    .waitFor()
  await again.page.context().close()

  const paper = await stage.open()
  await typePassword(paper.page, 'careful@example.org')
  await paper.page.getByRole('button', { name: /ввести запасной код/ }).click()
  await paper.page.getByLabel('Запасной код').fill(codes[0]?.toUpperCase() ?? '')
  await paper.page.getByLabel('Запасной код').press('Enter')
  await paper.page.getByRole('link', { name: 'Показатели' }).waitFor()
  await paper.page.context().close()
  expect([...faults, ...again.faults, ...paper.faults]).toEqual([])
})

test('what the administrator asks of a role is set up at the next sign-in, before anything else', async () => {
  const admin = await stage.open({}, '/accounts/rules')
  await stage.signIn(admin.page, 'admin@example.org')
  await admin.page.getByRole('combobox', { name: 'У кого Рост требует' }).click()
  await admin.page.getByRole('option', { name: 'Отдел образования' }).click()
  await admin.page.keyboard.press('Escape')
  await admin.page.getByLabel('Без дела, минут').fill('60')
  expect(await violations(admin.page)).toEqual([])
  await shoot(admin.page, 'rules')
  await admin.page.getByRole('button', { name: 'Сохранить правила' }).click()
  await admin.page.getByText('Правила сохранены').waitFor()

  const chief = await stage.open({}, '/indicators')
  await typePassword(chief.page, 'chief@example.org')
  await chief.page.getByRole('heading', { name: 'Настройте вход с кодом' }).waitFor()
  expect(await chief.page.getByRole('link', { name: 'Показатели' }).count()).toBe(0)
  await shoot(chief.page, 'second-factor-needed')
  await chief.page.getByRole('button', { name: 'Настроить' }).click()
  await setUp(chief.page)
  await chief.page.getByRole('button', { name: 'Продолжить' }).click()
  await chief.page.getByRole('link', { name: 'Показатели' }).waitFor()

  await admin.page.goto(`${admin.address}/accounts?q=chief`)
  await admin.page.getByRole('link', { name: 'chief', exact: true }).click()
  await admin.page.getByRole('button', { name: 'Отключить вход с кодом' }).click()
  await admin.page.getByRole('dialog').getByRole('button', { name: 'Отключить вход с кодом' }).click()
  await admin.page.getByText('Вход с кодом отключён, владельцу сообщили').waitFor()
  expect(await violations(admin.page)).toEqual([])
  expect([...admin.faults, ...chief.faults]).toEqual([])
  await admin.page.context().close()
  await chief.page.context().close()
})

test('who rests is warned, what is typed stays, and signing in again goes on where one was', async () => {
  const { page, faults, address } = await stage.open()
  await page.clock.install()
  await stage.signIn(page)
  await page.goto(`${address}/people/new`)
  await page.getByLabel('Фамилия').fill('Недописанова')
  // Twelve hours of rest, or the hour another test has set.
  const { restMinutes } = await page.evaluate(async () => (await (await fetch('/api/me')).json()).session)
  const early = Math.min(5, restMinutes / 15)
  await page.clock.fastForward((restMinutes - early - 1.5) * 60_000)
  await page.clock.fastForward(20_000)
  await page.getByRole('dialog', { name: 'Вы ещё здесь?' }).waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, 'rest-warning')
  await page.getByRole('button', { name: 'Остаться' }).click()
  await page.getByRole('button', { name: 'Остаться' }).waitFor({ state: 'detached' })
  await page.clock.fastForward(restMinutes * 60_000)
  await page.clock.fastForward(20_000)
  await page.getByText('Вы давно не заходили: войдите ещё раз').waitFor()
  await page.getByRole('dialog').getByLabel('Электронная почта').fill('methodist@example.org')
  await page.getByRole('dialog').getByLabel('Пароль').first().fill(PASSWORD)
  await page.getByRole('dialog').getByRole('button', { name: 'Войти' }).click()
  await page.getByText('Вы давно не заходили: войдите ещё раз').waitFor({ state: 'detached' })
  expect(await page.getByLabel('Фамилия').inputValue()).toBe('Недописанова')
  expect(faults).toEqual([])
  await page.context().close()
})

test('a token is made for what it needs, on a phone too', async () => {
  const { page, faults, address } = await stage.open({ viewport: { width: 390, height: 844 } })
  await stage.signIn(page)
  await page.goto(`${address}/account`)
  await page.getByLabel('Для какой программы').fill('выгрузка')
  await page.getByRole('combobox', { name: 'Что можно' }).click()
  await page.getByRole('option', { name: 'Показатели', exact: true }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Сделать токен' }).click()
  await page.getByText(/Скопируйте токен/).waitFor()
  await page.getByRole('cell', { name: 'Показатели' }).waitFor()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  await shoot(page, 'token-phone')
  expect(faults).toEqual([])
  await page.context().close()
})

test('an administrator looks with somebody’s eyes under a bar on every page; the officer reads who did', async () => {
  const admin = await stage.open({}, '/accounts?q=methodist')
  await stage.signIn(admin.page, 'admin@example.org')
  await admin.page.getByRole('link', { name: 'methodist', exact: true }).click()
  await admin.page.getByRole('button', { name: 'Посмотреть его глазами' }).click()
  await admin.page.getByLabel('Зачем').fill('не открывается список людей')
  expect(await violations(admin.page)).toEqual([])
  await admin.page.getByRole('button', { name: 'Посмотреть', exact: true }).click()
  const bar = admin.page.getByRole('region', { name: 'Просмотр от имени другого' })
  await bar.getByText('Вы смотрите глазами: methodist.').waitFor()
  for (const path of ['/people', '/indicators', '/classifiers']) {
    await admin.page.goto(`${admin.address}${path}`)
    await bar.waitFor()
    await admin.page.locator('#page-title').waitFor()
  }
  expect(await violations(admin.page)).toEqual([])
  await shoot(admin.page, 'looking')
  await admin.page.setViewportSize({ width: 390, height: 844 })
  expect(await overflow(admin.page)).toBeLessThanOrEqual(0)
  await bar.getByRole('button', { name: 'Закончить' }).click()
  await admin.page.getByRole('heading', { name: 'Учётные записи' }).waitFor()
  expect(await bar.count()).toBe(0)

  const mine = await stage.open()
  await stage.signIn(mine.page)
  await mine.page.goto(`${mine.address}/account`)
  await mine.page.getByRole('cell', { name: 'не открывается список людей' }).waitFor()

  for (const width of [1440, 390]) {
    const { page, faults, address } = await stage.open({
      viewport: { width, height: 900 },
      colorScheme: width === 390 ? 'dark' : 'light',
    })
    await stage.signIn(page, 'officer@example.org')
    await page.goto(`${address}/journal`)
    await page.getByText('Стал смотреть от имени другого').first().waitFor()
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await shoot(page, `journal-${width}`)
    if (width === 1440) {
      await page
        .getByRole('button', { name: /^Только это: methodist/ })
        .first()
        .click()
      await page.getByRole('button', { name: 'Убрать фильтры' }).waitFor()
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Скачать для Excel' }).click()
      expect((await saved).suggestedFilename()).toMatch(/^journal-.*\.xlsx$/)
      await page.getByRole('link', { name: 'Правила входа' }).click()
      await page.getByText('Ни у кого: каждый решает сам').or(page.getByText('Отдел образования')).waitFor()
      expect(await page.getByRole('button', { name: 'Сохранить правила' }).count()).toBe(0)
    }
    expect(faults).toEqual([])
    await page.context().close()
  }
  expect([...admin.faults, ...mine.faults]).toEqual([])
})
