import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeDistrict } from '../../src/demo/district.ts'
import { nameOf } from '../../src/demo/names.ts'
import { MAIN, NEIGHBOUR } from '../../src/demo/plans.ts'
import { randomOf } from '../../src/demo/random.ts'

/** Surnames in the programmes the product was made after, as hashes: whoever bears one must not be met here. */
const REAL = new Set([
  '16e742425f897d7d',
  '8afcf92444f26414',
  '93813c2e6a02918d',
  'b8424beb0e1532fa',
  'c8f109d8b849d365',
  'd6a13aa224751b43',
  'd93ebfac264024ec',
  'eb74abe9cd138fa0',
  'f242726a2dac97b1',
])

const inMansForm = (surname: string): string =>
  surname
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/ая$/, 'ий')
    .replace(/(ов|ев|ин)а$/, '$1')

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

test('nobody in the demo bears a surname of the programmes', () => {
  const surnames = [MAIN, NEIGHBOUR].flatMap((plan) => {
    const { tables, cast } = makeDistrict(plan, '2026-11-20')
    const cells = tables.flatMap(({ columns, rows }) =>
      columns.flatMap((column, at) => (column.startsWith('Фамилия') ? rows.map((row) => row[at]) : [])),
    )
    return [...cells, ...Object.values(cast).map(({ name }) => name.split(' ')[0])]
  })
  const met = new Set(surnames.filter((surname) => typeof surname === 'string').map(inMansForm))
  expect(met.size).toBeGreaterThan(100)
  expect([...met].filter((surname) => REAL.has(hashOf(surname)))).toEqual([])
})

test('names have the forms of the sex', () => {
  const random = randomOf('names')
  const women = Array.from({ length: 3000 }, (_, at) => nameOf(random, 'ж', 1950 + (at % 55)))
  const men = Array.from({ length: 3000 }, (_, at) => nameOf(random, 'м', 1950 + (at % 55)))
  for (const { surname, patronymic } of women) {
    expect(patronymic).toMatch(/(вна|чна)$/)
    expect(surname).not.toMatch(/(ов|ев|ёв|ин|ский|[^х]ий|ый)$/)
  }
  for (const { surname, patronymic } of men) {
    expect(patronymic).toMatch(/ич$/)
    expect(surname).not.toMatch(/(ова|ева|ёва|ина|ая)$/)
  }
})
