import type { Settings } from '../../../platform/env.ts'

type Site = Pick<Settings, 'publicUrl' | 'host' | 'port'>

export const MAILED_LINK_MINUTES = 30
export const HANDED_LINK_MINUTES = 7 * 24 * 60

/**
 * The address of the page that signs in by a one-time secret. The secret stands behind `#`: browsers send it to no
 * server, so it gets into no log, and programs that look at links in letters do not spend it.
 */
export function linkAddress(settings: Site, secret: string): string {
  return `${siteAddress(settings)}/sign-in/link#${secret}`
}

/** The address printed on slips, short enough to be typed: the page that asks for login, code and a new password. */
export function slipAddress(settings: Site): string {
  return `${siteAddress(settings)}/start`
}

/** Where Rost is reached, without a slash at the end. */
export function siteAddress({ publicUrl, host, port }: Site): string {
  return (publicUrl ?? `http://${host}:${port}`).replace(/\/+$/, '')
}
