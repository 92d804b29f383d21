import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { cached, root } from './parts/place.ts'
import type { BenchOptions, Report, Row } from './parts/report.ts'
import { spreadOf } from './parts/timing.ts'

const IDLE_MS = 10_000
const MOST_ROUNDS = 7
const PATIENCE_MS = 60_000

type Served = { readonly ready: number; readonly memory: number | undefined }

/** From the command until `/readyz` answers, on an empty folder and on an existing one, and what the process holds at rest. */
export async function start({ rounds }: BenchOptions): Promise<readonly Report[]> {
  const folder = cached('start')
  const empty: number[] = []
  const existing: number[] = []
  const memory: number[] = []
  for (let round = 0; round < Math.min(rounds, MOST_ROUNDS); round++) {
    rmSync(folder, { recursive: true, force: true })
    empty.push((await serve(folder, false)).ready)
    const again = await serve(folder, round < 3)
    existing.push(again.ready)
    if (again.memory !== undefined) memory.push(again.memory)
  }
  rmSync(folder, { recursive: true, force: true })
  const rows: Row[] = [
    { what: 'ready on an existing folder', unit: 's', value: spreadOf(existing), reach: '≤ 2 s' },
    { what: 'ready on an empty folder', unit: 's', value: spreadOf(empty), reach: '≤ 8 s' },
    {
      what: 'memory at rest after 10 s, without PostgreSQL',
      unit: 'MB',
      value: spreadOf(memory),
      reach: '≤ 200 MB',
    },
  ]
  return [{ title: 'Starting and resting', rows }]
}

async function serve(folder: string, rest: boolean): Promise<Served> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, [join(root, 'src', 'cli.ts'), 'serve', '--port', String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ROST_DATA: folder, LOG_LEVEL: 'error', NODE_COMPILE_CACHE: cached('compiled') },
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  try {
    await untilReady(`http://127.0.0.1:${port}/readyz`, started)
    const ready = (performance.now() - started) / 1000
    if (!rest) return { ready, memory: undefined }
    await sleep(IDLE_MS)
    return { ready, memory: residentMb(child.pid ?? 0) }
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

async function untilReady(url: string, started: number): Promise<void> {
  for (;;) {
    const ok = await fetch(url).then(
      (reply) => reply.ok,
      () => false,
    )
    if (ok) return
    if (performance.now() - started > PATIENCE_MS) throw new Error('the server did not become ready')
    await sleep(10)
  }
}

function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
