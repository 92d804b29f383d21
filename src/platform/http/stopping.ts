import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { Unavailable } from '../errors.ts'

/** How long requests under way are waited for; a client that sends by the drop cannot hold the process longer. */
const GRACE = 6_000

/** So long the server goes on after it has said that it will stop: balancers look every second or two. */
const LEAVING = 2_500
/** Nobody asked for so long: nobody is sent here any more. */
const QUIET = 250

const PROBES = new Set(['/healthz', '/readyz', '/metrics'])

/**
 * A server that is told to stop first says that it is not ready, and serves on until nobody asks any more: each answer ends its
 * connection, so that nobody sends into one that is being closed. Then requests begun are finished; what still comes over
 * an open connection is answered 503.
 */
export function stopGently(app: FastifyInstance): void {
  let stopping: 'no' | 'leaving' | 'closing' = 'no'
  let askedAt = Number.NEGATIVE_INFINITY
  app.addHook('onRequest', (request, _reply, done) => {
    if (!PROBES.has(request.url)) askedAt = performance.now()
    const refused = request.url === '/readyz' ? stopping !== 'no' : stopping === 'closing'
    done(refused && request.url !== '/healthz' ? new Unavailable('stopping') : undefined)
  })
  app.addHook('preClose', async () => {
    stopping = 'leaving'
    const until = performance.now() + LEAVING
    while (app.server.listening && performance.now() < Math.min(until, askedAt + QUIET)) await pause(QUIET / 10)
    stopping = 'closing'
    setTimeout(() => app.server.closeAllConnections(), GRACE).unref()
  })
}
