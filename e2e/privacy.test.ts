import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { addUser } from '../src/modules/registry/index.ts'
import { looks, openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const TEACHER = 'teacher@example.org'
let person = 0

/** Somebody with results of diagnostics, who has an account. */
beforeAll(async () => {
  const { services } = stage.house()
  const district = await services.database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ id: number; code: string }>`
    select e.person_id as id, o.code from competence.diagnostic_result r
    join registry.employment e on e.person_id = r.person_id join registry.organisation o on o.id = e.organisation_id
    where e.dismissed_on is null order by r.id limit 1`.execute(services.database.reader(district.id))
  person = rows[0]?.id ?? 0
  await addUser(services, { email: TEACHER, role: 'teacher', district: 'browser', password: PASSWORD, name: 'Учитель' })
  // At the command line a person goes by their number, which those of the sample have not.
  await services.database.write(district.id, (tx) =>
    sql`update registry."grant" set person_id = ${person} where role = 'teacher'`.execute(tx),
  )
})

test('results are opened for a purpose, and the teacher reads who did and why', async () => {
  const { page, faults } = await stage.enter({}, `/people/${person}`)
  const timeline = page.getByRole('region', { name: 'Лента' })
  await timeline.locator('li').first().waitFor()
  expect(await timeline.getByText(/балл|пройден/).count()).toBe(0)
  await timeline.getByRole('button', { name: 'Показать результаты диагностик' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Зачем').click()
  await page.getByRole('option', { name: 'Построить маршрут обучения' }).click()
  await dialog.getByLabel('Своими словами').fill('маршрут на весну')
  expect(await violations(page)).toEqual([])
  await shoot(page, 'opening')
  await dialog.getByRole('button', { name: 'Открыть', exact: true }).click()
  await timeline
    .getByText(/балл|пройден/)
    .first()
    .waitFor()
  expect(faults).toEqual([])
  await page.context().close()

  for (const [width, colorScheme] of looks(
    [[390, 'light']],
    [
      [1440, 'dark'],
      [390, 'dark'],
    ],
  )) {
    const teacher = await stage.enter({ viewport: { width, height: 844 }, colorScheme }, '/my', TEACHER)
    await teacher.page.getByRole('link', { name: 'Кто смотрел' }).click()
    await teacher.page.getByText('маршрут на весну').first().waitFor()
    await teacher.page.getByText('Построить маршрут обучения').first().waitFor()
    expect(await violations(teacher.page)).toEqual([])
    expect(await overflow(teacher.page)).toBeLessThanOrEqual(0)
    await shoot(teacher.page, `sights-${width}-${colorScheme}`)
    await teacher.page.context().close()
  }
})

test('a consent is published, given, and withdrawn', async () => {
  const admin = await stage.enter({}, '/personal-data', 'admin@example.org')
  await admin.page.getByRole('region', { name: 'Карточка человека' }).waitFor()
  expect(await violations(admin.page)).toEqual([])
  await shoot(admin.page, 'register')
  await admin.page.getByRole('main').getByRole('link', { name: 'Согласия', exact: true }).click()
  await admin.page.getByRole('region', { name: 'Публикация имени' }).getByRole('link', { name: 'Прочитать' }).click()
  await admin.page.getByRole('button', { name: 'Опубликовать' }).click()
  await shoot(admin.page, 'consent-form')
  expect(await violations(admin.page)).toEqual([])
  await admin.page.getByRole('button', { name: 'Опубликовать' }).click()
  await admin.page.getByText('заполните места в квадратных скобках', { exact: true }).waitFor()
  const body = admin.page.getByRole('textbox', { name: 'Текст' })
  await body.fill((await body.inputValue()).replace(/\[[^\]]*\]/g, 'Район'))
  await admin.page.getByRole('button', { name: 'Опубликовать' }).click()
  await admin.page.getByText(/^версия 1 от/).waitFor()

  const { page, faults } = await stage.enter({ viewport: { width: 390, height: 844 } }, '/my/consents', TEACHER)
  await page.getByRole('region', { name: 'Публикация имени' }).getByRole('link', { name: 'Прочитать' }).click()
  await page.getByText('Отказ ни на что не влияет', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Даю согласие' }).click()
  await page.getByText(/^Вы дали согласие .* \(версия 1\)/).waitFor()
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shoot(page, 'consent')

  await admin.page.reload()
  await admin.page.getByRole('button', { name: 'Показать имена' }).click()
  await admin.page.getByRole('cell', { name: 'действует' }).waitFor()
  await shoot(admin.page, 'consents-given')
  expect(await violations(admin.page)).toEqual([])

  // The notice of what was done lies over the end of a small screen for a while.
  await page.getByRole('button', { name: 'Отозвать согласие' }).press('Enter')
  await page.getByText(/Вы отозвали согласие/).waitFor()
  await page.getByRole('button', { name: 'Даю согласие' }).waitFor()
  expect([...faults, ...admin.faults]).toEqual([])
  await page.context().close()
  await admin.page.context().close()
})
