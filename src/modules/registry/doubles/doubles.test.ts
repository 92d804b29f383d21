import { expect, test } from 'vitest'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { sheets } from '../../../sheets.ts'
import type { LoadAnswer } from '../exchange/load.answer.ts'
import { expectSpansInOrder, SNILS } from '../people/people.fixture.ts'
import type { Merge } from './doubles.contract.ts'
import { allRows, BORN, course, openTwice as open, PETROVA, PETROVNA, TWICE } from './doubles.fixture.ts'

const house = await openTestHouse()
const openTwice = (folder = TWICE) => open(house, sheets, folder)
const rowsOf = (tenant: number) => allRows(house, tenant)

const accepted = ({ files }: LoadAnswer): number => files.reduce((sum, file) => sum + file.accepted - file.unchanged, 0)

test('a pair stands side by side with its reasons, until somebody says that they are two people', async () => {
  const { doubles, methodist, head } = await openTwice()
  const [pair, ...others] = await doubles()
  expect(others).toEqual([])
  expect(pair).toMatchObject({
    is: 'probable',
    first: { surname: 'Петрова', sex: 'female', snils: null, employments: [{ organisation: { name: 'Школа 1' } }] },
    second: { surname: 'Петровна', sex: null, snils: '•••-•••-••• 95', origin: { file: 'staff.xlsx' } },
  })
  expect(pair?.reasons).toEqual(['same_birth', 'close_surname', 'same_given', 'same_patronymic', 'same_organisation'])
  const both = { payload: { first: pair?.second.id, second: pair?.first.id } }
  expect((await head.ask('GET', '/api/doubles')).statusCode).toBe(403)
  expect((await methodist.ask('POST', '/api/doubles/apart', both)).statusCode).toBe(204)
  expect(await doubles()).toEqual([])
  expect((await methodist.ask('POST', '/api/doubles/ask-again', both)).statusCode).toBe(204)
  expect(await doubles()).toHaveLength(1)
})

test('all records come along, what both had stays once, and undoing gives each card what it had', async () => {
  const { tenant, merge, undo, db, doubles } = await openTwice()
  const before = await rowsOf(tenant)
  const reply = await merge('Петрова', 'Петровна')
  expect(reply.statusCode, reply.body).toBe(201)
  const merged: Merge = reply.json()
  expect(merged).toMatchObject({
    kept: { name: 'Петрова Мария Ивановна' },
    gone: { name: 'Петровна Мария Ивановна', birthOn: '1980-05-03' },
    dropped: 2,
    undone: false,
  })
  const person = await db.selectFrom('registry.person').selectAll().where('id', '=', merged.kept.id).executeTakeFirst()
  expect(person).toMatchObject({ surname: 'Петрова', sex: 'female' })
  expect(person?.snils_hash).not.toBeNull()
  const places = await db
    .selectFrom('registry.employment')
    .select(['main'])
    .where('person_id', '=', merged.kept.id)
    .orderBy('hired_on')
    .execute()
  expect(places).toEqual([{ main: true }, { main: false }])
  expect(
    await db.selectFrom('activities.learning').select('id').where('person_id', '=', merged.kept.id).execute(),
  ).toHaveLength(2)
  expect(
    await db.selectFrom('mentoring.pair').select('id').where('mentee_id', '=', merged.kept.id).execute(),
  ).toHaveLength(1)
  await expectSpansInOrder(house, tenant)
  expect(await doubles()).toEqual([])

  const undone = await undo(merged)
  expect(undone.statusCode, undone.body).toBe(201)
  expect(undone.json()).toMatchObject({ id: merged.id, undone: true })
  expect(await rowsOf(tenant)).toEqual(before)
  expect(await doubles(), 'two people since').toEqual([])
  expect((await undo(merged)).json()).toMatchObject({ code: 'undone_already' })
})

test('files that name the card that is gone mean the one that stays; after undoing, each again', async () => {
  const { tenant, merge, undo, load } = await openTwice()
  const merged: Merge = (await merge('Петрова', 'Петровна')).json()
  const after = await rowsOf(tenant)
  expect(accepted(await load(TWICE))).toBe(0)
  expect(await rowsOf(tenant)).toEqual(after)
  const answer = await load({ staff: TWICE.staff.slice(0, 1), learning: [course(PETROVNA, 'Новая', '9')] })
  expect(answer.files.flatMap(({ rejected }) => rejected)).toEqual([])
  const later: Merge = (await undo(merged)).json()
  expect(later.undone).toBe(true)
  const parted = await rowsOf(tenant)
  await load(TWICE)
  expect(await rowsOf(tenant)).toEqual(parted)
})

test('what the card that stays takes of the other is chosen', async () => {
  const { merge, db } = await openTwice()
  const reply = await merge('Петрова', 'Петровна', { take: ['surname'] })
  const { kept } = reply.json() as Merge
  expect(kept.name).toBe('Петровна Мария Ивановна')
  const surnames = await db
    .selectFrom('registry.person_surname')
    .select('key')
    .where('person_id', '=', kept.id)
    .execute()
  expect(surnames.map(({ key }) => key)).toContain('петрова')
})

test('two numbers are two people; so are a mentor and the one they help', async () => {
  const numbered = await openTwice({
    staff: [
      `Ш1;${PETROVA};ж;${BORN};${SNILS[1]};учитель;1;да;01.09.2010;`,
      `Ш1;${PETROVNA};;${BORN};${SNILS[0]};учитель;1;нет;01.09.2010;`,
    ],
  })
  const refused = await numbered.merge('Петрова', 'Петровна')
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'two_numbers'])
  const pair = await openTwice({
    ...TWICE,
    mentoring: [`${PETROVA};${BORN};;${PETROVNA};${BORN};;01.10.2024`],
  })
  const before = await rowsOf(pair.tenant)
  const collide = await pair.merge('Петрова', 'Петровна')
  expect([collide.statusCode, collide.json().code]).toEqual([409, 'records_collide'])
  expect(await rowsOf(pair.tenant)).toEqual(before)
})

test('a card that changed meanwhile is not merged, and a merge that was built on is not undone', async () => {
  const { merge, undo, card, methodist } = await openTwice()
  expect((await merge('Петрова', 'Петровна', { version: 99 })).statusCode).toBe(412)
  const merged: Merge = (await merge('Петрова', 'Петровна', { take: ['surname'] })).json()
  const { id, version } = await card('Петровна')
  await methodist.ask('PATCH', `/api/people/${id}`, {
    payload: { surname: 'Сидорова' },
    headers: { 'if-match': `"${version}"` },
  })
  const refused = await undo(merged)
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'changed_since'])
})

test('a card that stayed may go into another; they part in the other order', async () => {
  const third = 'Ш2;Петрива;Мария;Ивановна;;03.05.1980;;учитель;1;нет;01.09.2012;'
  const { tenant, merge, undo, load } = await openTwice({ ...TWICE, staff: [...TWICE.staff, third] })
  const before = await rowsOf(tenant)
  const first: Merge = (await merge('Петрова', 'Петровна')).json()
  const reply = await merge('Петрива', 'Петрова')
  expect(reply.statusCode, reply.body).toBe(201)
  const again = await load({ ...TWICE, staff: [...TWICE.staff, third] })
  expect(accepted(again), JSON.stringify(again.files)).toBe(0)
  const refused = await undo(first)
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'merged_further'])
  expect((await undo(reply.json())).statusCode).toBe(201)
  expect((await undo(first)).statusCode).toBe(201)
  expect(await rowsOf(tenant)).toEqual(before)
})
