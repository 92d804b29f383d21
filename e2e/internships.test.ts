import { beforeAll, expect, test } from 'vitest'
import { addUser } from '../src/modules/registry/index.ts'
import { looks, openStage, overflow, PASSWORD, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const INTERN = 'intern@example.org'
let intern = ''

/** Somebody who works in the district and has an account of their own. */
beforeAll(async () => {
  const { services } = stage.house()
  const district = await services.database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .executeTakeFirstOrThrow()
  const person = await services.database
    .reader(district.id)
    .selectFrom('registry.person as p')
    .innerJoin('registry.employment as e', 'e.person_id', 'p.id')
    .select(['p.id', 'p.surname', 'p.given_name', 'p.patronymic'])
    .where('e.dismissed_on', 'is', null)
    .orderBy('p.id')
    .executeTakeFirstOrThrow()
  intern = [person.surname, person.given_name, person.patronymic].filter(Boolean).join(' ')
  await addUser(services, { email: INTERN, role: 'teacher', name: 'Стажёр', district: 'browser', password: PASSWORD })
  await services.database.write(district.id, (tx) =>
    tx.updateTable('registry.grant').set({ person_id: person.id }).where('role', '=', 'teacher').execute(),
  )
})

test('the centre describes a model and a place and arranges; the intern ticks and writes on a phone; it is finished', async () => {
  for (const [width, colorScheme] of looks([[1440, 'light']], [[390, 'dark']])) {
    const title = `Неделя в инженерном классе ${width}`
    const { page, faults } = await stage.enter({ viewport: { width, height: 900 }, colorScheme }, '/internships/models')
    const settled = async (name: string): Promise<void> => {
      expect(await violations(page)).toEqual([])
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      await shoot(page, `${name}-${width}-${colorScheme}`)
    }
    await page.getByRole('button', { name: 'Добавить модель' }).click()
    const model = page.getByRole('form', { name: 'Добавить модель' })
    await model.getByLabel('Название').fill(title)
    await model.getByLabel('Часов').fill('18')
    await model.getByLabel('Что делает стажёр').fill('Смотрит и проводит уроки')
    await model.getByLabel('Задания').fill('Посмотреть урок\nПровести урок')
    await settled('internship-model-form')
    await model.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByRole('cell', { name: title, exact: true }).waitFor()
    await settled('internship-models')

    await page.goto(`${new URL(page.url()).origin}/internships/hosts`)
    await page.getByRole('button', { name: 'Добавить место' }).click()
    const host = page.getByRole('form', { name: 'Добавить место' })
    await host.getByLabel('Или не из района').fill(`Лицей при университете ${width}`)
    await host.getByLabel('Что есть на месте').fill('3D-принтер, лаборатория')
    await host.getByLabel('Как связаться').fill('приёмная')
    await host.getByRole('button', { name: 'Сохранить' }).click()
    await page
      .getByRole('cell', { name: /Лицей при университете/ })
      .first()
      .waitFor()
    await settled('internship-hosts')

    await page.goto(`${new URL(page.url()).origin}/internships/new`)
    const arranging = page.getByRole('form', { name: 'Новая стажировка' })
    await arranging.getByLabel('Кто').fill(intern)
    await page.getByRole('option', { name: intern, exact: true }).first().click()
    await arranging.getByLabel('Модель').click()
    await page.getByRole('option', { name: new RegExp(title) }).click()
    await arranging.getByLabel('Где').click()
    await page.getByRole('option', { name: `Лицей при университете ${width}` }).click()
    await arranging.getByLabel('С какого дня').fill('2026-01-12')
    await arranging.getByLabel('По какой день').fill('2026-01-11')
    await arranging.getByLabel('Или руководитель не из района').fill('Пётр Гостев, инженер')
    await arranging.getByRole('button', { name: 'Назначить стажировку' }).click()
    await arranging.getByText('раньше начала').waitFor()
    await settled('internship-form')
    await arranging.getByLabel('По какой день').fill('2026-12-31')
    await arranging.getByRole('button', { name: 'Назначить стажировку' }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(await page.getByRole('button', { name: 'Завершить' }).isDisabled()).toBe(true)
    await settled('internship-arranged')

    const own = await stage.enter({ viewport: { width: 390, height: 844 }, colorScheme }, '/my', INTERN)
    await own.page.getByRole('link', { name: title }).click()
    for (const task of ['Посмотреть урок', 'Провести урок']) {
      await own.page.getByRole('checkbox', { name: task }).click()
      await own.page.getByRole('checkbox', { name: task, checked: true, disabled: false }).waitFor()
    }
    await own.page.getByRole('button', { name: 'Записать в журнал' }).click()
    const entry = own.page.getByRole('form', { name: 'Записать в журнал' })
    await entry.getByLabel('Минут').fill('90')
    await entry.getByLabel('Что сделано').fill('Провела урок в лаборатории')
    expect(await violations(own.page)).toEqual([])
    await entry.getByRole('button', { name: 'Сохранить' }).click()
    await own.page.getByText('Всего: 1 ч 30 мин').waitFor()
    expect(await violations(own.page)).toEqual([])
    expect(await overflow(own.page)).toBeLessThanOrEqual(0)
    await shoot(own.page, `internship-own-${width}-${colorScheme}`)
    expect(own.faults).toEqual([])
    await own.page.context().close()

    await page.reload()
    await page.getByRole('button', { name: 'Завершить' }).click()
    await page.getByRole('form', { name: 'Завершить' }).getByRole('button', { name: 'Завершить' }).click()
    await page.getByRole('button', { name: 'Открыть заново' }).waitFor()
    await settled('internship-finished')
    await page.goto(`${new URL(page.url()).origin}/internships?state=finished`)
    await page.getByRole('link', { name: intern }).first().waitFor()
    await settled('internships')
    expect(faults).toEqual([])
    await page.context().close()
  }
})
