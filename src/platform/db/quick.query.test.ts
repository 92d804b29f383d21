import { expect, test } from 'vitest'
import { openTestHouse } from '../../../test/harness/house.ts'
import { askPrepared } from './prepared.ts'

const house = await openTestHouse()
const { database } = house.services

const ECHO = {
  name: 'test_echo',
  text: `select $1::text as text, $2::bigint as number, $3::boolean as yes, $4::bytea as bytes, $5::text[] as texts,
    $6::bigint[] as numbers, $7::date as day, $8::json as json, $9::timestamptz as moment`,
}

test('values go there and back as they are', async () => {
  const text = 'Ёлка «"\\{},\n😀'
  const moment = '2026-01-02T03:04:05.678Z'
  const given = [
    text,
    7,
    true,
    Buffer.from([0, 255, 39]),
    [text, 'NULL', ''],
    [1, 2],
    '2026-11-22',
    '{"a":[1]}',
    moment,
  ]
  const expected = {
    text,
    number: 7,
    yes: true,
    bytes: Buffer.from([0, 255, 39]),
    texts: [text, 'NULL', ''],
    day: '2026-11-22',
    json: { a: [1] },
    moment: new Date(moment),
  }
  // Twice on each connection: when it is prepared, and when it is known.
  for (let i = 0; i < 30; i++) expect(await database.ask(ECHO, given)).toEqual([expect.objectContaining(expected)])
  const nothing = await database.ask(ECHO, [null, null, null, null, [], null, null, null, null])
  expect(nothing).toEqual([expect.objectContaining({ text: null, number: null, bytes: null, texts: [], moment: null })])
})

test('many at once, each by its own answer; none, one or many rows', async () => {
  const ROWS = { name: 'test_rows', text: 'select n from generate_series(1, $1::int) n' }
  const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => database.ask<{ n: number }>(ROWS, [n % 7])))
  expect(answers.map((rows) => rows.length)).toEqual(Array.from({ length: 200 }, (_, n) => n % 7))
})

test('a fault is the asker’s alone, and the connection serves on', async () => {
  const DIVIDE = { name: 'test_divide', text: 'select 10 / $1::int as n' }
  const BROKEN = { name: 'test_broken', text: 'select nonsense from nowhere' }
  for (let i = 0; i < 20; i++) {
    await expect(database.ask(DIVIDE, [0])).rejects.toMatchObject({ code: '22012' })
    await expect(database.ask(BROKEN, [])).rejects.toMatchObject({ code: '42P01' })
    expect(await database.ask(DIVIDE, [5])).toEqual([{ n: 2 }])
  }
  expect(database.readPool.totalCount).toBeLessThanOrEqual(12)
  expect(database.readPool.idleCount).toBe(database.readPool.totalCount)
})

test('what comes back broken is a fault too', async () => {
  const HUGE = { name: 'test_huge', text: 'select (2 ^ 60)::bigint + $1::int as n' }
  await expect(database.ask(HUGE, [1])).rejects.toThrow('beyond 2^53')
})

test('a reader asks as its tenant, whoever had the connection before', async () => {
  const WHO = { name: 'test_who', text: "select current_setting('rost.tenant', true) as tenant where $1" }
  for (let i = 0; i < 20; i++) {
    const tenant = i % 3 === 0 ? null : i
    expect(await askPrepared(database.reader(tenant), WHO, [true])).toEqual([
      { tenant: tenant === null ? '' : String(i) },
    ])
  }
})
