import { isIP } from 'node:net'
import { z } from 'zod'
import type { Settings } from '../../../platform/env.ts'

/** Whom a passkey is made for (a name of a host), and the page it may be used on. */
export type Site = { readonly rpId: string; readonly origin: string | 'any of localhost' }

/**
 * Browsers keep passkeys for names reached by https, and for `localhost`; where no address is set, that alone is left.
 * Nothing where passkeys cannot work: at a bare number, or by plain http.
 */
export function siteOf({ publicUrl }: Pick<Settings, 'publicUrl'>): Site | undefined {
  if (publicUrl === undefined) return { rpId: 'localhost', origin: 'any of localhost' }
  const { hostname, origin, protocol } = new URL(publicUrl)
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return undefined
  return protocol === 'https:' || hostname === 'localhost' ? { rpId: hostname, origin } : undefined
}

const LOCAL = /^http:\/\/localhost(:\d{1,5})?$/
const ClientData = z.object({ origin: z.string() })

/** The page an answer has to come from; at this machine whatever port it names itself. */
export function expectedOrigin(site: Site, clientDataJSON: string): string {
  if (site.origin !== 'any of localhost') return site.origin
  const named = originIn(clientDataJSON)
  return named !== undefined && LOCAL.test(named) ? named : 'http://localhost'
}

function originIn(clientDataJSON: string): string | undefined {
  try {
    const told: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))
    return ClientData.safeParse(told).data?.origin
  } catch {
    return undefined
  }
}
