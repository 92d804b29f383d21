import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BEGIN, checkLinks, type Link, sealAfter } from './chain.ts'

const key = randomBytes(32)
const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()

function chainOf(texts: readonly string[]): Link[] {
  let head = BEGIN
  return texts.map((text, at) => {
    const seal = sealAfter(head, { id: 100 + at, digest: digestOf(text) }, key)
    head = seal
    return { ...seal, now: seal.digest }
  })
}

test('a chain as it was made holds, in one go and in portions', () => {
  const links = chainOf(['a', 'b', 'c', 'd'])
  expect(checkLinks(BEGIN, links, key)).toEqual({ ...links[3], now: undefined })
  const half = checkLinks(BEGIN, links.slice(0, 2), key)
  expect('is' in half ? half : checkLinks(half, links.slice(2), key)).toMatchObject({ seq: 4 })
  expect(checkLinks(BEGIN, links, randomBytes(32))).toMatchObject({ is: 'seal_changed', seq: 1 })
})

test('whatever is done to one entry or seal is found at that entry', () => {
  const doings = fc.constantFrom('change', 'remove', 'reseal', 'drop', 'swap', 'rename')
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 3, maxLength: 40 }), fc.nat(), doings, (texts, spot, doing) => {
      const links = chainOf(texts)
      const at = spot % (links.length - 1)
      const [one, next] = [links[at], links[at + 1]]
      if (one === undefined || next === undefined) throw new Error('three or more')
      const spoilt: Link[] = [...links]
      const other = digestOf(`${texts[at]} otherwise`)
      if (doing === 'change') spoilt[at] = { ...one, now: other }
      if (doing === 'remove') spoilt[at] = { ...one, now: null }
      if (doing === 'reseal') spoilt[at] = { ...one, digest: other, now: other }
      if (doing === 'drop') spoilt.splice(at, 1)
      if (doing === 'swap') spoilt.splice(at, 2, { ...next, seq: one.seq }, { ...one, seq: next.seq })
      if (doing === 'rename') spoilt[at] = { ...one, entry: one.entry + 1000 }
      const found = checkLinks(BEGIN, spoilt, key)
      expect(found).toMatchObject({ is: expect.any(String), seq: doing === 'drop' ? at + 2 : at + 1 })
    }),
    { numRuns: 300 },
  )
})
