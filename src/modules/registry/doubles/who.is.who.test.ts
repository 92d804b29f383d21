import { expect, test } from 'vitest'
import { addActor, addDistrict, type Person } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import { ORGANISATIONS, openLoads, STAFF } from '../loads/loads.fixture.ts'
import { SNILS } from '../people/people.fixture.ts'
import type { Double } from './doubles.contract.ts'

const house = await openTestHouse({ work: true })
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
const { at, load } = openLoads(house, seeds)

const row = (surname: string, given: string, snils = '', rest = 'учитель;1;да;01.09.2010') =>
  `Ш1;${surname};${given};Петровна;01.05.1980;${snils};${rest}\n`
const staff = (...rows: string[]) => ({ 'organisations.xlsx': ORGANISATIONS, 'staff.xlsx': STAFF + rows.join('') })
const people = async (who: Person = at.methodist) => (await who.ask('GET', '/api/people?sort=name')).json().items
const doubles = async (who: Person = at.methodist): Promise<Double[]> =>
  (await who.ask('GET', '/api/doubles')).json().items

test('namesakes born on one day are two by their numbers; a row that does not say which is not taken', async () => {
  const loaded = await load(
    staff(row('Ким', 'Анна', SNILS[0]), row('Ким', 'Анна', SNILS[1], 'методист;1;да;01.09.2012')),
  )
  expect(loaded.waitingRows).toBe(0)
  expect(await people()).toHaveLength(2)
  const again = await load({ 'staff.xlsx': STAFF + row('Ким', 'Анна', '', 'педагог-психолог;1;нет;01.09.2020') })
  expect(again.answer.files[0].rejected).toMatchObject([{ code: 'person_ambiguous' }])
  // Two numbers speak against it: they are never taken for one by themselves.
  for (const { is, reasons } of await doubles())
    expect([is, reasons.includes('two_numbers')]).toEqual(['possible', true])
  expect(await people()).toHaveLength(2)
})

test('twins at one school are two cards, and nobody proposes to merge them', async () => {
  await load(staff(row('Львова', 'Дарья'), row('Львова', 'Мария')))
  expect((await people()).map(({ givenName }: { givenName: string }) => givenName)).toEqual(['Дарья', 'Мария'])
  expect(await doubles()).toEqual([])
})

test('a surname that changed is one card, known by both; without a number it is proposed', async () => {
  await load(staff(row('Белова', 'Анна', SNILS[0]), row('Чернова', 'Ольга')))
  await load({ 'staff.xlsx': STAFF + row('Орлова', 'Анна', SNILS[0]) })
  expect((await people()).map(({ surname }: { surname: string }) => surname)).toEqual(['Орлова', 'Чернова'])
  const learning =
    'Фамилия;Имя;Отчество;Дата рождения;Программа;Вид;Форма;Провайдер;Часов;Начало;Окончание\n' +
    'Белова;Анна;Петровна;01.05.1980;Курс;повышение квалификации;очная;Центр;36;01.02.2024;20.02.2024\n'
  expect((await load({ 'learning.csv': learning })).answer.files[0]).toMatchObject({ accepted: 1, rejected: [] })

  await load({ 'staff.xlsx': STAFF + row('Снегова', 'Ольга') })
  const pairs = await doubles()
  expect(pairs.map(({ first, second }) => [first.surname, second.surname].sort())).toEqual([['Снегова', 'Чернова']])
  expect(pairs[0]?.reasons).toContain('other_surname')
})

test('somebody in two districts has a card in each, and neither sees the other', async () => {
  await load(staff(row('Ким', 'Анна', SNILS[0])))
  const { tenant } = await addDistrict(house, { seeds })
  const other = await addActor(house, [{ tenant, role: 'methodist' }])
  const payload = new FormData()
  for (const [name, content] of Object.entries(staff(row('Ким', 'Анна', SNILS[0])))) {
    payload.append('file', new File([Buffer.from(content)], name))
  }
  const begun = await other.ask('POST', '/api/loads', { payload })
  const state = async () => (await other.ask('GET', `/api/loads/${begun.json().id}`)).json().state
  await expect.poll(state, { timeout: 60_000, interval: 100 }).toBe('done')
  const [[one], [same]] = [await people(), await people(other)]
  expect(same.id).not.toBe(one.id)
  expect([await doubles(), await doubles(other)]).toEqual([[], []])
  for (const [who, stranger] of [
    [at.methodist, same],
    [other, one],
  ] as const) {
    expect((await who.ask('GET', `/api/people/${stranger.id}`)).statusCode).toBe(404)
    const pair = `/api/doubles/pair?first=${one.id}&second=${same.id}`
    expect((await who.ask('GET', pair)).statusCode).toBe(404)
  }
})
