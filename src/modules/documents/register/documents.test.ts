import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { extractText } from 'unpdf'
import { expect, test, vi } from 'vitest'
import { addActor, addDistrict, addOrganisation, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { rowsOfWorkbook } from '../../../../test/harness/workbook.ts'
import { mergePerson } from '../../registry/doubles/merges.service.ts'
import { makeGivingDistrict, SEMINAR } from './documents.fixture.ts'

const house = await openTestHouse({ work: true })
const district = await makeGivingDistrict(house)
const { tenant, school, methodist, signatory, series, upskilling, addTeacher } = district
const head = await addActor(house, [{ tenant, role: 'head', organisation: school }])
const otherHead = await addActor(house, [{ tenant, role: 'head', organisation: await addOrganisation(house, tenant) }])
const foreigner = await addActor(house, [{ tenant: (await addDistrict(house)).tenant, role: 'methodist' }])

type Change = { about?: object; seriesId?: number; issuedOn?: string; signatoryId?: number }
const give = (personIds: readonly number[], change: Change = {}) =>
  methodist.ask('POST', '/api/documents', {
    payload: { about: SEMINAR, seriesId: series, signatoryId: signatory, issuedOn: '2026-03-05', ...change, personIds },
  })

const at = (id: number, rest = ''): string => `/api/documents/${id}${rest}`
const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })

async function printed(batch: number): Promise<void> {
  await vi.waitFor(
    async () => {
      const { total, printed: done, fault } = (await methodist.ask('GET', `/api/document-batches/${batch}`)).json()
      expect([done, fault]).toEqual([total, null])
    },
    { timeout: 30_000, interval: 200 },
  )
}

/** The document of somebody, once it is printed. */
async function givenTo(person: number) {
  const reply = await give([person])
  expect(reply.statusCode, reply.body).toBe(201)
  await printed(reply.json().id)
  const number = reply.json().first
  const { items } = (await methodist.ask('GET', '/api/documents', { query: { q: number } })).json()
  return (await methodist.ask('GET', at(items[0].id))).json()
}

const textOf = async (pdf: Buffer): Promise<string> =>
  (await extractText(new Uint8Array(pdf), { mergePages: true })).text.replaceAll(/\s+/g, ' ')

const checked = async (check: string) =>
  (await house.app.inject(`/api/document-checks/${check.split('/').at(-1)}`)).json()

test('those who took part are given a paper each, in the order of names; it says whom, what for and who signs', async () => {
  const [second, first] = [await addTeacher('Яблокова'), await addTeacher('Абрикосова')]
  const actor = await addActor(house, [{ tenant, role: 'teacher', person: first }])
  const reply = await give([second, first])
  expect(reply.statusCode, reply.body).toBe(201)
  const batch = reply.json()
  expect(batch).toMatchObject({ total: 2, kind: 'participation', title: SEMINAR.title })
  await printed(batch.id)

  const mine = (await actor.ask('GET', '/api/me/documents')).json().items
  expect(mine).toMatchObject([{ number: batch.first, state: 'issued', title: SEMINAR.title, hours: 4 }])
  await vi.waitFor(async () => expect((await actor.ask('GET', '/api/notifications')).body).toContain('/my/documents'), {
    timeout: 30_000,
    interval: 200,
  })
  const paper = await actor.ask('GET', at(mine[0].id, '/paper'))
  expect(paper.headers['content-disposition']).toBe(`attachment; filename="document-${mine[0].id}.pdf"`)
  const text = await textOf(paper.rawPayload)
  expect(text).toContain('Абрикосовой Анне')
  for (const part of [batch.first, SEMINAR.title, 'ИМЦ Заречного района', 'Р. Б. Сидоров', '5 марта 2026 г.'])
    expect(text).toContain(part)
  expect(batch.last).toMatch(/^С-\d{4}\/2026$/)
})

test('the bytes served are the bytes issued, and nobody can put others in their place', async () => {
  const document = await givenTo(await addTeacher())
  const paper = await methodist.ask('GET', at(document.id, '/paper'))
  expect(createHash('sha256').update(paper.rawPayload).digest('hex')).toBe(document.hash)
  const { database } = house.services
  for (const change of [
    sql`body = '\\x00'`,
    sql`body = null, hash = null`,
    sql`number = '1'`,
    sql`holder = 'Другая'`,
    sql`issued_on = '2020-01-01'`,
    sql`code = '0000000000000000'`,
  ]) {
    await expect(
      database.write(tenant, (tx) =>
        sql`update documents.document set ${change} where id = ${document.id}`.execute(tx),
      ),
    ).rejects.toThrow('an issued document does not change')
  }
  await expect(
    database.write(tenant, (tx) => sql`delete from documents.document where id = ${document.id}`.execute(tx)),
  ).rejects.toThrow('permission denied')
  expect((await methodist.ask('GET', at(document.id, '/paper'))).rawPayload.equals(paper.rawPayload)).toBe(true)
})

test('ten at once take numbers without a gap, and one that is undone takes none', async () => {
  const own = await district.made('/api/document-series', {
    ...{ kind: 'participation', title: unique('Ряд'), prefix: '{YY}-', suffix: unique('-'), digits: 2 },
  })
  const people = await Promise.all(Array.from({ length: 10 }, () => addTeacher()))
  const replies = await Promise.all(
    people.map((person, at) => give(at % 5 === 0 ? [person, 999_999_999] : [person], { seriesId: own })),
  )
  expect(replies.filter(({ statusCode }) => statusCode === 422)).toHaveLength(2)
  const { items } = (
    await methodist.ask('GET', '/api/documents', { query: { series: String(own), size: '50', sort: 'number' } })
  ).json()
  expect(items.map(({ number }: { number: string }) => Number(number.slice(3, 5)))).toEqual(
    Array.from({ length: 8 }, (_, count) => count + 1),
  )
  const next = await give([people[0] ?? 0], { seriesId: own, issuedOn: '2025-12-31' })
  expect(next.json().first).toMatch(/^25-01-/)
})

test('a paper with a mistake is given anew under its number; the old one says that it was replaced', async () => {
  const person = await addTeacher('Ошибкина')
  const before = await givenTo(person)
  expect(await checked(before.check)).toMatchObject({ state: 'issued', endedOn: null })
  await house.services.database.write(tenant, (tx) =>
    tx.updateTable('registry.person').set({ surname: 'Верная' }).where('id', '=', person).execute(),
  )
  const payload = { reason: 'ошибка в фамилии', signatoryId: signatory, issuedOn: '2026-04-01' }
  const early = { ...payload, issuedOn: '2026-01-01' }
  expect(
    (await methodist.ask('POST', at(before.id, '/reissue'), { payload: early, ...match(before.version) })).json(),
  ).toMatchObject({
    errors: [{ path: 'issuedOn', code: 'before_first_paper' }],
  })
  const reply = await methodist.ask('POST', at(before.id, '/reissue'), { payload, ...match(before.version) })
  expect(reply.statusCode, reply.body).toBe(201)
  const after = reply.json()
  expect(after).toMatchObject({ number: before.number, edition: 2, holder: 'Верная Анна', state: 'printing' })
  await printed(after.batchId)
  const text = await textOf((await methodist.ask('GET', at(after.id, '/paper'))).rawPayload)
  expect(text).toContain('Верной Анне')
  expect(text).toContain('взамен выданного 5 марта 2026 г.')
  expect((await methodist.ask('GET', at(before.id))).json()).toMatchObject({
    ...{ state: 'replaced', endedFor: payload.reason, holder: 'Ошибкина Анна', can: ['take'] },
    editions: [{ id: after.id }, { id: before.id }],
  })
  expect(await checked(before.check)).toMatchObject({ state: 'replaced' })
  expect(await checked(after.check)).toMatchObject({ state: 'issued', number: before.number })
  expect(
    (await methodist.ask('POST', at(before.id, '/reissue'), { payload, ...match(before.version + 1) })).json(),
  ).toMatchObject({ code: 'document_ended' })
})

test('a revoked one says so to whoever holds the paper, and names nobody; codes that are none are refused', async () => {
  const document = await givenTo(await addTeacher('Тайная'))
  const payload = { reason: 'выдан по ошибке' }
  expect((await head.ask('POST', at(document.id, '/revoke'), { payload, ...match(document.version) })).statusCode).toBe(
    403,
  )
  const reply = await methodist.ask('POST', at(document.id, '/revoke'), { payload, ...match(document.version) })
  expect(reply.json()).toMatchObject({ state: 'revoked', endedFor: payload.reason, can: ['take', 'reissue'] })
  const answer = await checked(document.check)
  expect(answer).toEqual({
    ...{ kind: 'participation', number: document.number, issuedOn: '2026-03-05', state: 'revoked' },
    ...{ endedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), issuer: 'ИМЦ Заречного района' },
  })
  for (const code of ['0000000000000000', "'; --", '%00', 'x'.repeat(64)])
    expect((await house.app.inject(`/api/document-checks/${encodeURIComponent(code)}`)).json()).toMatchObject({
      status: 404,
      code: 'no_such_document',
    })
})

test('whoever tries codes out is stopped', async () => {
  const replies = []
  for (let tries = 0; tries < 80; tries++)
    replies.push(
      (await house.app.inject({ url: '/api/document-checks/zzzz', remoteAddress: '198.51.100.7' })).statusCode,
    )
  expect(replies[0]).toBe(404)
  expect(replies.at(-1)).toBe(429)
})

test('a diploma of retraining is given like any other paper, and says what it gives', async () => {
  const diplomas = await district.made('/api/document-series', {
    ...{ kind: 'retraining', title: unique('Дипломы'), prefix: unique('ПП-'), suffix: '/{YYYY}', digits: 4 },
  })
  const about = {
    ...{ kind: 'retraining', title: 'Методика химии', startsOn: '2025-09-01', endsOn: '2026-03-01', hours: 260 },
    ...{ gives: 'qualification', given: 'Учитель химии' },
  }
  const reply = await give([await addTeacher('Химикова')], { about, seriesId: diplomas })
  expect(reply.statusCode, reply.body).toBe(201)
  await printed(reply.json().id)
  const { items } = (await methodist.ask('GET', '/api/documents', { query: { kind: 'retraining' } })).json()
  const document = (await methodist.ask('GET', at(items[0].id))).json()
  expect(document.about).toEqual(about)
  const text = await textOf((await methodist.ask('GET', at(document.id, '/paper'))).rawPayload)
  for (const part of ['ДИПЛОМ О ПРОФЕССИОНАЛЬНОЙ ПЕРЕПОДГОТОВКЕ', 'Химиковой Анне', '260 часов', '«Учитель химии»'])
    expect(text.replaceAll('\u00a0', ' ')).toContain(part)
  expect(await checked(document.check)).toMatchObject({ kind: 'retraining', state: 'issued' })
})

test('what does not fit is refused by name', async () => {
  const person = await addTeacher()
  const refused = async (change: Change) =>
    (await give([person], change))
      .json()
      .errors?.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)
  const course = { kind: 'upskilling', title: 'Программа', startsOn: '2026-03-01', endsOn: '2026-03-04', hours: 15 }
  expect(await refused({ about: course, seriesId: upskilling })).toEqual(['about.hours hours_below_law'])
  expect(await refused({ about: { ...course, hours: 36, endsOn: '2026-02-01' }, seriesId: upskilling })).toEqual([
    'about.endsOn ends_before_start',
  ])
  expect(await refused({ about: { ...course, hours: 36 } })).toEqual(['seriesId series_of_other_kind'])
  const diploma = { ...course, kind: 'retraining', hours: 249, gives: 'qualification', given: 'Учитель химии' }
  expect(await refused({ about: diploma })).toEqual(['about.hours retraining_below_law'])
  expect(await refused({ about: { ...diploma, hours: 250, given: '' } })).toEqual(['about.given too_short'])
  expect(await refused({ issuedOn: '2199-01-01' })).toEqual(['issuedOn in_future'])
  expect(await refused({ issuedOn: '2019-01-01' })).toEqual(['signatoryId signatory_not_then'])
  expect(await refused({ signatoryId: 999_999_999 })).toEqual(['signatoryId reference_unknown'])
})

test('the head sees those of the own school, a teacher the own ones, other districts nothing', async () => {
  const document = await givenTo(await addTeacher())
  const other = await addActor(house, [{ tenant, role: 'teacher', person: await addTeacher() }])
  const listed = async (who: typeof head): Promise<number[]> =>
    (await who.ask('GET', '/api/documents', { query: { q: document.number } }))
      .json()
      .items.map(({ id }: { id: number }) => id)
  expect(await listed(head)).toEqual([document.id])
  expect((await head.ask('GET', at(document.id))).json()).toMatchObject({ can: ['take'] })
  for (const who of [otherHead, foreigner, other]) {
    expect(await listed(who)).toEqual([])
    expect((await who.ask('GET', at(document.id))).statusCode).toBe(404)
    expect((await who.ask('GET', at(document.id, '/paper'))).statusCode).toBe(404)
  }
})

test('the register is taken away as a workbook in which nothing is a formula', async () => {
  const title = '=HYPERLINK("http://x","y")'
  const reply = await give([await addTeacher()], { about: { ...SEMINAR, title } })
  await printed(reply.json().id)
  const file = await methodist.ask('GET', '/api/documents.xlsx', { query: { q: reply.json().first } })
  expect(file.statusCode, file.body).toBe(200)
  expect(await rowsOfWorkbook(file.rawPayload)).toEqual(
    expect.arrayContaining([expect.arrayContaining([title, reply.json().first])]),
  )
})

test('with cards that are merged documents go along', async () => {
  const [kept, gone] = [await addTeacher(), await addTeacher()]
  const document = await givenTo(gone)
  await house.services.database.write(tenant, (tx) =>
    mergePerson(tx, { kept, version: 1, gone, goneVersion: 1, take: [], account: null }),
  )
  expect((await methodist.ask('GET', at(document.id))).json()).toMatchObject({
    personId: kept,
    holder: document.holder,
  })
})

test('of who is erased the number stays; a certificate of qualification stays whole, any other loses name and paper', async () => {
  const person = await addTeacher('Стёрова')
  const certificate = await givenTo(person)
  const course = { kind: 'upskilling', title: 'Программа', startsOn: '2026-03-02', endsOn: '2026-03-20', hours: 36 }
  const reply = await give([person], { about: course, seriesId: upskilling, issuedOn: '2026-03-21' })
  await printed(reply.json().id)
  await house.services.database.write(tenant, (tx) =>
    sql`update registry.employment set dismissed_on = current_date - 30 where person_id = ${person}`.execute(tx),
  )
  const asked = await methodist.ask('POST', '/api/personal-data/requests', {
    payload: { personId: person, kind: 'erasure', receivedOn: '2026-01-12' },
  })
  const colleague = await addActor(house, [{ tenant, role: 'methodist' }])
  const erase = async (who: typeof methodist) => {
    const { version } = (await who.ask('GET', `/api/personal-data/requests/${asked.json().id}`)).json()
    return await who.ask('POST', `/api/personal-data/requests/${asked.json().id}/erasure`, {
      payload: { surname: 'Стёрова' },
      ...match(version),
    })
  }
  await erase(methodist)
  const done = await erase(colleague)
  expect(done.json(), done.body).toEqual({ erased: true })
  expect((await methodist.ask('GET', at(certificate.id))).json()).toMatchObject({
    ...{ number: certificate.number, holder: '—', personId: null, hash: null, can: ['revoke'] },
    about: { title: '—' },
  })
  const { items } = (await methodist.ask('GET', '/api/documents', { query: { q: reply.json().first } })).json()
  expect(items).toMatchObject([{ holder: 'Стёрова Анна', personId: null, title: 'Программа' }])
  expect((await methodist.ask('GET', at(items[0].id, '/paper'))).statusCode).toBe(200)
})
