import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { addActor } from '../../../../test/harness/actors.ts'
import { openTestHouse } from '../../../../test/harness/house.ts'
import { modules } from '../../../modules.ts'
import { LOAD_LOCK } from '../exchange/load.run.ts'
import type { FaultyRow } from './loads.contract.ts'
import { ANNA, ORGANISATIONS, openLoads, STAFF } from './loads.fixture.ts'

const house = await openTestHouse({ work: true })
const { load, faulty, look, ended, at } = openLoads(
  house,
  modules.flatMap((module) => module.seedDistrict ?? []),
)

const BIRTH = 4
const CODE = 0
const vera = ANNA.replace('Анна', 'Вера').replace('01.05.1980', '31.02.1980')
const zoya = ANNA.replace('Анна', 'Зоя').replace('Ш1', 'Ш9')

const faultyLoad = async () => {
  const done = await load({ 'школы.csv': ORGANISATIONS, 'кадры.csv': STAFF + ANNA + vera + zoya })
  const { items } = await faulty(done.id)
  return { id: done.id as number, vera: items[0] as FaultyRow, zoya: items[1] as FaultyRow }
}

type Sent = { id: number; cells: { place: number; text: string }[] }

const send = (id: number, rows: readonly Sent[], headers: Record<string, string> = {}, actor = at.methodist) =>
  actor.ask('POST', `/api/loads/${id}/mendings`, { payload: { rows }, headers })

async function mend(id: number, rows: readonly Sent[]) {
  const reply = await send(id, rows)
  expect(reply.statusCode, reply.body).toBe(201)
  await ended(reply.json().id)
  return (await at.methodist.ask('GET', `/api/mendings/${reply.json().id}`)).json()
}

/** Checks wait as they do behind a load of the same district. */
const whileNothingLoads = <T>(run: () => Promise<T>): Promise<T> =>
  house.services.database.dedicated(at.tenant, async (client) => {
    await client.query('select pg_advisory_lock($1, $2)', [LOAD_LOCK, at.tenant])
    return await run()
  })

const birth = (row: FaultyRow, text: string): Sent => ({ id: row.id, cells: [{ place: BIRTH, text }] })

describe('faulty rows, mended where they are shown', () => {
  it('come with what their columns take', async () => {
    const { id } = await faultyLoad()
    const { sheets, items } = await faulty(id)
    expect(sheets).toMatchObject([{ file: 'кадры.csv', mendable: true }])
    expect(sheets[0].columns[BIRTH]).toMatchObject({
      place: BIRTH,
      header: 'Дата рождения',
      kind: 'date',
      required: true,
      values: [],
    })
    expect(sheets[0].columns[8]).toMatchObject({ kind: 'choice', values: ['да', 'нет'] })
    expect(items[0]).toMatchObject({
      source: sheets[0].id,
      reason: 'Не дата вида ДД.ММ.ГГГГ, или такого дня нет',
      tried: null,
    })
  })

  it('are taken one by one; a new reason stands at its cell; the file and the number stay', async () => {
    const { id, ...rows } = await faultyLoad()
    const first = await mend(id, [birth(rows.vera, '28.02.1980'), birth(rows.zoya, '5 мая')])
    expect(first.rows).toEqual([
      { id: rows.vera.id, outcome: 'taken', column: null, code: null, message: null },
      {
        ...{ id: rows.zoya.id, outcome: 'refused', column: 'Дата рождения', code: 'date_invalid' },
        message: 'Не дата вида ДД.ММ.ГГГГ, или такого дня нет',
      },
    ])
    expect((await look(id)).waitingRows).toBe(1)
    expect(await look(first.id)).toMatchObject({ mends: id, files: [], waitingRows: 0 })
    expect((await faulty(id, '?state=waiting')).items).toMatchObject([
      {
        row: 4,
        code: 'organisation_unknown',
        tried: { column: 'Дата рождения', cells: [{ place: BIRTH, text: '5 мая' }] },
      },
    ])
    const people = (await at.methodist.ask('GET', '/api/people', { query: { q: 'Вера' } })).json()
    expect(people.total).toBe(1)
    const source = await house.services.database
      .reader(at.tenant)
      .selectFrom('registry.employment as e')
      .innerJoin('registry.source as s', (join) =>
        join.onRef('s.id', '=', 'e.source_id').onRef('s.tenant_id', '=', 'e.tenant_id'),
      )
      .select(['s.file', 'e.source_row as row'])
      .where('s.load_id', '=', first.id)
      .execute()
    expect(source).toEqual([{ file: 'кадры.csv', row: 3 }])

    const second = await mend(id, [{ id: rows.zoya.id, cells: [{ place: CODE, text: ' ш1 ' }] }])
    expect(second.rows).toMatchObject([{ outcome: 'taken' }])
    expect((await look(id)).waitingRows).toBe(0)
  })

  it('without a word typed are asked again: what they lacked may be there now', async () => {
    const { id, zoya: row } = await faultyLoad()
    await load({ 'ещё школа.csv': ORGANISATIONS.replaceAll('Ш1', 'Ш9') })
    expect((await mend(id, [{ id: row.id, cells: [] }])).rows).toMatchObject([{ outcome: 'taken' }])
  })

  it('two that say the same: one is taken, the other says so', async () => {
    const { id, ...rows } = await faultyLoad()
    const same: Sent = {
      id: rows.zoya.id,
      cells: [
        { place: CODE, text: 'Ш1' },
        { place: 2, text: 'Вера' },
        { place: BIRTH, text: '28.02.1980' },
      ],
    }
    const { rows: told } = await mend(id, [birth(rows.vera, '28.02.1980'), same])
    expect(told).toMatchObject(
      [{ outcome: 'taken' }, { outcome: 'repeated', message: /Повторяет/ }].map(({ outcome }) => ({ outcome })),
    )
    expect((await look(id)).waitingRows).toBe(1)
  })

  it('that wait in a second load word for word are mended with them', async () => {
    const { id, vera: row } = await faultyLoad()
    const again = await load({ 'другое имя.csv': STAFF + vera })
    expect([(await look(id)).waitingRows, again.waitingRows]).toEqual([1, 1])
    expect((await send(id, [birth(row, '28.02.1980')])).json()).toMatchObject({ code: 'row_mended' })
    const { items } = await faulty(again.id)
    await mend(again.id, [birth(items[0], '28.02.1980')])
    expect((await look(again.id)).waitingRows).toBe(0)
    expect((await faulty(id, '?state=mended')).items).toMatchObject([{ id: row.id }])
  })

  it('mended meanwhile, or sent while they are checked, are refused and nothing is begun', async () => {
    const { id, ...rows } = await faultyLoad()
    await mend(id, [birth(rows.vera, '28.02.1980')])
    const late = await send(id, [birth(rows.vera, '01.03.1980'), birth(rows.zoya, '01.03.1980')])
    expect(late.json().rows).toMatchObject([
      { id: rows.zoya.id, outcome: 'checking' },
      {
        id: rows.vera.id,
        outcome: 'over',
        message: 'Эту строку уже исправили или отложили, или она ждёт в более новой загрузке',
      },
    ])
    await ended(late.json().id)
    const later = await send(id, [birth(rows.vera, '01.03.1980')])
    expect(later.json()).toMatchObject({ status: 409, code: 'row_mended' })
    const both = await whileNothingLoads(() =>
      Promise.all([send(id, [birth(rows.zoya, '')]), send(id, [birth(rows.zoya, '')])]),
    )
    const statuses = both.map(({ statusCode }) => statusCode).sort()
    expect(statuses).toEqual([201, 409])
    const won = both.find(({ statusCode }) => statusCode === 201)
    await ended(won?.json().id)
    expect(both.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'row_checked_now' })
  })

  it('sent twice under one key are checked once', async () => {
    const { id, vera: row } = await faultyLoad()
    const key = { 'idempotency-key': randomUUID() }
    const [first, second] = [await send(id, [birth(row, '1')], key), await send(id, [birth(row, '1')], key)]
    expect(second.json()).toEqual(first.json())
    await ended(first.json().id)
  })

  it('are refused where the request is wrong', async () => {
    const other = await faultyLoad()
    const { id, vera: row } = await faultyLoad()
    const fault = async (rows: readonly Sent[]) => {
      const body = (await send(id, rows)).json()
      return [body.status, body.errors?.[0]?.path]
    }
    expect(await fault([])).toEqual([422, 'rows'])
    expect(await fault([birth(other.vera, '1')])).toEqual([422, 'rows.0'])
    expect(await fault([birth(row, '1'), birth(row, '2')])).toEqual([422, 'rows.1'])
    expect(await fault([{ id: row.id, cells: [{ place: 10, text: '1' }] }])).toEqual([422, 'rows.0'])
    expect(await fault([birth(row, 'я'.repeat(2_001))])).toEqual([422, 'rows.0.cells.0.text'])
    expect(await fault(Array.from({ length: 201 }, (_, n) => ({ id: n + 1, cells: [] })))).toEqual([422, 'rows'])
    expect((await send(999_999, [birth(row, '1')])).statusCode).toBe(404)
    expect((await at.methodist.ask('GET', `/api/mendings/${id}`)).statusCode).toBe(404)
    const teacher = await addActor(house, [{ tenant: at.tenant, role: 'teacher' }])
    expect((await send(id, [birth(row, '1')], {}, teacher)).statusCode).toBe(403)
  })
})

describe('a row left out on purpose', () => {
  const change = (id: number, leftOut: boolean) =>
    at.methodist.ask('PATCH', `/api/faulty-rows/${id}`, { payload: { leftOut } })

  it('waits no more, and waits again when it is taken back', async () => {
    const { id, vera: row } = await faultyLoad()
    expect((await change(row.id, true)).json()).toMatchObject({ leftOutAt: expect.any(String) })
    expect((await change(row.id, true)).statusCode).toBe(200)
    expect((await look(id)).waitingRows).toBe(1)
    expect((await faulty(id, '?state=left-out')).items).toMatchObject([{ id: row.id }])
    expect((await faulty(id, '?state=waiting')).total).toBe(1)
    expect((await send(id, [birth(row, '28.02.1980')])).json()).toMatchObject({ code: 'row_mended' })
    expect((await change(row.id, false)).json()).toEqual({ id: row.id, leftOutAt: null })
    await mend(id, [birth(row, '28.02.1980')])
    expect((await change(row.id, true)).json()).toMatchObject({ status: 409, code: 'row_taken' })
    expect((await change(999_999, true)).statusCode).toBe(404)
  })
})
