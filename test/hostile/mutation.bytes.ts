/** Bytes as disks, lines and programs break them. */
import fc from 'fast-check'

/** A place in something of any length, as a share of it. */
export const place = fc.noBias(fc.nat(99_999)).map((parts) => parts / 100_000)
export const placeIn = (share: number, length: number): number => Math.min(length, Math.floor(share * length))

export type Change<T> = { readonly what: string; readonly apply: (it: T) => T }

const flipped = fc.record({ at: place, bit: fc.nat(7) }).map(
  ({ at, bit }): Change<Uint8Array> => ({
    what: `bit ${bit} at ${at.toFixed(4)}`,
    apply(bytes) {
      const out = bytes.slice()
      const spot = placeIn(at, out.length)
      out[spot] = (out[spot] ?? 0) ^ (1 << bit)
      return out
    },
  }),
)

const replaced = fc.record({ at: place, by: fc.uint8Array({ minLength: 1, maxLength: 12 }) }).map(
  ({ at, by }): Change<Uint8Array> => ({
    what: `${by.length} others at ${at.toFixed(4)}`,
    apply(bytes) {
      const out = bytes.slice()
      out.set(by.slice(0, Math.max(0, out.length - placeIn(at, out.length))), placeIn(at, out.length))
      return out
    },
  }),
)

const inserted = fc.record({ at: place, more: fc.uint8Array({ minLength: 1, maxLength: 40 }) }).map(
  ({ at, more }): Change<Uint8Array> => ({
    what: `${more.length} more at ${at.toFixed(4)}`,
    apply(bytes) {
      const spot = placeIn(at, bytes.length)
      return Buffer.concat([bytes.subarray(0, spot), more, bytes.subarray(spot)])
    },
  }),
)

const gone = fc.record({ at: place, share: fc.constantFrom(0.0005, 0.01, 0.1, 0.5) }).map(
  ({ at, share }): Change<Uint8Array> => ({
    what: `${share} gone at ${at.toFixed(4)}`,
    apply(bytes) {
      const from = placeIn(at, bytes.length)
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + Math.ceil(share * bytes.length))])
    },
  }),
)

const repeated = fc.record({ from: place, to: place, length: fc.integer({ min: 1, max: 600 }) }).map(
  ({ from, to, length }): Change<Uint8Array> => ({
    what: `${length} of ${from.toFixed(4)} again at ${to.toFixed(4)}`,
    apply(bytes) {
      const some = bytes.slice(placeIn(from, bytes.length), placeIn(from, bytes.length) + length)
      const spot = placeIn(to, bytes.length)
      return Buffer.concat([bytes.subarray(0, spot), some, bytes.subarray(spot)])
    },
  }),
)

const ended = place.map(
  (at): Change<Uint8Array> => ({
    what: `ends at ${at.toFixed(4)}`,
    apply: (bytes) => bytes.slice(0, placeIn(at, bytes.length)),
  }),
)

const zeros = fc.record({ at: place, length: fc.integer({ min: 1, max: 512 }) }).map(
  ({ at, length }): Change<Uint8Array> => ({
    what: `${length} zeros at ${at.toFixed(4)}`,
    apply: (bytes) =>
      bytes.slice().fill(0, placeIn(at, bytes.length), Math.min(bytes.length, placeIn(at, bytes.length) + length)),
  }),
)

export const byteChange = fc.oneof(flipped, replaced, inserted, gone, repeated, ended, zeros)

export const applied = <T>(it: T, changes: readonly Change<T>[]): T =>
  changes.reduce((now, { apply }) => apply(now), it)

export const sayAll = (changes: readonly { readonly what: string }[]): string =>
  changes.map(({ what }) => what).join('; ')
