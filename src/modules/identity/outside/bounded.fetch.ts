import { isReachable, type SignInProvider } from '../../../platform/sign-in.providers.ts'
import { ProviderAway } from './provider.faults.ts'

const PATIENCE_MS = 5_000
const MOST_BYTES = 1_048_576

type Options = {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | URLSearchParams | Uint8Array<ArrayBuffer> | null | undefined
}

/**
 * Asks a provider: by https, or on this machine where the provider itself is here; never after a redirect, for five seconds
 * and a megabyte at most. Throws `ProviderAway` for whatever is no answer.
 */
export async function askProvider({ issuer }: SignInProvider, url: string, options: Options = {}): Promise<Response> {
  const isHere = new URL(issuer).protocol === 'http:'
  if (!isReachable(url) || (!isHere && new URL(url).protocol !== 'https:')) throw new Error('not an address to ask')
  const { method = 'GET', headers = {}, body = null } = options
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const response = await fetch(url, { method, headers, body, redirect: 'manual', signal })
    const bytes = await readBounded(response)
    if (response.status >= 500) throw new Error(`status ${response.status}`)
    return new Response(bytes.length === 0 ? null : bytes, { status: response.status, headers: response.headers })
  } catch (error) {
    throw new ProviderAway(error)
  }
}

async function readBounded(response: Response): Promise<Buffer<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > MOST_BYTES) throw new Error('more than anybody needs')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
