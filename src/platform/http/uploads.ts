import { createHash, type Hash } from 'node:crypto'
import { Transform } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '../errors.ts'
import type { UploadedFile } from './route.ts'

/** Name and SHA-256 of a file that was read. */
export type FilePrint = readonly [name: string, print: string]

/**
 * The files of a multipart request, streamed one after the other; nothing is kept in memory. With `prints`, what was read
 * is added to them file by file, so that two requests can be told apart by their bytes.
 */
export async function* readFiles(request: FastifyRequest, prints?: FilePrint[]): AsyncIterable<UploadedFile> {
  if (request.isMultipart?.() !== true) throw new Refusal('unsupported', 'media_type_unsupported')
  const parts = request.files()
  for (let next = await orBroken(parts.next()); next.done !== true; next = await orBroken(parts.next())) {
    const { filename: name = '', file } = next.value
    if (prints === undefined) yield { name, content: file }
    else {
      const hash = createHash('sha256')
      yield { name, content: passing(file, hash) }
      prints.push([name, hash.digest('hex')])
    }
  }
}

/** The same file, counted into the hash on its way. */
function passing(file: UploadedFile['content'], hash: Hash): UploadedFile['content'] {
  const content = new Transform({
    transform(part: Buffer, _encoding, done) {
      hash.update(part)
      done(null, part)
    },
  })
  file.once('error', (error) => content.destroy(error))
  file.pipe(content)
  return Object.defineProperty(content, 'truncated', { get: () => file.truncated === true })
}

/** What is not multipart after all, or breaks off, is the sender's fault; limits speak for themselves (413). */
async function orBroken<T>(next: Promise<T>): Promise<T> {
  try {
    return await next
  } catch (error) {
    const isLimit = error instanceof Error && 'statusCode' in error && error.statusCode === 413
    throw isLimit ? error : new Refusal('invalid', 'body_broken')
  }
}
