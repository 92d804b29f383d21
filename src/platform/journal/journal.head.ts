import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Head } from './chain.ts'

const fileOf = (dataFolder: string): string => join(dataFolder, 'journal.head')

/**
 * Notes outside of the database where the chain stood: who cuts off the end of both journal and chain leaves a chain that
 * holds, but not up to here.
 */
export async function noteHead(dataFolder: string, { seq, hash }: Head): Promise<void> {
  const file = fileOf(dataFolder)
  await writeFile(`${file}.new`, `${seq} ${hash.toString('hex')}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** Undefined where none was noted. */
export async function readNotedHead(dataFolder: string): Promise<Head | undefined> {
  const text = await readFile(fileOf(dataFolder), 'utf8').catch(() => '')
  const [, seq, hash] = /^(\d{1,15}) ([0-9a-f]{64})\n$/.exec(text) ?? []
  return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash: Buffer.from(hash, 'hex') }
}
