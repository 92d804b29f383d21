import { spawn } from 'node:child_process'
import { buffer, text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { Unavailable } from '../errors.ts'
import { createGate } from '../gate.ts'
import type { Document } from './document.ts'
import { plainDocument } from './plain.text.ts'

const CHILD = fileURLToPath(new URL('./pdf.child.ts', import.meta.url))
const LONGEST_MS = 30_000
/** Each takes some 200 MB and one processor. */
const gate = createGate({ atOnce: 2, waiting: 20 })

/**
 * A tagged PDF, in a process of its own that is ended when it takes longer than half a minute. Same input, same bytes.
 * Faults: Unavailable when it takes too long or too many are asked for at once.
 */
export async function printPdf(document: Document): Promise<Buffer> {
  return await gate(() => typeset(JSON.stringify(plainDocument(document))))
}

async function typeset(json: string): Promise<Buffer> {
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
  const [pdf, told, code] = await Promise.all([buffer(child.stdout), text(child.stderr), ended])
  if (code === null) throw new Unavailable('the document took too long to print')
  if (code !== 0) throw new Error(`the document was not printed: ${told.slice(-2000)}`)
  return pdf
}
