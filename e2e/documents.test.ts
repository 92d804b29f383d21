import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { addUser } from '../src/modules/registry/index.ts'
import { looks, openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const TEACHER = 'teacher@example.org'
const PHONE = { viewport: { width: 390, height: 844 } }
let name = ''

/** Somebody of whom the district knows all it takes to name them in the dative. */
beforeAll(async () => {
  const { services } = stage.house()
  const { id } = await services.database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .executeTakeFirstOrThrow()
  const common = { district: 'browser', password: PASSWORD }
  await addUser(services, { email: TEACHER, role: 'teacher', name: 'Учитель', ...common })
  await services.database.write(id, async (tx) => {
    const { rows } = await sql<{ id: number; name: string }>`
      select id, concat_ws(' ', surname, given_name, patronymic) as name from registry.person
      where surname like '%ова' and patronymic like '%овна' order by id limit 1`.execute(tx)
    name = rows[0]?.name ?? ''
    await sql`update registry."grant" set person_id = ${rows[0]?.id} where role = 'teacher'`.execute(tx)
  })
})

test('a methodist fills the letterhead, gives a certificate, and a teacher and a stranger see it', async () => {
  const { page, faults } = await stage.enter({ viewport: { width: 1440, height: 900 } }, '/documents')
  await page.getByText('Документов нет').waitFor()
  await page.getByRole('link', { name: 'Бланк, подписи и номера' }).first().click()
  await page.getByLabel('От чьего имени').fill('Информационно-методический центр')
  await page.getByLabel('Где выданы').fill('г. Зареченск')
  await page.getByRole('button', { name: 'Записать' }).click()
  await page.getByText('Бланк записан').waitFor()
  await page.getByRole('button', { name: 'Добавить, кто подписывает' }).click()
  await page.getByLabel('Имя, как в подписи').fill('Р. Б. Сидоров')
  await page.getByLabel('Должность').fill('Директор')
  await page.getByLabel('Подписывает с').fill('2020-01-01')
  await page.getByRole('form', { name: 'Добавить' }).getByRole('button', { name: 'Записать' }).click()
  await page.getByRole('cell', { name: 'Р. Б. Сидоров', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Начать серию' }).click()
  await page.getByLabel('Название серии').fill('Сертификаты участников')
  await page.getByLabel('Перед номером').fill('С-')
  await page.getByText(/С-0001\/\d{4}, потом С-0002/).waitFor()
  await shoot(page, 'documents-settings-form')
  expect(await violations(page)).toEqual([])
  await page.getByRole('form', { name: 'Начать серию' }).getByRole('button', { name: 'Записать' }).click()
  await page.getByRole('cell', { name: 'Сертификаты участников', exact: true }).waitFor()
  expect(await violations(page)).toEqual([])

  await page.getByRole('link', { name: 'К реестру' }).click()
  await page.getByRole('link', { name: 'Выдать документы' }).click()
  await page.getByLabel('Название мероприятия').fill('Оценивание на уроке')
  await page.getByLabel('Начало').fill('2026-03-02')
  await page.getByLabel('Окончание').fill('2026-03-02')
  await page.getByLabel('Часов').fill('4')
  await page.getByLabel('Найти человека').fill(name)
  await page
    .getByRole('checkbox', { name: `Выбрать: ${name}` })
    .first()
    .check()
  await page.getByText('Выбрано: 1 человек').waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, 'documents-giving')
  await page.getByRole('button', { name: 'Выдать 1 документ' }).click()
  await page.getByText('Напечатано 1 из 1').waitFor({ timeout: 30_000 })
  expect(await violations(page)).toEqual([])
  await shoot(page, 'documents-batch')
  await page.getByRole('link', { name: 'Открыть в реестре' }).click()
  await page.getByRole('link', { name: /^С-0001/ }).click()
  await page.getByText('действует').first().waitFor()
  const address = (await page.getByRole('link', { name: /\/check\// }).getAttribute('href')) ?? ''
  expect(await violations(page)).toEqual([])
  await shoot(page, 'document')

  const teacher = await stage.enter(PHONE, '/my/documents', TEACHER)
  await teacher.page.getByText('Оценивание на уроке, 4 ч').waitFor()
  const [file] = await Promise.all([
    teacher.page.waitForEvent('download'),
    teacher.page.getByRole('button', { name: /Скачать PDF/ }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^document-\d+\.pdf$/)
  expect(await violations(teacher.page)).toEqual([])
  expect(await overflow(teacher.page)).toBeLessThanOrEqual(0)
  await shoot(teacher.page, 'my-documents')
  expect(teacher.faults).toEqual([])
  await teacher.page.context().close()

  const path = new URL(address).pathname
  const stranger = await stage.open(PHONE, path)
  await stranger.page.getByText('Документ действует').waitFor()
  expect(await stranger.page.locator('main').textContent()).not.toContain(name.split(' ')[0])
  expect(await violations(stranger.page)).toEqual([])
  expect(await overflow(stranger.page)).toBeLessThanOrEqual(0)
  await shoot(stranger.page, 'document-check')
  expect(stranger.faults).toEqual([])

  await page.getByRole('button', { name: 'Отозвать' }).click()
  await page.getByLabel('Почему').fill('выдан по ошибке')
  await page.getByRole('form', { name: 'Отозвать' }).getByRole('button', { name: 'Отозвать' }).click()
  await page.getByText('выдан по ошибке').waitFor()
  await stranger.page.reload()
  await stranger.page.getByText(/Документ отозван/).waitFor()
  expect(await violations(stranger.page)).toEqual([])
  await shoot(stranger.page, 'document-check-revoked')
  await stranger.page.context().close()
  expect(faults).toEqual([])
  await page.context().close()
})

test('for a diploma it is asked what it gives', async () => {
  const { page, faults } = await stage.enter({ viewport: { width: 390, height: 844 } }, '/documents/new')
  await page.getByLabel('Вид документа').click()
  await page.getByRole('option', { name: 'Диплом о профессиональной переподготовке' }).click()
  await page.getByLabel('Квалификация').fill('Учитель химии')
  await page.getByLabel('Что даёт диплом').click()
  await page.getByRole('option', { name: 'право на новый вид деятельности' }).click()
  await page.getByLabel('Сфера деятельности').waitFor()
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shoot(page, 'documents-diploma')
  expect(faults).toEqual([])
  await page.context().close()
})

test('the pages fit a phone and read in the dark', async () => {
  for (const [width, colorScheme] of looks(
    [[390, 'dark']],
    [
      [1440, 'dark'],
      [390, 'light'],
    ],
  )) {
    for (const path of ['/documents', '/documents/new', '/documents/settings']) {
      const { page, faults } = await stage.enter({ viewport: { width, height: 844 }, colorScheme }, path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      expect(await violations(page), path).toEqual([])
      expect(await overflow(page), path).toBeLessThanOrEqual(0)
      await shoot(page, `${path.slice(1).replace('/', '-')}-${width}-${colorScheme}`)
      expect(faults).toEqual([])
      await page.context().close()
    }
  }
})
