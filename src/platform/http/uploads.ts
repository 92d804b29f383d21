import type { FastifyRequest } from 'fastify'
import { Refusal } from '../errors.ts'
import type { UploadedFile } from './route.ts'

/** The files of a multipart request, streamed one after the other; nothing is kept in memory. */
export async function* readFiles(request: FastifyRequest): AsyncIterable<UploadedFile> {
  if (!request.isMultipart()) throw new Refusal('unsupported', 'media_type_unsupported')
  for await (const part of request.files()) {
    yield { name: part.filename ?? '', content: part.file }
  }
}
