import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from './db/db.ts'
import { watchOperation } from './metrics.operation.ts'

export type Metrics = {
  readonly contentType: string
  observe(method: string, route: string, status: number, seconds: number): void
  print(): Promise<string>
}

/** Prometheus metrics: the process, request durations by route, the pool of readers, what the server does by itself. */
export function createMetrics(database: Pick<Database, 'readPool'>, dataFolder: string): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'rost_' })
  const requests = new Histogram({
    name: 'rost_http_request_seconds',
    help: 'Duration of requests by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  const pool = new Gauge({
    name: 'rost_database_connections',
    help: 'Connections of the reading pool',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { totalCount, idleCount, waitingCount } = database.readPool
      this.set({ state: 'open' }, totalCount)
      this.set({ state: 'idle' }, idleCount)
      this.set({ state: 'waiting' }, waitingCount)
    },
  })
  void pool
  const look = watchOperation(registry, { readPool: database.readPool, dataFolder })
  // There are as many as routes, methods and kinds of answers: finding one by its labels anew costs more than counting.
  const observers = new Map<string, { observe(seconds: number): void }>()
  return {
    contentType: registry.contentType,
    observe(method, route, status, seconds) {
      const name = `${method} ${status} ${route}`
      const known = observers.get(name)
      const observer = known ?? requests.labels({ method, route, status: String(status) })
      if (known === undefined) observers.set(name, observer)
      observer.observe(seconds)
    },
    async print() {
      await look()
      return await registry.metrics()
    },
  }
}
