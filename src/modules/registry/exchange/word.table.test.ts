import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createWordTable, layBytes, layId } from './word.table.ts'

it('knows rows by the number they first came as, like a Map of their texts', () => {
  const word = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer())
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word, word), { maxLength: 3_000, size: 'max' }), (rows) => {
      const table = createWordTable(3)
      const map = new Map<string, number>()
      for (const row of rows) {
        table.words.set(row)
        expect(table.find()).toBe(map.get(String(row)) ?? -1)
        map.set(String(row), map.get(String(row)) ?? map.size)
        expect(table.add()).toBe(map.get(String(row)))
      }
      expect(table.size()).toBe(map.size)
    }),
    { numRuns: 20 },
  )
})

it('tells texts of bytes and ids apart, also those beyond 32 bits', () => {
  const bytes = createWordTable(2)
  for (const text of ['abcdefgh', 'abcdefgi', '\u00ffbcdefgh', '\u0000\u0000\u0000\u0080\u0000\u0000\u0000\u0000']) {
    layBytes(bytes.words, text)
    bytes.add()
  }
  expect(bytes.size()).toBe(4)
  const ids = createWordTable(2)
  for (const id of [1, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 53 - 1, 2 ** 52 - 1]) {
    layId(ids.words, 0, id)
    ids.add()
  }
  expect(ids.size()).toBe(6)
})
