import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import {
  addActor,
  addDistrict,
  addOrganisation,
  addPerson,
  employ,
  type Person,
} from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import type { Question } from './questions.contract.ts'

const house = await openTestHouse({ work: true })
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
const { tenant } = await addDistrict(house, { seeds })
const organisation = await addOrganisation(house, tenant, 'Школа на горе')
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const head = await addActor(house, [{ tenant, role: 'head', organisation }])
const teacher = await addActor(house, [{ tenant, role: 'teacher', organisation }])
const elsewhere = await addActor(house, [{ tenant: (await addDistrict(house, { seeds })).tenant, role: 'head' }])

const CELL = { date: '2025-12-31', slice: 'organisation', key: 'Ш012' }
const asking = (more: object = {}) =>
  methodist.ask('POST', '/api/questions', {
    payload: {
      code: 'P10',
      ...CELL,
      text: 'Почему так мало?',
      dueOn: '2199-01-01',
      addresseeId: head.account,
      ...more,
    },
  })

async function asked(): Promise<Question> {
  const reply = await asking()
  expect(reply.statusCode, reply.body).toBe(201)
  return reply.json()
}

const step = (who: Person, { id, version }: Question, name: string, payload?: object) =>
  who.ask('POST', `/api/questions/${id}/${name}`, {
    ...(payload && { payload }),
    headers: { 'if-match': `"${version}"` },
  })

const list = async (who: Person, query: Record<string, string> = {}) =>
  (await who.ask('GET', '/api/questions', { query })).json()

test('a figure is handed over with a question and a day, answered, and closed by who asked', async () => {
  const question = await asked()
  expect(question).toMatchObject({ ...CELL, indicator: { code: 'P10' }, overdue: false, answer: null, can: ['close'] })
  const mine = await list(head)
  expect(mine).toMatchObject({ total: 1, open: 1, overdue: 0 })
  expect(mine.items[0]).toMatchObject({ id: question.id, can: ['answer'], text: 'Почему так мало?' })
  const answered = await step(head, question, 'answer', { answer: 'Двое вышли из декрета.' })
  expect(answered.json()).toMatchObject({ answer: 'Двое вышли из декрета.', version: 2 })
  const [seen] = (await list(methodist, { side: 'asked', state: 'answered' })).items
  expect((await step(methodist, seen, 'close')).statusCode).toBe(204)
  expect(await list(head, { state: 'open' })).toMatchObject({ total: 0, open: 0 })
  const [closed] = (await list(methodist, { side: 'asked', state: 'closed' })).items
  expect((await step(head, closed, 'answer', { answer: 'Ещё' })).json()).toMatchObject({ code: 'question_state' })
  expect((await step(methodist, closed, 'reopen')).statusCode).toBe(204)
})

test('a question is between two people', async () => {
  const question = await asked()
  for (const stranger of [teacher, elsewhere]) {
    expect((await step(stranger, question, 'answer', { answer: 'Я' })).statusCode).toBe(404)
    expect((await list(stranger)).total).toBe(0)
  }
  expect((await step(methodist, question, 'answer', { answer: 'Сам' })).statusCode).toBe(409)
  expect((await step(head, question, 'close')).statusCode).toBe(409)
  const blind = await head.ask('POST', `/api/questions/${question.id}/answer`, { payload: { answer: 'Ответ' } })
  expect(blind.json().errors[0]).toMatchObject({ path: 'If-Match', code: 'version_required' })
  expect((await step(head, { ...question, version: 7 }, 'answer', { answer: 'Ответ' })).statusCode).toBe(412)
})

test('whoever answers for figures can be asked, nobody else', async () => {
  const { items } = (await methodist.ask('GET', '/api/questions/addressees')).json()
  const ids = items.map(({ id }: { id: number }) => id)
  expect(ids).toEqual(expect.arrayContaining([methodist.account, head.account]))
  expect(ids).not.toContain(teacher.account)
  expect(ids).not.toContain(elsewhere.account)
  expect(items.find(({ id }: { id: number }) => id === head.account)).toMatchObject({
    role: 'head',
    organisation: { id: organisation },
  })
  expect((await teacher.ask('GET', '/api/questions/addressees')).statusCode).toBe(403)
})

test.each([
  [{ dueOn: '2020-01-01' }, 'dueOn'],
  [{ addresseeId: teacher.account }, 'addresseeId'],
  [{ addresseeId: elsewhere.account }, 'addresseeId'],
  [{ code: 'P99' }, 'code'],
  [{ text: '  ' }, 'text'],
  [{ text: 'я'.repeat(2_001) }, 'text'],
  [{ date: '2025-02-30' }, 'date'],
])('%o is refused, and %s named', async (more, path) => {
  const reply = await asking(more)
  expect(reply.statusCode).toBe(422)
  expect(reply.json().errors[0]).toMatchObject({ path })
})

test('what is late says so, and stands first', async () => {
  const question = await asked()
  await house.services.database.write(tenant, async (tx) => {
    await tx.updateTable('indicators.question').set({ due_on: '2020-01-01' }).where('id', '=', question.id).execute()
  })
  const mine = await list(head)
  expect(mine.overdue).toBe(1)
  expect(mine.items[0]).toMatchObject({ id: question.id, overdue: true })
})

test('both are told by mail, without figures or names in the letter', async () => {
  const question = await asked()
  await step(head, question, 'answer', { answer: 'Так вышло' })
  const folder = join(house.dataFolder, 'mail')
  const lettersTo = async (email: string): Promise<string[]> => {
    const letters = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
    return letters.filter((letter) => letter.includes(`To: ${email}`))
  }
  await vi.waitFor(
    async () => {
      expect(await lettersTo(head.email)).not.toEqual([])
      expect(await lettersTo(methodist.email)).toHaveLength(2)
    },
    { timeout: 30_000, interval: 100 },
  )
})

test('whoever finds something untrue on their own record asks the centre, and nobody else about anybody else', async () => {
  const person = await addPerson(house, tenant, 'Орлова')
  await employ(house, tenant, { person, organisation })
  const orlova = await addActor(house, [{ tenant, role: 'teacher', organisation, person }])
  const payload = { about: 'Обучение: Оценивание, 12.03.2024', text: 'Курс был 36 часов, а не 18.' }
  const reply = await orlova.ask('POST', '/api/my/questions', { payload })
  expect(reply.statusCode, reply.body).toBe(201)
  const question = reply.json()
  expect(question).toMatchObject({
    ...{ indicator: null, date: null, record: { personId: person, about: payload.about } },
    ...{ addressee: methodist.email, can: ['close'] },
  })
  const days = (Date.parse(question.dueOn) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(5)
  expect(days).toBeLessThan(8)
  const [handed] = (await list(methodist, { state: 'open' })).items
  expect(handed).toMatchObject({ id: question.id, can: ['answer'] })
  await step(methodist, handed, 'answer', { answer: 'Исправили, спасибо.' })
  expect((await list(orlova, { side: 'asked' })).items[0]).toMatchObject({ answer: 'Исправили, спасибо.' })
  // Whose account is nobody of the district has no record; a head corrects it by hand.
  const nobody = await addActor(house, [{ tenant, role: 'teacher', organisation }])
  expect((await nobody.ask('POST', '/api/my/questions', { payload })).statusCode).toBe(404)
  expect((await head.ask('POST', '/api/my/questions', { payload })).statusCode).toBe(403)
})

test('where there is no centre there is nobody to ask', async () => {
  const other = await addDistrict(house, { seeds })
  const person = await addPerson(house, other.tenant)
  const lonely = await addActor(house, [{ tenant: other.tenant, role: 'teacher', person }])
  const reply = await lonely.ask('POST', '/api/my/questions', { payload: { about: 'Работа', text: 'Нет' } })
  expect(reply.json()).toMatchObject({ status: 409, code: 'nobody_to_ask' })
})
