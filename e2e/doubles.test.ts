import { expect, test } from 'vitest'
import { addActor } from '../test/harness/actors.ts'
import { looks, openStage, overflow, shoot, violations } from './browser.ts'

const stage = openStage({ withData: true })

/** Somebody of the district once more, with a letter too many in the surname. */
async function addTwice(): Promise<string> {
  const house = stage.house()
  const { id: tenant } = await house.services.database
    .reader(null)
    .selectFrom('registry.district')
    .select('id')
    .executeTakeFirstOrThrow()
  const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
  const employment = { organisationId: 0, positionId: 0, hiredOn: '2020-09-01', rate: 1, main: true }
  const [organisations, positions] = await Promise.all([
    methodist.ask('GET', '/api/organisations?size=2'),
    methodist.ask('GET', '/api/positions?q=учитель&size=1'),
  ])
  const anna = { givenName: 'Анна', patronymic: 'Львовна', birthOn: '1985-03-08', sex: 'female' }
  for (const [at, surname] of ['Двойникова', 'Двойникоова'].entries()) {
    const place = {
      ...employment,
      organisationId: organisations.json().items[at].id,
      positionId: positions.json().items[0].id,
    }
    const reply = await methodist.ask('POST', '/api/people', { payload: { ...anna, surname, employment: place } })
    expect(reply.statusCode, reply.body).toBe(201)
  }
  return 'Двойникова Анна Львовна'
}

test('two cards of one person become one, and are parted again', async () => {
  const name = await addTwice()
  const { page, faults, address } = await stage.enter()
  await page.goto(`${address}/people/doubles`)
  const pair = page.getByRole('region', { name })
  await pair.getByText('фамилии отличаются на букву').waitFor()
  for (const width of looks([390, 1440], [768])) {
    await page.setViewportSize({ width, height: 900 })
    expect(await violations(page)).toEqual([])
    expect(await overflow(page), `${width}`).toBeLessThanOrEqual(0)
    await shoot(page, `doubles-${width}`)
  }

  await pair.getByRole('radio', { name: 'Двойникоова', exact: false }).check()
  await pair.getByRole('button', { name: 'Это один человек: объединить' }).click()
  const merged = page.getByRole('table').filter({ hasText: 'Объединена с ней' })
  await merged.getByRole('link', { name: 'Двойникоова Анна Львовна' }).waitFor()
  await pair.waitFor({ state: 'detached' })
  await shoot(page, 'doubles-merged')

  await merged.getByRole('button', { name: /^Разъединить/ }).click()
  await merged.getByText('разъединены').waitFor()
  await page.goto(`${address}/people?q=${encodeURIComponent('Двойник')}`)
  await page.getByRole('link', { name, exact: true }).waitFor()
  await page.getByRole('link', { name: 'Двойникоова Анна Львовна' }).waitFor()

  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('link', { name: 'Сравнить с другой карточкой' }).click()
  await page.getByLabel('Фамилия, имя или отчество во второй карточке').fill('двойник')
  await page.getByRole('button', { name: 'Двойникоова Анна Львовна, 08.03.1985' }).click()
  expect(await violations(page)).toEqual([])
  await pair.getByRole('button', { name: 'Это один человек: объединить' }).click()
  await page.getByText('Карточки объединены').waitFor()
  await page.getByRole('button', { name: 'Вернуть как было' }).click()
  await pair.waitFor()
  expect(faults).toEqual([])
})
