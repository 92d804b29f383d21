/** Width and height in pixels, as the head of a WebP file says (RFC 9649, 2.3–2.7). */
export function sizeOfWebp(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const word = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))
  if (bytes.length < 30 || word(0) !== 'RIFF' || word(8) !== 'WEBP') throw new Error('this is no WebP file')
  switch (word(12)) {
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X': {
      const width = (view.getUint32(24, true) & 0xffffff) + 1
      return { width, height: (view.getUint32(26, true) >>> 8) + 1 }
    }
    default:
      throw new Error(`a WebP file of an unknown kind: ${word(12)}`)
  }
}
