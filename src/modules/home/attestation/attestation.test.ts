import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, employ } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'

const house = await openTestHouse()
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
const { tenant } = await addDistrict(house, { seeds })
const school = await addOrganisation(house, tenant)

async function addTeacher(surname: string) {
  const person = await addPerson(house, tenant, surname)
  await employ(house, tenant, { person, organisation: school })
  return { person, actor: await addActor(house, [{ tenant, role: 'teacher', person }]) }
}

const teacher = await addTeacher('Верескова')
const colleague = await addTeacher('Полевая')
const head = await addActor(house, [{ tenant, role: 'head', organisation: school }])

/** A seminar of last month at which somebody spoke, and a colleague mentored since three years. */
await house.services.database.write(tenant, async (tx) => {
  await sql`
    with kind as (
      insert into registry.classifier_value (kind, key, label) values ('event_kind', 'семинар по чтению', 'Семинар по чтению')
      returning id),
    held as (
      insert into activities.event (code, code_key, title, kind_id, held_on, organiser_id, level)
      select 'М-1', 'м-1', 'Чтение в начальной школе', kind.id, current_date - 30, ${school}, 'district' from kind returning id)
    insert into activities.speaker (event_id, person_id, topic) select id, ${teacher.person}, 'Читаем вслух' from held`.execute(
    tx,
  )
  await sql`insert into mentoring.pair (mentor_id, mentee_id, from_on)
    values (${teacher.person}, ${colleague.person}, current_date - 1000)`.execute(tx)
})

const partsOf = async (who: typeof teacher, query = '') => {
  const reply = await who.actor.ask('GET', `/api/my/attestation${query}`)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}

test('a talk and a pair stand where a commission looks for them, each with where it comes from', async () => {
  const folder = await partsOf(teacher)
  expect(folder).toMatchObject({ aim: 'first', category: null })
  const contribution = folder.parts.find((part: { code: string }) => part.code === 'contribution')
  expect(contribution.facts).toMatchObject([
    { term: 'spoke', label: 'Чтение в начальной школе: Читаем вслух', source: null },
    { term: 'mentors', lasting: true },
  ])
  expect((await partsOf(colleague)).parts.flatMap((part: { facts: object[] }) => part.facts)).toEqual([])
  const english = await teacher.actor.ask('GET', '/api/my/attestation?aim=mentor', {
    headers: { 'accept-language': 'en' },
  })
  expect(english.json().parts.map((part: { title: string }) => part.title)).toContain('Mentoring of pedagogues')
})

test('the paper holds the same; taking it away stands in the journal', async () => {
  const reply = await teacher.actor.ask('GET', '/api/my/attestation/document?aim=highest')
  expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200)
  const text = new TextDecoder().decode(unzipSync(reply.rawPayload)['word/document.xml'])
  for (const said of ['Верескова', 'на высшую квалификационную категорию', 'Читаем вслух', 'решает педагог'])
    expect(text).toContain(said)
  expect(text).toContain('Полевая')
  const { rows } = await sql<{ action: string }>`
    select action from platform.journal where tenant_id = ${tenant} order by id desc limit 1`.execute(
    house.services.database.reader(tenant),
  )
  expect(rows).toEqual([{ action: 'getAttestationDocument' }])
})

test('it is of oneself alone, and for an aim there is', async () => {
  expect((await head.ask('GET', '/api/my/attestation')).statusCode).toBe(403)
  expect((await teacher.actor.ask('GET', '/api/my/attestation?aim=tsar')).statusCode).toBe(422)
})
