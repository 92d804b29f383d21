import type { FastifyRequest } from 'fastify'
import { Refusal } from '../errors.ts'
import type { UploadedFile } from './route.ts'

/** The files of a multipart request, streamed one after the other; nothing is kept in memory. */
export async function* readFiles(request: FastifyRequest): AsyncIterable<UploadedFile> {
  if (!request.isMultipart()) throw new Refusal('unsupported', 'media_type_unsupported')
  const parts = request.files()
  for (let next = await orBroken(parts.next()); next.done !== true; next = await orBroken(parts.next())) {
    yield { name: next.value.filename ?? '', content: next.value.file }
  }
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
