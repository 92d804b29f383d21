import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  addActor,
  addDistrict,
  addOrganisation,
  addPerson,
  employ,
  type GivenRole,
  type Person,
} from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import type { Task } from './tasks.contract.ts'

const house = await openTestHouse({ work: true })
const seeds = modules.flatMap((module) => module.seedDistrict ?? [])
const { tenant, region } = await addDistrict(house, { seeds })
const organisation = await addOrganisation(house, tenant)
const sister = await addOrganisation(house, tenant)
const abroad = await addDistrict(house, { seeds })

const actor = (role: GivenRole['role'], more: Partial<GivenRole> = {}): Promise<Person> =>
  addActor(house, [{ tenant, role, ...more }])
const methodist = await actor('methodist')
const department = await actor('department')
const admin = await actor('admin')
const security = await actor('security')
const head = await actor('head', { organisation })
const sisterHead = await actor('head', { organisation: sister })
const teacher = await actor('teacher', { organisation })
const regional = await actor('region', { region })
const foreigner = await addActor(house, [{ tenant: abroad.tenant, role: 'methodist' }])

/** Nobody was born on the thirtieth of February. */
const FAULTY = ['Орлова', 'Птицына', 'Соколова'].map((who) => `Ш1;${who};Анна;30.02.1980;учитель;1;да;01.09.2010\n`)

async function tasksOf(who: Person, headers: Record<string, string> = {}): Promise<Task[]> {
  const reply = await who.ask('GET', '/api/tasks', { headers })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().items
}
const codesOf = async (who: Person): Promise<string[]> => (await tasksOf(who)).map(({ code }) => code)

test('a new district begins with its first load; who cannot load hears nothing of it', async () => {
  expect(await codesOf(methodist)).toEqual(['registry.load_first'])
  expect(await codesOf(regional)).toEqual(['indicators.districts_old'])
  for (const who of [head, teacher]) expect(await tasksOf(who)).toEqual([])
})

test('rows that wait lead to their load, in the language of the reader', async () => {
  const payload = new FormData()
  const staff = `Код ОО;Фамилия;Имя;Дата рождения;Должность;Ставка;Основное место работы;Принят\n${FAULTY.join('')}`
  payload.append('file', new File([staff], 'staff.csv'))
  payload.append('file', new File(['Код;Краткое наименование;Тип\nШ1;Школа 1;школа\n'], 'organisations.csv'))
  const load = (await methodist.ask('POST', '/api/loads', { payload })).json().id
  const look = async () => (await methodist.ask('GET', `/api/loads/${load}`)).json().state
  await expect.poll(look, { timeout: 60_000, interval: 100 }).toBe('done')
  await house.services.database.write(tenant, (tx) =>
    sql`update registry.load set finished_at = finished_at - interval '40 days'`.execute(tx),
  )
  const [rows, old] = await tasksOf(methodist, { 'accept-language': 'ru' })
  expect(rows).toEqual({
    ...{ code: 'registry.rows_faulty', count: 3, link: `/loads/${load}`, dueOn: null, overdue: false },
    text: 'Исправить 3 строки, которые загрузка не приняла',
  })
  expect(old).toMatchObject({ code: 'registry.data_old', count: 40, link: '/loads' })
  const [english] = await tasksOf(methodist, { 'accept-language': 'en' })
  expect(english?.text).toBe('Mend 3 rows that loads did not take')
  expect(await codesOf(department)).not.toContain('registry.rows_faulty')
  expect(await codesOf(foreigner)).toEqual(['registry.load_first'])
})

test('a school is asked about its own people, the district about all', async () => {
  for (const where of [organisation, organisation, sister]) {
    await employ(house, tenant, { person: await addPerson(house, tenant), organisation: where })
  }
  await house.services.database.write(tenant, (tx) => sql`select registry.rebuild_spans(null)`.execute(tx))
  const missing = async (who: Person): Promise<Task | undefined> =>
    (await tasksOf(who)).find(({ code }) => code === 'registry.missing_experience')
  expect(await missing(methodist)).toMatchObject({ count: 3, link: '/people?missing=experience' })
  const own = await missing(head)
  expect(own).toMatchObject({ count: 2, link: `/people?organisation=${organisation}&missing=experience` })
  expect(await missing(sisterHead)).toMatchObject({ count: 1 })
  expect(await missing(teacher)).toBeUndefined()
  // What is counted is what the list behind the link shows.
  const list = await head.ask('GET', `/api${own?.link}`)
  expect(list.json().total).toBe(2)
})

test('questions with a day come first, the overdue one before the others', async () => {
  const ask = (dueOn: string) =>
    methodist.ask('POST', '/api/questions', {
      payload: { code: 'P10', date: '2025-12-31', text: 'Почему?', dueOn, addresseeId: head.account },
    })
  expect((await ask('2199-01-01')).statusCode).toBe(201)
  expect((await ask('2199-05-05')).statusCode).toBe(201)
  const late = (await ask('2199-02-02')).json()
  await house.services.database.write(tenant, (tx) =>
    tx.updateTable('indicators.question').set({ due_on: '2026-01-31' }).where('id', '=', late.id).execute(),
  )
  const [first, second] = await tasksOf(head)
  expect(first).toMatchObject({ code: 'indicators.questions_late', count: 1, dueOn: '2026-01-31', overdue: true })
  expect(second).toMatchObject({ code: 'indicators.questions_open', count: 2, dueOn: '2199-01-01', overdue: false })
  expect((await tasksOf(methodist))[0]).toMatchObject({ code: 'indicators.asked_late', overdue: true })
  expect(await codesOf(sisterHead)).not.toContain('indicators.questions_open')
  await head.ask('POST', `/api/questions/${late.id}/answer`, {
    payload: { answer: 'Вот' },
    headers: { 'if-match': '"1"' },
  })
  expect(await codesOf(methodist)).toContain('indicators.answers_new')
})

test('frozen figures wait for approval, then for being published; the school looks at its own', async () => {
  const taken = await methodist.ask('POST', '/api/snapshots', { payload: { date: '2026-01-31', title: 'Январь' } })
  const { id } = taken.json()
  const step = (name: string, version: number, payload?: object) =>
    department.ask('POST', `/api/snapshots/${id}/${name}`, {
      ...(payload && { payload }),
      headers: { 'if-match': `"${version}"` },
    })
  const waiting = (await tasksOf(department)).find(({ code }) => code === 'indicators.snapshot_computed')
  expect(waiting).toMatchObject({ link: `/snapshots/${id}` })
  expect(waiting?.text).toContain('31.01.2026')
  expect(await codesOf(head)).not.toContain('indicators.own_figures')
  await step('approve', 1, { number: '1-р', date: '2026-02-01', signatory: 'Начальник отдела' })
  expect(await codesOf(department)).toContain('indicators.snapshot_approved')
  expect(await codesOf(head)).toContain('indicators.own_figures')
  await step('publish', 2)
  expect((await codesOf(department)).filter((code) => code.includes('snapshot'))).toEqual([])
  // Looked at, it is done.
  const { items } = (await head.ask('GET', '/api/notifications')).json()
  await head.ask('POST', '/api/notifications/seen', { payload: { upTo: items[0].id } })
  expect(await codesOf(head)).not.toContain('indicators.own_figures')
})

test('a figure beyond its bound is named until somebody was asked about it', async () => {
  await methodist.ask('PUT', '/api/indicator-bands/P15', {
    payload: { better: 'higher', good: 1e6, warn: 1e5, plan: null },
    headers: { 'if-match': '"0"' },
  })
  const red = (await tasksOf(department)).find(({ code }) => code === 'indicators.red_unasked')
  expect(red).toMatchObject({ count: 1, link: '/indicators/P15' })
  expect(await codesOf(head)).not.toContain('indicators.red_unasked')
  await department.ask('POST', '/api/questions', {
    payload: { code: 'P15', date: '2025-12-31', text: 'Почему?', dueOn: '2199-01-01', addresseeId: head.account },
  })
  expect(await codesOf(department)).not.toContain('indicators.red_unasked')
})

test('accounts are looked after by the administrator, access by who watches over it', async () => {
  expect(await codesOf(admin)).toContain('registry.accounts_none')
  expect(await codesOf(security)).toEqual(['registry.grants_new', 'registry.tokens_new'])
  const made = await admin.ask('POST', '/api/slips', { payload: { organisationIds: [organisation] } })
  expect(made.json().made).toBe(2)
  expect((await tasksOf(admin)).find(({ code }) => code === 'registry.accounts_waiting')).toMatchObject({ count: 2 })
  expect((await tasksOf(head)).find(({ code }) => code === 'registry.slips_to_hand')).toMatchObject({
    ...{ count: 2, link: null },
  })
  expect(await codesOf(sisterHead)).not.toContain('registry.slips_to_hand')
})
