import type { FastifyInstance } from 'fastify'

const POLICY = {
  'default-src': "'none'",
  'object-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
}

function say(policy: Readonly<Record<string, string>>): string {
  return Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources}`)
    .join(';')
}

/** The policy of a page whose own components make style elements: those that carry this word. */
export const pagePolicy = (nonce: string): string => say({ ...POLICY, 'style-src': `'self' 'nonce-${nonce}'` })

/** What the browser may do with any answer, whatever it turns out to be. Written down once: they are the same for all. */
const GUARDS: Readonly<Record<string, string>> = {
  'content-security-policy': say(POLICY),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  // Addresses that prove something (documents) are for who holds the paper, not for who searches the web.
  'x-robots-tag': 'noindex, nofollow',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
}
const GUARDS_OF_API = { ...GUARDS, 'cache-control': 'no-store' }

/** Guards and the number of the request on every answer; answers of the API are kept by nobody. */
export function addHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.url.startsWith('/api/') ? GUARDS_OF_API : GUARDS)
    reply.header('x-request-id', request.id)
    done()
  })
}
