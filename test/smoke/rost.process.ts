/** The product as its users have it: child processes of the command line, seen from outside only. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const program = join(root, 'src/cli.ts')
/** As the launcher starts it. */
const heap = /^heap=(\S+)$/m.exec(readFileSync(join(root, 'rost'), 'utf8'))?.[1] ?? ''

type Environment = Readonly<Record<string, string>>

export type Finished = {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** The last line of stderr, which says why. */
  readonly why: string
  readonly milliseconds: number
  /** Most memory the process held (VmHWM), as last seen. */
  readonly peakMb: number
}

/** Only what a shell would hand on: settings of the test run itself do not reach the product. */
function environmentOf(given: Environment): Environment {
  return {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    LANG: 'en_US.UTF-8',
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, '.cache/compiled'),
    LOG_LEVEL: 'warn',
    ...given,
  }
}

/** Starts `rost …` away from the checkout, so that no .env of a developer is read. */
export function start(words: readonly string[], environment: Environment): ChildProcess {
  return spawn(process.execPath, [heap, program, ...words], {
    cwd: tmpdir(),
    env: environmentOf(environment),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

/** Runs `rost …` to its end. */
export async function rost(
  words: readonly string[],
  environment: Environment,
  options: { stdin?: string; limitMs?: number } = {},
): Promise<Finished> {
  const began = performance.now()
  const child = start(words, environment)
  const peak = watchPeak(child)
  const stdout = gather(child.stdout)
  const stderr = gather(child.stderr)
  child.stdin?.on('error', () => {}).end(options.stdin ?? '')
  const limit = setTimeout(() => child.kill('SIGKILL'), options.limitMs ?? 60_000)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearTimeout(limit)
  const said = stderr()
  return {
    code,
    stdout: stdout(),
    stderr: said,
    why: said.trimEnd().split('\n').at(-1) ?? '',
    milliseconds: performance.now() - began,
    peakMb: peak(),
  }
}

export type Serving = {
  readonly address: string
  readonly child: ChildProcess
  readonly stdout: () => string
  readonly stderr: () => string
  readonly ended: Promise<number | null>
  readonly peakMb: () => number
  /** SIGTERM, then the code it ended with. */
  stop(): Promise<number | null>
}

/** Starts `rost serve` on a free port and waits for the line with its address. */
export async function serve(environment: Environment, words: readonly string[] = []): Promise<Serving> {
  const child = start(['serve', '--port', '0', ...words], environment)
  const peakMb = watchPeak(child)
  const stdout = gather(child.stdout)
  const stderr = gather(child.stderr)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const [line, rest] = stdout().split('\n')
      if (line !== undefined && rest !== undefined) resolve(line)
    })
    void ended.then((code) => reject(new Error(`serve ended with ${code}: ${stderr()}`)))
  })
  const stop = (): Promise<number | null> => {
    child.kill('SIGTERM')
    return ended
  }
  return { address, child, stdout, stderr, ended, peakMb, stop }
}

function gather(stream: NodeJS.ReadableStream | null): () => string {
  const parts: Buffer[] = []
  stream?.on('data', (part: Buffer) => parts.push(part))
  return () => Buffer.concat(parts).toString('utf8')
}

/** The kernel keeps the peak, but only while the process lives. */
function watchPeak(child: ChildProcess): () => number {
  let peak = 0
  const look = (): void => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024)
    } catch {
      clearInterval(timer) // ended
    }
  }
  const timer = setInterval(look, 50)
  child.once('exit', () => clearInterval(timer))
  return () => peak
}
