import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { addUser } from '../src/modules/registry/index.ts'
import { looks, openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const TEACHER = 'learner@example.org'
const HEAD = 'head@example.org'
const PHONE = { viewport: { width: 390, height: 844 } }
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const PHOTO = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: PIXEL }
const LIE = { name: 'удостоверение.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<script>alert(1)</script>') }

/** A teacher of the head's school. */
beforeAll(async () => {
  const { services } = stage.house()
  const { id } = await services.database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .executeTakeFirstOrThrow()
  await addUser(services, { email: TEACHER, role: 'teacher', name: 'Учитель', district: 'browser', password: PASSWORD })
  await services.database.write(id, (tx) =>
    sql`update registry."grant" set person_id = (
        select s.person_id from registry.person_span s join registry.organisation o on o.id = s.organisation_id
        where o.code = 'Ш012' and s.from_on <= current_date and s.to_on >= current_date order by s.person_id limit 1)
      where role = 'teacher'`.execute(tx),
  )
})

test('a teacher photographs a certificate, a file that lies is refused, the school confirms and takes back', async () => {
  const teacher = await stage.enter(PHONE, '/my/documents', TEACHER)
  const { page } = teacher
  await page.getByRole('link', { name: 'Сделано в других местах' }).click()
  await page.getByText('Записей пока нет').waitFor()
  await page.getByRole('button', { name: 'Добавить запись' }).click()
  const typeIn = async (): Promise<void> => {
    await page.getByLabel('Программа, как в документе').fill('Смешанное обучение')
    await page.getByLabel('Кто обучал').fill('Областной институт')
    await page.getByLabel('Начало').fill('2026-01-12')
    await page.getByLabel('Окончание').fill('2026-01-30')
    await page.getByLabel('Часов').fill('36')
    await page.getByLabel('Номер документа').fill('782400-11')
  }
  await typeIn()
  await page.locator('input[type=file]').setInputFiles(LIE)
  await page.getByRole('button', { name: 'Отправить' }).click()
  await page.getByText(/не фотография и не PDF/).waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, 'my-learning-form')
  await page.locator('input[type=file]').setInputFiles(PHOTO)
  await page.getByRole('button', { name: 'Отправить' }).click()
  await page.getByText('ждёт подтверждения').waitFor()

  await page.getByRole('button', { name: 'Добавить запись' }).click()
  await typeIn()
  await page.getByText('вы уже сообщили об этом').waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, 'my-learning-same')
  await page.getByRole('button', { name: 'Отмена' }).click()

  const head = await stage.enter({}, '/', HEAD)
  await head.page.getByRole('link', { name: /Подтвердить 1 запись о сделанном/ }).click()
  const [scan] = await Promise.all([
    head.page.waitForEvent('download'),
    head.page.getByRole('button', { name: 'Скачать скан: Смешанное обучение' }).click(),
  ])
  expect(scan.suggestedFilename()).toMatch(/^deed-\d+\.png$/)
  await head.page.getByRole('checkbox', { name: /Смешанное обучение/ }).check()
  await head.page.getByRole('button', { name: 'Подтвердить 1 запись' }).click()
  await head.page.getByText('учтено').waitFor()
  expect(await violations(head.page)).toEqual([])
  await shoot(head.page, 'learning-head')

  const { services } = stage.house()
  const { id: district } = await services.database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ person: number }>`
    select person_id as person from registry."grant" where role = 'teacher'`.execute(services.database.reader(district))
  await head.page.goto(new URL(`/people/${rows[0]?.person}`, page.url()).href)
  await head.page.getByRole('button', { name: 'Скачать скан: Смешанное обучение' }).waitFor()
  expect(await violations(head.page)).toEqual([])
  await shoot(head.page, 'person-scan')
  await head.page.goto(new URL('/documents/deeds', page.url()).href)

  await page.goto(new URL('/my', page.url()).href)
  const kept = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Скачать скан: Смешанное обучение' }).click()
  expect((await kept).suggestedFilename()).toMatch(/^deed-\d+\.png$/)
  expect(await violations(page)).toEqual([])
  await shoot(page, 'my-scan')

  await head.page.getByRole('checkbox', { name: /Смешанное обучение/ }).check()
  await head.page.getByRole('button', { name: 'Вернуть 1 запись' }).click()
  await head.page.getByLabel('Что поправить').fill('Не видно номера')
  expect(await violations(head.page)).toEqual([])
  await head.page.getByRole('button', { name: 'Вернуть', exact: true }).click()
  await head.page.getByText('возвращено').waitFor()
  expect(head.faults).toEqual([])
  await head.page.context().close()

  await page.goto(new URL('/my/deeds', page.url()).href)
  await page.getByText('Не видно номера').waitFor()
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shoot(page, 'my-deeds')
  expect(teacher.faults.filter((fault) => !/422/.test(fault))).toEqual([])
  await page.context().close()
})

test('a school records an award for two of a list, a teacher tells of a publication in English', async () => {
  const head = await stage.enter({}, '/documents/deeds', HEAD)
  const { page } = head
  await page.getByRole('link', { name: 'Записать за людей' }).click()
  await page.getByLabel('Название награды, как в документе').fill('Почётная грамота министерства')
  await page.getByLabel('Когда награждены').fill('2026-05-05')
  await page.getByLabel('Вид награды').click()
  await page.getByRole('option', { name: 'почётная грамота' }).click()
  await page.getByLabel('Кто наградил').fill('Министерство просвещения')
  const name = (await page.getByRole('row').nth(2).getByRole('cell').nth(1).textContent())?.trim()
  await page.getByLabel('Список людей').fill(`1. ${name}\nНеизвестнова Анна`)
  await page.getByRole('button', { name: 'Найти по списку' }).click()
  await page.getByText('такой фамилии среди ваших людей нет').waitFor()
  await page.getByRole('checkbox').nth(1).check()
  expect(await violations(page)).toEqual([])
  await shoot(page, 'deeds-record')
  await page.getByRole('button', { name: 'Записать за 2 человека' }).click()
  await page.getByText('Почётная грамота министерства').first().waitFor()
  expect(await violations(page)).toEqual([])
  await shoot(page, 'deeds-recorded')
  expect(head.faults).toEqual([])
  await page.context().close()

  const teacher = await stage.enter({ ...PHONE, locale: 'en-GB' }, '/my/deeds', TEACHER)
  await teacher.page.getByRole('button', { name: 'Add a record' }).click()
  await teacher.page.getByLabel('What it is').click()
  await teacher.page.getByRole('option', { name: 'Publication' }).click()
  await teacher.page.getByLabel('Title of the work').fill('Карта урока')
  await teacher.page.getByLabel('When it appeared').fill('2026-02-01')
  await teacher.page.getByLabel('Where it appeared').fill('Начальная школа')
  await teacher.page.getByRole('button', { name: 'Send' }).click()
  await teacher.page.getByText('must be filled in').waitFor()
  expect(await violations(teacher.page)).toEqual([])
  await shoot(teacher.page, 'my-deeds-publication-en')
  await teacher.page.getByLabel('Kind of work').click()
  await teacher.page.getByRole('option', { name: 'статья' }).click()
  await teacher.page.getByRole('button', { name: 'Send' }).click()
  await teacher.page.getByText('waits to be confirmed').waitFor()
  expect(await violations(teacher.page)).toEqual([])
  expect(await overflow(teacher.page)).toBeLessThanOrEqual(0)
  await shoot(teacher.page, 'my-deeds-en')
  expect(teacher.faults.filter((fault) => !/422/.test(fault))).toEqual([])
  await teacher.page.context().close()
})

test('the list fits a phone and reads in the dark', async () => {
  for (const [width, colorScheme] of looks(
    [[390, 'light']],
    [
      [1440, 'dark'],
      [390, 'dark'],
    ],
  )) {
    const { page, faults } = await stage.enter({ viewport: { width, height: 844 }, colorScheme }, '/documents/deeds')
    await page.getByText('Смешанное обучение').first().waitFor()
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await shoot(page, `learning-${width}-${colorScheme}`)
    expect(faults).toEqual([])
    await page.context().close()
  }
})
