import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { pagePolicy } from './headers.ts'

/** Stands in the built page where each answer puts a word that only this answer's policy knows. */
const NONCE = '%CSP_NONCE%'

export type Web = { sendPage(reply: FastifyReply): FastifyReply }

/** Serves the built web client: hashed files for a year, the page itself always fresh. Undefined where nothing was built. */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<Web | undefined> {
  const file = join(folder, 'index.html')
  if (!existsSync(file)) return undefined
  const page = await readFile(file, 'utf8')
  const sendPage = (reply: FastifyReply): FastifyReply => {
    const nonce = randomBytes(16).toString('base64url')
    return reply
      .header('cache-control', 'no-store')
      .header('content-security-policy', pagePolicy(nonce))
      .type('text/html; charset=utf-8')
      .send(page.replaceAll(NONCE, nonce))
  }
  app.get('/', (_, reply) => sendPage(reply))
  app.get('/index.html', (_, reply) => sendPage(reply))
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    // Squeezed once, when it was built (scripts/squeeze.ts).
    preCompressed: true,
    globIgnore: ['index.html', '**/*.{br,gz}'],
    cacheControl: false,
    setHeaders: (response, path) => {
      response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  return { sendPage }
}

/** Whether a request for an unknown address is a person opening a page of the client. */
export function wantsPage(method: string, url: string, accept: string | undefined): boolean {
  return method === 'GET' && !url.startsWith('/api/') && (accept ?? '').includes('text/html')
}
