import { invalidField, Refusal } from '../../../platform/errors.ts'
import type { UploadedFile } from '../../../platform/http/route.ts'
import { receiveOne } from '../one.file.ts'
import { EMBLEM_BYTES, EMBLEM_POINTS } from './letterhead.contract.ts'
import { type Picture, pictureIn } from './picture.ts'

/** The one picture of a request. Faults: 413 too large, 422 no picture or too many points. */
export async function receivePicture(files: AsyncIterable<UploadedFile>): Promise<Picture> {
  const received = await receiveOne(files, EMBLEM_BYTES)
  if (received === 'not one') throw invalidField('file', 'one_picture')
  if (received === 'too large') throw new Refusal('too_large', 'picture_too_large')
  const picture = pictureIn(received)
  if (picture === undefined) throw invalidField('file', 'no_picture')
  const { type, bytes, width, height } = picture
  if (width < 1 || height < 1 || width > EMBLEM_POINTS || height > EMBLEM_POINTS)
    throw invalidField('file', 'picture_points', { most: EMBLEM_POINTS })
  return { type, bytes }
}
