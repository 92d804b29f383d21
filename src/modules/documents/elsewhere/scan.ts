import { pictureIn } from '../letterhead/picture.ts'

/** A photo or a scan of a document, of a kind that is known by its bytes, whatever its name says. */
export type Scan = { readonly type: ScanType; readonly bytes: Buffer }
export type ScanType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf'

export const EXTENSIONS: Readonly<Record<ScanType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

export const SCAN_BYTES = 5 * 1024 * 1024

/** The mark stands at the very beginning, so that what is two things at once is none; a PDF that was cut has no end. */
export function scanIn(bytes: Buffer): Scan | undefined {
  const picture = pictureIn(bytes)
  if (picture !== undefined) return { type: picture.type, bytes }
  if (isAt(bytes, 0, 'RIFF') && isAt(bytes, 8, 'WEBP')) return { type: 'image/webp', bytes }
  const isPdf = isAt(bytes, 0, '%PDF-') && bytes.subarray(-1024).includes('%%EOF')
  return isPdf ? { type: 'application/pdf', bytes } : undefined
}

const isAt = (bytes: Buffer, at: number, mark: string): boolean =>
  bytes.subarray(at, at + mark.length).equals(Buffer.from(mark, 'latin1'))
