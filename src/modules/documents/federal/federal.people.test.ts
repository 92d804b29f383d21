/** What the federal register was told of somebody follows their card, and goes with them. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { rowsOfWorkbook } from '../../../../test/harness/workbook.ts'
import { makeTellingDistrict } from './federal.fixture.ts'

const house = await openTestHouse()
const { tenant, methodist, addTeacher, give, fill, giveWhole } = await makeTellingDistrict(house)
const db = house.services.database.reader(tenant)

const ask = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, version?: number) => {
  const headers = version === undefined ? {} : { 'if-match': `"${version}"` }
  const reply = await methodist.ask(method, url, { headers, ...(payload !== undefined && { payload }) })
  expect([200, 201], reply.body).toContain(reply.statusCode)
  return reply
}
await ask(
  'PUT',
  '/api/federal/rule',
  {
    ...{ days: 20, citizenship: '643', studyForm: 'in_person', funding: 'budget' },
    ...{ field: 'Образование и наука', group: null },
  },
  0,
)

/** The file of all that is whole now. */
const tell = async (): Promise<number> => (await ask('POST', '/api/federal/files')).json().files[0].id
const told = async (file: number): Promise<unknown[]> => {
  const reply = await ask('POST', `/api/federal/files/${file}/take`, { reason: 'выгрузка в ФИС ФРДО' })
  return (await rowsOfWorkbook(reply.rawPayload)).slice(1)
}
const kept = async (table: 'learner' | 'federal_row', person: number): Promise<object[]> =>
  (await sql<object>`select * from ${sql.table(`documents.${table}`)} where person_id = ${person}`.execute(db)).rows
const versionOf = async (person: number): Promise<number> => (await ask('GET', `/api/people/${person}`)).json().version

test('two cards of one person become one: what was told, what is due and what was filled in are hers', async () => {
  const gone = await giveWhole('Двойникова')
  const file = await tell()
  const before = await told(file)
  const person = await addTeacher('Двойникова')
  const waiting = await give(person)
  await fill(waiting, { education: 'secondary', diplomaSurname: 'Прежняя', diplomaNumber: '7' })
  await ask(
    'POST',
    `/api/people/${person}/merge`,
    { gone: gone.person, version: await versionOf(gone.person) },
    await versionOf(person),
  )

  expect(await kept('federal_row', gone.person)).toEqual([])
  expect(await kept('federal_row', person)).toHaveLength(1)
  expect(await kept('learner', gone.person)).toEqual([])
  expect(await kept('learner', person)).toMatchObject([{ education: 'secondary', diploma_surname: 'Прежняя' }])
  // Told once, it is as it was told; and the other document has the СНИЛС now.
  expect(await told(file)).toEqual(before)
  const { items } = (await ask('GET', '/api/federal/due')).json()
  expect(items).toMatchObject([{ id: waiting, personId: person, lacks: [] }])
})

test('who is erased is in no row: what was told stays as a number, the file has nothing of them', async () => {
  const { id, person, snils, surname } = await giveWhole('Уходящева')
  const file = await tell()
  expect(JSON.stringify(await told(file))).toContain(surname)
  const { rows } = (await ask('GET', `/api/federal/files/${file}`)).json()
  const row = rows.find(({ documentId }: { documentId: number }) => documentId === id)
  await ask('POST', `/api/federal/files/${file}/answers`, {
    ...{ rows: [row.id], answer: 'refused', word: `Уходящева: неверный СНИЛС ${snils}` },
  })
  await house.services.database.write(tenant, async (tx) => {
    await sql`update registry.employment set dismissed_on = '2026-06-30' where person_id = ${person}`.execute(tx)
    await sql`select registry.rebuild_spans(array[${person}]::bigint[])`.execute(tx)
  })
  const teacher = await addActor(house, [{ tenant, role: 'teacher', person }])
  const department = await addActor(house, [{ tenant, role: 'department' }])
  const asked = await teacher.ask('POST', '/api/me/personal-data-requests', {
    payload: { kind: 'erasure', words: 'удалите меня' },
  })
  const address = `/api/personal-data/requests/${asked.json().id}/erasure`
  await ask('POST', address, { surname }, 1)
  const erased = await department.ask('POST', address, { payload: { surname }, headers: { 'if-match': '"2"' } })
  expect(erased.json(), erased.body).toEqual({ erased: true })

  expect(await kept('learner', person)).toEqual([])
  expect(await kept('federal_row', person)).toEqual([])
  const { rows: left } = await sql`select cells, word, answer from documents.federal_row where id = ${row.id}`.execute(
    db,
  )
  expect(left).toEqual([{ cells: null, word: '—', answer: 'refused' }])
  const [after] = (await ask('GET', `/api/federal/files/${file}`)).json().rows
  expect(JSON.stringify(after)).not.toContain(surname)
  expect(JSON.stringify(await told(file))).not.toContain(surname)
  // Without them the register takes nothing: it is not due again.
  expect((await ask('GET', '/api/federal/due')).json().items.map((one: { id: number }) => one.id)).not.toContain(id)
})
