import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** With files of 10 MB this bounds the log to about 100 MB. */
const keptFiles = 10

const hourMs = 3_600_000

/** Removes all but the newest log files, now and every hour; ends with the returned function. */
export function keepLogsShort(folder: string): () => void {
  pruneLogs(folder)
  const timer = setInterval(() => pruneLogs(folder), hourMs).unref()
  return () => clearInterval(timer)
}

/** The names carry the time of their first line, so their order is the order of age. */
export function pruneLogs(folder: string): void {
  if (!existsSync(folder)) return // removed under a running application: not a reason to end it
  const files = readdirSync(folder).filter((name) => name.startsWith('postgresql-'))
  for (const name of files.sort().slice(0, -keptFiles)) rmSync(join(folder, name), { force: true })
}
