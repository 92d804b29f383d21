import { mkdir, mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'

const BEAT = 10_000
/** A folder that was not touched for so long is that of a run that died. */
const DEAD_AFTER = 60_000

const scratchRoot = (dataFolder: string): string => join(dataFolder, 'loading')

/**
 * Gives a folder that only the owner of the process may enter, and removes it whatever happens. While it is used its
 * time is kept fresh: by it others tell the folder of a run from that of one that was killed. When work of this name
 * (`district-load`) succeeds, what earlier tries of it left behind goes at once.
 */
export async function withScratchFolder<T>(
  dataFolder: string,
  work: string,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const root = scratchRoot(dataFolder)
  await mkdir(root, { recursive: true, mode: 0o700 })
  await sweepScratch(dataFolder)
  const folder = await mkdtemp(join(root, `${work}-`))
  // A beat that fails is no reason to stop: the folder is then taken for dead while its files are open.
  const beat = setInterval(() => void touch(folder).catch(() => {}), BEAT)
  try {
    const done = await use(folder)
    const earlier = (await list(root)).filter((name) => name.startsWith(`${work}-`))
    await Promise.all(earlier.map((name) => rm(join(root, name), { recursive: true, force: true })))
    return done
  } finally {
    clearInterval(beat)
    await rm(folder, { recursive: true, force: true })
  }
}

/** Removes the folders of runs that were killed. */
export async function sweepScratch(dataFolder: string, now = Date.now()): Promise<void> {
  const root = scratchRoot(dataFolder)
  for (const name of await list(root)) {
    const folder = join(root, name)
    if (now - (await touchedAt(folder)) > DEAD_AFTER) await rm(folder, { recursive: true, force: true })
  }
}

async function touch(folder: string): Promise<void> {
  const now = new Date()
  await utimes(folder, now, now)
}

/** What is not there any more is not to be removed. */
async function touchedAt(folder: string): Promise<number> {
  return (await stat(folder).catch(() => undefined))?.mtimeMs ?? Number.POSITIVE_INFINITY
}

async function list(folder: string): Promise<string[]> {
  return await readdir(folder).catch(() => [])
}
