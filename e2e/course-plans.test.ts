import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { addTopic } from '../src/modules/activities/course-plans/course-plans.fixture.ts'
import { addEvent } from '../src/modules/activities/enrolment/event.fixture.ts'
import { addUser } from '../src/modules/registry/index.ts'
import { looks, openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const TEACHER = 'learner@example.org'
const DEPUTY = 'deputy@example.org'
const HEAD = 'head@example.org'
const TOPIC = 'Формирующее оценивание'
const EVENT = 'Оцениваем без отметки: поток'
const PROGRAMME = 'Оценивание для обучения'
let tenant = 0

beforeAll(async () => {
  const { services } = stage.house()
  const district = await services.database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .executeTakeFirstOrThrow()
  const centre = await services.database
    .reader(district.id)
    .selectFrom('registry.organisation')
    .select('id')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  await addTopic(stage.house(), district.id, TOPIC)
  await addEvent(stage.house(), district.id, { organiser: centre.id, title: EVENT })
  tenant = district.id
  await services.database.write(tenant, (tx) =>
    sql`with value as (insert into registry.classifier_value (kind, key, label)
        values ('programme', ${PROGRAMME}, ${PROGRAMME}) returning id)
      insert into activities.programme (value_id, title, kind, form, hours, about, state, number, registered_on,
        order_number, order_on)
      select id, ${PROGRAMME}, 'upskilling', 'in_person', 72, 'Об оценивании', 'registered', 'ДПП-3', '2020-01-01', '1',
        '2020-01-01' from value`.execute(tx),
  )
  await addUser(services, { email: TEACHER, role: 'teacher', name: 'Учитель', district: 'browser', password: PASSWORD })
  const deputy = { email: DEPUTY, role: 'school_methodist', organisation: 'Ш012', district: 'browser' } as const
  await addUser(services, { ...deputy, password: PASSWORD, name: 'Заместитель Ш012' })
})

/** The teacher of the stage is from now on this person. */
async function beTeacher(person: number): Promise<void> {
  await stage
    .house()
    .services.database.write(tenant, (tx) =>
      tx.updateTable('registry.grant').set({ person_id: person }).where('role', '=', 'teacher').execute(),
    )
}

const LOOKS = looks([[390, 'light']], [[1440, 'dark']])

test.each(LOOKS)(
  'a deputy plans from who is due, the head agrees, people are enrolled, and the centre sees the need: %i, %s',
  async (width, colorScheme) => {
    // Each look has a plan of its own.
    const year = width === 390 ? 2090 : 2091
    const viewport = { width, height: 900 }
    const deputy = await stage.enter({ viewport, colorScheme }, `/course-plans?year=${year}`, DEPUTY)
    const { page } = deputy
    const settled = async (name: string): Promise<void> => {
      expect(await violations(page), name).toEqual([])
      expect(await overflow(page), name).toBeLessThanOrEqual(0)
      await shoot(page, `course-plan-${name}-${width}-${colorScheme}`)
    }
    await page.getByRole('button', { name: `Начать план на ${year} год` }).waitFor()
    await settled('school')
    await page.getByRole('button', { name: `Начать план на ${year} год` }).click()
    await page.getByText('В плане ещё никого нет').waitFor()
    await settled('empty')
    await page.getByRole('link', { name: 'Добавить в план' }).click()
    await page.getByRole('columnheader', { name: /Учиться до/ }).waitFor({ state: 'attached' })
    const ticks = page.locator('tbody .rost-check')
    await ticks.nth(0).check()
    await ticks.nth(1).check()
    const form = page.getByRole('form', { name: 'Добавить в план' })
    await form.getByRole('button', { name: /Добавить в план: 2/ }).click()
    await form.getByText('нужно заполнить').first().waitFor()
    await form.getByLabel('Тема').fill(TOPIC)
    await page.getByRole('option', { name: TOPIC }).click()
    await form.getByLabel('или программа не из района').fill('Оценивание на уроке')
    await form.getByLabel('Месяц').click()
    await page.getByRole('option', { name: 'март' }).click()
    await form.getByLabel('Часов').fill('36')
    await form.getByLabel('Цена за одного, ₽').fill('4500')
    await settled('due')
    await form.getByRole('button', { name: /Добавить в план: 2/ }).click()
    await form.getByRole('button', { name: /Добавить в план: 0/ }).waitFor()
    await page.getByRole('link', { name: 'К плану' }).click()
    await page.getByRole('button', { name: 'Указать деньги на год' }).click()
    await page.getByRole('form', { name: 'Указать деньги на год' }).getByLabel('Бюджет, ₽').fill('8000')
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText(/не хватает 1/).waitFor()
    await page
      .getByRole('button', { name: /^Изменить: / })
      .first()
      .click()
    const change = page.getByRole('form', { name: /^Изменить: / })
    await change.getByLabel('или программа не из района').fill('')
    await change.getByLabel('Программа из реестра района').click()
    await page.getByRole('option', { name: PROGRAMME }).click()
    // Hours and form are those of the register.
    expect(await change.getByLabel('Часов').inputValue()).toBe('72')
    expect(await change.getByLabel('Форма').first().inputValue()).toBe('очно')
    await change.getByRole('button', { name: 'Отмена' }).click()
    await page
      .getByRole('button', { name: /^Изменить: / })
      .first()
      .click()
    await change.getByLabel('Пояснение').fill('Для молодых учителей')
    await settled('change')
    await change.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('Для молодых учителей').waitFor()
    await settled('draft')
    await page.getByRole('button', { name: 'Передать руководителю' }).click()
    await page.getByText('у руководителя').first().waitFor()
    const address = page.url()
    const card = await page.locator('tbody a[href^="/people/"]').first().getAttribute('href')
    const learner = Number(card?.split('/').pop())
    expect(deputy.faults).toEqual([])
    await page.context().close()

    const head = await stage.enter({ viewport, colorScheme }, '/', HEAD)
    await head.page.getByText(/Согласовать 1\s+план повышения квалификации/).waitFor()
    await head.page.goto(address)
    await head.page.getByRole('button', { name: 'Согласовать план' }).click()
    await head.page.getByRole('button', { name: 'Вернуть в черновик' }).waitFor()
    await head.page.locator('tbody .rost-check').first().check()
    await head.page.getByRole('combobox', { name: 'На какое мероприятие записать' }).click()
    await head.page.getByRole('option', { name: new RegExp(EVENT) }).click()
    await head.page.getByRole('button', { name: /^Записать: 1/ }).click()
    await head.page.getByText(/места получили: 1|были записаны раньше: 1/).waitFor()
    await head.page.getByRole('link', { name: EVENT }).first().waitFor()
    expect(await violations(head.page)).toEqual([])
    expect(await overflow(head.page)).toBeLessThanOrEqual(0)
    await shoot(head.page, `course-plan-agreed-${width}-${colorScheme}`)
    const [paper] = await Promise.all([
      head.page.waitForEvent('download'),
      head.page.getByRole('button', { name: 'Скачать в Word' }).click(),
    ])
    expect(paper.suggestedFilename()).toMatch(/^course-plan-\d+\.docx$/)
    expect(head.faults).toEqual([])
    await head.page.context().close()

    const centre = await stage.enter({ viewport, colorScheme }, `/course-plans?year=${year}`)
    await centre.page.getByText('Чему хотят учиться').first().waitFor()
    await centre.page.getByRole('link', { name: 'март: 2' }).waitFor()
    expect(await violations(centre.page)).toEqual([])
    expect(await overflow(centre.page)).toBeLessThanOrEqual(0)
    await shoot(centre.page, `course-plans-${width}-${colorScheme}`)
    await centre.page.getByRole('link', { name: 'март: 2' }).click()
    await centre.page.getByRole('heading', { level: 1, name: new RegExp(TOPIC) }).waitFor()
    expect(await violations(centre.page)).toEqual([])
    expect(await overflow(centre.page)).toBeLessThanOrEqual(0)
    await shoot(centre.page, `planned-courses-${width}-${colorScheme}`)
    await centre.page.goto(`${centre.address}/course-plans/rule`)
    await centre.page.getByLabel('Через сколько месяцев').waitFor()
    expect(await violations(centre.page)).toEqual([])
    await shoot(centre.page, `training-rule-${width}-${colorScheme}`)
    expect(centre.faults).toEqual([])
    await centre.page.context().close()

    const english = await stage.enter({ viewport, colorScheme, locale: 'en-GB' }, `/course-plans?year=${year}`)
    await english.page.getByRole('heading', { level: 1, name: `Plans of courses for ${year}` }).waitFor()
    await english.page.getByRole('link', { name: 'March: 2' }).waitFor()
    expect(await violations(english.page)).toEqual([])
    await english.page.goto(address)
    await english.page.getByRole('heading', { level: 1, name: `Plan of courses for ${year}` }).waitFor()
    await english.page.getByRole('link', { name: EVENT }).first().waitFor()
    expect(await violations(english.page)).toEqual([])
    expect(await overflow(english.page)).toBeLessThanOrEqual(0)
    await shoot(english.page, `course-plan-english-${width}-${colorScheme}`)
    expect(english.faults).toEqual([])
    await english.page.context().close()

    await beTeacher(learner)
    const teacher = await stage.enter({ viewport, colorScheme }, '/my', TEACHER)
    await teacher.page.getByRole('region', { name: 'Чему вас планируют учить' }).getByText(TOPIC).first().waitFor()
    expect(await violations(teacher.page)).toEqual([])
    expect(await overflow(teacher.page)).toBeLessThanOrEqual(0)
    await shoot(teacher.page, `my-planned-courses-${width}-${colorScheme}`)
    expect(teacher.faults).toEqual([])
    await teacher.page.context().close()
  },
)
