import { existsSync } from 'node:fs'

/** Debian's, without the parts that draw on a screen where it is installed: they cost a quarter of the time. */
const HEADLESS = '/usr/lib/chromium/chromium-headless-shell'
export const CHROMIUM = existsSync(HEADLESS) ? HEADLESS : '/usr/bin/chromium'
