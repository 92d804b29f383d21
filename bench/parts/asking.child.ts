/**
 * Asks one path over and over: `asking.child.ts PLAN` (JSON) prints what came of it (JSON). Every connection has one
 * request under way at a time. It does as little as can be done, so that the server has the processor.
 */
import { connect, type Socket } from 'node:net'
import type { AskingPlan, AskingResult } from './servers.ts'

const plan: AskingPlan = JSON.parse(process.argv[2] ?? '{}')
const { hostname, port } = new URL(plan.origin)
const head = Object.entries({ host: `${hostname}:${port}`, ...plan.headers }).map(
  ([name, value]) => `${name}: ${value}`,
)
const request = Buffer.from(`GET ${plan.path} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`)
const HEAD_END = '\r\n\r\n'

const started = performance.now()
const until = started + (plan.seconds ?? Number.POSITIVE_INFINITY) * 1_000
const most = plan.requests ?? Number.POSITIVE_INFINITY
const times: number[] = []
let sent = 0
let well = 0

/** Asks until there is nothing more to ask, then hangs up. */
function keepAsking(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    let held: Buffer = Buffer.alloc(0)
    let at = 0
    function ask(): void {
      if (sent >= most || performance.now() >= until) {
        socket.destroy()
        resolve()
        return
      }
      sent++
      at = performance.now()
      socket.write(request)
    }
    socket.once('connect', ask)
    socket.once('error', reject)
    socket.once('end', () => reject(new Error('the server hung up')))
    socket.on('data', (part) => {
      held = held.length === 0 ? part : Buffer.concat([held, part])
      const answer = answerIn(held)
      if (answer === undefined) return
      times.push(performance.now() - at)
      if (answer.status >= 200 && answer.status < 300) well++
      held = held.subarray(answer.bytes)
      ask()
    })
  })
}

/** The first answer, when all of it has come. @throws Error for one that does not say its length */
function answerIn(held: Buffer): { readonly status: number; readonly bytes: number } | undefined {
  const end = held.indexOf(HEAD_END)
  if (end === -1) return undefined
  const told = held.toString('latin1', 0, end)
  const length = /\r\ncontent-length: *(\d+)/i.exec(told)?.[1]
  if (length === undefined) throw new Error('an answer without its length')
  const bytes = end + HEAD_END.length + Number(length)
  return held.length < bytes ? undefined : { status: Number(told.slice(9, 12)), bytes }
}

await Promise.all(
  Array.from({ length: plan.connections }, () =>
    keepAsking(connect({ host: hostname, port: Number(port), noDelay: true })),
  ),
)
times.sort((a, b) => a - b)
const result: AskingResult = {
  well,
  others: times.length - well,
  seconds: (performance.now() - started) / 1_000,
  p99: times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN,
}
process.stdout.write(JSON.stringify(result))
