import type { FastifyInstance, FastifyRequest } from 'fastify'

/** How long a request may take to come in, milliseconds. */
export type Patience = {
  /** Any body but uploads. */
  readonly body: number
  /** Files, over the slowest line there is; nothing at all for a minute ends them too. */
  readonly upload: number
}

export const PATIENCE: Patience = { body: 120_000, upload: 3_600_000 }

/** Silence that ends a connection. */
export const SILENCE = 60_000

declare module 'fastify' {
  interface FastifyContextConfig {
    takesFiles?: boolean
    isCommand?: boolean
  }
}

/**
 * A client that sends its body by the drop is cut off: the server itself waits as long as an upload may take, headers
 * excepted, which it bounds by a minute.
 */
export function boundBodies(app: FastifyInstance, { body }: Pick<Patience, 'body'>): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (hasBody(request) && request.routeOptions.config.takesFiles !== true) startTimer(request, body)
    done()
  })
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

function startTimer({ raw }: FastifyRequest, limit: number): void {
  const { socket } = raw
  // A request that came over no line (a test's) has nobody who drips.
  if (!('destroySoon' in socket)) return
  const timer = setTimeout(() => {
    socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n')
    socket.destroySoon()
  }, limit)
  timer.unref()
  const clear = (): void => clearTimeout(timer)
  raw.once('end', clear).once('close', clear)
}
