import { existsSync, mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SettingsInvalid } from './env.ts'

/**
 * Makes the data folder, closed to others, unless it is there, and tries whether it can be written to. Level by level:
 * Node's recursive mkdir never ends where a file system answers that a folder below an existing one is not there (/proc).
 * Faults: SettingsInvalid.
 */
export function makeDataFolder(folder: string): void {
  try {
    make(dirname(folder))
    make(folder, 0o700)
    rmdirSync(mkdtempSync(join(folder, '.trying-')))
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.code : String(error)
    throw new SettingsInvalid(
      `settings: ROST_DATA: the folder ${folder} cannot be made or written to (${reason}): name another one or mend its rights`,
    )
  }
}

function make(folder: string, mode?: number): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return
  if (dirname(folder) !== folder) make(dirname(folder))
  try {
    mkdirSync(folder, { mode })
  } catch (error) {
    // Another process made it meanwhile; a file in its place is found out by whoever writes below it.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}
