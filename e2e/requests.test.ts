import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { addUser } from '../src/modules/registry/index.ts'
import { looks, openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const TEACHER = 'leaver@example.org'
const DEPARTMENT = 'department@example.org'
let surname = ''

/** Somebody who left a year ago and still comes in. */
beforeAll(async () => {
  const { services } = stage.house()
  const district = await services.database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ id: number; surname: string }>`
    select p.id, p.surname from registry.person p
    where (select count(*) from registry.employment e where e.person_id = p.id) = 1
      and exists (select from competence.diagnostic_result r where r.person_id = p.id)
    order by p.id limit 1`.execute(services.database.reader(district.id))
  const person = rows[0]?.id ?? 0
  surname = rows[0]?.surname ?? ''
  const common = { district: 'browser', password: PASSWORD }
  await addUser(services, { email: TEACHER, role: 'teacher', name: 'Учитель', ...common })
  await addUser(services, { email: DEPARTMENT, role: 'department', name: 'Отдел образования', ...common })
  await services.database.write(district.id, async (tx) => {
    await sql`update registry."grant" set person_id = ${person} where role = 'teacher'`.execute(tx)
    await sql`update registry.employment set dismissed_on = current_date - 90 where person_id = ${person}`.execute(tx)
  })
})

test('somebody asks to be erased, two officers do it, and what went and what stayed is told', async () => {
  const teacher = await stage.enter({ viewport: { width: 390, height: 844 } }, '/my/requests', TEACHER)
  await teacher.page.getByRole('button', { name: 'Обратиться' }).click()
  await teacher.page.getByLabel('О чём вы просите').click()
  await teacher.page.getByRole('option', { name: 'Удалить данные' }).click()
  await shoot(teacher.page, 'my-request-form')
  expect(await violations(teacher.page)).toEqual([])
  await teacher.page.getByRole('button', { name: 'Отправить' }).press('Enter')
  await teacher.page.getByText('ждёт ответа').waitFor()
  expect(await violations(teacher.page)).toEqual([])
  expect(await overflow(teacher.page)).toBeLessThanOrEqual(0)
  await shoot(teacher.page, 'my-requests')
  expect(teacher.faults).toEqual([])
  await teacher.page.context().close()

  for (const [width, colorScheme] of looks(
    [[390, 'light']],
    [
      [1440, 'dark'],
      [1440, 'light'],
    ],
  )) {
    const { page } = await stage.enter({ viewport: { width, height: 900 }, colorScheme }, '/personal-data/requests')
    await page.getByRole('link', { name: new RegExp(surname) }).click()
    await page.getByRole('button', { name: 'Беру на себя' }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await shoot(page, `request-${width}-${colorScheme}`)
    await page.getByRole('link', { name: 'Что будет удалено' }).click()
    await page.getByRole('cell', { name: 'Карточка человека' }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await shoot(page, `erasure-${width}-${colorScheme}`)
    await page.context().close()
  }

  const { page, faults } = await stage.enter({}, '/personal-data/requests')
  await page.getByRole('link', { name: new RegExp(surname) }).click()
  await page.getByRole('link', { name: 'Что будет удалено' }).click()
  await page.getByLabel('Фамилия того, кого удаляете').fill(surname)
  await page.getByRole('button', { name: 'Попросить об удалении' }).click()
  await page.getByText('Теперь подтвердить должен второй человек').waitFor()
  expect(faults).toEqual([])
  await page.context().close()

  const second = await stage.enter({}, '/', DEPARTMENT)
  await second.page.getByRole('link', { name: /Подтвердить 1 удаление/ }).click()
  await second.page.getByRole('link', { name: new RegExp(surname) }).click()
  await second.page.getByRole('link', { name: 'Что будет удалено' }).click()
  await second.page.getByLabel('Фамилия того, кого удаляете').fill(surname)
  await second.page.getByRole('button', { name: 'Удалить насовсем' }).click()
  await second.page.getByRole('region', { name: 'Что удалено и что осталось' }).first().waitFor()
  expect(await violations(second.page)).toEqual([])
  await shoot(second.page, 'erased')
  expect(second.faults).toEqual([])
  await second.page.context().close()
})

test('an incident is entered, its clocks run, and the authority is told', async () => {
  const admin = 'admin@example.org'
  for (const [width, colorScheme] of looks(
    [[390, 'light']],
    [
      [1440, 'light'],
      [1440, 'dark'],
    ],
  )) {
    const { page, faults } = await stage.enter({ viewport: { width, height: 900 }, colorScheme }, '/incidents', admin)
    await page.getByRole('button', { name: 'Внести инцидент' }).click()
    const form = page.getByRole('form', { name: 'Внести инцидент' })
    await form.getByLabel('Что случилось').fill('Список ушёл не туда')
    await form.getByLabel('Когда случилось').fill('2026-01-12T08:00')
    await form.getByLabel('Когда стало известно').fill('2026-01-12T09:00')
    await form.getByLabel('Какие данные').fill('Список педагогов с почтой')
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await shoot(page, `incident-form-${width}-${colorScheme}`)
    await form.getByRole('button', { name: 'Записать' }).press('Enter')
    await page
      .getByText(/срок прошёл/)
      .first()
      .waitFor()
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await shoot(page, `incidents-${width}-${colorScheme}`)
    await page.getByRole('button', { name: 'Уведомление отправлено' }).first().press('Enter')
    await page
      .getByText(/^отправлено|отправлено /)
      .first()
      .waitFor()
    expect(faults).toEqual([])
    await page.context().close()
  }
  // What goes by itself is told on the page of the register.
  const { page } = await stage.enter({ viewport: { width: 390, height: 844 } }, '/personal-data', admin)
  await page.getByRole('region', { name: 'Что уйдёт этой ночью' }).first().waitFor()
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shoot(page, 'expiring')
  await page.context().close()
})
