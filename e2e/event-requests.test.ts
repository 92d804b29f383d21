import { expect, test } from 'vitest'
import { looks, openStage, overflow, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })
const HEAD = 'head@example.org'

test.each(looks([[390, 'light']], [[1440, 'dark']]))(
  'a school asks for an event on a phone, the centre asks back and plans it: %i, %s',
  async (width, colorScheme) => {
    const viewport = { width, height: 900 }
    const title = `Трудные родители ${width}`
    const settledOf =
      (of: typeof page) =>
      async (name: string): Promise<void> => {
        expect(await violations(of), name).toEqual([])
        expect(await overflow(of), name).toBeLessThanOrEqual(0)
        await shoot(of, `event-requests-${name}-${width}-${colorScheme}`)
      }
    const school = await stage.enter({ viewport, colorScheme }, '/event-requests', HEAD)
    const { page } = school
    const settled = settledOf(page)
    await page.getByText('Заявок пока нет').or(page.getByRole('table')).first().waitFor()
    await settled('empty')
    await page.getByRole('link', { name: 'Подать заявку' }).click()
    const form = page.getByRole('form', { name: 'Заявка на мероприятие' })
    await form.getByLabel('Удобно с').fill('2199-03-10')
    await form.getByLabel('и по').fill('2199-03-01')
    await form.getByLabel('О чём мероприятие').fill(title)
    await form.getByRole('button', { name: 'Отправить центру' }).click()
    await form.getByText('раньше начала').waitFor()
    await form.getByLabel('и по').fill('2199-03-31')
    await form.getByLabel('Для кого и чем поможет').fill('Молодым классным руководителям: как говорить о двойке')
    await form.getByLabel('Сколько придёт').fill('12')
    await settled('ask')
    await form.getByRole('button', { name: 'Отправить центру' }).click()
    await page.getByText('ждёт ответа центра').waitFor()
    await settled('asked')
    const request = page.url()
    expect(school.faults).toEqual([])

    const centre = await stage.enter({ viewport, colorScheme }, '/event-requests?state=asked')
    await centre.page.getByRole('link', { name: title }).waitFor()
    await centre.page.locator('tbody .rost-check').first().check()
    await centre.page.getByRole('button', { name: /Ответить мероприятием на 1 заявку/ }).click()
    await centre.page.getByRole('combobox', { name: 'Мероприятие' }).waitFor()
    await settledOf(centre.page)('inbox')
    await centre.page.goto(request)
    await centre.page.getByRole('button', { name: 'Вернуть с вопросом' }).click()
    await centre.page.getByLabel('Что уточнить').fill('Сколько раз встретиться?')
    await settledOf(centre.page)('return')
    await centre.page.getByRole('button', { name: 'Вернуть с вопросом' }).click()
    await centre.page.getByText('центр просит уточнить').waitFor()

    await page.goto(request)
    await page.getByRole('link', { name: 'Уточнить' }).click()
    const correction = page.getByRole('form', { name: 'Уточнить заявку' })
    await correction.getByLabel('Для кого и чем поможет').fill('Одной встречи довольно')
    await settled('correction')
    await correction.getByRole('button', { name: 'Отправить центру' }).click()
    await page.getByText('ждёт ответа центра').waitFor()

    await centre.page.goto(request)
    await centre.page.getByRole('button', { name: 'Запланировать мероприятие' }).click()
    const plan = centre.page.getByRole('form', { name: 'Запланировать мероприятие' })
    await plan.getByRole('combobox', { name: 'Форма' }).click()
    await centre.page.getByRole('option').first().click()
    await plan.getByRole('combobox', { name: 'Кто проводит' }).click()
    await centre.page.getByRole('option').first().click()
    expect(await plan.getByLabel('День').inputValue()).toBe('2199-03-10')
    await settledOf(centre.page)('plan')
    await plan.getByRole('button', { name: 'Запланировать мероприятие' }).click()
    await centre.page.getByText('мероприятие запланировано').first().waitFor()
    await centre.page.getByRole('link', { name: title }).waitFor()
    await settledOf(centre.page)('planned')
    await centre.page.getByRole('link', { name: title }).click()
    await centre.page.getByRole('link', { name: 'по запросу' }).click()
    await centre.page.getByRole('link', { name: 'Показать заявки на все мероприятия' }).waitFor()
    await centre.page.getByText('1–1 из 1').waitFor()
    await settledOf(centre.page)('of-event')
    expect(centre.faults).toEqual([])
    await centre.page.context().close()

    await page.goto(request)
    await page.getByText('готовится').waitFor()
    expect(school.faults).toEqual([])
    await page.context().close()

    const english = await stage.enter({ viewport, colorScheme, locale: 'en-GB' }, '/event-requests')
    await english.page.getByText('an event is planned').first().waitFor()
    await settledOf(english.page)('english')
    await english.page.goto(request)
    await english.page.getByRole('button', { name: 'Detach the event' }).waitFor()
    await settledOf(english.page)('english-card')
    await english.page.context().close()
  },
)
