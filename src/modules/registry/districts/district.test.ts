import { expect, test } from 'vitest'
import { addActor, addDistrict, anonymous, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { faultsOf } from '../people/people.fixture.ts'
import { dictionaryOf } from './dictionary.ts'
import { DICTIONARY_TERMS } from './district.contract.ts'

const house = await openTestHouse()
const { tenant, code } = await addDistrict(house)
const other = await addDistrict(house)
const admin = await addActor(house, [{ tenant, role: 'admin' }])
const teacher = await addActor(house, [{ tenant, role: 'teacher' }])

const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
const change = (dictionary: object, version: number, actor = admin) =>
  actor.ask('PATCH', '/api/district', { payload: { dictionary }, ...match(version) })

test('a district starts with our words in both languages', async () => {
  const reply = await teacher.ask('GET', '/api/district')
  expect(reply.headers.etag).toBe('"1"')
  const { dictionary, ...district } = reply.json()
  expect(district).toEqual({
    version: 1,
    code,
    name: `Район ${code}`,
    timeZone: 'Europe/Moscow',
    own: {},
    can: [],
  })
  expect(dictionary).toMatchObject({
    methodical_centre: { ru: 'ИМЦ', en: 'methodical centre' },
    pathway: { ru: 'ИОМ' },
  })
  expect(Object.keys(dictionary).sort()).toEqual([...DICTIONARY_TERMS].sort())
})

test('its own words come before ours, for it alone, until they are taken out', async () => {
  const first = await change({ methodical_centre: { ru: ' ИОЦ ' }, pathway: { ru: 'ИТПР', en: 'route' } }, 1)
  expect(first.statusCode, first.body).toBe(200)
  expect(first.headers.etag).toBe('"2"')
  expect(first.json()).toMatchObject({
    own: { methodical_centre: { ru: 'ИОЦ' }, pathway: { ru: 'ИТПР', en: 'route' } },
    dictionary: { methodical_centre: { ru: 'ИОЦ', en: 'methodical centre' }, pathway: { ru: 'ИТПР', en: 'route' } },
    can: ['change'],
  })
  const second = await change({ pathway: { en: null }, district: { ru: 'округ' } }, 2)
  expect(second.json().own).toEqual({
    methodical_centre: { ru: 'ИОЦ' },
    pathway: { ru: 'ИТПР' },
    district: { ru: 'округ' },
  })
  const { database } = house.services
  expect((await dictionaryOf(database.reader(tenant))).pathway).toEqual({ ru: 'ИТПР', en: 'pathway' })
  expect((await dictionaryOf(database.reader(other.tenant))).pathway.ru).toBe('ИОМ')
  const third = await change({ pathway: { ru: null }, methodical_centre: { ru: null }, district: { ru: null } }, 3)
  expect(third.json().own).toEqual({})
  const journal = await database
    .reader(tenant)
    .selectFrom('platform.journal')
    .select(['object_kind', 'object_id', 'details'])
    .where('action', '=', 'changeDistrict')
    .orderBy('id')
    .execute()
  expect(journal[1]).toEqual({
    object_kind: 'district',
    object_id: tenant,
    details: { terms: ['pathway', 'district'] },
  })
})

test('nobody, the wrong role, old versions and unknown words are refused', async () => {
  expect((await anonymous(house).ask('GET', '/api/district')).statusCode).toBe(401)
  expect((await (await addActor(house)).ask('GET', '/api/district')).statusCode).toBe(403)
  expect((await change({}, 1, teacher)).statusCode).toBe(403)
  expect((await change({ district: { ru: 'город' } }, 1)).json()).toMatchObject({ status: 412 })
  const blind = await admin.ask('PATCH', '/api/district', { payload: { dictionary: {} } })
  expect(faultsOf(blind)).toEqual(['If-Match version_required'])
  const wrong = { [unique('term')]: { ru: 'слово' }, district: { ru: '', fr: 'arrondissement' } }
  const faulty = await change(wrong, 4)
  expect(faulty.statusCode).toBe(422)
  expect(faultsOf(faulty)).toEqual(
    expect.arrayContaining(['dictionary.district.fr unknown_field', 'dictionary.district.ru too_short']),
  )
})
