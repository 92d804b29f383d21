import { createHash, type Hash, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { Refusal } from '../../../platform/errors.ts'
import { sealFile } from '../../../platform/files.ts'
import type { RequestContext, UploadedFile } from '../../../platform/http/route.ts'
import { findDistrictKey } from '../districts/district.key.ts'
import { nameKey } from '../exchange/load.files.ts'

/** A received file: sealed, under a random name. */
export type StoredUpload = {
  readonly name: string
  readonly storedAs: string
  readonly path: string
  readonly bytes: number
  /** SHA-256 of the content. */
  readonly hash: Buffer
}

const LONGEST_NAME = 255

/** The folder of the data folder that files lie in as they were received, sealed. */
export const UPLOADS = 'uploads'

/** Where the sealed files of a district lie. */
export const uploadsFolder = (dataFolder: string, tenant: number): string => join(dataFolder, UPLOADS, String(tenant))

/**
 * Takes the files of the request into the store, each sealed as it comes. Refuses a request without files, a file
 * beyond the limit and two of one name; nothing is left behind then.
 */
export async function receiveUploads(
  context: Pick<RequestContext, 'files' | 'services' | 'tenant'>,
): Promise<readonly StoredUpload[]> {
  const { services, tenant } = context
  if (tenant === null) throw new Error('uploads belong to a district')
  const keyring = await findDistrictKey(services.database.reader(tenant), services.master, tenant)
  const folder = uploadsFolder(services.settings.dataFolder, tenant)
  const stored: StoredUpload[] = []
  const tooLarge: string[] = []
  try {
    for await (const file of context.files()) {
      const name = file.name.replace(/\p{Cc}/gu, '').slice(0, LONGEST_NAME)
      // A form without a chosen file sends a part without a name; after a refusal the rest is read, but not kept.
      if (name === '' || tooLarge.length > 0) {
        await pour(file)
        continue
      }
      const storedAs = randomUUID()
      const path = join(folder, storedAs)
      stored.push({ name, storedAs, path, bytes: 0, hash: Buffer.alloc(0) })
      const sum = createHash('sha256')
      const bytes = await sealFile(path, contentOf(file, sum), keyring)
      stored[stored.length - 1] = { name, storedAs, path, bytes, hash: sum.digest() }
      if (file.content.truncated === true) tooLarge.push(name)
    }
    if (tooLarge.length > 0)
      throw new Refusal('too_large', 'file_too_large', { params: { files: tooLarge.join(', ') } })
    refuseNames(stored)
    return stored
  } catch (error) {
    await discardUploads(stored)
    throw error
  }
}

/** Removes files that belong to no load. */
export async function discardUploads(stored: readonly StoredUpload[]): Promise<void> {
  await Promise.all(stored.map(({ path }) => rm(path, { force: true })))
}

function refuseNames(stored: readonly StoredUpload[]): void {
  const keys = stored.map(({ name }) => nameKey(name))
  const repeated = stored.find((_, at) => keys.indexOf(keys[at] ?? '') < at)
  if (stored.length === 0) throw inFile('required')
  if (repeated !== undefined) throw inFile('file_repeated', { name: repeated.name })
}

function inFile(code: string, params: Readonly<Record<string, string>> = {}): Refusal {
  return new Refusal('invalid', 'request_invalid', { fields: [{ in: 'body', path: 'file', code, params }] })
}

/** A request that breaks off in the middle of a file is no fault of ours. */
async function* contentOf({ content }: UploadedFile, sum: Hash): AsyncGenerator<Uint8Array> {
  try {
    for await (const part of content) {
      sum.update(part)
      yield typeof part === 'string' ? Buffer.from(part) : part
    }
  } catch {
    throw new Refusal('invalid', 'body_broken')
  }
}

async function pour({ content }: UploadedFile): Promise<void> {
  await finished(content.resume())
}
