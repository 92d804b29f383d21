import { crc32, deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { addActor, addDistrict, unique } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'

const house = await openTestHouse()
const { tenant } = await addDistrict(house)
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const head = await addActor(house, [{ tenant, role: 'department' }])

const put = async (bytes: Uint8Array, name = 'emblem.png') => {
  const payload = new FormData()
  payload.append('file', new File([Buffer.from(bytes)], name))
  return await methodist.ask('POST', '/api/letterhead/emblem', { payload })
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A grey square. */
function png(width: number, height: number, rows = Buffer.alloc((width + 1) * height, 0x80)): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  for (let row = 0; row < height && rows.length > row * (width + 1); row++) rows[row * (width + 1)] = 0
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('a letterhead is written, and another one does not go over it unseen', async () => {
  expect((await methodist.ask('GET', '/api/letterhead')).json()).toMatchObject({ version: 0, name: '', emblem: null })
  const payload = { name: 'ИМЦ района', place: 'г. Зареченск', address: '', requisites: 'ИНН 7800000000' }
  const write = (version: number) =>
    methodist.ask('PUT', '/api/letterhead', { payload, headers: { 'if-match': `"${version}"` } })
  expect((await write(0)).json()).toMatchObject({ ...payload, version: 1 })
  expect((await write(0)).statusCode).toBe(412)
  expect((await head.ask('GET', '/api/letterhead')).statusCode).toBe(403)
})

test('an emblem is what its bytes are; what lies about itself, is too large or cannot be drawn is refused', async () => {
  const fault = async (bytes: Uint8Array, name?: string) => {
    const { status, code, errors } = (await put(bytes, name)).json()
    return errors?.[0]?.code ?? `${status} ${code}`
  }
  expect(await fault(Buffer.from('<svg onload="alert(1)"/>'), 'emblem.png')).toBe('no_picture')
  expect(await fault(Buffer.from('<html>'), 'a.jpg')).toBe('no_picture')
  expect(await fault(Buffer.from('%PDF-1.7'))).toBe('no_picture')
  expect(await fault(Buffer.alloc(0))).toBe('no_picture')
  expect(await fault(Buffer.alloc(600_000))).toBe('413 picture_too_large')
  expect(await fault(png(5_000, 1))).toBe('picture_points')
  expect(await fault(png(4, 4).subarray(0, 40))).toBe('picture_broken')
  expect(await fault(Buffer.from(`ffd8ffe00010${'00'.repeat(14)}ffc00011080004000403${'00'.repeat(20)}`, 'hex'))).toBe(
    'picture_broken',
  )
  expect((await methodist.ask('GET', '/api/letterhead')).json()).toMatchObject({ emblem: null })

  const reply = await put(png(8, 8), '../../etc/passwd')
  expect(reply.statusCode, reply.body).toBe(201)
  expect(reply.json().emblem).toMatch(/^data:image\/png;base64,/)
  const sample = await methodist.ask('GET', '/api/letterhead/preview')
  expect(sample.headers['content-type']).toBe('application/pdf')
  expect(sample.rawPayload.includes('/Subtype/Image') || sample.rawPayload.includes('/Image')).toBe(true)
  expect((await methodist.ask('DELETE', '/api/letterhead/emblem')).statusCode).toBe(204)
  expect((await methodist.ask('GET', '/api/letterhead')).json()).toMatchObject({ emblem: null })
})

test('series: the year is needed, numbers once given keep their look, a retired series gives no more', async () => {
  const series = { kind: 'participation', title: unique('Ряд'), prefix: 'С-', suffix: '/{YY}', digits: 3 }
  const create = (change: object) =>
    methodist.ask('POST', '/api/document-series', { payload: { ...series, title: unique('Ряд'), ...change } })
  const fault = async (change: object) => (await create(change)).json().errors?.[0]?.code
  expect(await fault({ suffix: '' })).toBe('series_without_year')
  expect(await fault({ prefix: '{YEAR}-' })).toBe('series_pattern')
  const made = (await create({ title: series.title })).json()
  expect(made).toMatchObject({ last: null, used: false, version: 1 })
  expect(await fault({ title: series.title, prefix: 'Т-' })).toBe('series_title_taken')
  expect(await fault({})).toBe('series_numbers_taken')
  const change = (version: number, payload: object) =>
    methodist.ask('PUT', `/api/document-series/${made.id}`, {
      payload: { ...series, retired: false, ...payload },
      headers: { 'if-match': `"${version}"` },
    })
  expect((await change(1, { digits: 4 })).json()).toMatchObject({ digits: 4, version: 2 })
  await house.services.database.write(tenant, (tx) =>
    tx.insertInto('documents.counter').values({ series_id: made.id, year: 2026, last: 7 }).execute(),
  )
  expect((await change(2, { digits: 5 })).json()).toMatchObject({ code: 'series_used' })
  expect((await change(2, { digits: 4, retired: true })).json()).toMatchObject({ retired: true, used: true })
})

test('who signs is told from a day to a day', async () => {
  const payload = { name: 'Р. Б. Сидоров', post: 'Директор', fromOn: '2020-01-01', toOn: '2020-12-31' }
  const made = await methodist.ask('POST', '/api/document-signatories', { payload })
  expect(made.json()).toMatchObject({ signs: false, version: 1 })
  const backwards = { ...payload, toOn: '2019-12-31' }
  expect((await methodist.ask('POST', '/api/document-signatories', { payload: backwards })).json()).toMatchObject({
    errors: [{ path: 'toOn', code: 'ends_before_start' }],
  })
  const changed = await methodist.ask('PUT', `/api/document-signatories/${made.json().id}`, {
    payload: { ...payload, toOn: null },
    headers: { 'if-match': '"1"' },
  })
  expect(changed.json()).toMatchObject({ signs: true, version: 2 })
})
