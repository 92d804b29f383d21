/** Clients that write as fast as they may and never give a request up: what was not answered is sent again, same key. */
import { setTimeout as sleep } from 'node:timers/promises'

type Ledger = {
  /** Code of an organisation → the id that was acknowledged with 201. */
  readonly acknowledged: Map<string, number>
  /** Answers that must not occur: anything but 201, or 503 while the database is away. */
  readonly wrong: string[]
  /** Longest time a request stood without an answer, in milliseconds. */
  longest: number
  unavailable: number
}

export type Writers = {
  readonly ledger: Ledger
  /** Resolves with the next acknowledgement of what is sent after this call: an earlier one may still be on its way. */
  nextAcknowledgement(): Promise<void>
  stop(): Promise<void>
}

export function startWriters(address: string, token: string, count: number): Writers {
  const ledger: Ledger = { acknowledged: new Map(), wrong: [], longest: 0, unavailable: 0 }
  let stopped = false
  let waiting: { readonly since: number; tell(): void }[] = []

  async function send(code: string, key: string): Promise<number | undefined> {
    const began = performance.now()
    try {
      const reply = await fetch(`${address}/api/organisations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ code, name: `Школа ${code}`, type: 'school' }),
        signal: AbortSignal.timeout(30_000),
      })
      const body = await reply.json()
      if (reply.status === 201) return body.id
      if (reply.status === 503 && reply.headers.get('retry-after') !== null) ledger.unavailable++
      else ledger.wrong.push(`${reply.status} ${JSON.stringify(body)}`)
    } catch (error) {
      // Nobody listens, or the connection was cut: the client cannot know whether it was done.
      if (error instanceof Error && error.name === 'TimeoutError') ledger.wrong.push(`no answer: ${error.message}`)
    } finally {
      ledger.longest = Math.max(ledger.longest, performance.now() - began)
    }
    return undefined
  }

  async function write(writer: number): Promise<void> {
    for (let n = 1; !stopped; n++) {
      const code = `W${writer}-${n}`
      const answered = await untilAnswered(code, `key-${code}`)
      if (answered === undefined) return
      ledger.acknowledged.set(code, answered.id)
      const [told, others] = [waiting.filter(({ since }) => since <= answered.sent), waiting]
      waiting = others.filter((one) => !told.includes(one))
      for (const { tell } of told) tell()
    }
  }

  async function untilAnswered(code: string, key: string): Promise<{ id: number; sent: number } | undefined> {
    while (!stopped) {
      const sent = performance.now()
      const id = await send(code, key)
      if (id !== undefined) return { id, sent }
      await sleep(20)
    }
    return undefined
  }

  const writing = Promise.all(Array.from({ length: count }, (_, writer) => write(writer)))
  return {
    ledger,
    nextAcknowledgement: () =>
      new Promise((resolve) => waiting.push({ since: performance.now(), tell: () => resolve() })),
    async stop() {
      stopped = true
      await writing
      waiting = []
    },
  }
}
