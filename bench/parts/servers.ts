import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cached, root } from './place.ts'

/** `{ hex }` stands for bytes. */
export type Statement = { readonly name?: string; readonly text: string; readonly values: readonly unknown[] }

export type BarePlan = {
  readonly server: 'http' | 'fastify'
  readonly url: string
  readonly first: readonly Statement[]
  readonly page: readonly Statement[]
  readonly zod: boolean
  /** The row is a person’s card and is told as the product tells it. */
  readonly card?: CardPlan
}

/** What opens the sealed number of a card. */
export type CardPlan = {
  readonly secret: string
  /** Hexadecimal. */
  readonly wrappedMaster: string
  readonly tenant: number
  /** Hexadecimal. */
  readonly wrappedKey: string
}

export type Server = { readonly name: string; readonly origin: string; readonly pid: number; stop(): Promise<void> }

/** A yardstick server in a process of its own. */
export const startBare = (plan: BarePlan): Promise<Server> =>
  startServer([join(root, 'bench', 'parts', 'bare.child.ts'), JSON.stringify(plan)], {})

/** The product, serving from this data folder; its log goes where logs go, into a file. */
export async function startProduct(dataFolder: string, environment: Readonly<Record<string, string>>): Promise<Server> {
  const log = openSync(cached('product.log'), 'w')
  try {
    const args = [join(root, 'src', 'cli.ts'), 'serve', '--port', '0']
    return await startServer(args, { ROST_DATA: dataFolder, ...environment }, log)
  } finally {
    closeSync(log)
  }
}

async function startServer(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  stderr: number | 'inherit' = 'inherit',
): Promise<Server> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', stderr],
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
  const plan: AskingPlan = { origin: server.origin, path, headers, connections, ...lasting }
  const before = cpuMicroseconds(server.pid)
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(root, 'bench', 'parts', 'asking.child.ts'),
    JSON.stringify(plan),
  ])
  const cpu = cpuMicroseconds(server.pid) - before
  const { well, others, seconds, p99 }: AskingResult = JSON.parse(stdout)
  if (others > 0 || well === 0) throw new Error(`${server.name}, ${path}: ${well} answers, ${others} others`)
  return { perSecond: well / seconds, p99, cpuPerRequest: cpu / well }
}

/** What the asking process is told. */
export type AskingPlan = {
  readonly origin: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly connections: number
  readonly seconds?: number
  readonly requests?: number
}

/** What it says in the end; `others` are answers but 2xx. */
export type AskingResult = {
  readonly well: number
  readonly others: number
  readonly seconds: number
  /** Milliseconds. */
  readonly p99: number
}

/** Linux counts hundredths of a second. */
function cpuMicroseconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}
