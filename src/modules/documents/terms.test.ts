import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { openTestHouse } from '../../../test/harness/house.ts'
import { makeGivingDistrict, SEMINAR } from './register/documents.fixture.ts'

const house = await openTestHouse({ work: true })
const district = await makeGivingDistrict(house)
const { methodist } = district

test('who holds a document of a kind is counted, with its number behind the figure, until it is revoked', async () => {
  const people = [await district.addTeacher(), await district.addTeacher(), await district.addTeacher()]
  const [first, second] = people
  await house.services.database.write(district.tenant, (tx) => sql`select registry.rebuild_spans(null)`.execute(tx))
  const give = { seriesId: district.series, signatoryId: district.signatory, issuedOn: '2026-03-03' }
  const given = await methodist.ask('POST', '/api/documents', {
    payload: { about: SEMINAR, ...give, personIds: [first, second] },
  })
  expect(given.statusCode, given.body).toBe(201)
  const body = {
    ...{ kind: 'count', subject: 'person', slices: [] },
    of: {
      term: 'holdsDocument',
      where: { kind: { is: 'participation' }, hours: { from: 4 } },
      when: { during: 'calendar_year' },
    },
  }
  const titles = { titleRu: 'Получили сертификат', titleEn: 'Were given a certificate' }
  const defined = await methodist.ask('POST', '/api/indicator-definitions', {
    payload: { code: 'CERT', ...titles, body, validFrom: '2020-01-01' },
  })
  expect(defined.statusCode, defined.body).toBe(201)
  const holders = async () =>
    (await methodist.ask('GET', '/api/indicators/CERT/members?date=2026-12-31')).json() as { total: number }
  expect(await holders()).toMatchObject({ total: 2 })
  expect(JSON.stringify(await holders())).toContain(given.json().first)
  await vi.waitFor(
    async () =>
      expect((await methodist.ask('GET', `/api/document-batches/${given.json().id}`)).json()).toMatchObject({
        printed: 2,
      }),
    { timeout: 60_000, interval: 100 },
  )
  const { items } = (await methodist.ask('GET', '/api/documents')).json()
  const { version } = (await methodist.ask('GET', `/api/documents/${items[0].id}`)).json()
  const revoked = await methodist.ask('POST', `/api/documents/${items[0].id}/revoke`, {
    payload: { reason: 'Выдан по ошибке' },
    headers: { 'if-match': `"${version}"` },
  })
  expect(revoked.statusCode, revoked.body).toBe(201)
  expect(await holders()).toMatchObject({ total: 1 })
})
