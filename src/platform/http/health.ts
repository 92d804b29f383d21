import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../metrics.ts'

export type Health = {
  /** Resolves when requests can be served; rejects with the reason when not. */
  readonly ready: () => Promise<void>
  readonly metrics: Metrics
}

/** `/healthz`: the process lives. `/readyz`: it can serve. `/metrics`: figures for the operator's monitoring. */
export function addHealth(app: FastifyInstance, health: Health): void {
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await health.ready()
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
  app.addHook('onResponse', async (request, reply) => {
    health.metrics.observe(
      request.method,
      request.routeOptions.url ?? 'none',
      reply.statusCode,
      reply.elapsedTime / 1_000,
    )
  })
}
