import { Unavailable } from './errors.ts'

export type Gate = <T>(work: () => Promise<T>) => Promise<T>

/**
 * Lets so many works run at once and so many wait; who comes after that is told to come again (503), so that a flood of
 * costly requests neither starves the others nor piles up.
 */
export function createGate({ atOnce, waiting }: { atOnce: number; waiting: number }): Gate {
  const queue: (() => void)[] = []
  let running = 0

  async function enter(): Promise<void> {
    if (running < atOnce) {
      running++
      return
    }
    if (queue.length >= waiting) throw new Unavailable('too many at once')
    await new Promise<void>((resolve) => queue.push(resolve))
  }

  function leave(): void {
    const next = queue.shift()
    if (next) next()
    else running--
  }

  return async (work) => {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
