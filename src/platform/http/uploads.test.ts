import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addActor, addDistrict, unique } from '../../../test/harness/actors.ts'
import { openTestHouse } from '../../../test/harness/house.ts'

const house = await openTestHouse()
const { tenant } = await addDistrict(house)
const methodist = await addActor(house, [{ tenant, role: 'methodist' }])
const FIRST = 'Код;Краткое наименование;Тип\nШ1;Школа 1;школа\n'

async function upload(key: string, files: readonly (readonly [name: string, content: string])[]) {
  const payload = new FormData()
  for (const [name, content] of files) payload.append('file', new File([content], name))
  return await methodist.ask('POST', '/api/loads', { payload, headers: { 'idempotency-key': key } })
}

const total = async (): Promise<number> => (await methodist.ask('GET', '/api/loads')).json().total
const stored = async (): Promise<number> => (await readdir(join(house.dataFolder, 'uploads', String(tenant)))).length

test('the same files under one key are one load, answered alike, and kept once', async () => {
  const key = unique('k')
  const replies = [await upload(key, [['organisations.csv', FIRST]]), await upload(key, [['organisations.csv', FIRST]])]
  expect(replies.map((reply) => reply.statusCode)).toEqual([201, 201])
  expect(replies[1]?.body).toBe(replies[0]?.body)
  expect([await total(), await stored()]).toEqual([1, 1])
})

test('other bytes, other names and more files under the key are refused, and nothing of them is kept', async () => {
  const key = unique('k')
  expect((await upload(key, [['organisations.csv', FIRST]])).statusCode).toBe(201)
  const before = [await total(), await stored()]
  const second = FIRST.replace('Школа 1', 'Школа 2')
  for (const files of [
    [['organisations.csv', second]],
    [['staff.csv', FIRST]],
    [
      ['organisations.csv', FIRST],
      ['staff.csv', FIRST],
    ],
  ] as const) {
    expect((await upload(key, files)).json()).toMatchObject({ status: 422, code: 'idempotency_key_reused' })
  }
  expect([await total(), await stored()]).toEqual(before)
})

test('what is uploaded with a key is what was sent, byte for byte', async () => {
  const large = FIRST + 'Ш2;Школа 2;школа\n'.repeat(20_000)
  const reply = await upload(unique('k'), [
    ['a.csv', large],
    ['b.csv', ''],
    ['c.csv', FIRST],
  ])
  expect(reply.json().files.map((file: { name: string; bytes: number }) => [file.name, file.bytes])).toEqual([
    ['a.csv', Buffer.byteLength(large)],
    ['b.csv', 0],
    ['c.csv', Buffer.byteLength(FIRST)],
  ])
})

test('a file beyond the limit is refused with a key as without one', async () => {
  const reply = await upload(unique('k'), [['a.csv', 'x'.repeat(64 * 1_048_576 + 1)]])
  expect(reply.json()).toMatchObject({ status: 413, code: 'file_too_large' })
})
