import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { addUser } from '../src/modules/registry/index.ts'
import { looks, openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const TEACHER = 'claimant@example.org'
const HEAD = 'head@example.org'
const PHONE = { viewport: { width: 390, height: 844 } }

/** A teacher of the head's school who spoke at an event, and a district that is ready to give certificates. */
beforeAll(async () => {
  const { services } = stage.house()
  const { id } = await services.database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .executeTakeFirstOrThrow()
  await addUser(services, { email: TEACHER, role: 'teacher', name: 'Учитель', district: 'browser', password: PASSWORD })
  await services.database.write(id, async (tx) => {
    const { rows } = await sql<{ person: number; event: number }>`
      select s.person_id as person, (select e.id from activities.event e where e.state = 'held' order by e.held_on desc limit 1) as event
      from registry.person_span s join registry.organisation o on o.id = s.organisation_id
      where o.code = 'Ш012' and s.from_on <= current_date and s.to_on >= current_date order by s.person_id limit 1`.execute(
      tx,
    )
    const [found] = rows
    await sql`update registry."grant" set person_id = ${found?.person} where role = 'teacher'`.execute(tx)
    await sql`insert into activities.speaker (event_id, person_id, topic)
      values (${found?.event}, ${found?.person}, 'Оценивание без страха')`.execute(tx)
    await sql`update activities.event set held_on = current_date - 20 where id = ${found?.event}`.execute(tx)
    await sql`insert into documents.letterhead (name, place) values ('Информационно-методический центр', 'г. Зареченск')`.execute(
      tx,
    )
    await sql`insert into documents.signatory (name, post, from_on) values ('Р. Б. Сидоров', 'Директор', '2020-01-01')`.execute(
      tx,
    )
    await sql`insert into documents.series (kind, title, prefix, suffix)
      values ('activity', 'Сертификаты активности', 'МА-', '/{YYYY}')`.execute(tx)
  })
})

test('a teacher claims on a phone, the school confirms, the centre gives certificates', async () => {
  const teacher = await stage.enter(PHONE, '/my', TEACHER)
  await teacher.page.getByRole('link', { name: 'Заявить о работе' }).click()
  await teacher.page.getByText('Заявок пока нет').waitFor()
  await shoot(teacher.page, 'my-claims-none')
  await teacher.page.getByRole('button', { name: 'Заявить: Оценивание без страха' }).click()
  await teacher.page.getByText('ждёт подтверждения').waitFor()
  await teacher.page.getByRole('button', { name: 'Заявить о работе', exact: true }).click()
  await teacher.page.getByLabel('Что сделано').fill('Открытый урок по дробям для учителей района')
  await teacher.page.getByLabel('Когда').fill('2026-03-02')
  await teacher.page.getByLabel('Где').fill('школа № 12')
  expect(await violations(teacher.page)).toEqual([])
  await shoot(teacher.page, 'my-claims-form')
  await teacher.page.getByRole('button', { name: 'Отправить' }).press('Enter')
  await teacher.page.getByRole('heading', { name: 'Открытый урок по дробям' }).waitFor()

  const head = await stage.enter({}, '/', HEAD)
  await head.page.getByRole('link', { name: /Подтвердить 2 заявки/ }).click()
  await head.page.getByRole('checkbox', { name: /Открытый урок по дробям/ }).check()
  await head.page.getByRole('button', { name: 'Вернуть 1 заявку' }).click()
  await head.page.getByLabel('Что поправить').fill('Добавьте класс')
  expect(await violations(head.page)).toEqual([])
  await head.page.getByRole('button', { name: 'Вернуть', exact: true }).click()
  await head.page.getByText('возвращена').waitFor()
  await head.page.getByRole('checkbox', { name: /Оценивание без страха/ }).check()
  await shoot(head.page, 'claims-head')
  await head.page.getByRole('button', { name: 'Подтвердить 1 заявку' }).click()
  await head.page.getByText('подтверждена, ждёт сертификата').waitFor()
  expect(await violations(head.page)).toEqual([])
  expect(head.faults).toEqual([])
  await head.page.context().close()

  const { page, faults } = await stage.enter({}, '/documents')
  await page.getByRole('link', { name: 'Заявки о работе' }).click()
  await page.getByRole('checkbox', { name: /Оценивание без страха/ }).check()
  await page.getByRole('button', { name: 'Выдать 1 сертификат' }).click()
  expect(await violations(page)).toEqual([])
  await shoot(page, 'claims-certify')
  await page
    .getByRole('form', { name: 'Выдать сертификаты' })
    .getByRole('button', { name: 'Выдать 1 сертификат' })
    .click()
  await page.getByText('Напечатано 1 из 1').waitFor({ timeout: 30_000 })
  expect(faults).toEqual([])
  await page.context().close()

  await teacher.page.reload()
  await teacher.page.getByText(/сертификат № МА-1/).waitFor()
  await teacher.page.getByText('Добавьте класс').waitFor()
  expect(await violations(teacher.page)).toEqual([])
  expect(await overflow(teacher.page)).toBeLessThanOrEqual(0)
  await shoot(teacher.page, 'my-claims')
  expect(teacher.faults).toEqual([])
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
    const { page, faults } = await stage.enter({ viewport: { width, height: 844 }, colorScheme }, '/documents/claims')
    await page.getByText('Открытый урок по дробям').first().waitFor()
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await shoot(page, `claims-${width}-${colorScheme}`)
    expect(faults).toEqual([])
    await page.context().close()
  }
})
