import { spawn } from 'node:child_process'
import { buffer, text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { Unavailable } from '../errors.ts'
import { createGate } from '../gate.ts'
import type { Document } from './document.ts'
import { plainDocument } from './plain.text.ts'
import { plainSheet, type Sheet } from './sheet.ts'

/** What the process that lays pages out is given: `files` by name, as base64; one PDF for each of the contents. */
export type Typesetting = {
  readonly layout: 'document' | 'sheet'
  readonly files: Readonly<Record<string, string>>
  readonly contents: readonly unknown[]
}

const CHILD = fileURLToPath(new URL('./pdf.child.ts', import.meta.url))
const LONGEST_MS = 30_000
/** Each takes some 200 MB and one processor. */
const gate = createGate({ atOnce: 2, waiting: 20 })

/**
 * A tagged PDF, in a process of its own that is ended when it takes longer than half a minute. Same input, same bytes.
 * Faults: Unavailable when it takes too long or too many are asked for at once.
 */
export async function printPdf(document: Document): Promise<Buffer> {
  const [pdf] = await typeset({ layout: 'document', files: {}, contents: [plainDocument(document)] })
  if (pdf === undefined) throw new Error('the document was not printed')
  return pdf
}

/** What one process prints: it is done in a few seconds, and what waits behind it is not kept long. */
export const SHEETS_AT_ONCE = 50

/**
 * One page each, as PDF, in the order given; at most SHEETS_AT_ONCE. `emblem`: a PNG or JPEG that stands on all of them.
 * Faults: Unavailable as above; PictureBroken where the emblem cannot be drawn.
 */
export async function printSheets(
  sheets: readonly Sheet[],
  emblem: { readonly name: 'emblem.png' | 'emblem.jpg'; readonly bytes: Uint8Array } | null,
): Promise<Buffer[]> {
  if (sheets.length > SHEETS_AT_ONCE) throw new Error('too many sheets at once')
  return await typeset({
    layout: 'sheet',
    files: emblem === null ? {} : { [emblem.name]: Buffer.from(emblem.bytes).toString('base64') },
    contents: sheets.map((sheet) => ({ ...plainSheet(sheet), emblem: emblem?.name ?? null })),
  }).catch((error: unknown) => {
    throw error instanceof Error && error.message.includes('failed to decode image') ? new PictureBroken() : error
  })
}

/** A picture that says it is one and cannot be drawn. */
export class PictureBroken extends Error {
  constructor() {
    super('the picture cannot be drawn')
    this.name = 'PictureBroken'
  }
}

const typeset = (typesetting: Typesetting): Promise<Buffer[]> => gate(() => run(JSON.stringify(typesetting)))

async function run(json: string): Promise<Buffer[]> {
  const child = spawn(process.execPath, [CHILD], {
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  // A child that ends before it has read everything is told by its exit code.
  child.stdin.on('error', () => {})
  child.stdin.end(json)
  const [printed, told, code] = await Promise.all([buffer(child.stdout), text(child.stderr), ended])
  if (code === null) throw new Unavailable('the document took too long to print')
  if (code !== 0) throw new Error(`the document was not printed: ${told.slice(-2000)}`)
  return [...parted(printed)]
}

/** Each PDF stands behind its length. */
function* parted(printed: Buffer): Generator<Buffer> {
  for (let at = 0; at < printed.length; ) {
    const end = at + 4 + printed.readUInt32BE(at)
    yield printed.subarray(at + 4, end)
    at = end
  }
}
