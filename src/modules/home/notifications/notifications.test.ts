import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, addPerson, type Person } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import { personalData } from '../../../personal-data.ts'
import { tellOfLate } from '../../indicators/questions/questions.late.ts'
import { expire } from '../../privacy/retention/retention.ts'
import type { Notification } from './notifications.contract.ts'

const house = await openTestHouse({ work: true })
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
const { tenant } = await addDistrict(house, { seeds })
const organisation = await addOrganisation(house, tenant)
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const department = await addActor(house, [{ tenant, role: 'department' }])
const head = await addActor(house, [{ tenant, role: 'head', organisation }])
const teacher = await addActor(house, [{ tenant, role: 'teacher', person: await addPerson(house, tenant, 'Орлова') }])
const abroad = (await addDistrict(house, { seeds })).tenant
const foreigner = await addActor(house, [{ tenant: abroad, role: 'head' }])

async function told(who: Person, headers: Record<string, string> = {}): Promise<Notification[]> {
  const reply = await who.ask('GET', '/api/notifications', { headers })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().items
}
const unseen = async (who: Person): Promise<number> => (await who.ask('GET', '/api/notifications/unseen')).json().unseen
const seeAll = async (who: Person) => {
  const [newest] = await told(who)
  if (newest !== undefined) await who.ask('POST', '/api/notifications/seen', { payload: { upTo: newest.id } })
}

const asked = async (dueOn = '2199-01-31') =>
  (
    await methodist.ask('POST', '/api/questions', {
      payload: { code: 'P10', date: '2025-12-31', text: 'Почему?', dueOn, addresseeId: head.account },
    })
  ).json()

test('a question and its answer are told to the other one alone, each in their language', async () => {
  const question = await asked()
  const [first] = await told(head, { 'accept-language': 'ru' })
  expect(first).toMatchObject({
    ...{ link: '/questions', seen: false },
    text: 'Вам задали вопрос по показателю P10, ответ ждут до 31.01.2199',
  })
  expect((await told(head, { 'accept-language': 'en' }))[0]?.text).toContain('31/01/2199')
  for (const other of [methodist, department, teacher, foreigner]) expect(await told(other)).toEqual([])
  await head.ask('POST', `/api/questions/${question.id}/answer`, {
    payload: { answer: 'Вот' },
    headers: { 'if-match': '"1"' },
  })
  expect((await told(methodist))[0]).toMatchObject({ link: '/questions?side=asked', seen: false })
})

test('what is refused tells nobody', async () => {
  const before = await unseen(head)
  const refused = await methodist.ask('POST', '/api/questions', {
    payload: { code: 'P10', date: '2025-12-31', text: 'Почему?', dueOn: '2020-01-01', addresseeId: head.account },
  })
  expect(refused.statusCode).toBe(422)
  expect(await unseen(head)).toBe(before)
})

test('seen is said of one or of all up to one, and of one’s own only', async () => {
  await asked()
  await asked()
  const [newest, next] = await told(head)
  const before = await unseen(head)
  expect(before).toBeGreaterThanOrEqual(3)
  await methodist.ask('POST', '/api/notifications/seen', { payload: { id: newest?.id } })
  await foreigner.ask('POST', '/api/notifications/seen', { payload: { upTo: newest?.id } })
  expect(await unseen(head)).toBe(before)
  expect((await head.ask('POST', '/api/notifications/seen', { payload: { id: newest?.id } })).statusCode).toBe(204)
  expect(await unseen(head)).toBe(before - 1)
  await head.ask('POST', '/api/notifications/seen', { payload: { upTo: next?.id } })
  expect(await unseen(head)).toBe(0)
  expect((await told(head)).every(({ seen }) => seen)).toBe(true)
})

test('each step of frozen figures is told to the others of the district, and to schools when it is theirs to see', async () => {
  for (const who of [methodist, department, head]) await seeAll(who)
  const { id } = (
    await methodist.ask('POST', '/api/snapshots', { payload: { date: '2026-01-31', title: 'Январь' } })
  ).json()
  const step = (name: string, version: number, payload?: object) =>
    department.ask('POST', `/api/snapshots/${id}/${name}`, {
      ...(payload && { payload }),
      headers: { 'if-match': `"${version}"` },
    })
  const approval = { number: '1-р', date: '2026-02-01', signatory: 'Начальник отдела' }
  expect([await unseen(methodist), await unseen(department), await unseen(head)]).toEqual([0, 1, 0])
  await step('approve', 1, approval)
  await step('withdraw', 2)
  await step('approve', 3, approval)
  await step('publish', 4)
  expect([await unseen(methodist), await unseen(department), await unseen(head)]).toEqual([4, 1, 4])
  expect((await told(head)).slice(0, 4).map(({ text, link }) => [text, link])).toEqual([
    ['Опубликованы значения на 31.01.2026, среди них цифры вашей организации', `/snapshots/${id}`],
    ['Утверждены цифры вашей организации на 31.01.2026', `/snapshots/${id}`],
    ['Утверждение цифр вашей организации на 31.01.2026 отозвано', `/snapshots/${id}`],
    ['Утверждены цифры вашей организации на 31.01.2026', `/snapshots/${id}`],
  ])
  expect(await told(teacher)).toEqual([])
})

test('figures thrown away are not told of any longer', async () => {
  await seeAll(department)
  const { id } = (
    await methodist.ask('POST', '/api/snapshots', { payload: { date: '2026-02-28', title: 'Февраль' } })
  ).json()
  expect(await unseen(department)).toBe(1)
  await methodist.ask('DELETE', `/api/snapshots/${id}`, { headers: { 'if-match': '"1"' } })
  expect(await unseen(department)).toBe(0)
})

test('who loads hears how it ended', async () => {
  await seeAll(methodist)
  const payload = new FormData()
  payload.append('file', new File(['Код;Краткое наименование;Тип\nШ1;Школа 1;школа\nШ2;;школа\n'], 'organisations.csv'))
  const load = (await methodist.ask('POST', '/api/loads', { payload })).json().id
  await expect.poll(() => unseen(methodist), { timeout: 60_000, interval: 100 }).toBe(1)
  expect((await told(methodist))[0]).toMatchObject({
    ...{ text: 'Ваша загрузка завершена: 1 строка ждёт исправления', link: `/loads/${load}` },
  })
  expect((await told(department)).some(({ link }) => link === `/loads/${load}`)).toBe(false)
})

test('an overdue answer is told to both sides, once', async () => {
  const { id } = await asked()
  const yesterday = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10)
  await house.services.database.write(tenant, (tx) =>
    tx.updateTable('indicators.question').set({ due_on: yesterday }).where('id', '=', id).execute(),
  )
  for (const who of [methodist, head]) await seeAll(who)
  await tellOfLate(house.services.database)
  await tellOfLate(house.services.database)
  expect([await unseen(methodist), await unseen(head)]).toEqual([1, 1])
  expect((await told(head))[0]?.text).toContain('Срок ответа')
})

test('after 90 days it is forgotten', async () => {
  const total = (await told(head)).length
  await house.services.database.write(tenant, async (tx) => {
    const [oldest] = await tx.selectFrom('platform.notification').select('id').orderBy('id').limit(1).execute()
    await tx
      .updateTable('platform.notification')
      .set({ at: new Date(Date.now() - 91 * 24 * 3_600_000) })
      .where('id', '=', oldest?.id ?? 0)
      .execute()
  })
  await expire(house.services, personalData)
  expect(await told(head)).toHaveLength(total - 1)
})
