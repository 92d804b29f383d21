import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { addEvent } from '../src/modules/activities/enrolment/event.fixture.ts'
import { addUser } from '../src/modules/registry/index.ts'
import { looks, openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const LEARNER = 'learner@example.org'
let tenant = 0
let organiser = 0
let people: readonly { readonly person: number; readonly name: string }[] = []

/** Six people of a school learn on a course. */
beforeAll(async () => {
  const { services } = stage.house()
  const district = await services.database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .executeTakeFirstOrThrow()
  tenant = district.id
  const { rows } = await sql<{ person: number; name: string; organisation: number }>`
    select s.person_id as person, o.id as organisation, concat_ws(' ', p.surname, p.given_name, p.patronymic) as name
    from registry.person_span s
    join registry.person p on p.id = s.person_id
    join registry.organisation o on o.id = s.organisation_id and o.code = 'Ш012'
    where s.from_on <= current_date and s.to_on >= current_date and s.pedagogue
    order by s.person_id limit 6`.execute(services.database.reader(tenant))
  people = rows
  organiser = rows[0]?.organisation ?? 0
  await addUser(services, {
    email: LEARNER,
    role: 'teacher',
    name: 'Слушатель',
    district: 'browser',
    password: PASSWORD,
  })
  await services.database.write(tenant, (tx) =>
    sql`update registry."grant" g set person_id = ${rows[0]?.person} from identity.account a
      where a.id = g.account_id and a.email = ${LEARNER}`.execute(tx),
  )
})

/** Whatever is needed to give documents. */
beforeAll(async () => {
  await stage.house().services.database.write(tenant, async (tx) => {
    await sql`insert into documents.signatory (name, post, from_on) values ('Р. Б. Сидоров', 'Директор', '2020-01-01')`.execute(
      tx,
    )
    await sql`insert into documents.series (kind, title, prefix, suffix, digits)
      values ('upskilling', 'Удостоверения', 'ПК-', '/{YYYY}', 4)`.execute(tx)
    await sql`insert into documents.letterhead (name, place) values ('ИМЦ', 'г. Зареченск')`.execute(tx)
  })
})

/** A run that began two days ago: three meetings, of which two were marked. */
async function beginRun(title: string): Promise<number> {
  const event = await addEvent(stage.house(), tenant, { organiser, inDays: -2, title })
  await stage.house().services.database.write(tenant, async (tx) => {
    await sql`
      with value as (insert into registry.classifier_value (kind, key, label) values ('programme', ${title}, ${title}) returning id),
      programme as (
        insert into activities.programme (value_id, title, kind, form, hours, about, state, number, registered_on, order_number, order_on)
        select id, ${title}, 'upskilling', 'in_person', 18, 'О чтении', 'registered', ${title}, '2020-01-01', '1', '2020-01-01'
        from value returning id)
      update activities.event set programme_id = (select id from programme), hours = 18, last_on = current_date
      where id = ${event}`.execute(tx)
    await sql`insert into activities.meeting (event_id, starts_at, ends_at)
      select event_id, starts_at + d * interval '1 day', ends_at + d * interval '1 day'
      from activities.meeting, generate_series(1, 2) d where event_id = ${event}`.execute(tx)
    await sql`insert into activities.enrolment (event_id, person_id, organisation_id, state, place)
      select ${event}, p.id, ${organiser}, 'enrolled', p.nth
      from unnest(${people.map(({ person }) => person)}::bigint[]) with ordinality p (id, nth)`.execute(tx)
    await sql`insert into activities.presence (meeting_id, person_id, minutes)
      select m.id, n.person_id, case when n.place = 2 then 40 end
      from activities.enrolment n join (
        select id, row_number() over (order by starts_at) as nth from activities.meeting where event_id = ${event}) m
        on m.nth < 3 and m.nth <= 4 - n.place
      where n.event_id = ${event}`.execute(tx)
  })
  return event
}

async function isFine(page: Page, name: string): Promise<void> {
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await shoot(page, name)
}

/** A run that begins today, of which learners choose one module of three. */
async function beginChoosing(title: string): Promise<number> {
  const event = await beginRun(title)
  await stage.house().services.database.write(tenant, async (tx) => {
    // Until three in the morning the day of the database is still yesterday's.
    await sql`update activities.event e set held_on = (now() at time zone d.time_zone)::date,
        last_on = greatest(e.last_on, (now() at time zone d.time_zone)::date)
      from registry.district d where d.id = e.tenant_id and e.id = ${event}`.execute(tx)
    await sql`update activities.programme set electives = 1 where title = ${title}`.execute(tx)
    await sql`insert into activities.programme_module (programme_id, place, title, hours, form, elective)
      select p.id, m.place, m.title, m.hours, 'in_person', m.elective
      from activities.programme p, (values (1, 'Чтение и смысл', 12, false), (2, 'Сценарии уроков чтения', 6, true),
        (3, 'Оценивание читательских умений и разбор работ', 6, true), (4, 'Проекты', 6, true))
        m (place, title, hours, elective) where p.title = ${title}`.execute(tx)
  })
  return event
}

test('a learner chooses a module on the phone with one tap; who holds the course sees who has not, and chooses for them', async () => {
  for (const [width, colorScheme] of looks([[1440, 'light']], [[390, 'dark']])) {
    const event = await beginChoosing(`Читаем и выбираем ${width}`)
    const own = await stage.enter({ viewport: { width: 390, height: 844 }, colorScheme }, '/my', LEARNER)
    await own.page.getByText(/выберите модули по/).waitFor()
    await own.page.getByRole('link', { name: 'Все мои курсы' }).click()
    const card = own.page.getByRole('region', { name: `Читаем и выбираем ${width}` })
    await card.getByRole('button', { name: /Оценивание/ }).click()
    await card.getByRole('button', { name: /Оценивание/, pressed: true }).waitFor()
    await isFine(own.page, `electives-own-${width}-${colorScheme}`)
    await card.getByRole('button', { name: /Проекты/ }).click()
    await card.getByRole('button', { name: /Проекты/, pressed: true }).waitFor()
    await card.getByRole('button', { name: /Оценивание/, pressed: false }).waitFor()
    expect(own.faults).toEqual([])
    await own.page.context().close()

    const { page, faults } = await stage.enter(
      { viewport: { width, height: 900 }, colorScheme },
      `/events/${event}/run`,
    )
    await page.getByText('Не выбрали: 5 человек').waitFor()
    await page.getByRole('button', { name: 'Напомнить тем, кто не выбрал' }).click()
    await page.getByLabel('Только те, кто не выбрал модули').click()
    await page.getByRole('button', { name: `Выбрать модули: ${people[1]?.name}` }).click()
    const choosing = page.getByRole('form', { name: `Выбрать модули: ${people[1]?.name}` })
    await choosing.getByLabel(/Сценарии/).click()
    await isFine(page, `electives-choosing-${width}-${colorScheme}`)
    await choosing.getByRole('button', { name: 'Сохранить выбор' }).click()
    await page.getByText('Не выбрали: 4 человека').waitFor()
    await page.getByRole('button', { name: 'Изменить день' }).click()
    const day = page.getByRole('form', { name: 'Изменить день' })
    await day.getByLabel('Выбирают по').fill('2199-01-01')
    await day.getByRole('button', { name: 'Сохранить день' }).click()
    await day.getByText('позже последнего дня курса').waitFor()
    await day.getByRole('button', { name: 'Не менять' }).click()
    await page.getByRole('button', { name: 'Выбрать за тех, кто не выбрал' }).click()
    const rest = page.getByRole('form', { name: 'Выбрать за тех, кто не выбрал' })
    await rest.getByLabel(/Сценарии/).click()
    await rest.getByRole('button', { name: 'Сохранить выбор' }).click()
    await page.getByText('Выбрали все').waitFor()
    await page.evaluate(() => localStorage.setItem('language', 'en'))
    await page.reload()
    await page.getByText('Everybody has chosen').waitFor()
    await isFine(page, `electives-en-${width}-${colorScheme}`)
    expect(faults).toEqual([])
    await page.context().close()
  }
})

/** A programme of two modules, each of which four people completed in a run of its own. */
async function gatherModules(title: string): Promise<number> {
  const held = { organiser, state: 'held' } as const
  const events = [
    await addEvent(stage.house(), tenant, { ...held, inDays: -10, title: `${title}, первый поток` }),
    await addEvent(stage.house(), tenant, { ...held, inDays: -20, title: `${title}, второй поток` }),
  ]
  return await stage.house().services.database.write(tenant, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      with value as (insert into registry.classifier_value (kind, key, label) values ('programme', ${title}, ${title}) returning id)
      insert into activities.programme (value_id, title, kind, form, hours, about, state, number, registered_on, order_number, order_on)
      select id, ${title}, 'upskilling', 'blended', 18, 'О чтении', 'registered', ${title}, '2020-01-01', '1', '2020-01-01'
      from value returning id`.execute(tx)
    const programme = rows[0]?.id ?? 0
    await sql`insert into activities.programme_module (programme_id, place, title, hours, form)
      values (${programme}, 1, ${`${title}: смыслы`}, 12, 'in_person'), (${programme}, 2, ${`${title}: сценарии`}, 6, 'distance')`.execute(
      tx,
    )
    for (const [at, event] of events.entries()) {
      const place = at + 1
      await sql`update activities.event set programme_id = ${programme} where id = ${event}`.execute(tx)
      await sql`insert into activities.run_module (event_id, module_id)
        select ${event}, id from activities.programme_module where programme_id = ${programme} and place = ${place}`.execute(
        tx,
      )
      await sql`insert into activities.run_closing (event_id) values (${event})`.execute(tx)
      await sql`with value as (insert into registry.classifier_value (kind, key, label)
          values ('programme_module', ${`${title} ${place}`}, ${`${title} ${place}`}) returning id)
        insert into activities.completed_module (event_id, person_id, module_id, value_id, completed_on)
        select ${event}, w.person, m.id, value.id, current_date - 10 * m.place
        from activities.programme_module m, value, unnest(${people.slice(0, 4).map(({ person }) => person)}::bigint[]) w (person)
        where m.programme_id = ${programme} and m.place = ${place}`.execute(tx)
    }
    return programme
  })
}

test('a run is planned for a module; who gathered all modules of a programme is given its document there', async () => {
  for (const [width, colorScheme] of looks([[1440, 'light']], [[390, 'dark']])) {
    const title = `Модульная программа ${width}`
    const programme = await gatherModules(title)
    const look = { viewport: { width, height: 900 }, colorScheme }
    const { page, faults } = await stage.enter(look, `/events/new?programme=${programme}`)
    await page.getByRole('checkbox', { name: /: смыслы/ }).click()
    await page.getByRole('group', { name: 'Какие модули' }).waitFor()
    await isFine(page, `modules-planning-${width}-${colorScheme}`)

    await page.goto(`${new URL(page.url()).origin}/programmes/${programme}`)
    await page.getByRole('form', { name: 'Собрали все модули' }).waitFor()
    await page.getByRole('checkbox', { name: `Выдать: ${people[3]?.name}` }).click()
    await isFine(page, `modules-gathered-${width}-${colorScheme}`)
    await page.getByRole('button', { name: /^Выдать .*: 3 человека$/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Выдача документов' }).waitFor()
    await page.goto(`${new URL(page.url()).origin}/programmes/${programme}`)
    await page.getByRole('button', { name: /: 1 человек$/ }).waitFor()
    await page.evaluate(() => localStorage.setItem('language', 'en'))
    await page.reload()
    await page.getByRole('form', { name: 'Completed all modules' }).waitFor()
    await isFine(page, `modules-gathered-en-${width}-${colorScheme}`)
    expect(faults).toEqual([])
    await page.context().close()
  }
})

test('who holds a course sees how it goes, notes who leaves, reads the journal, enters results and closes it; the learner reads their own', async () => {
  for (const [width, colorScheme] of looks([[1440, 'light']], [[390, 'dark']])) {
    const event = await beginRun(`Читаем вместе ${width}`)
    const { page, faults } = await stage.enter({ viewport: { width, height: 900 }, colorScheme }, `/events/${event}`)
    await page.getByRole('link', { name: 'Ход курса' }).click()
    await page.getByText('3 из 3 (100 %)').waitFor()
    await isFine(page, `course-${width}-${colorScheme}`)
    const name = people[2]?.name ?? ''
    await page.getByRole('button', { name: `Отчислить: ${name}` }).click()
    const form = page.getByRole('form', { name: `Отчислить: ${name}` })
    await form.getByRole('button', { name: 'Отчислить' }).click()
    await form.getByText(/символ/).waitFor()
    await isFine(page, `course-leaving-${width}-${colorScheme}`)
    await form.getByLabel('Почему').fill('Перешла на другую работу')
    await form.getByRole('button', { name: 'Отчислить' }).click()
    await page.getByText('2 из 3 (67 %)').waitFor()
    await page.getByText('Перешла на другую работу').waitFor()
    await page.getByRole('button', { name: 'Об отчислении' }).waitFor()
    await isFine(page, `course-left-${width}-${colorScheme}`)
    await page.getByRole('button', { name: `Вернуть в группу: ${name}` }).click()
    await page.getByText('3 из 3 (100 %)').waitFor()
    await page.getByRole('button', { name: 'Дозачислить' }).click()
    const joining = page.getByRole('form', { name: 'Дозачислить' })
    await joining.getByLabel('Почему').fill('По заявлению')
    await joining.getByLabel('С какого дня').fill('2199-01-01')
    await isFine(page, `course-joining-${width}-${colorScheme}`)
    await joining.getByRole('button', { name: 'Не менять' }).click()
    await page.getByLabel('Только те, кто пробыл меньше 50 %').click()
    await page.getByText('не хватает 120 мин').first().waitFor()
    await page.getByRole('link', { name: 'Журнал группы' }).click()
    await page.getByText('не отмечали').first().waitFor()
    await isFine(page, `course-journal-${width}-${colorScheme}`)

    await page.getByRole('link', { name: 'Ход курса' }).click()
    await page.getByRole('button', { name: 'Добавить испытание' }).click()
    const adding = page.getByRole('form', { name: 'Добавить испытание' })
    await adding.getByLabel('Название').fill('Зачёт по текстам')
    await adding.getByLabel('Добавить не из района').fill('Пётр Гостев')
    await adding.getByLabel('Откуда гость').fill('Педагогический университет')
    await adding.getByRole('button', { name: 'Добавить гостя' }).click()
    await isFine(page, `course-examination-${width}-${colorScheme}`)
    await adding.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByRole('link', { name: 'Зачёт по текстам' }).click()
    await page.getByRole('button', { name: 'Открыть результаты' }).click()
    await page.getByLabel(`Результат за этот день: ${people[0]?.name}`).selectOption('не зачтено')
    await page.getByRole('button', { name: 'Всем, у кого пусто: зачтено' }).click()
    await isFine(page, `course-results-${width}-${colorScheme}`)
    await page.getByRole('button', { name: 'Сохранить результаты (6)' }).click()
    await page.getByRole('cell', { name: /: не зачтено/ }).waitFor()

    await page.getByRole('link', { name: 'Ход курса' }).click()
    await page.getByRole('link', { name: 'Завершить курс' }).click()
    await page.getByRole('button', { name: 'Показать, кто завершает' }).click()
    await page.getByRole('button', { name: 'Завершить курс: 1 человек' }).waitFor()
    await page.getByLabel(`Завершает: ${people[0]?.name}`).click()
    await page.getByLabel(`Почему решено иначе: ${people[0]?.name}`).fill('Пересдала устно')
    await isFine(page, `course-closing-${width}-${colorScheme}`)
    await page.getByRole('button', { name: 'Завершить курс: 2 человека' }).click()
    await page.getByRole('heading', { level: 1, name: 'Выдача документов' }).waitFor()
    await isFine(page, `course-given-${width}-${colorScheme}`)
    await page.goto(`${new URL(page.url()).origin}/events/${event}/run`)
    await page.getByRole('button', { name: 'О завершении обучения' }).waitFor()
    await page.evaluate(() => localStorage.setItem('language', 'en'))
    await page.reload()
    await page.getByRole('button', { name: 'Of the end of learning' }).waitFor()
    await isFine(page, `course-held-en-${width}-${colorScheme}`)
    expect(faults).toEqual([])
    await page.context().close()

    const own = await stage.enter({ viewport: { width: 390, height: 844 }, colorScheme }, '/my', LEARNER)
    await own.page.getByRole('link', { name: 'Все мои курсы' }).click()
    await own.page.getByText('не зачтено').first().waitFor()
    await isFine(own.page, `course-own-${width}-${colorScheme}`)
    await own.page.evaluate(() => localStorage.setItem('language', 'en'))
    await own.page.reload()
    await own.page.getByRole('heading', { name: 'My courses' }).waitFor()
    await isFine(own.page, `course-own-en-${width}-${colorScheme}`)
    expect(own.faults).toEqual([])
    await own.page.context().close()
  }
})
