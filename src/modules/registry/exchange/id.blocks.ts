/** Ids taken from a sequence ahead of the rows that need them. */
export type IdBlock = {
  /** Throws when none is left: `reserve` before. */
  take(): number
  has(count: number): boolean
  reserve(count: number): Promise<void>
}

/** From this size on a block is drawn while the one before is being used. */
const LARGE = 3_200
const LARGEST = 10_000

/** `fetch` draws that many ids from the sequence; what is left over at the end is never used. */
export function createIdBlock(fetch: (count: number) => Promise<readonly number[]>): IdBlock {
  let ids: readonly number[] = []
  let next = 0
  let drawn = 100
  let ahead: Promise<readonly number[]> | undefined
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
      drawn = Math.min(drawn * 2, LARGEST)
      const fetched = await (ahead ?? fetch(Math.max(count, drawn)))
      const more = fetched.length < count ? await fetch(count) : []
      ids = [...ids.slice(next), ...fetched, ...more]
      next = 0
      ahead = drawn < LARGE ? undefined : fetch(drawn)
      // Seen by the next reserve(), if there is one.
      ahead?.catch(() => {})
    },
  }
}
