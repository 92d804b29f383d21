/** A picture of a kind that is known by its bytes, whatever its name says. */
export type Picture = { readonly type: 'image/png' | 'image/jpeg'; readonly bytes: Buffer }

type Size = { readonly width: number; readonly height: number }

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const HEADER_OF_PNG = Buffer.from('IHDR')

/** What a file of a picture says of itself; undefined where it is neither PNG nor JPEG. */
export function pictureIn(bytes: Buffer): (Picture & Size) | undefined {
  if (bytes.subarray(0, PNG.length).equals(PNG)) {
    const isWhole = bytes.length > 24 && bytes.subarray(12, 16).equals(HEADER_OF_PNG)
    return isWhole
      ? { type: 'image/png', bytes, width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
      : undefined
  }
  const size = bytes.length < 4 ? undefined : sizeOfJpeg(bytes)
  return size === undefined ? undefined : { type: 'image/jpeg', bytes, ...size }
}

const START_OF_IMAGE = 0xffd8
/** Markers of frames, in which the size stands; between them are three of other things. */
const isFrame = (marker: number): boolean =>
  marker >= 0xffc0 && marker <= 0xffcf && marker !== 0xffc4 && marker !== 0xffc8 && marker !== 0xffcc

/** Of the first frame, segment by segment (ITU-T T.81, annex B). */
function sizeOfJpeg(bytes: Buffer): Size | undefined {
  if (bytes.readUInt16BE(0) !== START_OF_IMAGE) return undefined
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = bytes.readUInt16BE(at)
    if (marker < 0xff01) return undefined
    if (isFrame(marker)) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}
