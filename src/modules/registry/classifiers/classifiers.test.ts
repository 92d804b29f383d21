import { expect, test } from 'vitest'
import { addActor, anonymous } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { addValue, faultsOf, openDistrict } from '../people/people.fixture.ts'

const house = await openTestHouse()
const { tenant, methodist, head } = await openDistrict(house)
const foreign = await openDistrict(house)

const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
const change = (kind: string, id: number, payload: object, version = 1) =>
  methodist.ask('PATCH', `/api/classifiers/${kind}/${id}`, { payload, ...match(version) })
const labels = async (kind: string, query = ''): Promise<string[]> => {
  const { items, total } = (await methodist.ask('GET', `/api/classifiers/${kind}?${query}`)).json()
  expect(total).toBe(items.length)
  return items.map((item: { label: string }) => item.label)
}

test('values of a list, sorted and searched; lists of people are there before any value is', async () => {
  expect(await labels('education_level')).toEqual([])
  const ids = []
  for (const label of ['Физика', 'Алгебра', 'Ёлковедение']) ids.push(await addValue(house, tenant, 'subject', label))
  expect(await labels('subject')).toEqual(['Алгебра', 'Ёлковедение', 'Физика'])
  expect(await labels('subject', 'sort=-label')).toEqual(['Физика', 'Ёлковедение', 'Алгебра'])
  expect(await labels('subject', `q=${encodeURIComponent('АЛГ')}`)).toEqual(['Алгебра'])
  expect((await head.ask('GET', '/api/classifiers/subject')).json().items[0]).toMatchObject({
    label: 'Алгебра',
    retired: false,
    version: 1,
    can: [],
  })
  expect((await methodist.ask('GET', '/api/classifiers/no_such_list')).json()).toMatchObject({ status: 404 })
  await addValue(house, foreign.tenant, 'foreign_list')
  expect((await methodist.ask('GET', '/api/classifiers/foreign_list')).statusCode).toBe(404)
  expect(faultsOf(await methodist.ask('GET', '/api/classifiers/Nope!'))).toEqual(['kind wrong_value'])
})

test('a value is written anew, keeps the key files know it by, and is retired and brought back', async () => {
  const id = await addValue(house, tenant, 'provider', 'Цокоикт')
  await addValue(house, tenant, 'provider', 'ЛОИРО')
  const reply = await change('provider', id, { label: 'СПб ЦОКОиИТ' })
  expect(reply.statusCode, reply.body).toBe(200)
  expect(reply.headers.etag).toBe('"2"')
  expect(reply.json()).toEqual({ id, version: 2, label: 'СПб ЦОКОиИТ', retired: false, can: ['change'] })
  expect(await labels('provider', `q=${encodeURIComponent('цокоикт')}`)).toEqual(['СПб ЦОКОиИТ'])
  expect((await change('provider', id, { retired: true }, 2)).json()).toMatchObject({ retired: true })
  expect(await labels('provider', 'retired=no')).toEqual(['ЛОИРО'])
  expect(await labels('provider', 'retired=yes')).toEqual(['СПб ЦОКОиИТ'])
  expect((await change('provider', id, { retired: false }, 3)).json()).toMatchObject({ retired: false, version: 4 })
  expect(faultsOf(await change('provider', id, { label: 'лоиро' }, 4))).toEqual(['label label_taken'])
  const journal = await house.services.database
    .reader(tenant)
    .selectFrom('platform.journal')
    .select(['object_id', 'details'])
    .where('object_kind', '=', 'classifier_value')
    .orderBy('id')
    .execute()
  expect(journal[0]).toEqual({ object_id: id, details: { fields: ['label'] } })
})

test('a value is added by hand, and a file that writes it means the same one', async () => {
  const add = (kind: string, label: string, who = methodist) =>
    who.ask('POST', `/api/classifiers/${kind}`, { payload: { label } })
  const added = await add('category', '  Высшая ')
  expect(added.statusCode, added.body).toBe(201)
  expect(added.json()).toMatchObject({ label: 'Высшая', retired: false, version: 1, can: ['change'] })
  expect(await labels('category')).toEqual(['Высшая'])
  expect(faultsOf(await add('category', 'высшая'))).toEqual(['label label_taken'])
  expect(faultsOf(await add('leave_kind', 'Отпуск по уходу за ребенком'))).toEqual(['label label_taken'])
  expect((await add('leave_kind', 'творческий отпуск')).statusCode).toBe(201)
  expect((await add('no_such_list', 'что-то')).statusCode).toBe(404)
  expect((await add('category', 'первая', head)).statusCode).toBe(403)
})

test('nobody, the wrong role, another list or district, old versions and faulty fields are refused', async () => {
  const id = await addValue(house, tenant, 'topic')
  const payload = { label: 'Другая' }
  const at = `/api/classifiers/topic/${id}`
  expect((await anonymous(house).ask('GET', '/api/classifiers/topic')).statusCode).toBe(401)
  expect((await (await addActor(house)).ask('GET', '/api/classifiers/topic')).statusCode).toBe(403)
  expect((await head.ask('PATCH', at, { payload, ...match(1) })).statusCode).toBe(403)
  expect((await foreign.methodist.ask('PATCH', at, { payload, ...match(1) })).statusCode).toBe(404)
  expect((await change('provider', id, payload)).statusCode).toBe(404)
  expect((await change('topic', id, payload, 2)).json()).toMatchObject({ status: 412, code: 'version_conflict' })
  expect(faultsOf(await methodist.ask('PATCH', at, { payload }))).toEqual(['If-Match version_required'])
  expect(faultsOf(await change('topic', id, { label: '', kind: 'subject' }))).toEqual([
    'kind unknown_field',
    'label too_short',
  ])
})

test('the lists of the district are named with the number of their values, none of another district', async () => {
  await addValue(house, tenant, 'counted_list')
  await addValue(house, foreign.tenant, 'foreign_list')
  const { items } = (await methodist.ask('GET', '/api/classifiers')).json()
  expect(items).toContainEqual({ kind: 'counted_list', values: 1, retired: 0 })
  expect(items.map(({ kind }: { kind: string }) => kind)).toContain('education_level')
  expect(items.map(({ kind }: { kind: string }) => kind)).not.toContain('foreign_list')
})
