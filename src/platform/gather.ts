import { asOutage } from './outage.ts'

/** How many questions go in one: more would let the first wait for the last. */
const MOST = 100

/**
 * Puts what many ask at the same time into one question. Whoever asks while others are under way waits for the next, which
 * begins after they asked: nothing is remembered from one question to another. With nobody else there, one goes alone and
 * at once. A question that fails fails for all who are in it; where the database is away, also for those who wait: their
 * own question would be silence once more.
 */
export function gather<Asked, Answer>(
  ask: (all: readonly Asked[]) => Promise<readonly (Answer | undefined)[]>,
  { atOnce }: { readonly atOnce: number },
): (asked: Asked) => Promise<Answer | undefined> {
  type Waiting = {
    readonly asked: Asked
    readonly resolve: (answer: Answer | undefined) => void
    readonly reject: (error: unknown) => void
  }
  const waiting: Waiting[] = []
  let underWay = 0
  let isDue = false

  /** After the events of this turn: what has come in with them goes together. */
  function arrange(): void {
    if (isDue || waiting.length === 0 || underWay === atOnce) return
    isDue = true
    setImmediate(() => {
      isDue = false
      void go(waiting.splice(0, MOST)).then(arrange)
      arrange()
    })
  }

  async function go(together: readonly Waiting[]): Promise<void> {
    underWay++
    try {
      const answers = await ask(together.map(({ asked }) => asked))
      for (const [at, { resolve }] of together.entries()) resolve(answers[at])
    } catch (error) {
      const behind = asOutage(error) === undefined ? [] : waiting.splice(0)
      for (const { reject } of [...together, ...behind]) reject(error)
    } finally {
      underWay--
    }
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject })
      arrange()
    })
}
