import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { looks, openStage, overflow, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
let surname = ''

/** Two people of the district were given a certificate of further training each: one of them has a СНИЛС. */
beforeAll(async () => {
  const { services } = stage.house()
  const { id: tenant } = await services.database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ id: number; surname: string; name: string }>`
    (select p.id, p.surname, concat_ws(' ', p.surname, p.given_name, p.patronymic) as name from registry.person p
      where p.sealed_snils is not null order by p.id limit 1)
    union all
    (select p.id, p.surname, concat_ws(' ', p.surname, p.given_name, p.patronymic) from registry.person p
      where p.sealed_snils is null order by p.id limit 1)`.execute(services.database.reader(tenant))
  surname = rows[0]?.surname ?? ''
  await services.database.write(tenant, async (tx) => {
    const { rows: series } = await sql<{ id: number }>`
      insert into documents.series (kind, title, prefix, suffix) values ('upskilling', 'Удостоверения', 'ПК-', '/{YYYY}')
      returning id`.execute(tx)
    const { rows: batches } = await sql<{ id: number }>`
      insert into documents.batch (issuer, signatory_post, signatory_name) values ('ИМЦ', 'Директор', 'Р. Б. Сидоров')
      returning id`.execute(tx)
    const about = {
      ...{ kind: 'upskilling', title: 'Оценивание на уроке', hours: 36 },
      ...{ startsOn: '2026-02-02', endsOn: '2026-02-27' },
    }
    for (const [at, { id, name }] of rows.entries()) {
      await sql`update registry.person set sex = 'female' where id = ${id}`.execute(tx)
      await sql`insert into documents.document (batch_id, kind, series_id, year, count, number, issued_on, person_id,
          holder, about, code, state, body, hash)
        values (${batches[0]?.id}, 'upskilling', ${series[0]?.id}, 2026, ${at + 1}, ${`ПК-${at + 1}/2026`}, '2026-03-05', ${id},
          ${name}, ${JSON.stringify(about)}, ${`${at}`.padEnd(16, '0')}, 'issued', '%PDF', 'x')`.execute(tx)
    }
  })
})

test('what is lacking is filled in on the page, the file is made, taken away with a reason, and answered', async () => {
  const { page, faults } = await stage.enter({}, '/documents')
  await page.getByRole('link', { name: 'ФИС ФРДО' }).click()
  await page.getByText('Ждут передачи: 2 документа, из них готовы 0.').waitFor()

  await page.getByRole('button', { name: 'Что обычно' }).click()
  const usual = page.getByRole('form', { name: 'Что обычно' })
  await usual.getByLabel('Гражданство').fill('643')
  await usual.getByLabel('Форма обучения').selectOption('очная')
  await usual.getByLabel('Кто платит').selectOption('бюджет')
  await usual.getByLabel('Область профессиональной').fill('Образование и наука')
  expect(await violations(page)).toEqual([])
  await shoot(page, 'federal-usual')
  await usual.getByRole('button', { name: 'Сохранить' }).press('Enter')
  await usual.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Дополнить прямо здесь' }).press('Enter')
  const filling = page.getByRole('form', { name: 'Дополнить прямо здесь' })
  const field = (name: string) => filling.getByLabel(new RegExp(`^${name}: ${surname}`))
  await field('Образование').selectOption('высшее')
  await field('Фамилия в дипломе').fill('Прежняя')
  await field('Номер диплома').fill('1234567')
  expect(await violations(page)).toEqual([])
  await shoot(page, 'federal-filling')
  await field('Номер диплома').press('Enter')
  await page.getByText('из них готовы 1.').waitFor()
  await page.getByText('СНИЛС: нет или неверный').first().waitFor()

  for (const [width, colorScheme] of looks(
    [[390, 'light']],
    [
      [1440, 'light'],
      [1440, 'dark'],
    ],
  )) {
    const look = await stage.enter({ viewport: { width, height: 900 }, colorScheme }, '/documents/federal')
    await look.page.getByText('из них готовы 1.').waitFor()
    expect(await violations(look.page)).toEqual([])
    expect(await overflow(look.page)).toBeLessThanOrEqual(0)
    await shoot(look.page, `federal-${width}-${colorScheme}`)
    await look.page.context().close()
  }

  await page.getByRole('button', { name: 'Собрать файл: 1 документ' }).press('Enter')
  await page.getByRole('link', { name: /^Файл № \d{4}-1$/ }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Скачать файл' }).press('Enter')
  expect((await download).suggestedFilename()).toMatch(/^fis-frdo-\d{4}-1\.xlsx$/)

  await page.getByRole('checkbox', { name: new RegExp(surname) }).check()
  await page.getByRole('button', { name: 'Отметить отказ: 1 строка' }).click()
  await page.getByLabel('Причина').fill('Фамилия в дипломе не найдена')
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shoot(page, 'federal-file')
  await page
    .getByRole('form', { name: 'Реестр отказал' })
    .getByRole('button', { name: 'Отметить отказ' })
    .press('Enter')
  await page.getByText('отказ: Фамилия в дипломе не найдена').waitFor()
  await page.getByRole('link', { name: 'К списку документов' }).click()
  await page.getByText('реестр отказал: Фамилия в дипломе не найдена').waitFor()
  expect(faults).toEqual([])
  await page.context().close()

  const phone = await stage.enter({ viewport: { width: 390, height: 844 }, locale: 'en' }, '/documents/federal')
  await phone.page.getByRole('link', { name: /2026-1|-1$/ }).click()
  await phone.page.getByRole('heading', { level: 1 }).waitFor()
  expect(await violations(phone.page)).toEqual([])
  expect(await overflow(phone.page)).toBeLessThanOrEqual(0)
  await shoot(phone.page, 'federal-file-390')
  await phone.page.context().close()
})
