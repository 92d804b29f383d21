import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, employ, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { personalData } from '../../../personal-data.ts'

const house = await openTestHouse()
const { services } = house
const { tenant } = await addDistrict(house)
const school = await addOrganisation(house, tenant)
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])

async function addTeacher(surname = unique('Фамилия')) {
  const person = await addPerson(house, tenant, surname)
  await employ(house, tenant, { person, organisation: school })
  return { person, surname, actor: await addActor(house, [{ tenant, role: 'teacher', person }]) }
}

type Row = Readonly<Record<string, unknown>>
const copy = async ({ actor }: Awaited<ReturnType<typeof addTeacher>>) => {
  const reply = await actor.ask('GET', '/api/me/personal-data?format=json')
  expect(reply.statusCode, reply.body).toBe(200)
  const { tables, snils } = reply.json()
  const rows = new Map<string, Row[]>(tables.map((one: { table: string; rows: Row[] }) => [one.table, one.rows]))
  return { rows, snils, body: reply.body }
}

test('every table of the register is in it, and of others nothing', async () => {
  const [mine, other] = [await addTeacher(), await addTeacher()]
  await methodist.ask('PATCH', `/api/people/${mine.person}`, {
    payload: { snils: '112-233-445 95', patronymic: 'Ивановна' },
    headers: { 'if-match': '"1"' },
  })
  const { rows, snils, body } = await copy(mine)
  expect([...rows.keys()].sort()).toEqual(personalData.flatMap(({ tables }) => Object.keys(tables)).sort())
  expect(rows.get('registry.person')).toMatchObject([{ surname: mine.surname, birth_on: '1980-05-01' }])
  expect(rows.get('registry.employment')).toMatchObject([
    { organisation_id: expect.stringContaining('Школа'), position_id: expect.stringMatching(/учитель/i), rate: 1 },
  ])
  expect(rows.get('registry.revision')).toMatchObject([{ after: { patronymic: 'Ивановна' } }])
  expect(snils).toBe('112-233-445 95')
  // Neither sealed nor hashed numbers, nor anybody else.
  expect(body).not.toMatch(/\\\\x[0-9a-f]{8}|snils_hash"\s*:/)
  expect(body).not.toContain(other.surname)
})

test('what is of an organisation with the same number is not of the person', async () => {
  const { person, ...teacher } = await addTeacher()
  await services.database.write(tenant, async (tx) => {
    const indicator = await sql<{
      id: number
    }>`insert into indicators.indicator (code) values (${unique('x')}) returning id`.execute(tx)
    const definition = await sql<{ id: number }>`
      insert into indicators.definition (indicator_id, version, title_ru, title_en, body, valid_from)
      values (${indicator.rows[0]?.id}, 1, 'x', 'x', '{"subject":"organisation"}', '2020-01-01') returning id`.execute(
      tx,
    )
    const snapshot = await sql<{ id: number }>`
      insert into indicators.snapshot (on_date, title) values ('2025-12-31', 'x') returning id`.execute(tx)
    await sql`insert into indicators.snapshot_member
      (snapshot_id, definition_id, on_date, role, subject_id, counted, organisation_id)
      values (${snapshot.rows[0]?.id}, ${definition.rows[0]?.id}, '2025-12-31', 'of', ${person}, true, ${school})`.execute(
      tx,
    )
  })
  expect((await copy({ person, ...teacher })).rows.get('indicators.snapshot_member')).toEqual([])
})

test('to be read: a page that shows what was typed as it was typed', async () => {
  const teacher = await addTeacher('<b>Иванова</b>')
  const reply = await teacher.actor.ask('GET', '/api/me/personal-data')
  expect(reply.headers['content-type']).toMatch(/^text\/html/)
  expect(reply.headers['content-disposition']).toMatch(/attachment; filename="my-data-.*\.html"/)
  expect(reply.body).toContain('&lt;b&gt;Иванова&lt;/b&gt;')
  expect(reply.body).not.toContain('<b>')
})
