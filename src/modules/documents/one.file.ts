import { invalidField, Refusal } from '../../platform/errors.ts'
import type { UploadedFile } from '../../platform/http/route.ts'

/** Words of what is wrong: not exactly one file, and one that is too large. */
type Faults = { readonly notOne: string; readonly tooLarge: string }

/** The one file of a request; its name is not looked at. Faults: 413 too large, 422 where there is not exactly one. */
export async function receiveOne(
  files: AsyncIterable<UploadedFile>,
  most: number,
  { notOne, tooLarge }: Faults,
): Promise<Buffer> {
  const received: Buffer[] = []
  for await (const { name, content } of files) {
    const bytes = await readUpTo(content, most)
    // A form without a chosen file sends a part without a name.
    if (name !== '') received.push(bytes)
  }
  const [first, ...others] = received
  if (first === undefined || others.length > 0) throw invalidField('file', notOne)
  if (first.length > most) throw new Refusal('too_large', tooLarge)
  return first
}

/** All of it is read, so that the next file can be; of what is too long only so much is kept that one sees it is. */
async function readUpTo(content: UploadedFile['content'], most: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of content) {
    if (length <= most) parts.push(typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))
    length += part.length
  }
  return Buffer.concat(parts)
}
