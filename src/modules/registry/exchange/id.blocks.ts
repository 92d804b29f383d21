/** Ids taken from a sequence ahead of the rows that need them. */
export type IdBlock = {
  /** Throws when none is left: `reserve` before. */
  take(): number
  has(count: number): boolean
  reserve(count: number): Promise<void>
}

/** `fetch` draws that many ids from the sequence; what is left over at the end is never used. */
export function createIdBlock(fetch: (count: number) => Promise<readonly number[]>): IdBlock {
  let ids: readonly number[] = []
  let next = 0
  let drawn = 100
  return {
    take() {
      const id = ids[next]
      if (id === undefined) throw new Error('no id is reserved')
      next++
      return id
    },
    has: (count) => ids.length - next >= count,
    async reserve(count) {
      // Blocks grow with what is used: small files waste few ids, large ones ask seldom.
      drawn = Math.min(Math.max(drawn * 2, count), 10_000)
      ids = [...ids.slice(next), ...(await fetch(Math.max(count, drawn)))]
      next = 0
    },
  }
}
