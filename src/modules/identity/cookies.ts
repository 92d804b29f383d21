import type { Settings } from '../../platform/env.ts'

/** How long a browser stays known, in seconds. */
export const DEVICE_MAX_AGE = 180 * 24 * 60 * 60
/** Longest life of a session, in seconds; the database knows when it really ends. */
export const SESSION_MAX_AGE = 14 * 24 * 60 * 60

export type CookieNames = {
  readonly session: string
  readonly device: string
  readonly step: string
  readonly outside: string
}

/**
 * On https the names bind the cookies to this host and to secure connections; plain http, for use on one machine,
 * could not set such names.
 */
export function cookieNames(settings: Pick<Settings, 'publicUrl'>): CookieNames {
  const prefix = settings.publicUrl?.startsWith('https:') ? '__Host-' : ''
  return {
    session: `${prefix}rost_session`,
    device: `${prefix}rost_device`,
    step: `${prefix}rost_step`,
    outside: `${prefix}rost_outside`,
  }
}
