import { beforeAll, expect, test } from 'vitest'
import { addUser } from '../src/modules/registry/index.ts'
import { looks, openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const TEACHER = 'in-house@example.org'
const HEAD = 'head@example.org'
let tenant = 0

beforeAll(async () => {
  const { services } = stage.house()
  const district = await services.database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .executeTakeFirstOrThrow()
  tenant = district.id
  await addUser(services, { email: TEACHER, role: 'teacher', name: 'Учитель', district: 'browser', password: PASSWORD })
})

/** The teacher of the stage is from now on this person. */
async function beTeacher(person: number): Promise<void> {
  await stage
    .house()
    .services.database.write(tenant, (tx) =>
      tx.updateTable('registry.grant').set({ person_id: person }).where('role', '=', 'teacher').execute(),
    )
}

/** Who is ticked first in the list of those who were there. */
async function firstOfRoll(event: number): Promise<number> {
  const row = await stage
    .house()
    .services.database.reader(tenant)
    .selectFrom('activities.attendance')
    .select('person_id')
    .where('event_id', '=', event)
    .orderBy('person_id')
    .executeTakeFirstOrThrow()
  return row.person_id
}

test.each(looks([[390, 'light']], [[1440, 'dark']]))(
  'a school notes what it held on a phone, the centre sends it back and attests it, the teacher sees it: %i, %s',
  async (width, colorScheme) => {
    const viewport = { width, height: 900 }
    const title = `Методический день ${width}`
    const school = await stage.enter({ viewport, colorScheme }, '/in-house', HEAD)
    const { page } = school
    const settledOf =
      (of: typeof page) =>
      async (name: string): Promise<void> => {
        expect(await violations(of), name).toEqual([])
        expect(await overflow(of), name).toBeLessThanOrEqual(0)
        await shoot(of, `in-house-${name}-${width}-${colorScheme}`)
      }
    const settled = settledOf(page)
    await page.getByRole('link', { name: 'Записать прошедшее' }).waitFor()
    await settled('list')
    await page.getByRole('link', { name: 'Записать прошедшее' }).click()
    const form = page.getByRole('form', { name: 'Что провели' })
    await form.getByRole('button', { name: 'Записать и направить центру' }).click()
    await form.getByText('нужно заполнить').first().waitFor()
    await form.getByText('отметьте хотя бы одного человека').waitFor()
    await form.getByLabel('Название').fill(title)
    await form.getByRole('combobox', { name: 'Форма' }).click()
    await page.getByRole('option').first().click()
    await form.getByLabel('Часов').fill('3')
    await form.getByLabel('Что делали').fill('Смотрели открытые уроки и разбирали их по карте наблюдений')
    await form.getByLabel('Ссылка на то, что получилось').fill('https://school.example/method-day')
    await form.getByRole('button', { name: 'Отметить всех' }).click()
    await form.getByText(/Отмечено: \d+ из \d+/).waitFor()
    await settled('record')
    await form.getByRole('button', { name: 'Записать и направить центру' }).click()
    await page.getByText('ждёт подтверждения центра').waitFor()
    await settled('asked')
    const event = page.url()
    expect(school.faults).toEqual([])

    const centre = await stage.enter({ viewport, colorScheme }, '/in-house?state=asked')
    const tick = () => centre.page.locator('tbody .rost-check').first().check()
    await centre.page.getByRole('link', { name: title }).first().waitFor()
    await tick()
    await settledOf(centre.page)('inbox')
    await centre.page.getByRole('button', { name: 'Вернуть: 1' }).click()
    await centre.page.getByLabel('Почему').fill('Часов больше, чем длилась встреча')
    await settledOf(centre.page)('return')
    await centre.page.getByRole('button', { name: 'Вернуть', exact: true }).click()
    await centre.page.getByText('Такого не нашлось').waitFor()

    await page.goto(event)
    await page.getByText('Почему: Часов больше, чем длилась встреча').waitFor()
    await settled('returned')
    await page.getByRole('link', { name: 'Исправить' }).click()
    const correction = page.getByRole('form', { name: 'Исправить запись' })
    await correction.getByLabel('Часов').fill('2')
    await settled('correction')
    await correction.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByRole('button', { name: 'Направить центру' }).click()
    await page.getByRole('button', { name: 'Отозвать у центра' }).waitFor()
    await page.context().close()

    await centre.page.goto(event.replace(/\/events\/.*/, '/in-house?state=asked'))
    await tick()
    await centre.page.getByRole('button', { name: 'Подтвердить: 1' }).click()
    await centre.page.getByText('Такого не нашлось').waitFor()
    await centre.page.goto(event)
    await centre.page.getByText('подтверждено центром').waitFor()
    await centre.page.goto(event.replace(/\/events\/.*/, '/in-house/rule'))
    await centre.page.getByLabel('Дней после мероприятия').waitFor()
    await settledOf(centre.page)('rule')
    expect(centre.faults).toEqual([])
    await centre.page.context().close()

    const english = await stage.enter({ viewport, colorScheme, locale: 'en-GB' }, '/in-house')
    await english.page.getByRole('heading', { name: 'In-house events' }).waitFor()
    await english.page.getByText('attested by the centre').first().waitFor()
    await settledOf(english.page)('english')
    await english.page.goto(event.replace(/\/events\/.*/, '/in-house/new'))
    await english.page.getByText('Choose the organisation first.').waitFor()
    await settledOf(english.page)('english-record')
    await english.page.context().close()

    await beTeacher(await firstOfRoll(Number(event.split('/').pop())))
    const teacher = await stage.enter({ viewport, colorScheme }, '/my', TEACHER)
    await teacher.page.getByText(new RegExp(`${title}, 2.+ч, подтверждено центром`)).waitFor()
    expect(await violations(teacher.page)).toEqual([])
    expect(teacher.faults).toEqual([])
    await teacher.page.context().close()
  },
)
