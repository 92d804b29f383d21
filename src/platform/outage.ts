import { Unavailable } from './errors.ts'

/** Connection faults, shutting down, too many connections, time-outs, and what repeating did not cure. */
const AWAY = /^(08|57P0|53300|53400|57014|55P03|40001|40P01)/
const AWAY_SYSTEM = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/** No room for files; the database says so by a number of its own. */
const FULL = new Set(['53100', 'ENOSPC', 'EDQUOT'])
/** Somebody has to make room first. */
const FULL_SECONDS = 60

/** Whether an error means that the database cannot be reached or has no room now, however the driver says it. */
export function asOutage(error: unknown): Unavailable | undefined {
  if (error instanceof Unavailable) return error
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  if (code !== undefined && FULL.has(code)) return new Unavailable(code, FULL_SECONDS)
  // A missing file has the code of a missing socket, but names a path.
  if (code !== undefined && (AWAY.test(code) || (AWAY_SYSTEM.has(code) && !('path' in error))))
    return new Unavailable(code)
  // node-postgres has no codes for its own time-outs and lost connections.
  if (
    /timeout|Connection terminated|Client has encountered a connection error|Cannot use a pool/i.test(error.message)
  ) {
    return new Unavailable(error.message)
  }
  return undefined
}
