import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { addEvent } from '../src/modules/activities/enrolment/event.fixture.ts'
import { addUser } from '../src/modules/registry/index.ts'
import { looks, openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const PHONE = { viewport: { width: 390, height: 844 } } as const
const HEAD = 'head@example.org'
const TEACHERS = ['first@example.org', 'second@example.org'] as const
let open = 0
let agreed = 0

/** Two teachers of the head's school, a seminar with one seat, and one for which the school has to agree. */
beforeAll(async () => {
  const { services } = stage.house()
  const district = await services.database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .executeTakeFirstOrThrow()
  const tenant = district.id
  const { rows } = await sql<{ person: number; organisation: number }>`
    select s.person_id as person, o.id as organisation from registry.person_span s
    join registry.organisation o on o.id = s.organisation_id and o.code = 'Ш012'
    where s.from_on <= current_date and s.to_on >= current_date and s.pedagogue
    order by s.person_id limit 2`.execute(services.database.reader(tenant))
  const organiser = rows[0]?.organisation ?? 0
  for (const [at, email] of TEACHERS.entries()) {
    await addUser(services, { email, role: 'teacher', name: email, district: 'browser', password: PASSWORD })
    await services.database.write(tenant, (tx) =>
      sql`update registry."grant" g set person_id = ${rows[at]?.person} from identity.account a
        where a.id = g.account_id and a.email = ${email}`.execute(tx),
    )
  }
  const common = { organiser, inDays: 20 }
  open = await addEvent(stage.house(), tenant, { ...common, title: 'Оцениваем вместе', seats: 1 })
  agreed = await addEvent(stage.house(), tenant, { ...common, title: 'Урок без границ', seats: 5, byApproval: true })
})

async function isFine(page: Page, name: string): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shoot(page, name)
}

test('a teacher on a phone enrols with one tap, the next one waits in line and gets the seat that became free', async () => {
  const [firstMail, secondMail] = TEACHERS
  const first = await stage.enter(PHONE, `/events/${open}`, firstMail)
  await first.page.getByText('1 свободное место').waitFor()
  await isFine(first.page, 'enrolment-free-390')
  await first.page.getByRole('button', { name: 'Записаться' }).click()
  await first.page.getByRole('button', { name: 'Не приду' }).waitFor()
  await isFine(first.page, 'enrolment-enrolled-390')

  const second = await stage.enter(PHONE, `/events/${open}`, secondMail)
  await second.page.getByText('все места заняты, в очереди 0').waitFor()
  // In a crowd the server has no turn for everybody at once: it says when to come again, and one tap is enough all the same.
  let sentAway = 0
  await second.page.route('**/my-enrolment', async (route) => {
    if (route.request().method() !== 'POST' || sentAway++ > 0) return await route.continue()
    await route.fulfill({ status: 503, headers: { 'retry-after': '1' }, json: {} })
  })
  await second.page.getByRole('button', { name: 'Записаться' }).press('Enter')
  await second.page.getByText('вы 1-й в очереди').waitFor()
  expect(sentAway).toBe(2)
  await isFine(second.page, 'enrolment-waiting-390')
  await second.page.getByRole('link', { name: 'Порядок записи' }).click()
  await second.page.getByText('2 · это вы').waitFor()
  await isFine(second.page, 'enrolment-queue-390')

  await first.page.goto(`${first.address}/my`)
  await first.page.getByRole('link', { name: 'Оцениваем вместе' }).click()
  await first.page.getByRole('button', { name: 'Не приду' }).click()
  await first.page.getByText('вы отменили запись').waitFor()

  await second.page.goto(`${second.address}/events/${open}`)
  await second.page.getByText('для вас освободилось место').waitFor()
  await isFine(second.page, 'enrolment-offered-390')
  await second.page.getByRole('button', { name: 'Приду, место моё' }).click()
  await second.page.locator('.rost-mark', { hasText: 'вы записаны' }).waitFor()
  expect(first.faults).toEqual([])
  // What the browser says of being sent away once.
  expect(second.faults).toEqual([expect.stringContaining('503')])
  await first.page.context().close()
  await second.page.context().close()
})

test('a school agrees in bulk, sends others with a reason, and takes the draft of the order', async () => {
  const teacher = await stage.enter(PHONE, `/events/${agreed}`, TEACHERS[0])
  await teacher.page.getByRole('button', { name: 'Попросить записать' }).click()
  await teacher.page.getByText('ждёт согласования вашей организацией').waitFor()
  await teacher.page.context().close()

  const { page, faults, address } = await stage.enter({ viewport: { width: 1440, height: 900 } }, '/', HEAD)
  await page
    .getByRole('link', { name: /Согласовать 1 запись/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Урок без границ' }).waitFor()
  await page.getByRole('checkbox', { name: /все/i }).check()
  await isFine(page, 'approvals-1440')
  await page.getByRole('button', { name: 'Согласовать: 1', exact: true }).press('Enter')
  await page.getByText('Согласовывать нечего').waitFor()
  await isFine(page, 'approvals-none-1440')

  await page.goto(`${address}/events/${agreed}`)
  await page.getByRole('link', { name: 'Кто записан' }).click()
  await page.getByText('мест занято: 1 из 5').waitFor()
  await page.getByRole('link', { name: 'Направить людей' }).click()
  await page.getByRole('checkbox').nth(3).check()
  await page.getByRole('checkbox').nth(4).check()
  await page.getByLabel('Почему направляем').fill('Давно не учились')
  await isFine(page, 'nomination-1440')
  await page.getByRole('button', { name: 'Направить 2 человека' }).click()
  await page.getByText('место получили: 2').waitFor()
  await page.getByRole('link', { name: 'Кто записан' }).click()
  await page.getByText('мест занято: 3 из 5').waitFor()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: /Проект приказа/ }).click()
  expect((await saved).suggestedFilename()).toMatch(/^order-\d+-\d+\.docx$/)
  await isFine(page, 'participants-1440')
  await page
    .getByRole('button', { name: /Снять с мероприятия/ })
    .first()
    .click()
  await page.getByLabel('Причина').fill('Некем заменить уроки')
  await page.getByRole('button', { name: 'Снять', exact: true }).last().press('Enter')
  await page.getByText('мест занято: 2 из 5').waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  await isFine(page, 'participants-390')
  await page.goto(`${address}/events/${agreed}/nomination`)
  await page.getByLabel('Почему направляем').waitFor()
  await isFine(page, 'nomination-390')
  expect(faults).toEqual([])
  await page.context().close()
})

test('the organiser says whom the event takes', async () => {
  for (const [width, colorScheme] of looks(
    [
      [1440, 'light'],
      [390, 'dark'],
    ],
    [[1440, 'dark']],
  )) {
    const { page, faults } = await stage.enter(
      { viewport: { width, height: 900 }, colorScheme },
      `/events/${open}/participants`,
    )
    await page.getByRole('button', { name: 'Кого берём' }).click()
    await page.getByLabel('Только тех, кто подходит под условия').check()
    await page.getByLabel('Запись согласует организация, где человек работает').check()
    await page.getByLabel('Не больше людей от одной организации').fill('2')
    await isFine(page, `admission-${width}-${colorScheme}`)
    await page.getByRole('button', { name: 'Сохранить условия' }).click()
    await page.getByText('Условия сохранены').waitFor()
    expect(faults).toEqual([])
    await page.context().close()
  }
})

test('who was there is marked once, on a phone too, and taken back', async () => {
  const { services } = stage.house()
  const { rows } = await sql<{ tenant: number }>`select id as tenant from registry.district`.execute(
    services.database.reader(null),
  )
  const tenant = rows[0]?.tenant ?? 0
  // The day has come.
  await services.database.write(tenant, async (tx) => {
    await sql`update activities.event set held_on = held_on - 20 where id = ${open}`.execute(tx)
    await sql`update activities.meeting set starts_at = starts_at - interval '20 days', ends_at = ends_at - interval '20 days'
      where event_id = ${open}`.execute(tx)
  })
  for (const [width, colorScheme] of looks([[390, 'light']], [[1440, 'dark']])) {
    const { page, faults } = await stage.enter({ viewport: { width, height: 844 }, colorScheme }, `/events/${open}`)
    await page.getByRole('link', { name: 'Отметить, кто был' }).click()
    const marks = page.getByRole('checkbox', { name: /^Участие:/ })
    await marks.first().waitFor()
    const all = await marks.count()
    await isFine(page, `roll-${width}`)
    await marks.first().press('Space')
    // What was marked is there after a reload.
    await page.reload()
    await marks.first().waitFor()
    expect(await marks.first().isChecked()).toBe(false)
    await page.getByRole('button', { name: `Мероприятие проведено, было ${all - 1}` }).press('Enter')
    await page.getByRole('cell', { name: 'нет', exact: true }).first().waitFor()
    await isFine(page, `held-${width}`)
    await page.getByRole('button', { name: 'Отметить заново' }).press('Enter')
    await marks.first().waitFor()
    expect(await marks.first().isChecked()).toBe(true)
    expect(faults).toEqual([])
    await page.context().close()
  }
})
