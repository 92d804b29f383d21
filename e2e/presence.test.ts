import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { addEvent } from '../src/modules/activities/enrolment/event.fixture.ts'
import { bringToday } from '../src/modules/activities/holding/holding.fixture.ts'
import { addUser } from '../src/modules/registry/index.ts'
import { looks, openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
/** Where the district is: what is today there is another day elsewhere for some hours. */
const THERE = { timezoneId: 'Europe/Moscow' } as const
const PHONE = { ...THERE, viewport: { width: 390, height: 844 } } as const
const TEACHERS = ['here@example.org', 'typing@example.org'] as const
let tenant = 0
let event = 0

/** Two teachers of a school, and a seminar ahead. */
beforeAll(async () => {
  const { services } = stage.house()
  const district = await services.database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .executeTakeFirstOrThrow()
  tenant = district.id
  const { rows } = await sql<{ person: number; organisation: number }>`
    select s.person_id as person, o.id as organisation from registry.person_span s
    join registry.organisation o on o.id = s.organisation_id and o.code = 'Ш012'
    where s.from_on <= current_date and s.to_on >= current_date and s.pedagogue
    order by s.person_id limit 2`.execute(services.database.reader(tenant))
  for (const [at, email] of TEACHERS.entries()) {
    await addUser(services, { email, role: 'teacher', name: email, district: 'browser', password: PASSWORD })
    await services.database.write(tenant, (tx) =>
      sql`update registry."grant" g set person_id = ${rows[at]?.person} from identity.account a
        where a.id = g.account_id and a.email = ${email}`.execute(tx),
    )
  }
  const organiser = rows[0]?.organisation ?? 0
  event = await addEvent(stage.house(), tenant, { organiser, inDays: 20, title: 'Оцениваем вместе' })
})

async function isFine(page: Page, name: string): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shoot(page, name)
}

/** What the QR code on the screen says, as a camera would read it. */
async function scanned(page: Page): Promise<string> {
  const told = page.waitForResponse((reply) => reply.url().includes('/presence-code'))
  const { address } = await (await told).json()
  return new URL(address).pathname
}

test('a hall is marked by the code on the screen: by camera with one tap, and by six digits', async () => {
  const [withCamera, typing] = TEACHERS
  for (const email of TEACHERS) {
    const { page } = await stage.enter(PHONE, `/events/${event}`, email)
    await page.getByRole('button', { name: 'Записаться' }).click()
    await page.getByRole('button', { name: 'Не приду' }).waitFor()
    await page.context().close()
  }
  await bringToday(stage.house(), tenant, event)

  const wall = await stage.enter({ ...THERE, viewport: { width: 1440, height: 900 } }, `/events/${event}`)
  await wall.page.getByRole('link', { name: 'Показать код' }).click()
  await wall.page.getByText('Отметились: 0, записано: 2').waitFor()
  await isFine(wall.page, 'presence-wall-1440')
  const old = await scanned(wall.page)

  // Somebody who has to sign in first comes back to where the camera led them.
  const first = await stage.open(PHONE, await scanned(wall.page))
  await first.page.getByLabel('Электронная почта').waitFor()
  await stage.signIn(first.page, withCamera)
  await first.page.getByRole('button', { name: 'Я здесь' }).waitFor()
  await isFine(first.page, 'presence-tap-390')
  await first.page.getByRole('button', { name: 'Я здесь' }).press('Enter')
  await first.page.getByText('Вы отмечены:').waitFor()
  await isFine(first.page, 'presence-marked-390')
  await wall.page.getByText('Отметились: 1, записано: 2').waitFor()

  // A link that was passed on: the code in it is another one's, or over.
  const second = await stage.enter(PHONE, old.replace(/\d{6}$/, '000000'), typing)
  await second.page.getByRole('button', { name: 'Я здесь' }).click()
  await second.page.getByRole('alert').waitFor()
  await isFine(second.page, 'presence-refused-390')
  await second.page.goto(`${second.address}/events/${event}`)
  await second.page.getByRole('link', { name: 'Ввести код с экрана' }).click()
  await second.page.getByLabel('Шесть цифр с экрана').fill('12')
  await second.page.getByRole('button', { name: 'Отметиться' }).click()
  await second.page.getByText('код — шесть цифр').waitFor()
  await isFine(second.page, 'presence-typed-390')
  const digits = (await scanned(wall.page)).slice(-6)
  await second.page.getByLabel('Шесть цифр с экрана').fill(`${digits.slice(0, 3)} ${digits.slice(3)}`)
  await second.page.getByLabel('Шесть цифр с экрана').press('Enter')
  await second.page.getByText('Вы отмечены:').waitFor()
  await wall.page.getByText('Отметились: 2, записано: 2').waitFor()
  await wall.page.setViewportSize({ width: 390, height: 844 })
  await isFine(wall.page, 'presence-wall-390')

  await wall.page.keyboard.press('Escape')
  await wall.page.getByRole('link', { name: 'Отметить, кто был' }).click()
  await wall.page.getByText('120 из 120 мин').first().waitFor()
  await isFine(wall.page, 'presence-roll-390')
  expect([...wall.faults, ...first.faults, ...second.faults]).toEqual([])
  for (const { page } of [wall, first, second]) await page.context().close()
})

test('who holds it marks without a line: nothing is lost on the way or on a reload, and all is sent once', async () => {
  const { page, faults, address } = await stage.enter(PHONE, `/events/${event}`)
  await page.getByRole('link', { name: 'Отметить на встрече' }).click()
  const ticks = page.getByRole('checkbox', { name: /^Здесь:/ })
  await page.getByText('Всё сохранено').waitFor()
  await page.getByText('Отмечено: 2 из 2').waitFor()
  await isFine(page, 'marks-390')

  // The line is lost for what is sent; the page itself can still be had.
  const marks = '**/api/events/*/meetings/*/marks'
  await page.route(marks, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await ticks.first().press('Space')
  await page.getByText('Нет связи: 1 отметка ждёт').waitFor()
  expect(await ticks.first().isChecked()).toBe(false)
  await isFine(page, 'marks-offline-390')
  await page.reload()
  await page.getByText('Нет связи: 1 отметка ждёт').waitFor()
  expect(await ticks.first().isChecked()).toBe(false)
  await page.unroute(marks)
  await page.getByText('Отмечено: 1 из 2').waitFor({ timeout: 15_000 })

  await page
    .getByRole('button', { name: /^Изменить время:/ })
    .first()
    .click()
  await page.getByLabel('Или минут').fill('45')
  await isFine(page, 'marks-time-390')
  await page.getByRole('button', { name: 'Готово' }).click()
  await page.getByText('45 мин').waitFor()
  await page.getByText('Всё сохранено').waitFor()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Лист регистрации в PDF' }).click()
  expect((await saved).suggestedFilename()).toMatch(/^registration-\d+-\d+\.pdf$/)
  await page.setViewportSize({ width: 1440, height: 900 })
  await isFine(page, 'marks-1440')

  // Somebody says elsewhere that the event was held: the marks are refused, and told so.
  const { services } = stage.house()
  const state = (to: string) =>
    services.database.write(tenant, (tx) =>
      sql`update activities.event set state = ${to} where id = ${event}`.execute(tx),
    )
  await state('held')
  await ticks.first().press('Space')
  await page.getByText('Отметки не приняты').waitFor()
  await isFine(page, 'marks-refused-1440')
  await state('announced')
  await page.getByRole('button', { name: 'Отправить снова' }).click()
  await page.getByText('Отмечено: 2 из 2').waitFor()
  const name = await page.getByRole('cell').nth(1).textContent()
  await page.getByLabel('Список', { exact: true }).fill(`ФИО\n${name}\nНезнакомец Пётр`)
  await page.getByRole('button', { name: 'Сличить' }).press('Enter')
  await page.getByText('Узнаны: 1').waitFor()
  await page.getByLabel('Кто это: Незнакомец Пётр').first().waitFor()
  await isFine(page, 'list-1440')
  await page.setViewportSize({ width: 390, height: 844 })
  await isFine(page, 'list-390')
  await page.getByRole('button', { name: 'Отметить 1 человека' }).press('Enter')
  await page.getByText('Люди из списка отмечены').first().waitFor()
  await page.goto(`${address}/events/${event}/roll`)
  const guests = page.getByRole('form', { name: 'Добавить гостя' })
  await guests.getByLabel('Фамилия, имя, отчество').fill('Гость Издалека')
  await guests.getByRole('button', { name: 'Добавить гостя' }).press('Enter')
  await page.getByRole('button', { name: 'Убрать: Гость Издалека' }).waitFor()
  await isFine(page, 'roll-guests-390')
  await page.getByText('45 из 120 мин').waitFor()
  expect(faults.filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([])
  await page.context().close()
})

test('the wall is dark where the system is, and without a meeting today it says so', async () => {
  for (const width of looks([1440], [390])) {
    const { page, faults } = await stage.enter(
      { ...THERE, viewport: { width, height: 900 }, colorScheme: 'dark', locale: 'en-GB' },
      `/events/${event}/code`,
    )
    await page.getByText('Marked: 2, enrolled: 2').waitFor()
    await isFine(page, `presence-wall-dark-${width}`)
    expect(faults).toEqual([])
    await page.context().close()
  }
  const { services } = stage.house()
  await services.database.write(tenant, (tx) =>
    sql`update activities.meeting set starts_at = starts_at - interval '2 days', ends_at = ends_at - interval '2 days'
      where event_id = ${event}`.execute(tx),
  )
  const { page } = await stage.enter(PHONE, `/events/${event}/code`)
  await page.getByText('Сегодня у мероприятия встречи нет').waitFor()
  await isFine(page, 'presence-wall-none-390')
  await page.context().close()
})
