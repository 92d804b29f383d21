import pino from 'pino'

export type Log = pino.Logger

/** Structured log on stderr (stdout belongs to answers). Secrets never reach it: these paths are cut wherever they stand. */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: [
          'req.headers.authorization',
          'req.headers.cookie',
          '*.password',
          '*.token',
          '*.secret',
          'err.parameters',
          'err.detail',
          'err.where',
          // The whole connection, keys included, hangs on errors of node-postgres.
          'err.client',
        ],
        censor: '…',
      },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination(2),
  )
}
