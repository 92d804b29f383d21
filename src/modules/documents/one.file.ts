import type { UploadedFile } from '../../platform/http/route.ts'

/** The one file of a request, or why there is none to speak of; its name is not looked at. */
export async function receiveOne(
  files: AsyncIterable<UploadedFile>,
  most: number,
): Promise<Buffer | 'not one' | 'too large'> {
  const received: Buffer[] = []
  for await (const { name, content } of files) {
    const bytes = await readUpTo(content, most)
    // A form without a chosen file sends a part without a name.
    if (name !== '') received.push(bytes)
  }
  const [first, ...others] = received
  if (first === undefined || others.length > 0) return 'not one'
  return first.length > most ? 'too large' : first
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
