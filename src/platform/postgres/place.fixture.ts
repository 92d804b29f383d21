/** Real folders and processes for the tests, and the means to leave nothing of them behind. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { findFreePort } from './port.ts'
import { openPostgres, type Postgres, type PostgresOptions } from './postgres.ts'
import { isAlive, readServer } from './postmaster.ts'
import { readSecrets } from './secrets.ts'
import { waitUntil } from './wait.ts'

export const isRoot = process.geteuid?.() === 0

const folders: string[] = []
const children: ChildProcess[] = []
let model: Promise<string> | undefined

/** A folder of its own, passable for other accounts; its `data` is a data folder still to be made. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rost-pg-'))
  chmodSync(folder, 0o755)
  folders.push(folder)
  return folder
}

export function makeDataFolder(): string {
  return join(makeFolder(), 'data')
}

/** A data folder with a stopped cluster, copied from one model to save the second of processor time that making takes. */
export async function makeCluster(): Promise<string> {
  model ??= makeModel()
  const dataFolder = makeDataFolder()
  mkdirSync(dataFolder, { mode: 0o755 })
  execFileSync('cp', ['-a', join(await model, 'pg'), dataFolder])
  const file = join(dataFolder, 'pg', 'secrets.json')
  writeFileSync(file, JSON.stringify({ ...readSecrets(file), port: await findFreePort() }))
  return dataFolder
}

async function makeModel(): Promise<string> {
  const dataFolder = join(mkdtempSync(join(tmpdir(), 'rost-pg-')), 'data')
  chmodSync(dirname(dataFolder), 0o755)
  await (await open(dataFolder)).stop()
  return dataFolder
}

export function open(dataFolder: string, options: Partial<PostgresOptions> = {}): Promise<Postgres> {
  return openPostgres({ dataFolder, log: () => {}, ...options })
}

/** Process id of the running server of a data folder. */
export function serverPid(dataFolder: string): number | undefined {
  const server = readServer(join(dataFolder, 'pg', 'data'))
  return server.kind === 'running' ? server.pid : undefined
}

/** The server and all its children, as the kernel knows them. */
export function serverFamily(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  return [pid, ...children.map(Number)]
}

/** Kills without any chance to tidy up, and waits until all are gone. */
export async function killHard(pids: number[]): Promise<void> {
  for (const pid of pids) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
  await waitUntil(() => !pids.some(isRunning), { limitMs: 30_000 })
}

/** Alive and not merely waiting for its parent to take notice of its end. */
export function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** One query over a connection of its own. */
export async function query(url: string, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows
  } finally {
    await client.end()
  }
}

export type Opener = {
  child: ChildProcess
  tell(line: string): void
  hear(): Promise<Record<string, unknown> | string>
}

/** Another process that opens the data folder. */
export function startOpener(
  dataFolder: string,
  options: { uid?: number; gid?: number; detached?: boolean; env?: Record<string, string> } = {},
): Opener {
  const program = fileURLToPath(new URL('./opener.fixture.ts', import.meta.url))
  const { env, ...account } = options
  const child = spawn(process.execPath, [program, dataFolder], {
    ...account,
    cwd: '/',
    env: { PATH: process.env.PATH, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    child,
    tell: (line) => child.stdin.write(`${line}\n`),
    async hear() {
      const { value, done } = await lines.next()
      if (done) throw new Error('the opener ended without a word')
      return JSON.parse(value)
    },
  }
}

/** Ends what the tests started and removes their folders. */
export async function clearPlaces(): Promise<void> {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) {
    for (const name of readdirSync(folder)) {
      const pid = serverPid(join(folder, name))
      if (pid) await killHard(serverFamily(pid))
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }
}

/** After the last test of a file: the model goes too. */
export async function clearModel(): Promise<void> {
  if (model) rmSync(dirname(await model), { recursive: true, force: true })
  model = undefined
}
