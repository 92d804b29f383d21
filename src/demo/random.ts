/** Numbers that look random and are the same for the same name. */
export type Random = {
  /** From 0 up to 1, without 1. */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly int: (from: number, to: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** One of the values, each as often as its weight says. */
  readonly weighted: <T>(list: readonly (readonly [T, number])[]) => T
  /** Normally distributed. */
  readonly normal: (mean: number, deviation: number) => number
  readonly shuffle: <T>(list: readonly T[]) => T[]
}

/**
 * A stream of its own for each kind of facts, so that a change of one leaves the others as they are. Generator:
 * mulberry32 (public domain, Tommy Ettinger); the name becomes its start by FNV-1a.
 */
export function randomOf(name: string): Random {
  let state = 0x811c9dc5
  for (const letter of name) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(list: readonly T[]): T => {
    const item = list[int(0, list.length - 1)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const weighted = <T>(list: readonly (readonly [T, number])[]): T => {
    let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [item, weight] of list) {
      left -= weight
      if (left < 0) return item
    }
    return pick(list)[0]
  }
  /** Box and Muller. */
  const normal = (mean: number, deviation: number): number =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const shuffle = <T>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ item, place: next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item)
  return { next, int, chance: (probability) => next() < probability, pick, weighted, normal, shuffle }
}
