import { writeSync } from 'node:fs'
import pino from 'pino'

export type Log = pino.Logger

/** Structured log on stderr (stdout belongs to answers). Secrets never reach it: these paths are cut wherever they stand. */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: [
          'req.headers.authorization',
          'req.headers.cookie',
          '*.password',
          '*.token',
          '*.secret',
          'err.parameters',
          'err.detail',
          'err.where',
          // The whole connection, keys included, hangs on errors of node-postgres.
          'err.client',
        ],
        censor: '…',
      },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    sharedStderr(),
  )
}

/** What is held at most; with more than that a turn writes oftener. Characters. */
const MOST = 64_000
const STDERR = 2
/** Until whoever reads a full pipe has had time. Milliseconds. */
const PAUSE = 10

/**
 * What is logged within one turn of the event loop goes out in one write at its end, not a line each: under load the
 * writes cost more than all else about the lines. What was logged before the process ends is written when it ends.
 */
function stderrByTurns(): pino.DestinationStream & { flushSync(): void } {
  let held = ''
  let isDue = false
  function flushSync(): void {
    isDue = false
    const text = held
    held = ''
    writeWhole(Buffer.from(text))
  }
  process.once('exit', flushSync)
  return {
    write(line) {
      held += line
      if (held.length > MOST) flushSync()
      if (isDue) return
      isDue = true
      setImmediate(flushSync)
    },
    flushSync,
  }
}

/** Nobody reads a closed pipe: what cannot be told any more is no reason to stop. */
function writeWhole(bytes: Uint8Array): void {
  for (let rest = bytes; rest.length > 0; ) {
    try {
      rest = rest.subarray(writeSync(STDERR, rest))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) return
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
    }
  }
}

let opened: ReturnType<typeof stderrByTurns> | undefined

/** One for the process, however many logs write to it. */
function sharedStderr(): ReturnType<typeof stderrByTurns> {
  opened ??= stderrByTurns()
  return opened
}
