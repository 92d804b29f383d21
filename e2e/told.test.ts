import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { addEvent } from '../src/modules/activities/enrolment/event.fixture.ts'
import { addUser } from '../src/modules/registry/index.ts'
import { looks, openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const TEACHER = 'told@example.org'
let event = 0

/** A teacher of the head's school. */
beforeAll(async () => {
  const { services } = stage.house()
  const { id: tenant } = await services.database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .executeTakeFirstOrThrow()
  await addUser(services, { email: TEACHER, role: 'teacher', name: TEACHER, district: 'browser', password: PASSWORD })
  await services.database.write(tenant, (tx) =>
    sql`update registry."grant" g set person_id = (
        select s.person_id from registry.person_span s
        join registry.organisation o on o.id = s.organisation_id and o.code = 'Ш012'
        where s.from_on <= current_date and s.to_on >= current_date and s.pedagogue order by s.person_id limit 1)
      from identity.account a where a.id = g.account_id and a.email = ${TEACHER}`.execute(tx),
  )
  const { organiser } = await services.database
    .reader(tenant)
    .selectFrom('registry.organisation')
    .select('id as organiser')
    .where('code', '=', 'Ш012')
    .executeTakeFirstOrThrow()
  event = await addEvent(stage.house(), tenant, { organiser, inDays: 20, title: 'Оцениваем вместе' })
  for (const title of ['Урок, на котором думают', 'Работа с родителями'])
    await addEvent(stage.house(), tenant, { organiser, inDays: 15, title, seats: 12 })
})

async function isFine(page: Page, name: string): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shoot(page, name)
}

test.each(looks([[390], [1440]], []))(
  'a teacher subscribes a calendar and takes the address back, %i px',
  async (width) => {
    const { page, faults } = await stage.enter({ viewport: { width, height: 844 } }, '/my', TEACHER)
    await page.getByRole('link', { name: 'Напоминания' }).click()
    await page.getByRole('button', { name: 'Сделать адрес' }).click()
    const address = await page.getByLabel('Адрес подписки').inputValue()
    expect(address).toMatch(/\/api\/calendars\/[\w-]{43}\/rost\.ics$/)
    const open = page.getByRole('link', { name: 'Добавить в календарь' })
    expect(await open.getAttribute('href')).toMatch(/^webcal:/)
    await isFine(page, `calendar-ready-${width}`)
    await page.reload()
    await page.getByText('Показать его снова нельзя').waitFor()
    await isFine(page, `calendar-made-${width}`)
    await page.getByRole('button', { name: 'Отозвать адрес' }).press('Enter')
    await page.getByRole('button', { name: 'Сделать адрес' }).waitFor()
    expect(faults).toEqual([])
    await page.context().close()
  },
)

test('the administrator sets the quiet hours, the teacher other ones', async () => {
  const admin = await stage.enter({}, '/events', 'admin@example.org')
  await admin.page.getByRole('link', { name: 'Тихие часы' }).click()
  await admin.page.getByLabel('Не писать в выходные и праздники').waitFor()
  await isFine(admin.page, 'quiet-hours-1440')
  await admin.page.getByRole('combobox', { name: 'Не писать с' }).click()
  await admin.page.getByRole('option', { name: '00:00' }).click()
  await admin.page.getByRole('combobox', { name: 'до', exact: true }).click()
  await admin.page.getByRole('option', { name: '00:00' }).click()
  await admin.page.getByLabel('Не писать в выходные и праздники').uncheck()
  await admin.page.getByRole('button', { name: 'Сохранить' }).click()
  await admin.page.getByText('Сохранено').waitFor()

  const teacher = await stage.enter({ viewport: { width: 390, height: 844 } }, '/my/calendar', TEACHER)
  await teacher.page.getByLabel('как в районе: пишем в любое время').waitFor()
  await teacher.page.getByLabel('по-своему').check()
  await teacher.page.getByRole('switch', { name: 'Напоминать за час' }).uncheck()
  await isFine(teacher.page, 'my-letters-390')
  await teacher.page.getByRole('button', { name: 'Сохранить' }).click()
  await teacher.page.getByText('Сохранено').waitFor()
  await teacher.page.reload()
  await teacher.page.getByRole('combobox', { name: 'Не писать с' }).waitFor()
  expect(await teacher.page.getByLabel('Напоминать за час').isChecked()).toBe(false)
  expect([...admin.faults, ...teacher.faults]).toEqual([])
  await admin.page.context().close()
  await teacher.page.context().close()
})

test('a head sees whom an invitation reaches before it goes, and the teacher finds it at the bell', async () => {
  const head = await stage.enter({}, `/events/${event}`, 'head@example.org')
  await head.page.getByRole('link', { name: 'Пригласить' }).click()
  await head.page.getByText('Ещё никого не приглашали').waitFor()
  await head.page.getByRole('button', { name: 'Посмотреть, кому уйдёт' }).click()
  const send = head.page.getByRole('button', { name: /^Пригласить \d+ / })
  await send.waitFor()
  await isFine(head.page, 'invitation-preview-1440')
  await head.page.getByLabel('Несколько слов от вас').fill('Приходите с вопросами.')
  await send.click()
  await head.page.getByText('отправлено писем: 1').waitFor({ timeout: 30_000 })
  await head.page.getByText('не узнает: нет учётной записи').first().waitFor()
  await isFine(head.page, 'invitation-sent-1440')
  await head.page.setViewportSize({ width: 390, height: 844 })
  await isFine(head.page, 'invitation-sent-390')
  const teacher = await stage.enter({ viewport: { width: 390, height: 844 } }, '/my', TEACHER)
  await teacher.page.getByRole('button', { name: /Уведомления/ }).click()
  await teacher.page.getByText('Вас приглашают на мероприятие').click()
  await teacher.page.getByRole('button', { name: 'Записаться', exact: true }).waitFor()
  expect([...head.faults, ...teacher.faults]).toEqual([])
  await head.page.context().close()
  await teacher.page.context().close()
})

test('one’s own page says what fits and why, and enrols with one tap', async () => {
  const { page, faults } = await stage.enter({ viewport: { width: 390, height: 844 } }, '/my', TEACHER)
  const fitting = page.getByRole('region', { name: 'Подходит вам в ближайший месяц' })
  const first = fitting.getByRole('article', { name: 'Урок, на котором думают' })
  await first.getByText('в вашей организации').waitFor()
  await first.scrollIntoViewIfNeeded()
  await isFine(page, 'suggestions-390')
  await page.setViewportSize({ width: 1440, height: 900 })
  await isFine(page, 'suggestions-1440')
  await fitting.getByRole('button', { name: 'Записаться: Урок, на котором думают' }).press('Enter')
  await page.getByRole('region', { name: 'Куда вы записаны' }).getByText('Урок, на котором думают').waitFor()
  // At the same hours there is another one: it is told that it is not shown.
  await fitting.getByText('Не показано 1 мероприятие').waitFor()
  await page.getByRole('button', { name: 'Вернуть' }).click()
  await fitting.getByText('Работа с родителями').waitFor()
  expect(faults).toEqual([])
  await page.context().close()
})
