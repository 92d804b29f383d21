/** Rows of so many 32-bit words, each kept once and known by the number it came as: 0, 1, 2 … */
export type WordTable = {
  /** The row that `find` and `add` are about. */
  readonly words: Int32Array
  readonly size: () => number
  /** The number of the row, or -1. */
  find(): number
  /** The number of the row, which is there afterwards. */
  add(): number
}

const ROWS_AT_FIRST = 512

/**
 * What a load remembers of every row it reads. In a Map each would be a text and an entry, which V8 copies twice and then goes
 * through again and again; this is two arrays, and nothing to its garbage collector.
 */
export function createWordTable(width: number): WordTable {
  const words = new Int32Array(width)
  let rows = new Int32Array(width * ROWS_AT_FIRST)
  /** Twice as many as rows: the number of a row plus one, at the first free place from where its hash points. */
  let places = new Int32Array(ROWS_AT_FIRST * 2)
  let size = 0

  function isAt(row: number): boolean {
    const from = row * width
    for (let at = 0; at < width; at++) if (rows[from + at] !== words[at]) return false
    return true
  }

  /** Where the row stands, or would. */
  function placeOf(): number {
    const last = places.length - 1
    let place = hashOf(words, 0, width) & last
    for (let row = places[place] ?? 0; row !== 0 && !isAt(row - 1); row = places[place] ?? 0) place = (place + 1) & last
    return place
  }

  function grow(): void {
    const more = new Int32Array(rows.length * 2)
    more.set(rows)
    rows = more
    places = new Int32Array(places.length * 2)
    const last = places.length - 1
    for (let row = 0; row < size; row++) {
      let place = hashOf(rows, row * width, width) & last
      while (places[place] !== 0) place = (place + 1) & last
      places[place] = row + 1
    }
  }

  return {
    words,
    size: () => size,
    find: () => (places[placeOf()] ?? 0) - 1,
    add() {
      const place = placeOf()
      const there = places[place] ?? 0
      if (there !== 0) return there - 1
      rows.set(words, size * width)
      places[place] = ++size
      if (size * 2 === places.length) grow()
      return size - 1
    },
  }
}

/** Every word counts in the low bits (the steps of MurmurHash3). */
function hashOf(words: Int32Array, from: number, width: number): number {
  let hash = width
  for (let at = from; at < from + width; at++) {
    const word = Math.imul(words[at] ?? 0, 0xcc9e2d51)
    hash ^= Math.imul((word << 15) | (word >>> 17), 0x1b873593)
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

/** Lays a text of one character a byte, four a word, down in the words from the first on. */
export function layBytes(words: Int32Array, text: string): void {
  for (let at = 0; at < words.length; at++) {
    const from = at * 4
    words[at] =
      text.charCodeAt(from) |
      (text.charCodeAt(from + 1) << 8) |
      (text.charCodeAt(from + 2) << 16) |
      (text.charCodeAt(from + 3) << 24)
  }
}

/** An id as two words: it may be larger than one holds. */
export function layId(words: Int32Array, at: number, id: number): void {
  words[at] = id | 0
  words[at + 1] = Math.floor(id / 0x1_0000_0000)
}
