import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { addEvent } from '../src/modules/activities/enrolment/event.fixture.ts'
import { askForFeedback } from '../src/modules/activities/feedback/asking.ts'
import { addUser } from '../src/modules/registry/index.ts'
import { looks, openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const PHONE = { viewport: { width: 390, height: 844 } } as const
const TEACHER = 'was-there@example.org'
let tenant = 0
const events: number[] = []

/** Two seminars of a series a teacher was at, with a few more people. */
beforeAll(async () => {
  const { services } = stage.house()
  const district = await services.database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .executeTakeFirstOrThrow()
  tenant = district.id
  const { rows } = await sql<{ person: number; organisation: number }>`
    select s.person_id as person, s.organisation_id as organisation from registry.person_span s
    where s.from_on <= current_date and s.to_on >= current_date and s.pedagogue
    order by s.organisation_id, s.person_id limit 7`.execute(services.database.reader(tenant))
  await addUser(services, { email: TEACHER, role: 'teacher', name: 'Учитель', district: 'browser', password: PASSWORD })
  await services.database.write(tenant, (tx) =>
    sql`update registry."grant" g set person_id = ${rows[0]?.person} from identity.account a
      where a.id = g.account_id and a.email = ${TEACHER}`.execute(tx),
  )
  const organiser = rows[0]?.organisation ?? 0
  for (const title of ['Оцениваем вместе', 'Читаем вместе']) {
    events.push(await addEvent(stage.house(), tenant, { organiser, inDays: -1, title }))
  }
  await services.database.write(tenant, async (tx) => {
    const values = { kind: 'event_series', key: 'вместе', label: 'Вместе' }
    const { id } = await tx
      .insertInto('registry.classifier_value')
      .values(values)
      .returning('id')
      .executeTakeFirstOrThrow()
    await sql`update activities.event set state = 'held', closed_at = now(), series_id = ${id}
      where id = any (${events}::bigint[])`.execute(tx)
    await sql`insert into activities.attendance (event_id, person_id)
      select e, p from unnest(${events}::bigint[]) e, unnest(${rows.map(({ person }) => person)}::bigint[]) p`.execute(
      tx,
    )
  })
  await askForFeedback(services.database)
})

async function isFine(page: Page, name: string): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shoot(page, name)
}

test('a teacher answers on the phone in a few taps, or declines with one', async () => {
  const { page, faults } = await stage.enter(PHONE, '/my', TEACHER)
  await page.getByRole('region', { name: 'Как прошло?' }).waitFor()
  await isFine(page, 'my-feedback')
  await page.getByRole('button', { name: 'Не отвечать: Читаем вместе' }).click()
  await page.getByText('Больше об этом не спросим', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Ответить: Оцениваем вместе' }).click()
  await page.getByRole('button', { name: 'Отправить без имени' }).waitFor()
  await isFine(page, 'feedback')
  for (const question of await page.getByRole('radiogroup').all()) {
    await question.getByRole('radio', { name: '4', exact: true }).check()
  }
  await page.getByRole('textbox').fill('Больше разбора работ')
  await page.getByRole('button', { name: 'Отправить без имени' }).press('Enter')
  await page.getByText('Ответ сохранён без имени').waitFor()
  await page.getByRole('region', { name: 'Как прошло?' }).waitFor({ state: 'detached' })
  expect(faults.filter((fault) => !fault.includes('422'))).toEqual([])
  await page.context().close()
})

test('who holds events sees what was said among five, and the series together', async () => {
  await stage.house().services.database.write(tenant, async (tx) => {
    await sql`
      insert into activities.feedback_answer (asking_id, question, mark, words)
      select q.id, x.question, x.mark, x.words from activities.feedback_asking q,
        jsonb_to_recordset(${JSON.stringify(
          [3, 4, 5, 5, 5].flatMap((mark) => [
            ...[0, 1, 2].map((question) => ({ question, mark })),
            { question: 3, words: `Побольше времени на работу в группах, хотя бы ${mark * 5} минут` },
          ]),
        )}::jsonb) as x (question int, mark int, words text)
      where q.event_id = ${events[0]}`.execute(tx)
    await sql`update activities.feedback_asking set asked_on = current_date - 9, closes_on = current_date - 2,
      asked = 7, answered = 6 where event_id = ${events[0]}`.execute(tx)
  })
  for (const [width, colorScheme] of looks(
    [[390, 'light']],
    [
      [1440, 'light'],
      [1440, 'dark'],
    ],
  )) {
    const { page, faults } = await stage.enter(
      { viewport: { width, height: 900 }, colorScheme },
      `/events/${events[0]}`,
    )
    await page.getByText('Ответили 6 из 7').waitFor()
    await isFine(page, `event-feedback-${width}-${colorScheme}`)
    await page.getByRole('link', { name: 'Вместе', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Вместе' }).waitFor()
    await page.getByText('показаны ответы о 1').waitFor()
    await page.getByRole('link', { name: 'Читаем вместе' }).waitFor()
    await isFine(page, `series-${width}-${colorScheme}`)
    await page.getByRole('link', { name: 'О чём спрашиваем' }).first().click()
    await page.getByLabel('Вопрос 1', { exact: true }).first().waitFor()
    await isFine(page, `feedback-forms-${width}-${colorScheme}`)
    expect(faults).toEqual([])
    await page.context().close()
  }
  const { page } = await stage.enter({}, '/events/feedback')
  const form = page.getByRole('form', { name: 'Через три месяца' })
  await form.getByRole('button', { name: 'Убрать вопрос 2' }).click()
  await form.getByRole('button', { name: 'Сохранить' }).press('Enter')
  await page.getByText('Со следующего мероприятия спросим так').waitFor()
  await page.context().close()
})

test('how much time was asked for is told to the district in minutes, and to a teacher in a line', async () => {
  for (const [width, colorScheme] of looks(
    [[390, 'light']],
    [
      [1440, 'light'],
      [1440, 'dark'],
    ],
  )) {
    const { page, faults } = await stage.enter({ viewport: { width, height: 900 }, colorScheme }, '/asked')
    await page.getByRole('cell', { name: 'Отзывы о мероприятиях' }).first().waitFor()
    await isFine(page, `asked-${width}-${colorScheme}`)
    expect(faults).toEqual([])
    await page.context().close()
  }
  const { page } = await stage.enter({}, '/asked')
  const minutes = page.getByRole('textbox', { name: 'Отзывы о мероприятиях' })
  await minutes.fill('2')
  await minutes.press('Enter')
  await page.getByText('Пересчитано').waitFor()
  await page.context().close()
  const teacher = await stage.enter(PHONE, '/my', TEACHER)
  await teacher.page.getByText(/могли занять у вас около 4/).waitFor()
  await teacher.page.context().close()
})

test('the list of events leads to their series, unfiltered; one of which nobody is to be asked says so', async () => {
  const { page } = await stage.enter({ viewport: { width: 390, height: 844 } }, '/events?when=past')
  await page.getByRole('link', { name: 'Вместе', exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Вместе' }).waitFor()
  await page.goto(`${new URL(page.url()).origin}/events/${events[0]}`)
  await page.getByRole('button', { name: 'Изменить', exact: true }).first().click()
  await page.getByRole('checkbox', { name: 'Спросить тех, кто был, как прошло' }).uncheck()
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await page.getByText('не спрашиваем').waitFor()
})
