import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { personRecords } from '../../../modules.ts'
import { sheets } from '../../../sheets.ts'
import { expectSpansInOrder, SNILS } from '../people/people.fixture.ts'
import { allRows, BORN, course, type Folder, openTwice, PETROVA } from './doubles.fixture.ts'
import { allRecords } from './person.records.ts'
import { findBelongings } from './records.repo.ts'
import type { RecordsOfPerson } from './splits.contract.ts'

const house = await openTestHouse()

const OLEG = 'Ким;Олег;;01.02.1970;'

/** Two women of one name on one card: a teacher, and a methodist of another school. */
const ONE_CARD: Folder = {
  staff: [
    `Ш1;${PETROVA};ж;${BORN};${SNILS[0]};учитель;1;да;01.09.2010;высшая`,
    `Ш2;${PETROVA};ж;${BORN};${SNILS[0]};методист;0,5;нет;01.09.2015;`,
    'Ш1;Ким;Олег;;м;01.02.1970;;учитель;1;да;01.09.2000;',
  ],
  learning: [course(PETROVA, 'Первая', '1'), course(PETROVA, 'Вторая', '2')],
  mentoring: [`${OLEG};${PETROVA};${BORN};;01.10.2024`],
}
const MARINA = { surname: 'Петрова', givenName: 'Марина', patronymic: 'Игоревна', birthOn: '1991-02-07' }

async function openOneCard() {
  const district = await openTwice(house, sheets, ONE_CARD)
  const { methodist, tenant } = district
  const { id, version } = await district.card('Петрова')
  const rows = () => allRows(house, tenant)
  const records = async (): Promise<RecordsOfPerson> => (await methodist.ask('GET', `/api/people/${id}/records`)).json()
  const recordOf = async (label: string) => {
    const { kinds } = await records()
    const found = kinds.flatMap(({ of, records }) =>
      records.flatMap((one) => (one.label.includes(label) ? [{ of, ids: [one.id] }] : [])),
    )
    expect(found, label).toHaveLength(1)
    return found[0] ?? expect.unreachable()
  }
  const split = async (payload: object) =>
    await methodist.ask('POST', `/api/people/${id}/split`, { payload, headers: { 'if-match': `"${version}"` } })
  const undo = async (split: number) => await methodist.ask('POST', `/api/splits/${split}/undo`)
  return { ...district, id, version, rows, records, recordOf, split, undo }
}

test('all that a card holds is told by its kind, each record with its day and the row it comes from', async () => {
  const { id, version, records, methodist, head } = await openOneCard()
  const { person, kinds } = await records()
  expect(person).toMatchObject({ id, version, surname: 'Петрова', birthOn: '1980-05-03', hasNumber: true })
  expect(kinds).toMatchObject([
    {
      of: 'registry.employment.person_id',
      title: 'Места работы',
      records: [
        { label: 'методист, Ш2 Школа 2', on: '2015-09-01', until: null, origin: { file: 'staff.xlsx', row: 3 } },
        { label: 'учитель, Ш1 Школа 1', on: '2010-09-01', until: null, origin: { file: 'staff.xlsx', row: 2 } },
      ],
      total: 2,
    },
    {
      of: 'activities.learning.person_id',
      title: 'Обучение',
      records: [
        { label: 'Вторая, Центр', on: '2024-02-01', until: '2024-02-20', origin: { file: 'learning.csv', row: 3 } },
        { label: 'Первая, Центр', origin: { file: 'learning.csv', row: 2 } },
      ],
    },
    { of: 'mentoring.pair.mentee_id', title: 'Наставники', records: [{ label: 'Ким Олег', on: '2024-10-01' }] },
  ])
  expect(kinds).toHaveLength(3)
  const english = await methodist.ask('GET', `/api/people/${id}/records`, { headers: { 'accept-language': 'en' } })
  expect(english.json().kinds.map(({ title }: { title: string }) => title)).toContain('Mentors')
  expect((await head.ask('GET', `/api/people/${id}/records`)).statusCode).toBe(403)
  expect((await methodist.ask('GET', '/api/people/999999/records')).statusCode).toBe(404)
})

test('whatever belongs to people is declared, so that the page can name it', async () => {
  const { tenant } = await openOneCard()
  const held = await findBelongings(house.services.database.reader(tenant))
  const declared = allRecords(sheets, personRecords).map(({ table, column }) => `${table}.${column}`)
  expect(held.map(({ table, column }) => `${table}.${column}`).filter((one) => !declared.includes(one))).toEqual([])
})

test('one of two people gets a card of their own with the records that are named', async () => {
  const { tenant, db, load, doubles, school, id, rows, recordOf, split } = await openOneCard()
  const before = await rows()
  for (const wrong of [
    [{ of: 'registry.employment.person_id', ids: [999_999] }],
    [{ of: 'registry.organisation.id', ids: [school] }],
  ]) {
    expect((await split({ person: MARINA, records: wrong })).statusCode).toBe(422)
  }
  expect(await rows()).toEqual(before)

  const methodical = await recordOf('методист')
  const reply = await split({ person: MARINA, records: [methodical, await recordOf('Вторая')] })
  expect(reply.statusCode, reply.body).toBe(201)
  const parted = reply.json()
  expect(parted.moved).toBe(2)
  const moved = await db.selectFrom('registry.employment').select('id').where('person_id', '=', parted.id).execute()
  expect(moved.map((one) => one.id)).toEqual(methodical.ids)
  await expectSpansInOrder(house, tenant)
  expect(await doubles()).toEqual([])

  // A file that says right who is meant finds both.
  const right = (row = '') =>
    row.replaceAll(PETROVA, 'Петрова;Марина;Игоревна').replaceAll(BORN, '07.02.1991').replaceAll(SNILS[0], '')
  const answer = await load({
    staff: [ONE_CARD.staff[0] ?? '', right(ONE_CARD.staff[1]).replace(';ж;', ';;')],
    learning: [ONE_CARD.learning?.[0] ?? '', right(ONE_CARD.learning?.[1])],
  })
  expect(answer.files.flatMap(({ rejected }) => rejected)).toEqual([])
  expect(await db.selectFrom('registry.employment').select('id').execute()).toHaveLength(3)
  expect(id).not.toBe(parted.id)
})

test.each([false, true])('undone, it is the card it was (the number went along: %s)', async (takesNumber) => {
  const { rows, recordOf, split, undo, methodist, id, version, load } = await openOneCard()
  const before = await rows()
  const records = [await recordOf('методист'), await recordOf('Ким Олег')]
  const parted = (await split({ person: MARINA, takesNumber, records })).json()
  const listed = await methodist.ask('GET', `/api/splits?person=${id}`)
  expect(listed.json()).toMatchObject({
    items: [
      {
        id: parted.split,
        kept: { id, name: 'Петрова Мария Ивановна' },
        parted: { id: parted.id, name: 'Петрова Марина Игоревна', birthOn: '1991-02-07' },
        moved: 2,
        undone: false,
      },
    ],
    total: 1,
  })
  const undone = await undo(parted.split)
  expect(undone.statusCode, undone.body).toBe(201)
  expect(undone.json()).toMatchObject({ undone: true })
  expect(await rows()).toEqual(before)
  expect((await methodist.ask('GET', `/api/people/${parted.id}`)).statusCode).toBe(404)
  expect((await methodist.ask('GET', `/api/people/${id}`)).json().version).toBeGreaterThan(version)
  expect((await undo(parted.split)).json()).toMatchObject({ code: 'undone_already' })
  const again = await load(ONE_CARD)
  expect(again.files.map(({ accepted, unchanged }) => accepted - unchanged)).toEqual([0, 0, 0, 0])
})

test('what was built on the new card since is not lost by undoing', async () => {
  const { recordOf, split, undo, methodist, id } = await openOneCard()
  const parted = (await split({ person: MARINA, records: [await recordOf('методист')] })).json()
  const corrected = await methodist.ask('PATCH', `/api/people/${parted.id}`, {
    payload: { patronymic: 'Олеговна' },
    headers: { 'if-match': `"${parted.cardVersion}"` },
  })
  expect(corrected.statusCode, corrected.body).toBe(200)
  expect((await undo(parted.split)).json()).toMatchObject({ status: 409, code: 'changed_since' })
  const now = (await methodist.ask('GET', `/api/people/${id}`)).json()
  const merged = await methodist.ask('POST', `/api/people/${id}/merge`, {
    payload: { gone: parted.id, version: corrected.json().version },
    headers: { 'if-match': `"${now.version}"` },
  })
  expect(merged.statusCode, merged.body).toBe(201)
  expect((await undo(parted.split)).json()).toMatchObject({ status: 409, code: 'merged_further' })
})
