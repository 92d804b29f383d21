import type { Settings } from '../../../platform/env.ts'

export const MAILED_LINK_MINUTES = 30
export const HANDED_LINK_MINUTES = 7 * 24 * 60

/**
 * The address of the page that signs in by a one-time secret. The secret stands behind `#`: browsers send it to no
 * server, so it gets into no log, and programs that look at links in letters do not spend it.
 */
export function linkAddress(settings: Pick<Settings, 'publicUrl' | 'host' | 'port'>, secret: string): string {
  const base = settings.publicUrl ?? `http://${settings.host}:${settings.port}`
  return `${base.replace(/\/+$/, '')}/sign-in/link#${secret}`
}
