import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { SealBroken, sealFile, unsealFile } from './files.ts'
import { createKeyring } from './secrets.ts'

const CHUNK = 65_536
const folder = await mkdtemp(join(tmpdir(), 'rost-files-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const keyring = createKeyring(Buffer.alloc(32, 1), 'test')

let count = 0
const fresh = (): string => join(folder, `f${++count}`)

async function sealed(content: Buffer): Promise<string> {
  const path = fresh()
  // In odd pieces, as they come from a network.
  const pieces = Array.from({ length: Math.ceil(content.length / 7_001) }, (_, at) =>
    content.subarray(at * 7_001, (at + 1) * 7_001),
  )
  expect(await sealFile(path, Readable.from(pieces), keyring)).toBe(content.length)
  return path
}

async function opened(path: string, ring = keyring): Promise<Buffer> {
  const target = fresh()
  await unsealFile(path, target, ring)
  return await readFile(target)
}

test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 1_000_000])(
  '%i bytes come back as they were',
  async (length) => {
    const content = randomBytes(length)
    const path = await sealed(content)
    expect((await opened(path)).equals(content)).toBe(true)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  },
)

test('nothing of the content stands in the file', async () => {
  const path = await sealed(Buffer.from('Орлова Анна '.repeat(10_000)))
  expect((await readFile(path)).includes('Орлова')).toBe(false)
})

test('a file that was changed, cut, swapped, renamed or sealed by another key does not open', async () => {
  const content = randomBytes(3 * CHUNK)
  const path = await sealed(content)
  const bytes = await readFile(path)
  const head = bytes.length - 3 * (CHUNK + 16)
  const chunk = (at: number): Buffer => bytes.subarray(head + at * (CHUNK + 16), head + (at + 1) * (CHUNK + 16))
  const flipped = Buffer.from(bytes)
  flipped[head + 100] = (flipped[head + 100] ?? 0) ^ 1
  for (const changed of [
    flipped,
    bytes.subarray(0, head + 2 * (CHUNK + 16)),
    bytes.subarray(0, bytes.length - 1),
    Buffer.concat([bytes.subarray(0, head), chunk(1), chunk(0), chunk(2)]),
    bytes.subarray(0, 20),
    Buffer.alloc(0),
  ]) {
    await writeFile(path, changed)
    await expect(opened(path)).rejects.toThrow(SealBroken)
  }
  await writeFile(path, bytes)
  expect((await opened(path)).equals(content)).toBe(true)
  await expect(opened(path, createKeyring(Buffer.alloc(32, 2), 'test'))).rejects.toThrow(SealBroken)
  const renamed = fresh()
  await rename(path, renamed)
  await expect(opened(renamed)).rejects.toThrow(SealBroken)
})
