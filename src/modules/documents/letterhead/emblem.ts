import { invalidField } from '../../../platform/errors.ts'
import type { UploadedFile } from '../../../platform/http/route.ts'
import { receiveOne } from '../one.file.ts'
import { EMBLEM_BYTES, EMBLEM_POINTS } from './letterhead.contract.ts'
import { type Picture, pictureIn } from './picture.ts'

/** The one picture of a request. Faults: 413 too large, 422 no picture or too many points. */
export async function receivePicture(files: AsyncIterable<UploadedFile>): Promise<Picture> {
  const faults = { notOne: 'one_picture', tooLarge: 'picture_too_large' }
  const picture = pictureIn(await receiveOne(files, EMBLEM_BYTES, faults))
  if (picture === undefined) throw invalidField('file', 'no_picture')
  const { type, bytes, width, height } = picture
  if (width < 1 || height < 1 || width > EMBLEM_POINTS || height > EMBLEM_POINTS)
    throw invalidField('file', 'picture_points', { most: EMBLEM_POINTS })
  return { type, bytes }
}
