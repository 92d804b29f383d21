import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import type { LoadAnswer } from '../exchange/load.answer.ts'
import { type LoadFolderOptions, loadFolder } from '../exchange/load.command.ts'
import { registrySheets } from '../exchange/registry.sheets.ts'
import { expectSpansInOrder, hire, openDistrict, SNILS, type TestDistrict } from './people.fixture.ts'

const house = await openTestHouse()
const { services } = house
const root = await mkdtemp(join(tmpdir(), 'rost-people-'))
afterAll(() => rm(root, { recursive: true, force: true }))

const HEADER = 'Код ОО;Фамилия;Имя;Отчество;Пол;Дата рождения;СНИЛС;Должность;Ставка;Основное место работы;Принят'
type Employed = { readonly id: number; readonly version: number }

const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })

/** A district, the code of its school, and a load of rows of staff there. */
async function openLoading() {
  const district = await openDistrict(house)
  const { tenant, school } = district
  const db = services.database.reader(tenant)
  const { code } = await db
    .selectFrom('registry.organisation')
    .select('code')
    .where('id', '=', school)
    .executeTakeFirstOrThrow()
  const { code: districtCode } = await db
    .selectFrom('registry.district')
    .select('code')
    .where('id', '=', tenant)
    .executeTakeFirstOrThrow()
  const load = async (rows: readonly string[], more: Partial<LoadFolderOptions> = {}): Promise<LoadAnswer> => {
    const folder = await mkdtemp(join(root, 'f-'))
    await writeFile(join(folder, 'staff.xlsx'), [HEADER, ...rows.map((row) => `${code};${row}`)].join('\n'))
    return await loadFolder(services, districtCode, folder, { sheets: registrySheets, ...more })
  }
  return { ...district, load }
}

async function people({ tenant }: Pick<TestDistrict, 'tenant'>) {
  return await services.database
    .reader(tenant)
    .selectFrom('registry.person')
    .select(['id', 'surname', 'birth_on', 'version'])
    .orderBy('id')
    .execute()
}

const ANNA = 'Ёлкина;Анна;Петровна;ж;01.05.1980;;учитель;1;да;01.09.2020'

test('somebody added by hand is known to the next load, by number or by name and birth date', async () => {
  const district = await openLoading()
  const anna = { surname: 'Елкина', givenName: 'АННА', sex: 'female' }
  const numbered = { surname: 'Другая', givenName: 'Нина', snils: SNILS[0] }
  for (const person of [anna, numbered]) expect((await hire(district.methodist, district, person)).statusCode).toBe(201)
  const before = await people(district)
  const answer = await district.load([ANNA, `Новая;Нина;Петровна;;01.05.1980;${SNILS[0]};учитель;1;да;01.09.2020`])
  expect(answer.files[0]).toMatchObject({ accepted: 2, rejected: [] })
  const after = await people(district)
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect(after.map(({ surname }) => surname)).toEqual(['Елкина', 'Новая'])
  await expectSpansInOrder(house, district.tenant)
})

test('the spans of a first load are in order, however far apart the rows of one person stand', async () => {
  const district = await openLoading()
  const nina = (surname: string, more: string) => `${surname};Нина;Петровна;;01.05.1980;${SNILS[0]};${more}`
  // More than are taken over at once.
  const others = Array.from({ length: 2_500 }, (_, at) => `Иная${at};Вера;;;02.03.1970;;учитель;1;да;01.09.2020`)
  const answer = await district.load([
    ...[nina('Прежняя', 'учитель;1;да;01.09.2015'), 'Ёж;Ада;;;01.02.1990;;смотритель;1;да;01.09.2020'],
    ...[...others, nina('Новая', 'методист;0,5;нет;01.09.2018'), 'Ёж;Ада;;;01.02.1990;;учитель;1;нет;01.09.2021'],
  ])
  expect(answer.files[0]).toMatchObject({ accepted: 2_504, unchanged: 0, rejected: [] })
  await expectSpansInOrder(house, district.tenant)
  expect((await people(district))[0]).toMatchObject({ surname: 'Новая' })
  // A file that does not know of the new name, and somebody who types the old one, mean the same person.
  const again = await district.load(['Прежняя;Нина;Петровна;;01.05.1980;;педагог-психолог;0,5;нет;01.09.2022'])
  expect(again.files[0]).toMatchObject({ accepted: 1, rejected: [] })
  expect(await people(district)).toHaveLength(2_502)
  await expectSpansInOrder(house, district.tenant)
  for (const surname of ['Прежняя', 'Новая']) {
    const reply = await hire(district.methodist, district, { surname, givenName: 'Нина' })
    expect(reply.json()).toMatchObject({ status: 409, code: 'person_known' })
  }
})

test('what was corrected by hand stays when the same file comes again', async () => {
  const district = await openLoading()
  await district.load([ANNA])
  const [loaded] = await people(district)
  const payload = { surname: 'Ёлкина-Новая', birthOn: '1980-05-02', sex: null, snils: SNILS[1] }
  const at = `/api/people/${loaded?.id}`
  const changed = await district.methodist.ask('PATCH', at, { payload, ...match(1) })
  expect(changed.statusCode, changed.body).toBe(200)
  expect(changed.json()).toMatchObject({ origin: { row: 2 }, origins: { surname: null, birthOn: null, snils: null } })
  const again = await district.load([ANNA])
  expect(again.files[0]).toMatchObject({ accepted: 1, updated: 0, unchanged: 1 })
  const { version, ...same } = changed.json()
  expect((await district.methodist.ask('GET', at)).json()).toEqual({ ...same, version })
})

test('so does what was corrected by hand of a place of work, until the file says something else', async () => {
  const district = await openLoading()
  const row = `${ANNA.replace('Анна', 'Нина')}`
  await district.load([ANNA, row])
  const at = async (): Promise<Employed> => {
    const [anna] = await people(district)
    const { employments } = (await district.methodist.ask('GET', `/api/people/${anna?.id}`)).json()
    return employments[0]
  }
  const { id, version } = await at()
  const payload = { rate: 0.5, dismissedOn: '2024-06-30' }
  const changed = await district.methodist.ask('PATCH', `/api/employments/${id}`, { payload, ...match(version) })
  expect(changed.statusCode, changed.body).toBe(200)
  const corrected = await at()
  expect(corrected).toMatchObject({ rate: 0.5, dismissedOn: '2024-06-30', origins: { rate: null, dismissedOn: null } })

  const again = await district.load([row.replace(';1;', ';0,25;'), ANNA])
  expect(again.files[0]).toMatchObject({ accepted: 2, updated: 1, unchanged: 1 })
  expect(await at()).toEqual(corrected)

  const newer = await district.load([ANNA.replace(';1;', ';0,75;')])
  expect(newer.files[0]).toMatchObject({ updated: 1 })
  expect(await at()).toMatchObject({ rate: 0.75, dismissedOn: '2024-06-30' })
  await expectSpansInOrder(house, district.tenant)
})

test('a place of work whose first day was corrected by hand is met by the row that brought it, as it is and changed', async () => {
  const district = await openLoading()
  await district.load([ANNA])
  const { methodist } = district
  const places = async () => {
    const [anna] = await people(district)
    return (await methodist.ask('GET', `/api/people/${anna?.id}`)).json().employments
  }
  const [{ id, version }] = await places()
  const moved = await methodist.ask('PATCH', `/api/employments/${id}`, {
    payload: { hiredOn: '2020-09-15' },
    ...match(version),
  })
  expect(moved.statusCode, moved.body).toBe(200)
  expect((await district.load([ANNA])).files[0]).toMatchObject({ accepted: 1, updated: 0, unchanged: 1 })
  expect(await places()).toMatchObject([{ id, hiredOn: '2020-09-15' }])
  const newer = await district.load([ANNA.replace(';1;', ';0,75;')])
  expect(newer.files[0]).toMatchObject({ updated: 1 })
  expect(await places()).toMatchObject([{ id, hiredOn: '2020-09-15', rate: 0.75 }])
  // A file that names both days names two places of work.
  const both = await district.load([ANNA, ANNA.replace('01.09.2020', '15.09.2020')])
  expect(both.files[0]).toMatchObject({ accepted: 2 })
  expect(await places()).toHaveLength(2)
  await expectSpansInOrder(house, district.tenant)
})

test('a place of work removed by hand stays away until the file says something new of it', async () => {
  const district = await openLoading()
  await district.load([ANNA, `${ANNA.replace('учитель', 'методист').replace(';да;', ';нет;')}`])
  const { methodist } = district
  const [anna] = await people(district)
  const places = async () => (await methodist.ask('GET', `/api/people/${anna?.id}`)).json().employments
  const second = (await places()).find((one: { main: boolean }) => !one.main)
  const gone = await methodist.ask('DELETE', `/api/employments/${second.id}`, match(second.version))
  expect(gone.statusCode, gone.body).toBe(204)
  const again = await district.load([ANNA, `${ANNA.replace('учитель', 'методист').replace(';да;', ';нет;')}`])
  expect(again.files[0]).toMatchObject({ accepted: 2, updated: 0, unchanged: 2 })
  expect(await places()).toHaveLength(1)
  const newer = await district.load([ANNA.replace('учитель', 'методист').replace(';1;да;', ';0,5;нет;')])
  expect(newer.files[0]).toMatchObject({ accepted: 1, unchanged: 0 })
  expect(await places()).toHaveLength(2)
  await expectSpansInOrder(house, district.tenant)
})

test('a person changed by hand while a load reads makes it read again', async () => {
  const district = await openLoading()
  await district.load([ANNA])
  const [anna] = await people(district)
  let isChanged = false
  await district.load([ANNA.replace('учитель', 'методист')], {
    async onProgress({ state }) {
      if (isChanged || state !== 'taking') return
      isChanged = true
      const payload = { birthOn: '1981-01-01' }
      const reply = await district.methodist.ask('PATCH', `/api/people/${anna?.id}`, { payload, ...match(1) })
      expect(reply.statusCode).toBe(200)
    },
  })
  expect(isChanged).toBe(true)
  // The row means nobody known any more: it brings somebody.
  expect((await people(district)).map(({ birth_on }) => birth_on)).toEqual(['1981-01-01', '1980-05-01'])
  await expectSpansInOrder(house, district.tenant)
})

test('a merged position is known to the next load by its old name', async () => {
  const district = await openLoading()
  const row = ANNA.replace('учитель', 'учит. нач. классов')
  expect((await district.load([row])).files[0]?.warnings).toMatchObject([{ code: 'position_unclassified' }])
  const { items } = (await district.methodist.ask('GET', '/api/positions?pedagogical=unknown')).json()
  const merged = await district.methodist.ask('POST', `/api/positions/${items[0].id}/merge`, {
    payload: { into: district.position('учитель') },
    ...match(1),
  })
  expect(merged.statusCode, merged.body).toBe(201)
  const again = await district.load([row])
  expect(again.files[0]).toMatchObject({ accepted: 1, unchanged: 1, warnings: [] })
  await expectSpansInOrder(house, district.tenant)
})
