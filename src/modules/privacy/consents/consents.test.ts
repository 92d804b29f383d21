import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, employ, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { hasConsent } from '../index.ts'
import { type ConsentKind, TEMPLATES } from './kinds.contract.ts'

const house = await openTestHouse()
const { services } = house
const { tenant } = await addDistrict(house)
const school = await addOrganisation(house, tenant)
const admin = await addActor(house, [{ tenant, role: 'admin' }])
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const abroad = await addDistrict(house)
const stranger = await addActor(house, [{ tenant: abroad.tenant, role: 'admin' }])

async function addTeacher() {
  const surname = unique('Фамилия')
  const person = await addPerson(house, tenant, surname)
  await employ(house, tenant, { person, organisation: school })
  return { person, surname, actor: await addActor(house, [{ tenant, role: 'teacher', person }]) }
}

const wordingOf = (kind: ConsentKind): string => TEMPLATES[kind].body.replace(/\[[^\]]*\]/g, 'Район')
const publish = async (kind: ConsentKind, body = wordingOf(kind), who = admin) =>
  await who.ask('POST', '/api/consents', { payload: { kind, title: TEMPLATES[kind].title, body } })
const mine = async ({ actor }: Awaited<ReturnType<typeof addTeacher>>, kind: ConsentKind) =>
  (await actor.ask('GET', '/api/me/consents')).json().items.find((one: { kind: string }) => one.kind === kind)
const holds = (person: number, kind: ConsentKind) => hasConsent(services.database.reader(tenant), person, kind)

test('nothing is asked before a text is published, and only the administrator publishes', async () => {
  const teacher = await addTeacher()
  expect(await mine(teacher, 'wellbeing')).toEqual({ kind: 'wellbeing', text: null, given: null, withdrawnAt: null })
  expect((await publish('wellbeing', undefined, methodist)).statusCode).toBe(403)
  expect((await publish('wellbeing', 'да')).json()).toMatchObject({ status: 422, errors: [{ path: 'body' }] })
  // What is published is never edited, so nothing of the template may be left open in it.
  expect((await publish('wellbeing', TEMPLATES.wellbeing.body)).json()).toMatchObject({
    errors: [{ path: 'body', code: 'brackets_left' }],
  })
})

test('a consent is given to a version, withdrawn without a word, and asked for anew where the text changed', async () => {
  const teacher = await addTeacher()
  const first = (await publish('publication')).json()
  expect(first).toMatchObject({ kind: 'publication', version: 1 })
  const give = (textId: number) => teacher.actor.ask('POST', '/api/me/consents', { payload: { textId } })
  expect(await holds(teacher.person, 'publication')).toBe(false)
  expect((await give(first.id)).json()).toMatchObject({ given: { version: 1, signedOn: null }, withdrawnAt: null })
  expect((await give(first.id)).json()).toMatchObject({ status: 409, code: 'consent_given' })
  expect(await holds(teacher.person, 'publication')).toBe(true)
  // The wording one agreed to stays what one agreed to.
  const second = (await publish('publication', `${wordingOf('publication')}\nИ ещё.`)).json()
  expect(await mine(teacher, 'publication')).toMatchObject({
    text: { version: 2 },
    given: { version: 1, body: wordingOf('publication') },
  })
  const other = await addTeacher()
  expect((await other.actor.ask('POST', '/api/me/consents', { payload: { textId: first.id } })).json()).toMatchObject({
    status: 409,
    code: 'consent_text_old',
  })
  expect((await give(second.id)).json()).toMatchObject({ given: { version: 2 } })
  const withdraw = () => teacher.actor.ask('POST', '/api/me/consents/withdraw', { payload: { kind: 'publication' } })
  expect((await withdraw()).json()).toMatchObject({ given: null, withdrawnAt: expect.any(String) })
  expect((await withdraw()).json()).toMatchObject({ status: 409, code: 'no_consent' })
  expect(await holds(teacher.person, 'publication')).toBe(false)
  const texts = (await admin.ask('GET', '/api/consents')).json()
  expect(texts).toMatchObject({
    items: [
      { kind: 'publication', version: 2, given: 0, withdrawn: 1 },
      { kind: 'publication', version: 1, given: 0, withdrawn: 1 },
    ],
    can: ['publish'],
  })
})

test('twice at once is given once', async () => {
  const teacher = await addTeacher()
  const { id } = (await publish('wellbeing')).json()
  const replies = await Promise.all(
    [1, 2, 3].map(() => teacher.actor.ask('POST', '/api/me/consents', { payload: { textId: id } })),
  )
  expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409])
})

test('paper is entered by who keeps the record, with its day; the administrator sees who gave what, and the person that they looked', async () => {
  const teacher = await addTeacher()
  const { id: textId } = (await publish('publication')).json()
  const enter = (signedOn: string) =>
    methodist.ask('POST', `/api/people/${teacher.person}/consents`, { payload: { textId, signedOn } })
  expect((await enter('2199-01-01')).json()).toMatchObject({ errors: [{ path: 'signedOn', code: 'in_future' }] })
  expect((await enter('2025-09-01')).json()).toMatchObject({ given: { signedOn: '2025-09-01' } })
  const list = (await admin.ask('GET', '/api/consents/given?kind=publication&state=given')).json()
  expect(list.items).toContainEqual(
    expect.objectContaining({
      person: { id: teacher.person, name: `${teacher.surname} Анна` },
      signedOn: '2025-09-01',
      withdrawnAt: null,
    }),
  )
  const sights = (await teacher.actor.ask('GET', '/api/me/sights')).json()
  expect(sights.items).toMatchObject([{ action: 'listConsents', who: admin.email, people: list.items.length }])
  expect(await mine(teacher, 'publication')).toMatchObject({ given: { signedOn: '2025-09-01' } })
  expect((await methodist.ask('POST', `/api/people/${teacher.person}/consents/publication/withdraw`)).statusCode).toBe(
    201,
  )
  expect(await holds(teacher.person, 'publication')).toBe(false)
})

test('another district has texts of its own', async () => {
  expect((await stranger.ask('GET', '/api/consents')).json().items).toEqual([])
  expect((await stranger.ask('GET', '/api/consents/given?kind=publication')).json()).toMatchObject({ total: 0 })
})
