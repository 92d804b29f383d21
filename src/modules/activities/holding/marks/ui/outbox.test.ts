import { expect, test } from 'vitest'
import type { Mark } from '../marks.contract.ts'
import { countOf, delivered, EMPTY, lastOf, type Outbox, pack, put, readOutbox, returned } from './outbox.ts'

const mark = (personId: number, here = true): Mark => ({ personId, here, came: null, left: null, minutes: null })
const after = (...marks: Mark[]): Outbox => marks.reduce(put, EMPTY)

test('of one person the last word waits; a parcel on its way is not touched', () => {
  const packed = pack(after(mark(1), mark(2), mark(1, false)), () => 'first')
  expect(packed.sending).toEqual({ key: 'first', marks: [mark(2), mark(1, false)] })
  const more = put(packed, mark(2, false))
  expect(pack(more, () => 'second')).toBe(more)
  expect([countOf(more), lastOf(more, 2)?.here, lastOf(more, 1)?.here, lastOf(more, 3)]).toEqual([
    ...[2, false, false, undefined],
  ])
  expect(pack(delivered(more), () => 'second').sending).toEqual({ key: 'second', marks: [mark(2, false)] })
})

test('what was refused waits again, but for what was said since', () => {
  const refused = returned(
    put(
      pack(after(mark(1), mark(2)), () => 'first'),
      mark(1, false),
    ),
  )
  expect(refused).toEqual({ sending: null, waiting: [mark(2), mark(1, false)] })
})

test('no parcel is larger than what the server takes', () => {
  const { sending, waiting } = pack(after(...Array.from({ length: 501 }, (_, at) => mark(at + 1))), () => 'key')
  expect([sending?.marks.length, waiting.length]).toEqual([500, 1])
})

test('it is kept as text, and what is no outbox is empty', () => {
  const packed = pack(after(mark(1)), () => 'first')
  expect(readOutbox(JSON.stringify(packed))).toEqual(packed)
  expect([readOutbox(null), readOutbox('{'), readOutbox('{}')]).toEqual([EMPTY, EMPTY, EMPTY])
})
