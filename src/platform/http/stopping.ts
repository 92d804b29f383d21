import type { FastifyInstance } from 'fastify'
import { Unavailable } from '../errors.ts'

/** How long requests under way are waited for; a client that sends by the drop cannot hold the process longer. */
const GRACE = 7_000

/** While the server closes, requests begun are finished; what still comes over an open connection is answered 503. */
export function stopGently(app: FastifyInstance): void {
  let stopping = false
  app.addHook('onRequest', (request, _reply, done) => {
    done(stopping && request.url !== '/healthz' ? new Unavailable('stopping') : undefined)
  })
  app.addHook('preClose', async () => {
    stopping = true
    setTimeout(() => app.server.closeAllConnections(), GRACE).unref()
  })
}
