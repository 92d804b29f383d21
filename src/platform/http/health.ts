import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../metrics.ts'
import { within } from '../within.ts'

export type Health = {
  /** Resolves when requests can be served; rejects with the reason when not. */
  readonly ready: () => Promise<void>
  readonly metrics: Metrics
}

/** A probe waits no longer than a balancer would. */
const PATIENCE = 2_000

/** `/healthz`: the process lives. `/readyz`: it can serve. `/metrics`: figures for the operator's monitoring. */
export function addHealth(app: FastifyInstance, health: Health): void {
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await within(PATIENCE, health.ready())
      return { status: 'ready' }
    } catch (error) {
      reply.code(503).header('retry-after', 2)
      return { status: 'not_ready', reason: error instanceof Error ? error.message : 'unknown' }
    }
  })
  app.get('/metrics', async (_request, reply) => {
    reply.type(health.metrics.contentType)
    return await health.metrics.print()
  })
  app.addHook('onResponse', (request, reply, done) => {
    health.metrics.observe(
      request.method,
      request.routeOptions.url ?? 'none',
      reply.statusCode,
      reply.elapsedTime / 1_000,
    )
    done()
  })
}
