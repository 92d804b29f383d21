import { spawn } from 'node:child_process'
import type { Account } from './account.ts'

export type Finished = { ok: boolean; output: string }

/** A small fixed environment: PGDATA, PGOPTIONS, LANG … of the caller must not reach the server. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}

/** The part of spawn's options that changes the account; empty when we already are that account. */
export function asAccount(account: Account): { uid?: number; gid?: number } {
  return account.switched ? { uid: account.uid, gid: account.gid } : {}
}

/**
 * Runs a program to its end as `account` and collects stdout and stderr together. Never rejects: a program that cannot
 * be spawned, or is killed after `limitMs`, is a failure whose output says so.
 */
export function run(
  command: string,
  args: readonly string[],
  options: { account: Account; limitMs: number; input?: string },
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...asAccount(options.account),
      cwd: '/', // the caller's folder may be closed to the account
      env: serverEnvironment(),
      timeout: options.limitMs,
      killSignal: 'SIGKILL',
    })
    let output = ''
    const collect = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.stdin.on('error', () => {}) // EPIPE of a program that ended early; its exit code tells the story
    child.stdin.end(options.input ?? '')
    child.once('error', (error) => resolve({ ok: false, output: `${output}${error.message}` }))
    child.once('close', (code, signal) =>
      resolve({ ok: code === 0, output: signal ? `${output}\nkilled by ${signal}` : output }),
    )
  })
}
