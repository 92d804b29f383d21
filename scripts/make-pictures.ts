/**
 * Takes the pictures of the guide (docs/guide/pictures) from a demo that it fills and serves for itself: the same days give
 * the same pictures. Started by hand when pages have changed: `node scripts/make-pictures.ts [--only today,who] [--at URL]`;
 * with `--at` from a demo that runs already. Needs Debian’s chromium.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Browser, chromium, type Page } from 'playwright-core'
import { CHROMIUM } from '../test/harness/chromium.ts'
import { DENSITY } from './guide/compile.ts'
import { askTheSchool, type Picture, pictures, signIn } from './guide/pictures.ts'

const PASSWORD = 'rost-demo-password'
const MOST_BYTES = 150_000
const QUALITY = 80
const STILL_MS = 700
const STILL_TIMES = 3
const LANGUAGES = ['ru', 'en'] as const
/** A WebP of one pixel. */
const DOT = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64')

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'docs/guide/pictures')
const { values } = parseArgs({ options: { at: { type: 'string' }, only: { type: 'string' } } })
const wanted = pictures.filter(({ name }) => values.only === undefined || values.only.split(',').includes(name))

await makeReady()
const demo = values.at === undefined ? await startDemo() : undefined
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const address = values.at ?? demo?.address ?? ''
  for (const language of LANGUAGES) await takeAll(browser, address, language)
} finally {
  await browser.close()
  await demo?.stop()
}

async function takeAll(browser: Browser, address: string, language: 'ru' | 'en'): Promise<void> {
  const open = async ({ as, path, size }: Pick<Picture, 'as' | 'path' | 'size'>): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: size[0], height: size[1] },
      deviceScaleFactor: DENSITY,
      locale: language === 'ru' ? 'ru-RU' : 'en-GB',
      timezoneId: 'Europe/Moscow',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.goto(`${address}${as === undefined ? path : '/'}`)
    if (as === undefined) return page
    await signIn(page, language, `${as.replace('_', '-')}@demo.example`, PASSWORD)
    await page.goto(`${address}${path}`)
    await page.locator('#page-title').waitFor()
    return page
  }
  if (wanted.some(({ name }) => name === 'question')) {
    const page = await open({ as: 'department', path: '/', size: [1120, 760] })
    await askTheSchool(page, language)
    await page.context().close()
  }
  for (const picture of wanted) {
    const page = await open(picture)
    await picture.steps?.(page, language)
    const bytes = await take(page, language)
    if (bytes.length > MOST_BYTES) throw new Error(`${picture.name}: ${bytes.length} bytes are too many for a picture`)
    await writeFile(join(folder, language, `${picture.name}.webp`), bytes)
    await picture.after?.(page, language)
    process.stdout.write(`${language}/${picture.name}.webp ${Math.round(bytes.length / 1024)} kB\n`)
    await page.context().close()
  }
}

async function take(page: Page, language: 'ru' | 'en'): Promise<Buffer> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForFunction(() => document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root') === null)
  await sayDatesAs(page, language)
  const session = await page.context().newCDPSession(page)
  const shoot = async (): Promise<string> =>
    (await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })).data
  // What is counted and drawn afterwards is there when nothing has moved for a while.
  for (let still = 0, data = await shoot(); ; ) {
    await setTimeout(STILL_MS)
    await page.waitForLoadState('networkidle')
    const next = await shoot()
    still = next === data ? still + 1 : 0
    data = next
    if (still === STILL_TIMES) return Buffer.from(data, 'base64')
  }
}

/** Fields with a date are drawn in the browser's own language, which is English where pictures are made. */
async function sayDatesAs(page: Page, language: 'ru' | 'en'): Promise<void> {
  await page.evaluate(
    (empty) => {
      for (const field of document.querySelectorAll<HTMLInputElement>('input[type=date]')) {
        const said = field.value === '' ? empty : field.value.split('-').reverse().join('.')
        field.type = 'text'
        field.value = said
      }
    },
    language === 'ru' ? 'дд.мм.гггг' : 'dd.mm.yyyy',
  )
}

/** The client as it is now; a picture that has never been taken is a dot until then, for the guide names it already. */
async function makeReady(): Promise<void> {
  for (const language of LANGUAGES) {
    await mkdir(join(folder, language), { recursive: true })
    for (const { name } of pictures)
      await writeFile(join(folder, language, `${name}.webp`), DOT, { flag: 'wx' }).catch((error) => {
        if (error.code !== 'EEXIST') throw error
      })
  }
  await import('./build-web.ts')
}

/** A demo of its own, in a folder that is thrown away. */
async function startDemo(): Promise<{ address: string; stop(): Promise<void> }> {
  const data = await mkdtemp(join(tmpdir(), 'rost-pictures-'))
  const port = await freePort()
  process.stdout.write('filling the demo, about a minute\n')
  const child = spawn(process.execPath, [join(root, 'src/cli.ts'), 'demo', '--port', String(port)], {
    cwd: root,
    env: { ...process.env, ROST_DATA: data, HOST: '127.0.0.1', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = `http://127.0.0.1:${port}`
  await printed(child, address)
  return {
    address,
    async stop() {
      const ended = new Promise((resolve) => child.once('close', resolve))
      child.kill('SIGTERM')
      await ended
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** Resolves when the process has printed the words; rejects when it ends before. */
function printed(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk
      if (text.includes(words)) resolve()
    })
    child.once('close', (code) => reject(new Error(`the demo ended with ${code}`)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address === null || typeof address === 'string' ? reject(new Error('no port')) : resolve(address.port),
      )
    })
  })
}
