import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type BrowserContextOptions, type CDPSession, chromium } from 'playwright-core'
import { CHROMIUM } from '../../test/harness/chromium.ts'

/** A school's old PC, a teacher's telephone. */
export const SLOWER = 4
/** By then the browser keeps scripts compiled, as it does for whoever works with a page each day. */
export const USUAL_VISITS = 3

type Headers = Readonly<Record<string, string>>

/** Milliseconds to the first frame with what was waited for; bytes of script on the line, and of those that came before it. */
export type Seen = { readonly ms: number; readonly script: number; readonly scriptBefore: number }

/** A line as slow as this; left out: none at all between browser and server. */
export type Line = { readonly bitsPerSecond: number; readonly latencyMs: number }

type Asked = { readonly origin: string; readonly path: string; readonly ready: string; readonly line?: Line }

/** A browser with a profile on disk, as people have one; gone afterwards. */
export async function inProfile<T>(
  headers: Headers,
  look: (context: BrowserContext) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'rost-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    args: ['--no-sandbox'],
    extraHTTPHeaders: { ...headers },
    locale: 'ru-RU',
    ...options,
  })
  try {
    return await look(context)
  } finally {
    await context.close()
    await rm(profile, { recursive: true, force: true })
  }
}

/** Opens a page by its address on a slow processor, and on a slow line where one is given. */
export async function openPage(context: BrowserContext, { origin, path, ready, line }: Asked): Promise<Seen> {
  const opened = await context.newPage()
  const wire = await context.newCDPSession(opened)
  await wire.send('Network.enable')
  if (line !== undefined) await slowDown(wire, line)
  await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const scripts = new Set<string>()
  let script = 0
  wire.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType.includes('javascript')) scripts.add(requestId)
  })
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) script += encodedDataLength
  })
  await opened.addInitScript(tellWhenPainted, ready)
  await opened.goto(origin + path, { waitUntil: 'networkidle' })
  await opened.waitForFunction(() => performance.getEntriesByName('painted').length > 0)
  const seen = await opened.evaluate(() => {
    const ms = performance.getEntriesByName('painted')[0]?.startTime ?? Number.NaN
    const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const before = loaded.filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd <= ms)
    return { ms, scriptBefore: before.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) }
  })
  await opened.close()
  return { ...seen, script }
}

async function slowDown(wire: CDPSession, { bitsPerSecond, latencyMs }: Line): Promise<void> {
  const bytes = bitsPerSecond / 8
  await wire.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: latencyMs, downloadThroughput: bytes, uploadThroughput: bytes / 2 },
  })
}

/** Runs in the page, where it costs next to nothing; asking from outside would take a third of the time measured. */
export function tellWhenPainted(ready: string): void {
  const seen = new MutationObserver(() => {
    if (document.querySelector(ready) === null) return
    seen.disconnect()
    // After the next frame is drawn.
    requestAnimationFrame(() => setTimeout(() => performance.mark('painted'), 0))
  })
  seen.observe(document, { childList: true, subtree: true })
}
