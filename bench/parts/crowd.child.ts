/**
 * A crowd of clients: `crowd.child.ts PLAN` (JSON) prints what came of it by kind (JSON). Every client has a connection and
 * one request under way at a time, and asks for what chance says; one that is told to come again waits as it was told,
 * or not at all.
 */
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { CrowdKind, CrowdPlan, CrowdRequest, CrowdResult } from './crowd.ts'

const plan: CrowdPlan = JSON.parse(process.argv[2] ?? '{}')
const { hostname, port } = new URL(plan.origin)
const HEAD_END = '\r\n\r\n'
/** The same for every run. */
const SEED = 20_261_123

type Told = { times: number[]; shed: number; others: number }
const told = new Map(plan.kinds.map(({ name }): [string, Told] => [name, { times: [], shed: 0, others: 0 }]))
const strange = new Map<string, number>()
const started = performance.now()
const from = started + plan.warmUp * 1_000
const until = from + plan.seconds * 1_000

/** mulberry32 */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

function choose(at: number): CrowdKind {
  let left = at * plan.kinds.reduce((sum, { share }) => sum + share, 0)
  for (const kind of plan.kinds) {
    left -= kind.share
    if (left < 0) return kind
  }
  throw new Error('a plan without kinds')
}

type Answer = { readonly status: number; readonly again: number; readonly bytes: number }

/** The first answer, when all of it has come. */
function answerIn(held: Buffer): Answer | undefined {
  const end = held.indexOf(HEAD_END)
  if (end === -1) return undefined
  const head = held.toString('latin1', 0, end)
  const status = Number(head.slice(9, 12))
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined && status !== 204) throw new Error(`an answer without its length: ${head}`)
  const bytes = end + HEAD_END.length + Number(length ?? 0)
  const again = Number(/\r\nretry-after: *(\d+)/i.exec(head)?.[1] ?? 0)
  return held.length < bytes ? undefined : { status, again, bytes }
}

async function client(number: number): Promise<void> {
  const random = chance(SEED + number)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  let held: Buffer = Buffer.alloc(0)
  let arrived: (answer: Answer) => void = () => {}
  let lost: (error: Error) => void = () => {}
  socket.on('data', (part) => {
    held = held.length === 0 ? part : Buffer.concat([held, part])
    const answer = answerIn(held)
    if (answer === undefined) return
    held = held.subarray(answer.bytes)
    arrived(answer)
  })
  socket.on('error', (error) => lost(error))
  socket.on('close', () => lost(new Error('the server hung up')))
  // Everybody at once is no crowd but a blow: people come within a second.
  await pause(random() * 1_000)
  const versions = new Map<CrowdKind, number>()
  while (performance.now() < until) {
    const kind = choose(random())
    const which = random()
    const one = kind.requests[kind.own ? number % kind.requests.length : Math.floor(which * kind.requests.length)]
    if (one === undefined) throw new Error(`nothing to ask for ${kind.name}`)
    const version = versions.get(kind) ?? one.version ?? 0
    const at = performance.now()
    const answer = await new Promise<Answer>((resolve, reject) => {
      ;[arrived, lost] = [resolve, reject]
      socket.write(textOf(one, number, version))
    })
    const now = performance.now()
    if (answer.status < 300) versions.set(kind, version + 1)
    if (now >= from && now < until) note(kind, answer, now - at)
    if (answer.status === 503 || answer.status === 429) await pause(plan.waits ? answer.again * 1_000 : 0)
  }
  socket.destroy()
}

function textOf({ method, path, headers, body }: CrowdRequest, number: number, version: number): string {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `host: ${hostname}:${port}`,
    // Each from a network of its own, as behind the proxy of an installation.
    `x-forwarded-for: 10.${number >> 8}.${number & 255}.1`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value.replace('{version}', String(version))}`),
    ...(body === undefined ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`]),
  ]
  return `${lines.join('\r\n')}${HEAD_END}${body ?? ''}`
}

function note({ name }: CrowdKind, { status, again }: Answer, ms: number): void {
  const seen = told.get(name)
  if (seen === undefined) return
  if (status >= 200 && status < 300) seen.times.push(ms)
  else if ((status === 503 || status === 429) && again > 0) seen.shed++
  else {
    seen.others++
    strange.set(`${name} ${status}`, (strange.get(`${name} ${status}`) ?? 0) + 1)
  }
}

await Promise.all(Array.from({ length: plan.clients }, (_, number) => client(number)))
const result: CrowdResult = {
  kinds: [...told].map(([name, seen]) => ({ name, ...seen })),
  strange: Object.fromEntries(strange),
}
process.stdout.write(JSON.stringify(result))
