import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { accessMatrix } from './access-matrix.ts'
import { catalogueOf } from './catalogue.ts'
import { authenticate } from './modules/registry/index.ts'
import { modules } from './modules.ts'
import { createApp } from './platform/http/app.ts'
import { createMetrics } from './platform/metrics.ts'
import type { Services } from './platform/services.ts'
import { VERSION } from './version.ts'

const UPLOADS = { bytes: 64 * 1_048_576, files: 20 }

/** The HTTP application of the whole house, not yet listening. */
export async function createServer(services: Services): Promise<FastifyInstance> {
  const routes = modules.flatMap((module) => module.routes)
  const { database, translator, log, settings } = services
  return await createApp({
    routes,
    kernel: {
      matrix: accessMatrix,
      authenticate: authenticate(services),
      services,
      secureCookies: settings.publicUrl?.startsWith('https:') ?? false,
    },
    log,
    translator,
    catalogue: catalogueOf(modules),
    health: {
      metrics: createMetrics(database, settings.dataFolder),
      async ready() {
        await database.readPool.query('select 1')
      },
    },
    version: VERSION,
    webFolder: fileURLToPath(new URL('../dist/web', import.meta.url)),
    uploads: UPLOADS,
    proxies: settings.proxies,
  })
}
