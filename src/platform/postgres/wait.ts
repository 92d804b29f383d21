import { setTimeout as sleep } from 'node:timers/promises'

/** Asks `check` every `everyMs` until it is true; false when `limitMs` have passed without that. */
export async function waitUntil(
  check: () => boolean | Promise<boolean>,
  options: { limitMs: number; everyMs?: number },
): Promise<boolean> {
  const deadline = Date.now() + options.limitMs
  for (;;) {
    if (await check()) return true
    if (Date.now() >= deadline) return false
    await sleep(options.everyMs ?? 10)
  }
}
