import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addActor, addDistrict, addOrganisation, type Person, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { makeGivingDistrict } from '../register/documents.fixture.ts'
import { scanIn } from './scan.ts'

const house = await openTestHouse()
const { tenant, school, methodist, addTeacher } = await makeGivingDistrict(house)
const head = await addActor(house, [{ tenant, role: 'head', organisation: school }])
const otherHead = await addActor(house, [{ tenant, role: 'head', organisation: await addOrganisation(house, tenant) }])
const department = await addActor(house, [{ tenant, role: 'department' }])
const foreigner = await addActor(house, [{ tenant: (await addDistrict(house)).tenant, role: 'methodist' }])

const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
const course = (change: object = {}) => ({
  ...{
    kind: 'upskilling',
    form: 'distance',
    title: unique('Оценивание'),
    place: 'Институт развития',
    hours: 36,
  },
  ...{ startsOn: '2026-01-12', endsOn: '2026-01-30', number: unique('782400') },
  ...change,
})
const PDF = Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n')

type Teacher = Person & { readonly person: number }
async function addTeacherOf(surname?: string): Promise<Teacher> {
  const person = await addTeacher(surname)
  await house.services.database.write(tenant, (tx) =>
    sql`select registry.rebuild_spans(array[${person}]::bigint[])`.execute(tx),
  )
  return { ...(await addActor(house, [{ tenant, role: 'teacher', person }])), person }
}

function put(who: Person, id: number, bytes: Buffer, name = 'scan.pdf') {
  const payload = new FormData()
  payload.append('file', new File([new Uint8Array(bytes)], name))
  return who.ask('PUT', `/api/my/deeds/${id}/file`, { payload })
}

async function told(who: Person, payload: object = course()) {
  const reply = await who.ask('POST', '/api/my/deeds', { payload })
  expect(reply.statusCode, reply.body).toBe(201)
  const sent = await put(who, reply.json().id, PDF)
  expect(sent.statusCode, sent.body).toBe(200)
  return sent.json()
}

const decide = (who: Person, { id, version }: { id: number; version: number }, rest: object) =>
  who.ask('POST', '/api/deeds/decisions', { payload: { deeds: [{ id, version }], ...rest } })
const mine = async (who: Person) => (await who.ask('GET', '/api/my/deeds')).json().items
const lifeOf = async (person: number) =>
  (await methodist.ask('GET', `/api/people/${person}/life`))
    .json()
    .items.filter(({ term }: { term: string }) => term === 'trained')

test('what a teacher tells of is confirmed by the school, counts as learning, and is taken back as a whole', async () => {
  const teacher = await addTeacherOf()
  const typed = course()
  const first = await told(teacher, typed)
  expect(first).toMatchObject({ state: 'asked', can: ['change', 'remove', 'take'] })
  expect((await head.ask('GET', '/api/tasks')).body).toContain('запись о сделанном в других местах')
  expect(await lifeOf(teacher.person)).toEqual([])

  expect((await decide(head, first, { outcome: 'confirm' })).json()).toEqual({ decided: 1, left: 0 })
  const [row] = await lifeOf(teacher.person)
  expect(row).toMatchObject({ label: typed.title, to: null, source: null })
  const [confirmed] = await mine(teacher)
  expect(confirmed).toMatchObject({ state: 'confirmed', can: ['take'] })
  expect((await put(teacher, first.id, PDF)).json()).toMatchObject({ status: 409, code: 'deed_decided' })

  const back = await decide(methodist, confirmed, { outcome: 'return', word: 'Это сертификат участника' })
  expect(back.json(), back.body).toEqual({ decided: 1, left: 0 })
  expect(await lifeOf(teacher.person)).toEqual([])
  const [returned] = await mine(teacher)
  expect(returned).toMatchObject({ state: 'returned', word: 'Это сертификат участника' })
  const removed = await teacher.ask('DELETE', `/api/my/deeds/${first.id}`, match(returned.version))
  expect(removed.statusCode).toBe(204)
})

test('a file that lies about its type is refused by its bytes; nothing that was typed is lost', async () => {
  const teacher = await addTeacherOf()
  const { id } = (await teacher.ask('POST', '/api/my/deeds', { payload: course() })).json()
  const page = Buffer.from('<!doctype html><script>alert(1)</script>')
  const lies: readonly (readonly [Buffer, string])[] = [
    [page, 'scan.pdf'],
    [Buffer.concat([page, PDF]), 'scan.pdf'],
    [Buffer.from('%PDF-1.7\ncut'), 'scan.pdf'],
    [Buffer.from('MZ\x90\x00'), 'photo.jpg'],
    [Buffer.from('RIFF0000AVI LIST'), 'photo.webp'],
  ]
  for (const [bytes, name] of lies)
    expect((await put(teacher, id, bytes, name)).json(), name).toMatchObject({
      errors: [{ path: 'file', code: 'no_scan' }],
    })
  const large = await put(teacher, id, Buffer.concat([PDF, Buffer.alloc(5 * 1024 * 1024), PDF]))
  expect(large.json()).toMatchObject({ status: 413, code: 'scan_too_large' })
  expect(await mine(teacher)).toMatchObject([{ id, state: 'draft', can: ['change', 'remove'] }])
  expect((await head.ask('GET', '/api/deeds')).body).not.toContain(`"id":${id},`)
  expect((await put(teacher, id, PDF, 'photo.jpg')).json()).toMatchObject({ state: 'asked' })
})

test('a scan of each kind is known by its bytes', () => {
  const webp = Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(4), Buffer.from('WEBPVP8 ')])
  expect(scanIn(webp)?.type).toBe('image/webp')
  expect(scanIn(PDF)?.type).toBe('application/pdf')
  expect(scanIn(Buffer.alloc(0))).toBeUndefined()
})

test('the scan lies sealed, is given as a file to save, and whoever else reads it is told to the person', async () => {
  const teacher = await addTeacherOf()
  const { id } = await told(teacher)
  const { rows } = await house.services.database.write(tenant, (tx) =>
    sql<{ file: Buffer }>`select file from documents.elsewhere where id = ${id}`.execute(tx),
  )
  expect(rows[0]?.file.includes('%PDF')).toBe(false)
  const at = `/api/deeds/${id}/file`
  for (const who of [teacher, head, methodist]) {
    const reply = await who.ask('GET', at)
    expect(reply.rawPayload.equals(PDF)).toBe(true)
    expect(reply.headers).toMatchObject({
      'content-disposition': `attachment; filename="deed-${id}.pdf"`,
      'x-content-type-options': 'nosniff',
    })
  }
  for (const who of [otherHead, foreigner, await addTeacherOf()])
    expect((await who.ask('GET', at)).statusCode).toBe(404)
  expect((await department.ask('GET', at)).statusCode).toBe(403)
  const sights = (await teacher.ask('GET', '/api/me/sights')).json().items
  expect(sights.map(({ action }: { action: string }) => action)).toEqual(['getDeedDocument', 'getDeedDocument'])
})

test('what is on record is shown before it is sent, whoever told of it, and is sent only as something else', async () => {
  const teacher = await addTeacherOf()
  const first = course({ number: 'ПК № 78-2400-11' })
  const sent = await told(teacher, first)
  const same = async (change: object) => {
    const { kind, title, place, startsOn, endsOn, number } = { ...course(), ...change } as ReturnType<typeof course>
    const query = { kind, title, place, startsOn, endsOn, number }
    return (await teacher.ask('GET', '/api/my/deeds/same', { query })).json().items
  }
  expect(await same({})).toEqual([])
  expect(await same({ number: 'пк 78240011' })).toMatchObject([{ where: 'told', title: first.title }])
  await decide(head, sent, { outcome: 'confirm' })
  expect(await same({ number: 'пк 78240011' })).toMatchObject([{ where: 'learning', title: first.title }])
  expect(await same({ title: first.title.toUpperCase() })).toMatchObject([{ where: 'learning' }])

  const again = { ...first, title: unique('Другая') }
  const refused = await teacher.ask('POST', '/api/my/deeds', { payload: again })
  expect(refused.json()).toMatchObject({ status: 409, code: 'deed_known' })
  expect((await teacher.ask('POST', '/api/my/deeds', { payload: { ...again, isAnother: true } })).statusCode).toBe(201)
})

test('what a file told of before is not counted twice, and stays when the document is taken back', async () => {
  const teacher = await addTeacherOf()
  const typed = course()
  const first = await told(teacher, typed)
  await decide(head, first, { outcome: 'confirm' })
  const [confirmed] = await mine(teacher)
  // The same row comes in a file after all.
  await house.services.database.write(tenant, (tx) =>
    sql`update activities.learning set source_id = 1, source_row = 2 where person_id = ${teacher.person}`.execute(tx),
  )
  const second = await told(teacher, { ...typed, isAnother: true })
  await decide(head, second, { outcome: 'confirm' })
  expect(await lifeOf(teacher.person)).toHaveLength(1)
  await decide(head, confirmed, { outcome: 'return', word: 'повтор' })
  expect(await lifeOf(teacher.person)).toHaveLength(1)
})

test('what the law does not call learning is refused at its field', async () => {
  const teacher = await addTeacherOf()
  const refused = async (change: object) =>
    (await teacher.ask('POST', '/api/my/deeds', { payload: course(change) }))
      .json()
      .errors?.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)
  expect(await refused({ hours: 15 })).toEqual(['hours hours_below_law'])
  expect(await refused({ kind: 'retraining', hours: 249 })).toEqual(['hours retraining_below_law'])
  expect(await refused({ endsOn: '2025-01-01' })).toEqual(['endsOn ends_before_start'])
  expect(await refused({ endsOn: '2199-01-01' })).toEqual(['endsOn in_future'])
})

test('nobody confirms the own learning, and nobody that of others’ people', async () => {
  const teacher = await addTeacherOf()
  const sent = await told(teacher)
  expect((await decide(otherHead, sent, { outcome: 'confirm' })).statusCode).toBe(422)
  expect((await decide(teacher, sent, { outcome: 'confirm' })).statusCode).toBe(403)
  const deputy = await addActor(house, [
    { tenant, role: 'teacher', person: teacher.person },
    { tenant, role: 'school_methodist', organisation: school },
  ])
  expect((await decide(deputy, sent, { outcome: 'confirm' })).json()).toEqual({ decided: 0, left: 1 })
  expect((await decide(head, { ...sent, version: sent.version - 1 }, { outcome: 'confirm' })).json()).toEqual({
    decided: 0,
    left: 1,
  })
})
