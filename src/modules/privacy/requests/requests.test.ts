import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, employ, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { isWorkingDay } from '../../../platform/calendar/working-days.ts'

const house = await openTestHouse()
const { tenant } = await addDistrict(house)
const school = await addOrganisation(house, tenant)
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const colleague = await addActor(house, [{ tenant, role: 'methodist' }])
const security = await addActor(house, [{ tenant, role: 'security' }])
const head = await addActor(house, [{ tenant, role: 'head', organisation: school }])
const foreigner = await addActor(house, [{ tenant: (await addDistrict(house)).tenant, role: 'methodist' }])

async function addTeacher() {
  const surname = unique('Фамилия')
  const person = await addPerson(house, tenant, surname)
  await employ(house, tenant, { person, organisation: school })
  return { person, surname, actor: await addActor(house, [{ tenant, role: 'teacher', person }]) }
}

const at = (id: number, rest = ''): string => `/api/personal-data/requests/${id}${rest}`
const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })

test('one asks for oneself: the clock begins, the centre answers, and the answer stands in the own account', async () => {
  const { actor, surname } = await addTeacher()
  const ask = (kind: string) =>
    actor.ask('POST', '/api/me/personal-data-requests', { payload: { kind, words: 'что есть' } })
  const made = (await ask('copy')).json()
  expect(made).toMatchObject({ kind: 'copy', state: 'open', overdue: false })
  expect(isWorkingDay(made.dueOn)).toBe(true)
  expect((await ask('copy')).json()).toMatchObject({ status: 409, code: 'request_waits' })
  expect((await ask('correction')).statusCode).toBe(201)

  const { items } = (await methodist.ask('GET', '/api/personal-data/requests?state=open')).json()
  expect(items).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: made.id, applicant: `${surname} Анна` })]),
  )
  expect((await methodist.ask('GET', at(made.id, '/document'))).json()).toMatchObject({ code: 'request_open' })
  const copy = await methodist.ask('GET', at(made.id, '/copy?format=json'))
  expect(copy.statusCode, copy.body).toBe(200)
  expect(copy.body).toContain(surname)
  const payload = { outcome: 'done', answer: 'Копия данных приложена.' }
  expect((await methodist.ask('POST', at(made.id, '/answer'), { payload, ...match(7) })).statusCode).toBe(412)
  const answered = await methodist.ask('POST', at(made.id, '/answer'), { payload, ...match(1) })
  expect(answered.json()).toMatchObject({ state: 'done', answer: payload.answer, can: ['copy', 'print'] })
  expect((await methodist.ask('POST', at(made.id, '/answer'), { payload, ...match(2) })).json()).toMatchObject({
    code: 'request_answered',
  })
  const mine = (await actor.ask('GET', '/api/me/personal-data-requests')).json().items
  expect(mine.find(({ id }: { id: number }) => id === made.id)).toMatchObject({ answer: payload.answer })
  const sights = (await actor.ask('GET', '/api/me/sights')).json().items
  expect(sights.map(({ action }: { action: string }) => action)).toContain('exportRequested')
  for (const format of ['docx', 'pdf']) {
    const paper = await methodist.ask('GET', at(made.id, `/document?format=${format}`))
    expect(paper.statusCode, paper.body).toBe(200)
    expect(paper.rawPayload.subarray(0, 2).toString('latin1')).toBe(format === 'pdf' ? '%P' : 'PK')
  }
})

test('a letter on paper has the clock of the day it came; it is taken, given more time once, and is late in the tasks', async () => {
  const { person } = await addTeacher()
  const enter = (receivedOn: string) =>
    methodist.ask('POST', '/api/personal-data/requests', {
      payload: { personId: person, kind: 'correction', receivedOn },
    })
  expect((await enter('2199-01-01')).statusCode).toBe(422)
  const made = (await enter('2026-01-12')).json()
  expect(made).toMatchObject({ dueOn: '2026-01-26', overdue: true, onPaper: true, responsible: null })
  const late = async (who: typeof methodist) =>
    (await who.ask('GET', '/api/tasks'))
      .json()
      .items.find(({ code }: { code: string }) => code === 'privacy.requests_late')
  expect(await late(methodist)).toMatchObject({ dueOn: '2026-01-26', overdue: true })
  expect(await late(colleague)).toBeDefined()
  const taken = await methodist.ask('POST', at(made.id, '/responsible'), match(1))
  expect(taken.json()).toMatchObject({ responsible: { id: methodist.account } })
  expect(await late(colleague)).toBeUndefined()
  const payload = { reason: 'нужны бумаги из архива' }
  expect((await methodist.ask('POST', at(made.id, '/extension'), { payload, ...match(2) })).json()).toMatchObject({
    dueOn: '2026-02-02',
    extension: payload.reason,
  })
  expect((await methodist.ask('POST', at(made.id, '/extension'), { payload, ...match(3) })).json()).toMatchObject({
    code: 'request_extended',
  })
})

test('a withdrawal that is done ends every consent', async () => {
  const { person, actor } = await addTeacher()
  await house.services.database.write(tenant, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      insert into privacy.consent_text (kind, version, title, body)
      values ('publication', (select coalesce(max(version), 0) + 1 from privacy.consent_text), 'Т', 'Т') returning id`.execute(
      tx,
    )
    await tx
      .insertInto('privacy.consent')
      .values({ person_id: person, text_id: rows[0]?.id ?? 0 })
      .execute()
  })
  const made = (await actor.ask('POST', '/api/me/personal-data-requests', { payload: { kind: 'withdrawal' } })).json()
  const payload = { outcome: 'done', answer: 'Согласия отозваны.' }
  expect((await methodist.ask('POST', at(made.id, '/answer'), { payload, ...match(1) })).statusCode).toBe(201)
  const { items } = (await actor.ask('GET', '/api/me/consents')).json()
  expect(items.filter(({ given }: { given: unknown }) => given !== null)).toEqual([])
})

test('the security officer reads and does not answer; heads and other districts see nothing', async () => {
  const { actor } = await addTeacher()
  const made = (await actor.ask('POST', '/api/me/personal-data-requests', { payload: { kind: 'copy' } })).json()
  expect((await security.ask('GET', at(made.id))).json()).toMatchObject({ can: [] })
  const payload = { outcome: 'done', answer: 'Ответ готов.' }
  expect((await security.ask('POST', at(made.id, '/answer'), { payload, ...match(1) })).statusCode).toBe(403)
  expect((await head.ask('GET', at(made.id))).statusCode).toBe(403)
  expect((await foreigner.ask('GET', at(made.id))).statusCode).toBe(404)
  expect((await (await addTeacher()).actor.ask('GET', '/api/me/personal-data-requests')).json().total).toBe(0)
})
