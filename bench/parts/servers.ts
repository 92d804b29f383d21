import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './place.ts'

/** `{ hex }` stands for bytes. */
export type Statement = { readonly name?: string; readonly text: string; readonly values: readonly unknown[] }

export type BarePlan = {
  readonly server: 'http' | 'fastify'
  readonly url: string
  readonly first: readonly Statement[]
  readonly page: readonly Statement[]
  readonly zod: boolean
}

export type Server = { readonly name: string; readonly origin: string; readonly pid: number; stop(): Promise<void> }

/** A yardstick server in a process of its own. */
export const startBare = (plan: BarePlan): Promise<Server> =>
  startServer([join(root, 'bench', 'parts', 'bare.child.ts'), JSON.stringify(plan)], {})

/** The product, serving from this data folder. */
export const startProduct = (dataFolder: string, environment: Readonly<Record<string, string>>): Promise<Server> =>
  startServer([join(root, 'src', 'cli.ts'), 'serve', '--port', '0'], { ROST_DATA: dataFolder, ...environment })

async function startServer(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Server> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LOG_LEVEL: 'error', ...environment },
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const port = await portOf(child)
  return {
    name: args[0] ?? '',
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The first line is a port, or an address with one. */
function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('close', (code) => reject(new Error(`the server ended with ${code}`)))
    child.stdout?.once('data', (data: Buffer) =>
      resolve(/(\d+)\s*$/.exec(data.toString().split('\n')[0] ?? '')?.[1] ?? ''),
    )
  })
}

export type Load = {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p99: number
  /** Of the server's process, microseconds of user and system time. */
  readonly cpuPerRequest: number
}

/** Asks for a path as fast as the server answers, from another process. @throws Error when an answer is not 2xx */
export async function askHard(
  server: Server,
  path: string,
  options: {
    readonly connections: number
    /** How long, or how many requests. */
    readonly lasting: { readonly seconds: number } | { readonly requests: number }
    readonly headers?: Readonly<Record<string, string>>
  },
): Promise<Load> {
  const { connections, lasting, headers = {} } = options
  const length = 'seconds' in lasting ? ['-d', String(lasting.seconds)] : ['-a', String(lasting.requests)]
  const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}=${value}`])
  const before = cpuMicroseconds(server.pid)
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(root, 'node_modules', 'autocannon', 'autocannon.js'),
    ...['-c', String(connections), ...length, '-j', ...given],
    `${server.origin}${path}`,
  ])
  const cpu = cpuMicroseconds(server.pid) - before
  const answer: Told = JSON.parse(stdout)
  if (answer.non2xx > 0 || answer.errors > 0 || answer['2xx'] === 0) {
    const { '2xx': well, '4xx': refused, '5xx': failed, errors } = answer
    throw new Error(`${server.name}, ${path}: ${well} answers, ${refused} refused, ${failed} failed, ${errors} errors`)
  }
  return {
    perSecond: answer['2xx'] / answer.duration,
    p99: answer.latency.p99,
    cpuPerRequest: cpu / answer['2xx'],
  }
}

type Told = {
  readonly '2xx': number
  readonly '4xx': number
  readonly '5xx': number
  readonly non2xx: number
  readonly errors: number
  readonly duration: number
  readonly latency: { readonly p99: number }
}

/** Linux counts hundredths of a second. */
function cpuMicroseconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}
