import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { UploadedFile } from '../../../platform/http/route.ts'
import { EMBLEM_BYTES, EMBLEM_POINTS } from './letterhead.contract.ts'
import { type Picture, pictureIn } from './picture.ts'

/** The one picture of a request; its name is not looked at. Faults: 413 too large, 422 no picture or too many points. */
export async function receivePicture(files: AsyncIterable<UploadedFile>): Promise<Picture> {
  const received: Buffer[] = []
  for await (const { name, content } of files) {
    const bytes = await readUpTo(content, EMBLEM_BYTES)
    // A form without a chosen file sends a part without a name.
    if (name !== '') received.push(bytes)
  }
  const [first, ...others] = received
  if (first === undefined || others.length > 0) throw invalidField('file', 'one_picture')
  if (first.length > EMBLEM_BYTES) throw new Refusal('too_large', 'picture_too_large')
  const picture = pictureIn(first)
  if (picture === undefined) throw invalidField('file', 'no_picture')
  const { type, bytes, width, height } = picture
  if (width < 1 || height < 1 || width > EMBLEM_POINTS || height > EMBLEM_POINTS)
    throw invalidField('file', 'picture_points', { most: EMBLEM_POINTS })
  return { type, bytes }
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
