import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Servers which this process started and has not stopped: process id → cluster folder. */
const owned = new Map<number, string>()

let isListening = false

/** From now on the server is stopped when this process ends by itself (not when it is killed), if nobody uses it. */
export function own(pid: number, cluster: string): void {
  owned.set(pid, cluster)
  if (isListening) return
  isListening = true
  process.once('exit', reapAll)
}

export function disown(pid: number): void {
  owned.delete(pid)
}

function reapAll(): void {
  const program = fileURLToPath(new URL('./reap.ts', import.meta.url))
  for (const [pid, cluster] of owned) {
    spawn(process.execPath, [program, cluster, String(pid)], { detached: true, stdio: 'ignore', cwd: '/' })
  }
}
