import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { addActor, addDistrict } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import type { LoadAnswer } from '../exchange/load.answer.ts'
import { loadFolder } from '../exchange/load.command.ts'
import { registrySheets } from '../exchange/registry.sheets.ts'
import { addValue, faultsOf } from '../people/people.fixture.ts'

const house = await openTestHouse()
const root = await mkdtemp(join(tmpdir(), 'rost-organisations-'))
afterAll(() => rm(root, { recursive: true, force: true }))
const { tenant, code } = await addDistrict(house)
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])

async function load(...lines: readonly string[]): Promise<LoadAnswer> {
  const folder = await mkdtemp(join(root, 'f-'))
  await writeFile(join(folder, 'organisations.xlsx'), lines.join('\n'))
  return await loadFolder(house.services, code, folder, { sheets: registrySheets })
}

const find = async (of: string) =>
  (await methodist.ask('GET', '/api/organisations', { query: { q: of } })).json().items[0]

async function named(population: object): Promise<string[]> {
  const payload = { subject: 'organisation', date: '2025-11-20', population }
  const { names } = (await methodist.ask('POST', '/api/populations/preview', { payload })).json()
  return names.matched.map(({ label }: { label: string }) => label).sort()
}

test('the kind and the shifts of organisations come from the file, and are terms', async () => {
  const head = 'Код;Краткое наименование;Тип;Вид организации;Смен'
  const answer = await load(head, 'Ш1;Школа;школа;;2', 'Ш2;Лицей;школа;Лицей;1', 'Ш3;Иная;школа;нет;0', 'Д1;Сад;ДОУ;-;')
  expect(answer.files[0]).toMatchObject({ accepted: 3, rejected: [{ row: 4, column: 'Смен', code: 'number_range' }] })
  expect(await find('Ш2')).toMatchObject({ kind: { label: 'лицей' }, shifts: 1 })
  expect(await find('Д1')).toMatchObject({ kind: null, shifts: null })
  expect(await named({ term: 'kind', is: ['лицей', 'гимназия'] })).toEqual(['Лицей'])
  expect(await named({ term: 'shifts', from: 2 })).toEqual(['Школа'])

  expect((await load('Код;Краткое наименование;Тип', 'Ш2;Лицей;школа')).files[0]).toMatchObject({ unchanged: 1 })
  expect((await load(head, 'Ш2;Лицей;школа;;')).files[0]).toMatchObject({ updated: 1 })
  expect(await find('Ш2')).toMatchObject({ kind: null, shifts: null })
})

test('they are typed by hand, told in the history and taken back', async () => {
  const category = await addValue(house, tenant, 'category')
  const retired = await addValue(house, tenant, 'organisation_kind')
  await house.services.database.write(tenant, (tx) =>
    tx.updateTable('registry.classifier_value').set({ retired_at: new Date() }).where('id', '=', retired).execute(),
  )
  const add = (kindId: number | null) =>
    methodist.ask('POST', '/api/organisations', {
      payload: { code: 'Р1', name: 'Рука', type: 'school', kindId, shifts: 2 },
    })
  expect(faultsOf(await add(category))).toEqual(['kindId reference_unknown'])
  expect(faultsOf(await add(retired))).toEqual(['kindId value_retired'])
  const kind = await addValue(house, tenant, 'organisation_kind', 'кадетская')
  const added = await add(kind)
  expect(added.json(), added.body).toMatchObject({ kind: { id: kind, label: 'кадетская' }, shifts: 2 })

  const at = `/api/organisations/${added.json().id}`
  const headers = { 'if-match': '"1"', 'accept-language': 'ru' }
  expect((await methodist.ask('PATCH', at, { payload: { kindId: null, shifts: 1 }, headers })).statusCode).toBe(200)
  const [latest] = (await methodist.ask('GET', `${at}/revisions`, { headers })).json().items
  expect(latest.fields).toEqual(
    expect.arrayContaining([
      { field: 'organisationKind', before: 'кадетская', after: null },
      { field: 'shifts', before: '2', after: '1' },
    ]),
  )
  expect((await methodist.ask('POST', `${at}/revisions/${latest.id}/undo`)).statusCode).toBe(204)
  expect((await methodist.ask('GET', at)).json()).toMatchObject({ kind: { id: kind }, shifts: 2 })
})
