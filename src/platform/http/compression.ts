import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply } from 'fastify'

/** Shorter answers cost more to squeeze than to send. Characters. */
const LEAST = 2_048

const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
}
const squeeze = { br: promisify(brotliCompress), gzip: promisify(gzip) }

export const isLong = (text: string): boolean => text.length >= LEAST

/** The text as the client takes it, squeezed off the main thread; the header says how. */
export async function compress(reply: FastifyReply, text: string): Promise<string | Buffer> {
  reply.header('vary', 'accept-encoding')
  const encoding = encodingOf(reply.request.headers['accept-encoding'])
  if (encoding === undefined) return text
  reply.header('content-encoding', encoding)
  return encoding === 'br' ? await squeeze.br(text, BROTLI) : await squeeze.gzip(text)
}

/** The better of the two that the client takes; `q=0` refuses one. */
export function encodingOf(accepted: string | string[] | undefined): 'br' | 'gzip' | undefined {
  const names = new Map(
    String(accepted ?? '')
      .slice(0, 500)
      .toLowerCase()
      .split(',')
      .map((entry) => {
        const [name = '', ...settings] = entry.split(';').map((part) => part.trim())
        return [name, !settings.some((setting) => /^q=0(\.0*)?$/.test(setting))]
      }),
  )
  const takes = (name: string): boolean => names.get(name) ?? names.get('*') ?? false
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined
}
