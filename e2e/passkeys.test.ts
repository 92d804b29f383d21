import type { CDPSession, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { addUser } from '../src/modules/registry/index.ts'
import { openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const stage = openStage({ withData: false })

beforeAll(async () => {
  for (const email of ['keeper@example.org', 'offered@example.org', 'chief@example.org']) {
    const role = email.startsWith('chief') ? 'department' : 'methodist'
    await addUser(stage.house().services, { email, role, district: 'browser', password: PASSWORD })
  }
})

/** Browsers keep passkeys for names, not for numbers. */
const named = (address: string): string => address.replace('127.0.0.1', 'localhost')

/** A device with passkeys that asks for its owner's finger. */
async function plugIn(page: Page): Promise<{ device: CDPSession; id: string }> {
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  const { authenticatorId: id } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { device, id }
}

async function signOut(page: Page): Promise<void> {
  await page.evaluate(() => fetch('/api/sign-out', { method: 'POST' }))
  await page.goto(named(page.url()))
  await page.getByLabel('Электронная почта').waitFor()
}

const isIn = (page: Page): Promise<void> => page.getByRole('link', { name: 'Показатели' }).first().waitFor()

test('a passkey is added on one’s own page, signs in alone and after the password, and is removed', async () => {
  const { page, faults, address } = await stage.open()
  const home = named(address)
  await page.goto(home)
  const { device, id } = await plugIn(page)
  await stage.signIn(page, 'keeper@example.org')
  await page.goto(`${home}/account`)
  const section = page.getByRole('region', { name: 'Ключи доступа' }).first()
  await section.getByRole('button', { name: 'Добавить ключ' }).click()
  await section.getByLabel('Название').fill('Рабочий компьютер')
  expect(await violations(page)).toEqual([])
  await shoot(page, 'passkey-adding')
  await section.getByRole('button', { name: 'Продолжить' }).click()
  await page.getByText('Сохраните запасные коды').waitFor()
  const codes = await page.locator('.rost-codes code').allTextContents()
  expect(codes).toHaveLength(10)
  await page.getByRole('button', { name: 'Я сохранил коды' }).click()
  await section.getByRole('cell', { name: 'Рабочий компьютер', exact: true }).waitFor()
  expect(await violations(page)).toEqual([])
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await section.first().scrollIntoViewIfNeeded()
    await shoot(page, `passkeys-${width}`)
  }
  const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId: id })
  expect(credentials).toMatchObject([{ rpId: 'localhost', isResidentCredential: true }])

  // The same device is not added twice.
  await section.getByRole('button', { name: 'Добавить ключ' }).click()
  await section.getByLabel('Название').fill('ещё раз')
  await section.getByRole('button', { name: 'Продолжить' }).click()
  await section.getByText('На этом устройстве уже есть ключ').waitFor()
  await section.getByRole('button', { name: 'Отмена' }).click()

  // The browser may offer it at once, and then nothing has to be pressed; here somebody presses.
  await device.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId: id, enabled: false })
  await signOut(page)
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await shoot(page, `sign-in-passkey-${width}`)
  }
  expect(await violations(page)).toEqual([])
  await device.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId: id, enabled: true })
  await page.getByRole('button', { name: 'Войти с ключом доступа' }).click()
  await isIn(page)

  await device.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId: id, enabled: false })
  await signOut(page)
  await page.getByLabel('Электронная почта').fill('keeper@example.org')
  await page.getByLabel('Пароль').first().fill(PASSWORD)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await page.getByRole('heading', { name: 'Второй шаг' }).waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, 'second-step-passkey')
  await device.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false })
  await device.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId: id, enabled: true })
  await page.getByRole('button', { name: 'Войти с ключом доступа' }).click()
  await page.getByText('Ключ не выбран').waitFor()
  await device.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: true })
  await page.getByRole('button', { name: 'Войти с ключом доступа' }).click()
  await isIn(page)

  await page.goto(`${home}/account`)
  await section.getByRole('button', { name: 'Удалить ключ: Рабочий компьютер' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Нынешний пароль').fill(PASSWORD)
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Удалить' }).click()
  await page.getByText('Ключ удалён').waitFor()
  expect(await section.getByRole('cell', { name: 'Рабочий компьютер', exact: true }).count()).toBe(0)
  expect(faults).toEqual([])
  await page.context().close()
})

test('the browser offers a passkey where the name is typed, before anything is pressed', async () => {
  const { page, faults, address } = await stage.open()
  const home = named(address)
  await page.goto(home)
  const { device, id } = await plugIn(page)
  await stage.signIn(page, 'offered@example.org')
  await page.goto(`${home}/account`)
  const section = page.getByRole('region', { name: 'Ключи доступа' }).first()
  await section.getByRole('button', { name: 'Добавить ключ' }).click()
  await section.getByLabel('Название').fill('Телефон')
  await section.getByRole('button', { name: 'Продолжить' }).click()
  await page.getByRole('button', { name: 'Я сохранил коды' }).click()
  await section.getByRole('cell', { name: 'Телефон', exact: true }).waitFor()
  // The device of this test answers what is offered by itself.
  await device.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId: id, enabled: true })
  await page.evaluate(() => fetch('/api/sign-out', { method: 'POST' }))
  await page.goto(home)
  await isIn(page)
  expect(faults).toEqual([])
  await page.context().close()
})

test('where the role is asked for more than a password, a passkey will do', async () => {
  const admin = await stage.enter({}, '/accounts/rules', 'admin@example.org')
  await admin.page.getByRole('combobox', { name: 'У кого Рост требует' }).click()
  await admin.page.getByRole('option', { name: 'Отдел образования' }).click()
  await admin.page.keyboard.press('Escape')
  await admin.page.getByRole('button', { name: 'Сохранить правила' }).click()
  await admin.page.getByText('Правила сохранены').waitFor()
  await admin.page.context().close()

  const { page, faults, address } = await stage.open({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
  await page.goto(named(address))
  await plugIn(page)
  await page.getByLabel('Электронная почта').fill('chief@example.org')
  await page.getByLabel('Пароль').first().fill(PASSWORD)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await page.getByRole('heading', { name: 'Или ключ доступа' }).waitFor()
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shoot(page, 'passkey-needed-390')
  await page.getByLabel('Название').fill('Телефон')
  await page.getByRole('form', { name: 'Добавить ключ' }).getByRole('button', { name: 'Продолжить' }).click()
  await page.getByText('Сохраните запасные коды').waitFor()
  await page.getByRole('button', { name: 'Продолжить' }).first().click()
  await page.locator('#page-title').waitFor()
  expect(faults).toEqual([])
  await page.context().close()
})
