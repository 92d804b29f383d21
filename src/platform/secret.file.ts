import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fileOf = (dataFolder: string): string => join(dataFolder, 'secret')
const nextOf = (dataFolder: string): string => join(dataFolder, 'secret.next')

/**
 * The operator's secret: ROST_SECRET, else the file in the data folder, made at the first start with mode 0600.
 * Whoever has it can read the sealed values, so it belongs into no backup.
 */
export function readSecret(given: string | undefined, dataFolder: string): Buffer {
  const found = findSecret(given, dataFolder)
  if (found !== undefined) return found
  const file = fileOf(dataFolder)
  mkdirSync(dataFolder, { recursive: true })
  try {
    writeFileSync(file, `${newSecret()}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    // Two processes started at once: the other one was first.
    if (!isFault(error, 'EEXIST')) throw error
  }
  return readKept(file) ?? Buffer.alloc(0)
}

/** The operator's secret where there is one; makes none. */
export function findSecret(given: string | undefined, dataFolder: string): Buffer | undefined {
  return given === undefined ? readKept(fileOf(dataFolder)) : Buffer.from(given)
}

export const newSecret = (): string => randomBytes(32).toString('base64url')

/** The secret that a turning was about to put in the place of the kept one when it was interrupted. */
export const readNextSecret = (dataFolder: string): Buffer | undefined => readKept(nextOf(dataFolder))

/** Lays the next secret beside the kept one: from here on a start finds whichever of them the database was turned to. */
export function layNextSecret(dataFolder: string, secret: string): void {
  rmSync(nextOf(dataFolder), { force: true })
  writeFileSync(nextOf(dataFolder), `${secret}\n`, { mode: 0o600, flag: 'wx', flush: true })
}

/** The next secret becomes the kept one; nothing where another process was quicker. */
export function takeNextSecret(dataFolder: string): void {
  if (existsSync(nextOf(dataFolder))) renameSync(nextOf(dataFolder), fileOf(dataFolder))
}

/** What `doctor` says about the secret: where it is kept and whether others could read it. */
export function inspectSecret(
  given: string | undefined,
  dataFolder: string,
): { kept: 'environment' | 'file'; readableByOthers: boolean } {
  if (given !== undefined) return { kept: 'environment', readableByOthers: false }
  return { kept: 'file', readableByOthers: (statSync(fileOf(dataFolder)).mode & 0o077) !== 0 }
}

function readKept(file: string): Buffer | undefined {
  try {
    return Buffer.from(readFileSync(file, 'utf8').trim())
  } catch (error) {
    if (isFault(error, 'ENOENT')) return undefined
    throw error
  }
}

const isFault = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
