import { expect, test } from 'vitest'
import { addActor } from '../test/harness/actors.ts'
import { looks, openStage, overflow, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })

/** Somebody with two places of work, of which one is a namesake's. */
async function addTwoOnOne(): Promise<number> {
  const house = stage.house()
  const { id: tenant } = await house.services.database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .executeTakeFirstOrThrow()
  const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
  const [organisations, positions] = await Promise.all([
    methodist.ask('GET', '/api/organisations?size=2'),
    methodist.ask('GET', '/api/positions?q=учитель&size=1'),
  ])
  const place = (at: number, hiredOn: string) => ({
    organisationId: organisations.json().items[at].id,
    positionId: positions.json().items[0].id,
    ...{ hiredOn, rate: 1, main: at === 0 },
  })
  const anna = {
    surname: 'Однокартова',
    givenName: 'Анна',
    patronymic: 'Львовна',
    birthOn: '1985-03-08',
    sex: 'female',
  }
  const reply = await methodist.ask('POST', '/api/people', { payload: { ...anna, employment: place(0, '2020-09-01') } })
  expect(reply.statusCode, reply.body).toBe(201)
  const second = await methodist.ask('POST', `/api/people/${reply.json().id}/employments`, {
    payload: place(1, '2021-09-01'),
  })
  expect(second.statusCode, second.body).toBe(201)
  return reply.json().id
}

test('a card of two people is split: what goes is seen before, and it is made one again', async () => {
  const id = await addTwoOnOne()
  const { page, faults, address } = await stage.enter()
  await page.goto(`${address}/people/${id}`)
  await page.getByRole('link', { name: 'Здесь два человека' }).click()
  const records = page.getByRole('group', { name: 'Места работы' })
  const second = records.getByRole('checkbox', { name: /учитель/ }).first()
  await second.waitFor()
  await page.getByText('Отметьте хотя бы одну запись').waitFor()

  await page.getByLabel('Фамилия').fill('Однокартова')
  await page.getByLabel('Имя', { exact: false }).first().fill('Алла')
  await page.getByLabel('Дата рождения').fill('1991-02-07')
  await second.check()
  const goes = page.getByRole('region', { name: 'Однокартова Алла' })
  await goes.getByText('Переходит: 1 запись').waitFor()
  await page.getByRole('region', { name: 'Однокартова Анна Львовна' }).getByText('Остаётся: 1 запись').waitFor()
  for (const width of looks([390, 1440], [768])) {
    await page.setViewportSize({ width, height: 900 })
    expect(await violations(page)).toEqual([])
    expect(await overflow(page), `${width}`).toBeLessThanOrEqual(0)
    await shoot(page, `split-${width}`)
  }
  // What is ticked and typed outlives a reload.
  await page.reload()
  await goes.getByText('Переходит: 1 запись').waitFor()
  await page.getByRole('button', { name: 'Разделить карточку' }).click()
  await page.getByText('Карточка разделена на две').waitFor()
  expect(await page.getByRole('article').count()).toBe(1)

  await page.goto(`${address}/people/doubles`)
  const splits = page.getByRole('table').filter({ hasText: 'Выделен человек' })
  await splits.getByRole('link', { name: 'Однокартова Алла' }).waitFor()
  expect(await violations(page)).toEqual([])
  await splits.getByRole('button', { name: 'Вернуть в одну карточку: Однокартова Алла' }).click()
  await splits.getByText('снова одна').waitFor()
  await page.goto(`${address}/people/${id}`)
  await page.getByRole('article').nth(1).waitFor()
  expect(faults).toEqual([])
})
